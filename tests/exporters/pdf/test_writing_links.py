"""Where links lead, and the places on the page that lead there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing_samples import area, document, file, opened, paint, sheets

from postingkit.exporters.pdf.writing.links import ascii_address


@pytest.mark.parametrize(
    ("target", "address"),
    [
        (
            "https://globex.example/jobs?id=1&x=a+b#top",
            "https://globex.example/jobs?id=1&x=a+b#top",
        ),
        ("HTTPS://globex.example/", "HTTPS://globex.example/"),
        ("mailto:hr@globex.example?subject=R%26D", "mailto:hr@globex.example?subject=R%26D"),
        ("tel:+49-30-123", "tel:+49-30-123"),
        ("https://globex.example/Büro (1)\\", "https://globex.example/B%C3%BCro%20(1)%5C"),
        ("https://globex.example/100%", "https://globex.example/100%25"),
        ("https://globex.example/100%25", "https://globex.example/100%25"),
        ("https://Bücher.example:80/ü", "https://xn--bcher-kva.example:80/%C3%BC"),
        ("https://me@straße.example", "https://me@xn--strae-oqa.example"),
        ("https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/"),
        ("mailto:x?body=http://ü.example", "mailto:x?body=http://%C3%BC.example"),
        ("https://[::1]:80/", "https://[::1]:80/"),
        ("mailto:hr@bücher.example", "mailto:hr@b%C3%BCcher.example"),
    ],
)
def test_addresses_are_plain_characters(target: str, address: str) -> None:
    assert ascii_address(target) == address


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:,x", "//globex.example", "", "x"]
)
def test_nothing_but_the_web_mail_and_telephones_is_led_to(target: str) -> None:
    assert ascii_address(target) is None


def test_the_place_is_where_the_words_are_and_is_printed() -> None:
    made, root = sheets(), document()
    link = root.add("Link")
    paint(made[0], link)
    made[0].link(area(contents="Bewerben – 応募"), link)
    (place,) = opened(file(made, root)).pages[0].obj.Annots
    assert list(map(float, place.Rect)) == [50, 700, 90, 712.5]
    assert (place.F, place.Contents, place.A.URI) == (
        4,
        "Bewerben – 応募",
        "https://globex.example/",
    )
    assert list(place.Border) == [0, 0, 0]


def test_a_place_without_words_is_called_by_its_address() -> None:
    made, root = sheets(), document()
    made[0].link(area(contents=""), root.add("Link"))
    assert opened(file(made, root)).pages[0].obj.Annots[0].Contents == "https://globex.example/"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_any_text_makes_an_address_of_ascii_or_none(text: str) -> None:
    address = ascii_address(f"https://{text}")
    assert address is None or (address.isascii() and address.isprintable() and " " not in address)
