"""What a theme sets besides colours, fonts and paper, in each format that has a look."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from postingkit.document import Document, Meta, Text
from postingkit.exporters import load
from postingkit.look import Asset, Fonts, Logo, Look, Page, Prose, TextAlignment
from postingkit.testing import PIXEL, every_kind

VECTOR = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>'
DRAWN = Logo(VECTOR, "image/svg+xml", 28, 14, fallback=PIXEL)
PICTURE = Logo(PIXEL, "image/png", 14, 14, "The blue mark")
TITLED = Document(Meta("posting", Text("Title"), organization="R&D <Ltd>"), ())
MARGINS = replace(TITLED, meta=replace(TITLED.meta, header="Above </style>", footer='"Below" & \\'))


def made(name: str, document: Document, **changes: object) -> bytes:
    exporter = load(name)
    look = replace(Look(), **changes)  # type: ignore[arg-type]  # the fields of a look
    return exporter.prepare(look, exporter.options_type())(document).data


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def html(document: Document, **changes: object) -> str:
    return made("html", document, **changes).decode()


def pages(document: Document, **changes: object) -> list[str]:
    file = PdfReader(BytesIO(made("pdf", document, **changes)))
    return [page.extract_text() for page in file.pages]


def test_html_has_the_logo_as_an_image_that_says_the_employers_name() -> None:
    page = html(TITLED, logo=DRAWN)
    assert '<img src="data:image/svg+xml;base64,' in page
    assert 'class="logo" alt="R&amp;D &lt;Ltd&gt;" width="106" height="53">' in page
    assert "<svg" not in page


def test_a_logos_own_alternative_text_comes_first() -> None:
    assert 'alt="The blue mark"' in html(TITLED, logo=PICTURE)
    assert (
        b'descr="The blue mark"' in parts(made("docx", TITLED, logo=PICTURE))["word/document.xml"]
    )


def test_word_has_a_drawn_logo_above_the_title_with_a_picture_to_stand_in() -> None:
    found = parts(made("docx", TITLED, logo=DRAWN))
    body = found["word/document.xml"].decode()
    assert body.index("<w:drawing>") < body.index("Title")
    assert 'descr="R&amp;D &lt;Ltd&gt;"' in body
    assert '<wp:extent cx="1008000" cy="504000"/>' in body
    assert "asvg:svgBlip" in body
    assert {VECTOR, PIXEL} <= set(found.values())
    assert b'Extension="svg"' in found["[Content_Types].xml"]


def test_word_has_a_picture_alone_without_an_svg() -> None:
    body = parts(made("docx", TITLED, logo=PICTURE))["word/document.xml"]
    assert body.count(b"<w:drawing>") == 1
    assert b"asvg" not in body


@pytest.mark.parametrize("logo", [DRAWN, PICTURE])
def test_pdf_draws_the_logo(logo: Logo) -> None:
    kinds = {DRAWN: b"/Subtype/Form", PICTURE: b"/Subtype/Image"}
    with_logo, without = (made("pdf", TITLED, logo=each) for each in (logo, None))
    assert kinds[logo] in with_logo
    assert b"/Type/XObject" not in without


def test_markdown_has_no_logo() -> None:
    assert made("md", TITLED, logo=DRAWN) == made("md", TITLED)


def test_word_has_the_texts_in_its_margins() -> None:
    found = parts(made("docx", MARGINS))
    assert b"Above &lt;/style&gt;" in found["word/header.xml"]
    assert b'w:headerReference w:type="default" r:id="header"' in found["word/document.xml"]
    footer = found["word/footer.xml"].decode()
    assert footer.index('"Below" &amp; \\') < footer.index("<w:tab/>") < footer.index(" PAGE ")


def test_word_has_no_header_part_without_a_text() -> None:
    found = parts(made("docx", TITLED))
    assert "word/header.xml" not in found
    assert b"header.xml" not in found["[Content_Types].xml"]
    assert b"<w:tab/>" not in found["word/footer.xml"]


def test_pdf_has_the_texts_on_every_page() -> None:
    document = replace(every_kind(), meta=MARGINS.meta)
    found = pages(document)
    assert len(found) > 1
    for number, text in enumerate(found, 1):
        assert all(said in text for said in ("Above </style>", '"Below" & \\', f"Page {number} of"))


def test_a_text_that_is_too_long_for_its_margin_stays_on_the_paper() -> None:
    meta = replace(TITLED.meta, header="long " * 2000, footer="x" * 5000)
    assert pages(replace(TITLED, meta=meta))


def test_html_prints_the_texts_in_its_margins() -> None:
    page = html(MARGINS)
    assert 'content: "Above \\3c /style>"; }' in page
    assert 'content: "\\22 Below\\22  & \\5c "; }' in page
    assert page.count("</style>") == 1
    assert "@top-left" not in html(TITLED)


def test_html_begins_margins_on_the_right_where_words_do() -> None:
    page = html(replace(MARGINS, meta=replace(MARGINS.meta, language="he", direction="rtl")))
    assert [box for box in ("@top-right", "@bottom-right", "@bottom-left") if box in page] == [
        "@top-right",
        "@bottom-right",
        "@bottom-left",
    ]


def test_an_accent_is_a_bar_or_nothing_in_every_look() -> None:
    assert "--bar-screen: 0.375rem" in html(TITLED)
    assert "--bar-screen: 0;" in html(TITLED, accent="none")
    bar, none = (
        parts(made("docx", TITLED, accent=accent))["word/styles.xml"] for accent in ("bar", "none")
    )
    assert (b'<w:pBdr><w:top w:val="single" w:sz="24"' in bar) is True
    assert (b'<w:pBdr><w:top w:val="single" w:sz="24"' in none) is False
    assert made("pdf", TITLED) != made("pdf", TITLED, accent="none")


@pytest.mark.parametrize("spacing", [0.7, 1.5])
def test_white_space_follows_the_theme_in_every_look(spacing: float) -> None:
    assert f"--spacing: {spacing};" in html(TITLED, spacing=spacing)
    styles = parts(made("docx", TITLED, spacing=spacing))["word/styles.xml"].decode()
    assert f'<w:spacing w:after="{round(120 * spacing)}"' in styles


def test_airy_pages_hold_less_than_compact_ones() -> None:
    compact, airy = (pages(every_kind(), spacing=spacing) for spacing in (0.75, 1.5))
    assert len(compact[0]) > len(airy[0])


@pytest.mark.parametrize(("align", "justified"), [("start", False), ("justify", True)])
def test_running_text_ends_at_one_edge_where_a_theme_asks_for_that(
    align: TextAlignment,
    justified: bool,  # noqa: FBT001 - a value to compare
) -> None:
    text = Prose(align)
    assert ("text-align: justify;" in html(TITLED, text=text)) is justified
    found = parts(made("docx", TITLED, text=text))
    styles = found["word/styles.xml"].decode()
    assert ('<w:jc w:val="both"/></w:pPr></w:pPrDefault>' in styles) is justified
    assert ("<w:doNotExpandShiftReturn/>" in found["word/settings.xml"].decode()) is justified


def test_headings_captions_facts_and_cells_stay_ragged_beside_justified_text() -> None:
    styles = parts(made("docx", TITLED, text=Prose("justify")))["word/styles.xml"].decode()
    ragged = [
        name
        for name, inner in re.findall(r'w:styleId="(\w+)">(.*?)</w:style>', styles)
        if '<w:jc w:val="left"/>' in inner
    ]
    assert ragged == ["Heading1", "Heading2", "Heading3", "Caption", "Fact", "PostingTable"]


@pytest.mark.parametrize("hyphenate", [False, True])
def test_words_are_divided_where_a_theme_asks_for_that(hyphenate: bool) -> None:  # noqa: FBT001
    text = Prose(hyphenate=hyphenate)
    assert (".address {" in html(TITLED, text=text)) is hyphenate
    found = parts(made("docx", TITLED, text=text))
    tabs = '<w:defaultTabStop w:val="720"/><w:autoHyphenation/>'
    assert (tabs in found["word/settings.xml"].decode()) is hyphenate
    assert (b"<w:suppressAutoHyphens/>" in found["word/styles.xml"]) is hyphenate


@pytest.mark.parametrize("name", ["docx", "html", "md"])
def test_font_files_change_nothing_where_fonts_are_named_alone(name: str) -> None:
    files = (Asset("a.ttf", b"font"),)
    assert made(name, TITLED, fonts=Fonts(files=files)) == made(name, TITLED)


def test_a_posters_type_is_large_on_paper_and_readable_on_screen() -> None:
    page = html(TITLED, fonts=Fonts(size=36), page=Page(297, 420))
    assert "--size-print: 36pt" in page
    assert "--size-screen: 2rem" in page
    styles = parts(made("docx", TITLED, fonts=Fonts(size=36)))["word/styles.xml"]
    assert b'<w:sz w:val="72"/>' in styles
