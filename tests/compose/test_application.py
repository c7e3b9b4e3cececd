"""The QR code to apply, read back by a reader that did not make it."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from postingkit.compose.application import application_figure
from postingkit.document import Figure, Link, Text, lines

ADDRESSES = [
    "https://example.org/jobs/42",
    "HTTPS://EXAMPLE.ORG/JOBS/42",
    "https://example.org/jobs?a=1&b=2#apply",
    "https://example.org/stellen/führungskraft/日本",
    "mailto:jobs@example.org?subject=Data%20Engineer",
    "tel:+4930123456",
    "https://example.org/" + "a" * 900,
]


def figure(address: str) -> Figure:
    return application_figure(address, "The code to apply")


def pixels(address: str) -> Image.Image:
    return Image.open(BytesIO(figure(address).image.data))


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address[:40])
def test_a_reader_finds_the_address_in_the_code(address: str) -> None:
    found = zxingcpp.read_barcodes(pixels(address).convert("L"))
    assert [(each.format, each.text) for each in found] == [
        (zxingcpp.BarcodeFormat.QRCode, address)
    ]


def test_the_code_leads_to_the_address_and_shows_it() -> None:
    made = figure("https://example.org/jobs/42")
    assert made.link == "https://example.org/jobs/42"
    assert made.alternative == "The code to apply"
    assert made.caption == (Link((Text(made.link),), made.link),)
    assert lines(made.caption) == ("https://example.org/jobs/42",)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address[:40])
def test_the_code_is_square_and_its_squares_can_be_printed(address: str) -> None:
    made, modules = figure(address).image, pixels(address).width / 8
    assert made.width == made.height
    assert made.width / modules >= 0.4
    assert 25 <= made.width <= 50


def test_a_short_address_takes_25_millimetres() -> None:
    assert figure("https://example.org/jobs/42").image.width == 25


def test_the_code_is_black_and_white_with_a_quiet_zone() -> None:
    drawn = pixels("https://example.org/jobs/42")
    assert drawn.mode == "1"
    zone = 4 * 8
    inside = drawn.crop((zone, zone, drawn.width - zone, drawn.height - zone))
    assert drawn.convert("L").point(lambda value: 255 - value).getbbox() == (
        zone,
        zone,
        drawn.width - zone,
        drawn.height - zone,
    )
    assert inside.getpixel((0, 0)) == 0


def test_equal_addresses_give_equal_figures() -> None:
    assert figure(ADDRESSES[0]) == figure(ADDRESSES[0])


@pytest.mark.parametrize("length", [1_500, 5_000])
def test_an_address_too_long_for_paper_is_refused_in_plain_words(length: int) -> None:
    address = "https://example.org/".ljust(length, "a")
    with pytest.raises(ValueError, match=rf"example\.org.* {length} characters, too many"):
        figure(address)


def test_no_address_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an address"):
        figure("")
