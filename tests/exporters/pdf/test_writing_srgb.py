"""The profile of sRGB, held against the one that LittleCMS makes."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from postingkit.exporters.pdf.writing.srgb import profile


def test_littlecms_reads_it() -> None:
    read = ImageCms.ImageCmsProfile(BytesIO(profile())).profile
    assert (read.xcolor_space, read.profile_description) == ("RGB ", "sRGB")
    assert read.copyright == "CC0"
    assert read.version == 4.2


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (12, 130, 250), (200, 30, 60)])
def test_it_means_the_colours_of_srgb(colour: tuple[int, int, int]) -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(profile()))
    image = Image.new("RGB", (1, 1), colour)
    converted = ImageCms.profileToProfile(image, ours, ImageCms.createProfile("sRGB"))
    assert converted is not None
    assert converted.getpixel((0, 0)) == pytest.approx(colour, abs=1)


def test_it_is_small() -> None:
    assert len(profile()) == int.from_bytes(profile()[:4]) < 600
