"""Word files as a whole: the contract, the package, the page; python-docx reads them back."""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
import golden
from docx.document import Document as WordDocument
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import body, export, file, part

from postingkit.document import (
    Callout,
    Column,
    Direction,
    Document,
    Fact,
    Facts,
    Figure,
    Image,
    Link,
    Meta,
    Paragraph,
    Section,
    Table,
    Text,
)
from postingkit.exporters.docx import DocxExporter, DocxOptions
from postingkit.look import Fonts, Look, Page
from postingkit.testing import (
    PIXEL,
    ExporterContract,
    cell,
    every_kind,
    landscape,
    paragraph,
)

MILLIMETRE = 1440 / 25.4


class TestContract(ExporterContract):
    exporter = DocxExporter()

    def read(self, data: bytes) -> str:
        return "\n".join(_texts(docx.Document(io.BytesIO(data))))


def _texts(container: WordDocument | _Cell) -> Iterator[str]:
    for item in container.iter_inner_content():
        match item:
            case WordParagraph():
                yield item.text
            case WordTable():
                for row in item.rows:
                    for each in row.cells:
                        yield from _texts(each)


def test_every_entry_is_whole_and_dated_1980_and_the_content_types_come_first() -> None:
    with zipfile.ZipFile(io.BytesIO(export(every_kind()).data)) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_picture_that_is_shown_twice_is_packed_once() -> None:
    with zipfile.ZipFile(io.BytesIO(export(every_kind()).data)) as package:
        assert [name for name in package.namelist() if "media" in name] == ["word/media/image1.png"]
        assert package.read("word/media/image1.png") == PIXEL


def test_the_file_tells_its_title_organization_description_keywords_and_language() -> None:
    core = docx.Document(io.BytesIO(export(every_kind()).data)).core_properties
    assert core.title == "Every Kind & <All>"
    assert core.author == "Example"
    assert core.comments == "A document with everything in it."
    assert core.keywords == "Python, R&D"
    assert core.language == "en"
    assert {date.year for date in (core.created, core.modified) if date} == {1980}


def test_a_long_title_is_cut_in_the_properties_alone() -> None:
    data = file(title="x" * 300)
    assert docx.Document(io.BytesIO(data)).core_properties.title == "x" * 255
    assert part(data, "word/document.xml").text == "x" * 300 + "S"


def test_word_does_not_open_it_in_compatibility_mode() -> None:
    settings_part = part(file(), "word/settings.xml")
    assert settings_part.strings("//w:compatSetting/@w:val") == ["15"]
    assert settings_part.strings("//w:zoom/@w:percent") == ["100"]


def test_the_page_has_the_looks_size_and_margins() -> None:
    look = Look(page=Page(215.9, 279.4, top=10, right=15, bottom=25, left=30))
    section = docx.Document(
        io.BytesIO(DocxExporter().prepare(look, DocxOptions())(every_kind()).data)
    ).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width.inches, section.page_height.inches) == (8.5, 11)
    margins = (
        section.top_margin,
        section.right_margin,
        section.bottom_margin,
        section.left_margin,
    )
    assert [round(margin.mm) for margin in margins if margin is not None] == [10, 15, 25, 30]


def test_a_page_held_sideways_swaps_width_and_height() -> None:
    size = part(export(landscape()).data, "word/document.xml").find("//w:pgSz")[0]
    assert size.strings("@w:orient") == ["landscape"]
    assert size.strings("@w:w | @w:h") == [
        str(round(297 * MILLIMETRE)),
        str(round(210 * MILLIMETRE)),
    ]


def test_the_foot_has_the_page_label_with_counting_fields() -> None:
    meta = Meta("posting", Text("T"), page_label="{pages} Seiten, dies ist {page}.")
    foot = part(export(Document(meta, ())).data, "word/footer.xml")
    assert foot.strings("//w:t/text() | //w:instrText/text()") == [
        " NUMPAGES ",
        "1",
        " Seiten, dies ist ",
        " PAGE ",
        "1",
        ".",
    ]


def pretty(data: bytes, name: str) -> str:
    return etree.tostring(part(data, name).element, pretty_print=True, encoding="unicode")


def test_the_body_is_as_somebody_looked_at_it() -> None:
    golden.check("docx_every_kind.xml", pretty(export(every_kind()).data, "word/document.xml"))


def test_the_styles_are_as_somebody_looked_at_them() -> None:
    golden.check("docx_styles.xml", pretty(export(every_kind()).data, "word/styles.xml"))


ANYTHING = st.text(st.characters(), max_size=30)
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\xad\ud800-\udfff\ufffe\uffff]")


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_characters="\r"), min_size=1), st.sampled_from(["ltr", "rtl"]))
def test_any_text_is_read_back_as_it_was(text: str, direction: Direction) -> None:
    document = body(paragraph(text), direction=direction)
    assert document.text == UNWRITABLE.sub("", text)


@settings(max_examples=60, deadline=None)
@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
def test_any_text_makes_a_file_that_opens(text: str, other: str, name: str, tag: str) -> None:
    inlines = (Text(text), Link((Text(other),), text), Text(other, tag))
    document = Document(
        Meta("posting", Text(text), tag, "rtl", "portrait", other, name, (text,), other),
        (
            Section(text, Text(other, tag), (Paragraph(inlines, style=name, language=tag),)),
            Section(
                text,
                None,
                (
                    Table((Column(inlines),), ((cell(text),),), inlines, summary=text, style=name),
                    Callout((paragraph(other),), style=name),
                    Figure(Image(PIXEL, "image/png", 1, 1), text, other, inlines, style=name),
                    Facts((Fact(inlines, (paragraph(text),)),), style=name),
                ),
            ),
        ),
    )
    look = Look(fonts=Fonts(text, other))
    data = DocxExporter().prepare(look, DocxOptions())(document).data
    docx.Document(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for entry in package.namelist():
            if entry.endswith((".xml", ".rels")):
                etree.fromstring(package.read(entry))
