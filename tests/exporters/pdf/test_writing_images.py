"""Pictures: every kind of PNG and JPEG shows what it shows elsewhere."""

from hashlib import sha256
from typing import Any
from zlib import crc32

import page
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from PIL import Image, ImageChops, ImageCms
from writing_samples import encoded, one, opened

from postingkit.exporters.pdf.writing import Picture

DRAW = "q 20 0 0 20 0 0 cm /I1 Do Q"
SIZE = (20, 20)


def gradient(mode: str) -> Image.Image:
    """Make a picture of many colours."""
    across = Image.linear_gradient("L").resize(SIZE)
    down = across.rotate(90)
    colours = Image.merge("RGB", (across, down, Image.new("L", SIZE, 99)))
    match mode:
        case "RGBA":
            return Image.merge("RGBA", (*colours.split(), down))
        case "LA":
            return Image.merge("LA", (across, down))
        case "P":
            return colours.quantize(16)
        case "I;16":
            return Image.frombytes("I;16", SIZE, bytes(b for v in across.tobytes() for b in (v, v)))
        case _:
            return colours.convert(mode)


def png(mode: str, **options: Any) -> Picture:
    return Picture("I1", encoded(gradient(mode), "PNG", **options), "image/png")


def jpeg(mode: str, **options: Any) -> Picture:
    return Picture("I1", encoded(gradient(mode), "JPEG", quality=95, **options), "image/jpeg")


def object_of(picture: Picture) -> Any:
    return opened(one(DRAW, [picture])).pages[0].obj.Resources.XObject.I1


def shown(picture: Picture) -> Image.Image:
    """Draw the picture on white, point by point."""
    sheet = pypdfium2.PdfDocument(one(DRAW, [picture]))[0]
    whole: Image.Image = sheet.render(scale=1).to_pil().convert("RGB")
    return whole.crop((0, whole.height - 20, 20, whole.height))


def on_white(image: Image.Image) -> Image.Image:
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")


def difference(first: Image.Image, second: Image.Image) -> int:
    return max(ImageChops.difference(first, second).tobytes())


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_png_shows_what_it_shows_elsewhere(mode: str) -> None:
    assert difference(shown(png(mode)), on_white(gradient(mode))) < 24


def test_a_png_of_16_bits_shows_what_it_shows_elsewhere() -> None:
    assert difference(shown(png("I;16")), on_white(Image.linear_gradient("L").resize(SIZE))) < 24


@pytest.mark.parametrize(
    ("mode", "colour", "pixel"),
    [("RGB", (9, 99, 199), b"\x09\x63\xc7"), ("I;16", 0x8011, b"\x80"), ("P", 0, b"\0\0\0")],
)
def test_an_interlaced_png_shows_what_it_shows_elsewhere(
    mode: str, colour: Any, pixel: bytes
) -> None:
    picture = Picture("I1", interlaced(Image.new(mode, (1, 1), colour)), "image/png")
    assert object_of(picture).read_bytes() == pixel


def interlaced(image: Image.Image) -> bytes:
    """Say of a picture of one pixel that it is interlaced, for all that it matters."""
    data = bytearray(encoded(image, "PNG"))
    data[28] = 1
    data[29:33] = crc32(data[12:29]).to_bytes(4)
    return bytes(data)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_shows_what_it_shows_elsewhere(mode: str) -> None:
    assert difference(shown(jpeg(mode)), on_white(gradient(mode))) < 32


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_file_with_a_png_conforms(mode: str) -> None:
    data = one(DRAW, [png(mode)])
    assert page.validate_pdf_bytes(data, profile="2a").is_compliant
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_file_with_a_jpeg_conforms(mode: str) -> None:
    assert page.validate_pdf_bytes(one(DRAW, [jpeg(mode)]), profile="2a").is_compliant


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_a_plain_png_is_not_compressed_anew(mode: str) -> None:
    assert object_of(png(mode)).read_raw_bytes() in png(mode).data


def test_a_jpeg_is_taken_as_it_is() -> None:
    assert object_of(jpeg("RGB")).read_raw_bytes() == jpeg("RGB").data


def test_bits_stay_bits() -> None:
    assert object_of(png("1")).BitsPerComponent == 1
    assert object_of(png("I;16")).BitsPerComponent == 16


def test_what_a_palette_hides_is_hidden() -> None:
    hidden = png("P", transparency=3)
    assert "/SMask" in object_of(hidden)


def test_a_colour_that_is_not_drawn_is_not_drawn() -> None:
    image = Image.new("RGB", SIZE, (255, 0, 0))
    image.putpixel((5, 5), (0, 0, 255))
    data = encoded(image, "PNG", transparency=(255, 0, 0))
    picture = Picture("I1", data, "image/png")
    assert list(object_of(picture).Mask) == [255, 255, 0, 0, 0, 0]
    assert shown(picture).getpixel((0, 0)) == (255, 255, 255)
    assert shown(picture).getpixel((5, 5)) == (0, 0, 255)


def test_a_picture_that_hides_nothing_has_no_mask() -> None:
    image = gradient("RGB").convert("RGBA")
    picture = Picture("I1", encoded(image, "PNG"), "image/png")
    assert "/SMask" not in object_of(picture)


def test_the_opacity_of_a_picture_is_grey() -> None:
    mask = object_of(png("RGBA")).SMask
    assert (mask.ColorSpace, mask.BitsPerComponent) == ("/DeviceGray", 8)


def test_colours_of_another_space_bring_their_profile() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert object_of(png("RGB", icc_profile=lab)).ColorSpace == "/DeviceRGB"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert object_of(png("RGB", icc_profile=srgb)).ColorSpace == "/DeviceRGB"
    other = srgb.replace(b"sRGB", b"mine").replace(
        "sRGB".encode("utf-16-be"), "mine".encode("utf-16-be")
    )
    picture = png("RGB", icc_profile=other)
    kind, profile = object_of(picture).ColorSpace
    assert (kind, profile.N, profile.read_bytes()) == ("/ICCBased", 3, other)
    assert page.validate_pdf_bytes(one(DRAW, [picture]), profile="2a").is_compliant


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        encoded(Image.new("L", SIZE), "PNG")[:45],
        encoded(Image.new("L", SIZE), "GIF"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^I1: "):
        one(DRAW, [Picture("I1", data, "image/png")])


def test_equal_pictures_make_equal_bytes() -> None:
    first, second = one(DRAW, [png("RGBA")]), one(DRAW, [png("RGBA")])
    assert sha256(first).digest() == sha256(second).digest()
