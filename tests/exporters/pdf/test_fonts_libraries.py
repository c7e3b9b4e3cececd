"""Libraries: the families that a look asks for, from the wheel and from a template's files."""

import built_fonts
import pytest

from postingkit.exporters.pdf.fonts.face import Face
from postingkit.exporters.pdf.fonts.library import Library
from postingkit.look import Asset, Fonts


def library(*files: Asset, body: str = "Corporate", headings: str = "Corporate") -> Library:
    return Library(Fonts(body, headings, files=files))


def first(
    library: Library,
    family: str = "Corporate",
    *,
    bold: bool = False,
    italic: bool = False,
    language: str = "en",
) -> Face:
    return library.chain(family, bold=bold, italic=italic, language=language).first


def test_a_chain_is_made_once() -> None:
    made = library()
    one = made.chain("Noto Sans", bold=True, italic=False, language="en")
    assert made.chain("Noto Sans", bold=True, italic=False, language="en") is one
    assert one.first is first(made, "Noto Sans", bold=True, language="fr")


def test_families_that_are_nowhere_are_named_and_noto_sans_stands_in() -> None:
    made = library(body="Nowhere", headings="noto SANS")
    assert made.substituted == ("Nowhere",)
    assert first(made, "Nowhere", bold=True).name == "NotoSans-Bold"


def test_a_family_is_found_in_the_files_whatever_its_capitals() -> None:
    made = library(built_fonts.truetype("Corporate"), body="CORPORATE", headings="corporate")
    assert made.substituted == ()
    assert first(made, "corporate").name == "Corporate-400"


def test_what_the_family_lacks_is_drawn_by_noto_sans() -> None:
    chain = library(built_fonts.truetype("Corporate")).chain(
        "Corporate", bold=True, italic=False, language="en"
    )
    assert [face and face.name for face, _ in chain.faces("aÄa→")] == [
        "Corporate-400",
        "NotoSans-Bold",
        "Corporate-400",
        "NotoSansSymbols-Bold",
    ]


@pytest.mark.parametrize(
    ("style", "name"),
    [
        ("regular", "Corporate-300"),
        ("bold", "Corporate-600"),
        ("italic", "Corporate-500"),
        ("bold italic", "Corporate-500"),
    ],
)
def test_a_style_that_is_missing_is_drawn_by_the_nearest(style: str, name: str) -> None:
    made = library(
        built_fonts.truetype("Corporate", weight=600),
        built_fonts.truetype("Corporate", weight=300),
        built_fonts.truetype("Corporate", weight=900),
        built_fonts.truetype("Corporate", weight=500, italic=True),
    )
    assert first(made, bold="bold" in style, italic="italic" in style).name == name


def test_a_face_that_serves_two_styles_is_one() -> None:
    made = library(built_fonts.truetype("Corporate"))
    assert first(made) is first(made, bold=True, italic=True)


def test_a_variable_font_is_taken_at_each_styles_place() -> None:
    made = library(built_fonts.variable("Corporate"))
    styles = [(bold, italic) for bold in (False, True) for italic in (False, True)]
    assert [first(made, bold=bold, italic=italic).name for bold, italic in styles] == [
        "Corporate-400_400wght_0slnt",
        "Corporate-400_400wght_-10slnt",
        "Corporate-400_700wght_0slnt",
        "Corporate-400_700wght_-10slnt",
    ]
    regular, bold = first(made), first(made, bold=True)
    assert bold.width(1) - regular.width(1) == round(800 * (700 - 400) / (900 - 400) / 2.048)


def test_every_family_of_a_collection_is_found() -> None:
    made = library(built_fonts.collection("Other", "Corporate"), headings="Other")
    assert made.substituted == ()
    assert first(made, "Other").name == "Other-400"
    assert first(made, "Corporate").name == "Corporate-400"


def test_fonts_of_one_name_are_told_apart() -> None:
    made = library(
        built_fonts.truetype("Noto Sans"),
        built_fonts.truetype("Corporate"),
        built_fonts.truetype("Corporate", italic=True),
    )
    assert first(made).name == "Corporate-400"
    assert first(made, italic=True).name == "Corporate-400-2"


def test_a_file_that_is_no_font_is_refused() -> None:
    with pytest.raises(ValueError, match="no TrueType or OpenType font"):
        library(Asset("notes.txt", b"notes"))


def test_a_file_of_a_bundled_family_adds_to_it() -> None:
    made = library(built_fonts.truetype("Noto Sans", weight=900))
    assert first(made, "Noto Sans").name == "NotoSans-Regular"
    made = library(built_fonts.truetype("Noto Sans", weight=700))
    assert first(made, "Noto Sans", bold=True).name == "NotoSans-700"


def test_the_files_of_other_families_stand_in_for_what_is_missing() -> None:
    made = library(built_fonts.truetype("Other"), body="Noto Sans", headings="Noto Sans")
    chain = made.chain("Noto Sans", bold=False, italic=False, language="en")
    assert [face and face.name for face, _ in chain.faces("a\u1681")] == [
        "NotoSans-Regular",
        "Other-400",
    ]
