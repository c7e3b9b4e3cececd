"""Embedding: what stands in a file, read by other people's parsers."""

from io import BytesIO

import built_fonts
import page
import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from font_pages import fonts_of, page_of
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types

from postingkit.exporters.pdf.fonts.chain import Chain
from postingkit.exporters.pdf.fonts.library import Library
from postingkit.look import Asset, Fonts

KINDS = {
    "truetype": built_fonts.truetype("Corporate"),
    "postscript": built_fonts.postscript("Corporate"),
    "variable": built_fonts.variable("Corporate"),
    "collection": built_fonts.collection("Other", "Corporate"),
}


def chain(*files: Asset, bold: bool = False) -> Chain:
    library = Library(Fonts("Corporate", "Corporate", files=files))
    return library.chain("Corporate", bold=bold, italic=False, language="en")


def widths(descendant: pikepdf.Object) -> dict[int, int]:
    found: dict[int, int] = {}
    entries = list(descendant.W.as_list())
    for start, run in zip(entries[::2], entries[1::2], strict=True):
        found |= {int(start) + index: int(width) for index, width in enumerate(run.as_list())}
    return found


def program(descriptor: pikepdf.Object) -> TTFont:
    stream = descriptor.get("/FontFile2") or descriptor.get("/FontFile3")
    assert stream is not None
    return TTFont(BytesIO(stream.read_bytes()))


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_of_every_kind_of_font_comes_back(kind: str) -> None:
    (sheet,) = pypdfium2.PdfDocument(page_of(chain(KINDS[kind]), "a quick fox"))
    assert sheet.get_textpage().get_text_range() == "a quick fox"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_the_file_and_the_program_say_the_same_widths(kind: str, weight: str) -> None:
    drawn = chain(KINDS[kind], bold=weight == "bold")
    face = drawn.first
    file, fonts = fonts_of(page_of(drawn, "quick fox"))
    with file:
        (font,) = fonts.values()
        (descendant,) = font.DescendantFonts
        read = program(descendant.FontDescriptor)
        advances = [advance for advance, _ in read["hmtx"].metrics.values()]
        said = widths(descendant)
        assert len(said) == len(set("quick fox"))
        assert all(
            said[number] == round(advances[number] * 1000 / built_fonts.UNITS) for number in said
        )
    assert sorted(said.values()) == sorted(
        face.width(glyph.number) for glyph in face.shape("quick fox", rtl=False, language="en")
    )


@pytest.mark.parametrize(
    ("kind", "subtype", "outlines"),
    [
        ("truetype", "/CIDFontType2", "/FontFile2"),
        ("variable", "/CIDFontType2", "/FontFile2"),
        ("postscript", "/CIDFontType0", "/FontFile3"),
    ],
)
def test_outlines_are_embedded_as_what_they_are(kind: str, subtype: str, outlines: str) -> None:
    file, fonts = fonts_of(page_of(chain(KINDS[kind]), "ab"))
    with file:
        (font,) = fonts.values()
        (descendant,) = font.DescendantFonts
        assert descendant.Subtype == subtype
        stream = descendant.FontDescriptor[outlines]
        assert stream.get("/Length1", len(stream.read_bytes())) == len(stream.read_bytes())
        assert not {"fvar", "GSUB", "cmap", "name"} & set(program(descendant.FontDescriptor).keys())


def test_the_descriptor_says_what_the_font_says() -> None:
    library = Library(Fonts())
    italic = library.chain("Noto Sans", bold=True, italic=True, language="en")
    file, fonts = fonts_of(page_of(italic, "a"))
    with file:
        descriptor = fonts["/F1"].DescendantFonts[0].FontDescriptor
        assert str(descriptor.FontName)[7:] == "+NotoSans-BoldItalic"
        names = ("Ascent", "Descent", "CapHeight", "XHeight", "Flags", "ItalicAngle", "StemV")
        said = [int(descriptor[f"/{name}"]) for name in names]
    assert said == [1069, -293, 714, 546, 4 + 64, -12, 169]


def test_a_subset_is_named_after_its_alphabets() -> None:
    names = []
    for text in ("ab", "xyz", "a b"):
        file, fonts = fonts_of(page_of(chain(KINDS["truetype"]), text))
        with file:
            names.append(str(fonts["/F1"].BaseFont))
    assert names[0] == names[1] != names[2]
    assert all(name[1:7].isalpha() and name[1:7].isupper() for name in names)


def test_equal_texts_give_equal_bytes_whatever_was_drawn_before() -> None:
    once = page_of(chain(KINDS["postscript"]), "fox a")
    page_of(chain(KINDS["postscript"]), "jumps over the lazy dog")
    assert page_of(chain(KINDS["postscript"]), "fox a") == once


def test_a_map_of_meanings_has_blocks_of_a_hundred_at_most() -> None:
    text = "".join(map(chr, range(0x100, 0x180))) + "".join(map(chr, range(0x400, 0x4FF)))
    library = Library(Fonts())
    plain = library.chain("Noto Sans", bold=False, italic=False, language="en")
    file, fonts = fonts_of(page_of(plain, text))
    with file:
        lines = fonts["/F1"].ToUnicode.read_bytes().decode().splitlines()
    counts = [int(line.split()[0]) for line in lines if line.endswith("beginbfchar")]
    assert len(counts) > 2
    assert max(counts) == 100


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_validator_finds_nothing_wrong(kind: str, profile: str) -> None:
    made = page_of(chain(KINDS[kind]), "a quick fox")
    report = page.validate_pdf_bytes(made, profile=profile)
    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant
