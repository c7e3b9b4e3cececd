import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from unicodedata import lookup, normalize

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from golden import check
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow
from pypdf import PdfReader
from pypdfium2 import raw

from postingkit.document import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Image,
    LineBreak,
    Link,
    List,
    ListItem,
    Meta,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
    texts,
)
from postingkit.errors import ExportFailed, FilePlace
from postingkit.exporters.interface import Export, NoOptions
from postingkit.exporters.pdf import PdfExporter
from postingkit.exporters.pdf.exporter import SCRIPTS
from postingkit.exporters.pdf.flowables import column_widths
from postingkit.exporters.pdf.text import drawable, named, recorded
from postingkit.languages import script
from postingkit.look import Fonts, Look, Page, TableStyle
from postingkit.testing import (
    PIXEL,
    ExporterContract,
    bullets,
    cell,
    every_kind,
    landscape,
    many_rows,
    numbers,
    paragraph,
    words,
)

MARKER = re.compile(r"(•|\d+\.)$")
PLACE = FilePlace("roles/a.yaml", 3, 5, path="summary")


@dataclass(frozen=True)
class Piece:
    """Characters that the file draws at once; positions in points from the lower left corner."""

    page: int
    text: str
    font: str
    size: float
    left: float
    right: float
    baseline: float
    artifact: bool


def export(document: Document, look: Look | None = None) -> Export:
    return PdfExporter().prepare(look or Look(), NoOptions())(document)


def of(*blocks: Block, **meta: Any) -> Document:
    return Document(replace(Meta("posting", Text("T")), **meta), (Section("s", None, blocks),))


def table(*cells: Cell, rows: int = 1, **settings: Any) -> Table:
    columns = tuple(Column((Text(f"head{number}"),)) for number in range(len(cells)))
    return Table(columns, (cells,) * rows, **settings)


def opened(document: Document, look: Look | None = None) -> Any:
    return PdfReader(BytesIO(export(document, look).data))


def pieces(data: bytes) -> list[Piece]:
    with pypdfium2.PdfDocument(data) as file:
        return [piece for number in range(len(file)) for piece in _page_pieces(file, number)]


def _page_pieces(file: pypdfium2.PdfDocument, number: int) -> Iterator[Piece]:
    page = file[number]
    texts = page.get_textpage()
    for thing in page.get_objects(max_depth=2, textpage=texts):
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            left, _, right, _ = thing.get_bounds()
            matrix = thing.get_matrix()
            font, size = thing.get_font(), thing.get_font_size()
            name = font.get_base_name().split("+")[-1]
            # The running feet are the only texts inside of forms.
            artifact = thing.level > 0 or "Artifact" in _marks(thing)
            yield Piece(
                number, thing.extract(), name, round(size, 1), left, right, matrix.f, artifact
            )


def _marks(thing: pypdfium2.PdfObject) -> list[str]:
    marks = []
    for number in range(raw.FPDFPageObj_CountMarks(thing)):
        mark = raw.FPDFPageObj_GetMark(thing, number)
        buffer, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
        raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
        marks.append(bytes(buffer)[: length.value - 2].decode("utf-16-le"))
    return marks


def read(data: bytes) -> str:
    """Read what the document says: no artifacts, no markers, characters for their names."""
    said = [one for one in pieces(data) if not one.artifact and not MARKER.match(one.text.strip())]
    text = "".join(map(_spaced, [None, *said], said))
    return re.sub(r"\[([A-Z0-9\s-]+)\]", _character, text)


def _spaced(before: Piece | None, piece: Piece) -> str:
    if before is None or (before.page, before.baseline) != (piece.page, piece.baseline):
        return "\n" + piece.text
    return piece.text if piece.left - before.right < 4 else "\n" + piece.text


def _character(found: re.Match[str]) -> str:
    try:
        return lookup(" ".join(found[1].split()))
    except KeyError:
        return found[0]


def find(data: bytes, text: str) -> Piece:
    return next(piece for piece in pieces(data) if piece.text.strip() == text)


def lines(document: Document) -> list[str]:
    return [line.strip() for line in read(export(document).data).split("\n") if line.strip()]


class TestPdf(ExporterContract):
    exporter = PdfExporter()

    def read(self, data: bytes) -> str:
        return read(data)

    def test_the_file_says_what_the_golden_one_says(self) -> None:
        data = self.export(every_kind()).data
        drawn = [
            f"{piece.page + 1} {piece.font} {piece.size}: {piece.text}" for piece in pieces(data)
        ]
        links = [target for page in opened(every_kind()).pages for target in targets(page)]
        check("pdf_every_kind.txt", "\n".join([*drawn, *links, ""]))


def targets(page: Any) -> list[str]:
    return [note.get_object()["/A"]["/URI"] for note in page.get("/Annots", [])]


class TestFile:
    def test_its_properties_are_the_documents(self) -> None:
        found = opened(every_kind()).metadata
        assert (found.title, found.author) == ("Every Kind & <All>", "Example")
        assert found.subject == "A document with everything in it."
        assert found["/Keywords"] == "Python, R&D"

    def test_its_properties_hold_any_script(self) -> None:
        found = opened(of(title=Text("Entwickler日本 (m/w/d) 😀\\"), organization="Ζεύς")).metadata
        assert (found.title, found.author) == ("Entwickler日本 (m/w/d) 😀\\", "Ζεύς")

    def test_it_says_its_language_and_shows_its_title(self) -> None:
        root = opened(of(language="de-AT")).trailer["/Root"]
        assert root["/Lang"] == "de-AT"
        assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - a PDF's own

    def test_the_title_and_each_section_with_a_title_have_a_bookmark(self) -> None:
        file = opened(every_kind())
        title, sections = file.outline
        assert title.title == "Every Kind & <All>"
        assert [one.title for one in sections][:3] == ["Inlines", "Lists", "Tables"]
        assert file.get_destination_page_number(sections[-1]) == 1

    def test_a_bookmark_holds_any_text(self) -> None:
        section = Section("s", Text("(日本) \\ 😀"), ())
        (_, (found,)) = opened(replace(of(), sections=(section,))).outline
        assert found.title == "(日本) \\ 😀"

    def test_it_embeds_its_fonts_and_names_no_other(self) -> None:
        fonts = [
            font.get_object()
            for page in opened(every_kind()).pages
            for font in page["/Resources"]["/Font"].values()
        ]
        assert all("+NotoSans-" in font["/BaseFont"] for font in fonts)
        assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)

    @pytest.mark.parametrize("paper", [Page(), Page(width=215.9, height=279.4)])
    def test_its_paper_is_the_looks(self, paper: Page) -> None:
        upright, sideways = (
            opened(document, Look(page=paper)).pages[0].mediabox
            for document in (every_kind(), landscape())
        )
        size = (pytest.approx(paper.width * 72 / 25.4), pytest.approx(paper.height * 72 / 25.4))
        assert (upright.width, upright.height) == size
        assert (sideways.height, sideways.width) == size

    def test_each_page_tells_its_number_and_how_many_there_are(self) -> None:
        document = replace(
            many_rows(), meta=Meta("posting", Text("T"), page_label="S. {page}/{pages}")
        )
        feet = [one.text for one in pieces(export(document).data) if one.text.startswith("S. ")]
        assert feet == [f"S. {number}/{len(feet)}" for number in range(1, len(feet) + 1)]
        assert len(feet) > 5

    def test_a_page_label_is_no_format_string(self) -> None:
        document = of(page_label="{0} {pages.__class__} {page}")
        assert find(export(document).data, "{0} {pages.__class__} 1").artifact


class TestText:
    def test_inlines_have_their_faces(self) -> None:
        inlines = (
            Text("plain "),
            Strong((Text("strong "), Emphasis((Text("both "),)))),
            Emphasis((Text("stressed"),)),
        )
        found = {one.text.strip(): one.font for one in pieces(export(of(Paragraph(inlines))).data)}
        assert found["plain"] == "NotoSans-Regular"
        assert found["strong"] == "NotoSans-Bold"
        assert found["both"] == "NotoSans-BoldItalic"
        assert found["stressed"] == "NotoSans-Italic"

    def test_a_line_break_begins_a_line(self) -> None:
        inlines = (Text("one"), LineBreak(), Text("two"))
        assert lines(of(Paragraph(inlines))) == ["T", "one", "two"]

    @pytest.mark.parametrize(
        "target", ["https://example.org/a?b=1&c=(2)#d", "mailto:a@example.org", "tel:+49-40-1"]
    )
    def test_a_link_leads_to_its_target(self, target: str) -> None:
        block = Paragraph((Text("See "), Link((Text("this page"),), target)))
        assert targets(opened(of(block)).pages[0]) == [target]

    def test_a_target_is_written_in_ascii(self) -> None:
        block = Paragraph((Link((Text("x"),), "https://example.org/ü b"),))
        assert targets(opened(of(block)).pages[0]) == ["https://example.org/%C3%BC%20b"]

    @pytest.mark.parametrize("target", ["#title", "document:title", "javascript:alert(1)", ""])
    def test_no_other_scheme_becomes_a_link(self, target: str) -> None:
        figure = Figure(Image(PIXEL, "image/png", 9, 9), "alternative", target)
        assert targets(opened(of(figure, Paragraph((Link((Text("x"),), target),)))).pages[0]) == []

    def test_a_lead_is_larger_than_other_paragraphs(self) -> None:
        data = export(of(replace(paragraph("lead"), style="lead"), paragraph("body"))).data
        assert find(data, "lead").size > find(data, "body").size

    def test_an_unknown_style_is_no_obstacle(self) -> None:
        assert lines(of(replace(paragraph("text"), style="nobody's"))) == ["T", "text"]

    def test_a_no_break_space_holds_its_words_together(self) -> None:
        text = "filling " * 40 + "50\u00a0%\u202f5 " * 40
        assert not [line for line in lines(of(paragraph(text))) if line.endswith("50")]

    def test_a_word_wider_than_the_line_is_broken(self) -> None:
        found = pieces(export(of(paragraph("x" * 500))).data)
        assert max(one.right for one in found) < (210 - 20 + 0.5) * 72 / 25.4

    def test_a_heading_stays_with_what_follows(self) -> None:
        for count in range(42, 58):
            title = Section("s", Text("Heading"), (paragraph("follows " * 60),))
            filling = Section("f", None, (paragraph("line " * 12),) * count)
            data = export(Document(Meta("posting", Text("T")), (filling, title))).data
            follows = next(one for one in pieces(data) if one.text.startswith("follows"))
            assert find(data, "Heading").page == follows.page

    def test_twenty_thousand_words_are_all_there(self) -> None:
        text = " ".join(f"w{number}" for number in range(20_000))
        assert " ".join(lines(of(paragraph(text)))[1:]).split() == text.split()


class TestLists:
    def test_ordered_items_count_from_the_start(self) -> None:
        items = replace(numbers("a", "b"), start=9)
        drawn = [one.text.strip() for one in pieces(export(of(items)).data)]
        assert drawn[1:5] == ["9.", "a", "10.", "b"]

    def test_nested_items_stand_further_in(self) -> None:
        items = List((ListItem((paragraph("outer"), bullets("inner"))),))
        data = export(of(items)).data
        assert find(data, "inner").left > find(data, "outer").left + 5

    def test_an_item_that_begins_with_a_list_keeps_its_marker(self) -> None:
        items = List((ListItem((bullets("inner"),)), ListItem(())), ordered=True)
        drawn = [one.text.strip() for one in pieces(export(of(items)).data) if one.text.strip()]
        assert drawn[1:] == ["1.", "•", "inner", "2.", "Page 1 of 1"]


class TestTables:
    def test_cells_are_aligned_as_their_column_says(self) -> None:
        columns = tuple(
            Column((Text(name),), alignment=name) for name in ("start", "center", "end")
        )
        data = export(of(Table(columns, ((cell("a"), cell("b"), cell("c")),)))).data
        start, center, end = (find(data, name) for name in ("a", "b", "c"))
        heads = [find(data, name) for name in ("start", "center", "end")]
        assert start.left == pytest.approx(heads[0].left, abs=1)
        middle = (heads[1].left + heads[1].right) / 2
        assert (center.left + center.right) / 2 == pytest.approx(middle, abs=1)
        assert end.right == pytest.approx(heads[2].right, abs=1)

    def test_columns_are_as_wide_as_they_say(self) -> None:
        columns = tuple(Column((Text(f"h{width}"),), width) for width in (2, 6, 1))
        data = export(of(Table(columns, ()))).data
        first, second, third = (find(data, f"h{width}").left for width in (2, 6, 1))
        assert (third - second) / (second - first) == pytest.approx(3, abs=0.05)

    def test_a_narrow_column_does_not_break_its_words(self) -> None:
        columns = (Column((Text("Responsibility"),), 1), Column((Text("Text"),), 40))
        assert "Responsibility" in lines(of(Table(columns, ((cell("a"), cell("b " * 300)),))))

    def test_row_headers_are_bold(self) -> None:
        data = export(of(table(cell("row"), cell("text"), row_headers=True))).data
        assert (find(data, "row").font, find(data, "text").font) == (
            "NotoSans-Bold",
            "NotoSans-Regular",
        )

    def test_the_head_stands_on_every_page_and_is_read_once(self) -> None:
        found = [one for one in pieces(export(many_rows()).data) if one.text.strip() == "Area"]
        assert [one.page for one in found] == list(range(len(found)))
        assert [one.artifact for one in found] == [False] + [True] * (len(found) - 1)

    def test_a_caption_stands_before_its_table(self) -> None:
        block = table(cell("text"), caption=(Text("caption"),), summary="not seen")
        assert lines(of(block)) == ["T", "caption", "head0", "text"]

    @pytest.mark.parametrize("style", ["banded", "ruled", "plain"])
    def test_each_look_says_the_same(self, style: TableStyle) -> None:
        found = read(export(every_kind(), Look(table=style)).data)
        assert found.split() == read(export(every_kind()).data).split()

    def test_a_row_with_too_few_cells_is_filled_up(self) -> None:
        block = replace(table(cell("a"), cell("b")), rows=((cell("only"),),))
        assert lines(of(block))[-1] == "only"

    def test_a_table_without_room_for_its_columns_stands_as_paragraphs(self) -> None:
        wide = table(*[cell(f"cell{number}") for number in range(40)])
        assert lines(of(wide)) == [
            "T",
            *[f"head{number}" for number in range(40)],
            *[f"cell{number}" for number in range(40)],
        ]


MANY = bullets(*[f"item {number}" for number in range(300)])
NESTED = List(
    tuple(ListItem((paragraph(f"outer {n}"), numbers("one", "two"))) for n in range(100)),
    ordered=True,
)
HIGH = Figure(Image(PIXEL, "image/png", 500, 2000), "high", caption=(Text("legend"),))
SPLITTING: dict[str, tuple[Block, ...]] = {
    "a list in a cell": (table(cell("a"), Cell((MANY,))),),
    "a nested list in a cell": (table(Cell((NESTED, paragraph("x " * 900))), cell("b"), rows=2),),
    "a table in a cell": (table(cell("a"), Cell((table(cell("b"), Cell((MANY,)), rows=2),))),),
    "everything in a callout": (Callout((MANY, table(Cell((NESTED,))), paragraph("x " * 900))),),
    "long facts": (Facts((Fact((Text("name " * 50),), (MANY, NESTED)),)),),
    "a callout in an item": (List((ListItem((Callout((MANY,)), table(Cell((MANY,))))),)),),
    "a head taller than a page": (Table((Column((Text("w " * 5000),)),), ((cell("a"),),) * 3),),
    "pictures taller than a page": (HIGH, table(Cell((HIGH, paragraph("x " * 900), HIGH)))),
    "callouts in callouts": (Callout((Callout((Callout((Callout((MANY,)),)),)),)),),
    "a long legend": (replace(HIGH, caption=(Text("legend " * 3000),)),),
    "empty blocks": (List(()), Facts(()), Callout(()), Table((), ()), Paragraph((LineBreak(),))),
}


class TestLayout:
    @pytest.mark.parametrize("blocks", SPLITTING.values(), ids=SPLITTING)
    @pytest.mark.parametrize("orientation", ["portrait", "landscape"])
    def test_whatever_is_taller_than_a_page_goes_on_on_the_next(
        self, blocks: tuple[Block, ...], orientation: str
    ) -> None:
        document = of(*blocks, orientation=orientation)
        found = pieces(export(document).data)
        bottom = 20 * 72 / 25.4 - 1
        assert min(one.baseline for one in found if not one.text.startswith("Page ")) > bottom
        assert sorted(words(read(export(document).data))) == sorted(
            words("\n".join(texts(document)))
        )

    def test_facts_name_and_value_stand_side_by_side(self) -> None:
        data = export(of(Facts((Fact((Text("Level"),), (paragraph("Senior"),)),)))).data
        name, value = find(data, "Level"), find(data, "Senior")
        assert name.baseline == pytest.approx(value.baseline)
        assert (name.font, value.left > name.right) == ("NotoSans-Bold", True)

    def test_a_callout_stands_in_a_box(self) -> None:
        data = export(of(paragraph("out"), Callout((paragraph("in"),)))).data
        assert find(data, "in").left > find(data, "out").left + 5

    def test_column_widths_follow_the_shares_above_the_least(self) -> None:
        assert column_widths([1, 3], [10, 10], 100) == [25, 75]
        assert column_widths([1, 9], [20, 10], 100) == [20, 80]
        assert column_widths([1, 1, 98], [20, 30, 10], 100) == [20, 30, 50]
        assert column_widths([1, 1], [50, 50], 100) == [50, 50]


class TestFigures:
    def test_a_figure_is_as_large_as_it_says_and_leads_to_its_link(self) -> None:
        image = Image(PIXEL, "image/png", 25.4, 50.8)
        figure = Figure(image, "alternative", "https://example.org/", (Text("caption"),))
        data = export(of(figure)).data
        note = opened(of(figure)).pages[0]["/Annots"][0].get_object()
        left, bottom, right, top = (float(number) for number in note["/Rect"])
        assert [right - left, top - bottom] == pytest.approx([72, 144])
        assert note["/A"]["/URI"] == "https://example.org/"
        assert find(data, "caption").baseline < bottom

    def test_a_jpeg_is_drawn_too(self) -> None:
        file = BytesIO()
        Pillow.new("RGB", (4, 4), "red").save(file, "JPEG")
        figure = Figure(Image(file.getvalue(), "image/jpeg", 10, 10), "red")
        assert len(opened(of(figure)).pages[0].images) == 1

    @pytest.mark.parametrize("data", [b"", b"no picture", PIXEL[:30]])
    def test_a_broken_picture_fails_at_its_place(self, data: bytes) -> None:
        figure = Figure(Image(data, "image/png", 10, 10), "the logo", place=PLACE)
        with pytest.raises(ExportFailed, match="the logo") as caught:
            export(of(figure))
        assert caught.value.problem.place == PLACE


class TestNotices:
    def test_a_character_without_a_shape_is_named_once_for_each_block(self) -> None:
        blocks = (replace(paragraph("😀 and 😀 and →"), place=PLACE), paragraph("😀"))
        first, second, third = export(of(*blocks)).notices
        assert "“😀” (U+1F600)" in first.message
        assert "[GRINNING FACE]" in first.message
        assert (first.place, first.path) == (PLACE, "summary")
        assert "“→” (U+2192)" in second.message
        assert third.place is None

    def test_a_cell_without_a_place_has_its_tables(self) -> None:
        (notice,) = export(of(replace(table(cell("→")), place=PLACE))).notices
        assert notice.place == PLACE

    def test_titles_are_looked_through_too(self) -> None:
        document = of(title=Text("→"))
        assert len(export(document).notices) == 1

    def test_a_font_that_is_not_there_is_told_once(self) -> None:
        (notice,) = export(every_kind(), Look(fonts=Fonts("Inter", "Inter"))).notices
        assert "“Inter”" in notice.message

    def test_a_plain_document_has_none(self) -> None:
        assert export(every_kind()).notices == ()

    def test_a_document_from_right_to_left_is_refused(self) -> None:
        with pytest.raises(ExportFailed, match="cannot yet be written"):
            export(of(direction="rtl"))

    @pytest.mark.parametrize("language", ["ar", "he", "ja", "zh-Hant", "ko", "th", "hi", "sr-Arab"])
    def test_a_document_in_a_script_that_is_not_set_is_refused(self, language: str) -> None:
        with pytest.raises(ExportFailed, match=f"the language “{language}”"):
            export(of(language=language))

    @pytest.mark.parametrize("language", ["de", "pl", "el", "uk", "vi", "az-Latn"])
    def test_latin_greek_and_cyrillic_are_set(self, language: str) -> None:
        assert export(of(language=language)).notices == ()

    def test_margins_without_room_between_them_are_refused(self) -> None:
        with pytest.raises(ExportFailed, match="margins"):
            export(of(), Look(page=Page(left=120, right=120)))

    def test_type_larger_than_the_page_is_refused(self) -> None:
        with pytest.raises(ExportFailed, match="larger than a page"):
            export(of(paragraph("text")), Look(fonts=Fonts(size=900)))


class TestDrawable:
    @pytest.mark.parametrize(
        ("text", "drawn"),
        [
            ("R&D <b> Zażółć Ελληνικά Кириллица Việt ½ − €", None),
            ("a → b", "a [RIGHTWARDS ARROW] b"),
            ("日", "[CJK UNIFIED IDEOGRAPH-65E5]"),
            ("שלום"[:1], "[HEBREW LETTER SHIN]"),
            ("नम"[:1], "[DEVANAGARI LETTER NA]"),
            ("\ue000\U0010ffff", "[U+E000][U+10FFFF]"),
            ("soft\u00adhyphen, z\u200bw\u200dj\ufeff\u2066\ufe0f", "softhyphen, zwj"),
            ("50\u00a0%\u202f5\u2007x\u2003y\u2028z\t", "50\u00a0%\u00a05\u00a0x y z "),
            ("\x00\x7f\ud800", ""),
            ("\ufffd", "[REPLACEMENT CHARACTER]"),
        ],
    )
    def test_it_is_what_stands_on_the_page(self, text: str, drawn: str | None) -> None:
        assert drawable(text) == (text if drawn is None else drawn)

    def test_named_characters_come_once_and_in_order(self) -> None:
        assert named("→ 😀 [→]\u200d") == ("→", "😀")

    def test_properties_hold_all_but_controls(self) -> None:
        assert recorded("a\x00\n→\ud800") == "a →"


ANY = st.text(st.characters(exclude_categories=()), max_size=30)


@settings(max_examples=40, deadline=None)
@given(ANY)
@example("<para><b>&amp;</b><img src='/etc/passwd'/><a href='x'>")
@example("\u00a0")
@example("{page} (\\) %s")
@example("\ufb00")
def test_any_text_is_drawn_as_it_is(text: str) -> None:
    inlines = (Text(text), Strong((Link((Text(text),), "https://example.org/" + text),)))
    block = Paragraph(inlines)
    language = text if script(text) in SCRIPTS else "en"
    document = Document(
        Meta("posting", Text(text), language, "ltr", "portrait", text, text, (text,), text),
        (Section("s", Text(text), (table(Cell((block, bullets(text))), caption=inlines), block)),),
    )
    drawn = "".join(one.text for one in pieces(export(document).data))
    assert as_read(drawable(text)) in as_read(drawn)


def as_read(text: str) -> str:
    """Give *text* as pdfium reads it: without white space, and with ligatures as their letters."""
    return re.sub(
        "[\ufb00-\ufb06]", lambda found: normalize("NFKC", found[0]), "".join(text.split())
    )
