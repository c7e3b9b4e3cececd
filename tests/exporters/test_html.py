import re
from dataclasses import replace

import pytest
from golden import check
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from postingkit.contrast import contrast
from postingkit.document import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    Image,
    Link,
    List,
    Meta,
    Paragraph,
    Section,
    Table,
    Text,
)
from postingkit.exporters.html import HtmlExporter
from postingkit.exporters.html.colours import readable
from postingkit.exporters.html.palette import dark, light
from postingkit.exporters.interface import NoOptions
from postingkit.languages import direction_of
from postingkit.look import Colours, Fonts, Look, Page
from postingkit.testing import (
    PIXEL,
    ExporterContract,
    bullets,
    cell,
    every_kind,
    numbers,
    paragraph,
    words,
)

INLINE = {"a", "em", "span", "strong"}
ONE_CELL = (cell("One"),)


def tree(document: Document, look: Look | None = None) -> html.HtmlElement:
    make = HtmlExporter().prepare(look or Look(), NoOptions())
    return html.document_fromstring(make(document).data.decode())


def page(*blocks: Block, meta: Meta | None = None) -> html.HtmlElement:
    section = Section("part", Text("Part"), blocks)
    return tree(Document(meta or Meta("posting", Text("Title")), (section,)))


def rules(document: Document, look: Look | None = None) -> str:
    return tree(document, look).findtext("head/style") or ""


def titled(title: str) -> Document:
    return Document(Meta("posting", Text(title)), ())


def body(root: html.HtmlElement) -> html.HtmlElement:
    (found,) = root.xpath("body")
    return found


def visible(element: html.HtmlElement) -> str:
    inner = "".join(visible(child) + (child.tail or "") for child in element)
    edge = "" if element.tag in INLINE else "\n"
    return f"{edge}{element.text or ''}{inner}{edge}"


class TestHtml(ExporterContract):
    exporter = HtmlExporter()

    def read(self, data: bytes) -> str:
        return visible(body(html.document_fromstring(data.decode())))

    def test_the_file_is_the_golden_one(self) -> None:
        check("html_every_kind.html", self.export(every_kind()).data.decode())


class TestPage:
    def test_it_says_its_language_and_direction(self) -> None:
        root = tree(Document(Meta("posting", Text("عنوان"), "ar", "rtl"), ()))
        assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")

    def test_its_title_is_the_first_heading_too(self) -> None:
        root = tree(titled("R&D <Engineer>"))
        assert root.findtext("head/title") == root.findtext("body/header/h1") == "R&D <Engineer>"

    def test_a_title_in_another_language_says_so(self) -> None:
        root = tree(Document(Meta("posting", Text("مهندس", "ar")), ()))
        headings = root.xpath("//title | //h1")
        assert [(one.get("lang"), one.get("dir")) for one in headings] == [("ar", "rtl")] * 2

    def test_its_properties_stand_in_the_head(self) -> None:
        root = tree(every_kind())
        found = {one.get("name"): one.get("content") for one in root.xpath("//meta[@name]")}
        assert found["description"] == "A document with everything in it."
        assert found["keywords"] == "Python, R&D"
        assert found["author"] == "Example"
        assert found["color-scheme"] == "light dark"

    def test_without_a_description_the_title_describes_it(self) -> None:
        (found,) = tree(titled("Engineer")).xpath("//meta[@name='description']/@content")
        assert found == "Engineer"

    def test_it_asks_no_address_for_anything(self) -> None:
        root = tree(every_kind())
        sources = root.xpath("//@src | //link/@href")
        assert sources
        assert all(source.startswith("data:") for source in sources)
        assert not root.xpath("//script | //iframe | //object")
        assert not re.search(r"url\(|@import", rules(every_kind()))

    def test_its_kind_and_orientation_are_classes(self) -> None:
        meta = Meta("comparison", Text("Roles"), orientation="landscape")
        assert body(tree(Document(meta, ()))).get("class") == "comparison landscape"


class TestSections:
    def test_a_section_is_named_by_its_heading(self) -> None:
        (section,) = page(paragraph("Text")).xpath("//section")
        (heading,) = section.xpath("h2")
        assert section.get("aria-labelledby") == heading.get("id") == "part"
        assert heading.text == "Part"

    def test_a_section_without_title_is_no_landmark(self) -> None:
        root = tree(replace(titled("T"), sections=(Section("lead", None, (paragraph("A"),)),)))
        assert root.xpath("//main/div[@id='lead']/p/text()") == ["A"]

    def test_every_id_is_there_once_whatever_the_keys(self) -> None:
        keys = ("a", "a", "a-2", "title", "b c", "b\tc", "", "ä/ö")
        sections = tuple(Section(key, Text("S"), ()) for key in keys)
        found = tree(replace(titled("T"), sections=sections)).xpath("//@id")
        assert found == ["title", "a", "a-2", "a-2-2", "title-2", "b-c", "b-c-2", "-", "ä-ö"]

    def test_a_foreign_heading_says_its_language(self) -> None:
        section = Section("x", Text("Aufgaben", "de"), ())
        (heading,) = tree(replace(titled("T"), sections=(section,))).xpath("//h2")
        assert (heading.get("lang"), heading.get("dir")) == ("de", None)


class TestInlines:
    def test_a_link_keeps_its_target(self) -> None:
        target = "https://example.org/jobs?a=1&b=2#<"
        (found,) = page(Paragraph((Link((Text("a link"),), target),))).xpath("//a/@href")
        assert found == "https://example.org/jobs?a=1&b=2#%3C"

    def test_a_target_that_could_run_is_no_link(self) -> None:
        root = page(Paragraph((Link((Text("words"),), "javascript:alert(1)"),)))
        assert root.xpath("//p/text()") == ["words"]

    @pytest.mark.parametrize(
        ("shown", "target", "kind"),
        [
            ("https://example.org", "https://example.org/", "address"),
            ("jobs@example.org", "mailto:jobs@example.org", "address"),
            ("jobs", "https://example.org/jobs", None),
        ],
    )
    def test_only_a_link_that_shows_its_address_is_called_one(
        self, shown: str, target: str, kind: str | None
    ) -> None:
        (link,) = page(Paragraph((Link((Text(shown),), target),))).xpath("//a")
        assert link.get("class") == kind

    def test_a_foreign_run_says_its_language_and_direction(self) -> None:
        (run,) = page(Paragraph((Text("Ask "), Text("سارة", "ar")))).xpath("//span")
        assert (run.get("lang"), run.get("dir"), run.text) == ("ar", "rtl", "سارة")

    def test_a_run_in_the_language_around_it_says_nothing(self) -> None:
        root = page(Paragraph((Text("Hallo", "de"),), language="de"))
        assert root.xpath("//p/@lang") == ["de"]
        assert not root.xpath("//span")

    def test_a_run_in_the_documents_language_within_a_foreign_block_says_so(self) -> None:
        root = page(Paragraph((Text("سلام "), Text("hello", "en")), language="ar"))
        assert root.xpath("//p/span/@*") == ["en", "ltr"]


class TestBlocks:
    def test_styles_become_classes(self) -> None:
        root = page(
            Paragraph((Text("A"),), style="lead"),
            Callout((paragraph("B"),), style="equal opportunity"),
            replace(bullets("C"), style="x"),
        )
        assert root.xpath("//p/@class")[0] == "lead"
        assert root.xpath("//div[@role='note']/@class") == ["callout equal-opportunity"]
        assert root.xpath("//ul/@class") == ["x"]

    def test_blocks_say_their_language(self) -> None:
        blocks: tuple[Block, ...] = (
            Paragraph((Text("A"),), language="ar"),
            replace(bullets("A"), language="ar"),
            Facts((Fact((Text("A"),), ()),), language="ar"),
            Table((Column((Text("A"),)),), (), language="ar"),
            Callout((), language="ar"),
            Figure(Image(PIXEL, "image/png", 1, 1), "A", language="ar"),
        )
        found = page(*blocks).xpath("//section/*[@lang='ar' and @dir='rtl']")
        assert [one.tag for one in found] == ["p", "ul", "dl", "table", "div", "div"]

    def test_numbers_count_from_their_start(self) -> None:
        root = page(List(numbers("A").items, ordered=True, start=4), numbers("B"))
        assert [one.get("start") for one in root.xpath("//ol")] == ["4", None]

    def test_a_list_in_an_item_is_nested(self) -> None:
        root = page(every_kind().sections[2].blocks[0])
        assert root.xpath("//section/ul/li/ul/li/text()") == ["Nested one", "Nested two"]

    def test_facts_are_pairs_of_name_and_value(self) -> None:
        fact = Fact((Text("Level"),), (paragraph("Senior"),))
        (group,) = page(Facts((fact,))).xpath("//dl[@class='facts']/div")
        assert [(one.tag, one.text) for one in group] == [("dt", "Level"), ("dd", "Senior")]

    def test_a_figure_has_its_alternative_size_link_and_caption(self) -> None:
        image = Image(PIXEL, "image/png", 25.4, 50.8)
        root = page(Figure(image, 'A "pixel"', "https://example.org/", (Text("Scan"),)))
        (picture,) = root.xpath("//figure/a[@href='https://example.org/']/img")
        assert picture.get("src").startswith("data:image/png;base64,iVBORw0KGgo")
        assert [picture.get(name) for name in ("alt", "width", "height")] == [
            'A "pixel"',
            "96",
            "192",
        ]
        assert root.xpath("//figcaption/text()") == ["Scan"]

    def test_nothing_is_written_for_blocks_without_content(self) -> None:
        root = page(List(()), Facts(()), Table((), ()))
        assert [one.tag for one in root.xpath("//section/*")] == ["h2"]


class TestTables:
    table = Table(
        columns=(
            Column((Text("Area"),), 2),
            Column((Text("Text"),), 5, "center"),
            Column((Text("Share"),), 1, "end"),
        ),
        rows=((cell("A"), cell("B"), cell("C")),),
        row_headers=True,
    )

    def test_columns_have_their_share_of_the_width(self) -> None:
        assert page(self.table).xpath("//col/@style") == [
            "width: 25.00%",
            "width: 62.50%",
            "width: 12.50%",
        ]

    def test_heads_name_their_columns_and_rows(self) -> None:
        root = page(self.table)
        assert root.xpath("//thead/tr/th[@scope='col']/text()") == ["Area", "Text", "Share"]
        assert root.xpath("//tbody/tr/th[@scope='row']/text()") == ["A"]
        assert root.xpath("//tbody/tr/td/text()") == ["B", "C"]

    def test_without_row_headers_the_first_cell_is_one_like_the_others(self) -> None:
        assert not page(replace(self.table, row_headers=False)).xpath("//tbody//th")

    def test_heads_without_words_are_no_heads(self) -> None:
        columns = (Column((Text(" "),)), Column((Text("B"),)))
        table = Table(columns, ((cell(), cell("b")),), row_headers=True)
        root = page(table)
        assert [one.tag for one in root.xpath("//tr/*")] == ["td", "th", "td", "td"]
        assert not page(replace(table, columns=(Column(()), Column(())))).xpath("//thead")

    def test_cells_are_aligned_as_their_column(self) -> None:
        found = page(self.table).xpath("//tr/*")
        assert [one.get("class") for one in found] == [None, "center", "end"] * 2

    def test_cells_know_their_columns_title_for_narrow_screens(self) -> None:
        assert page(self.table).xpath("//td/@data-label") == ["Text", "Share"]

    @pytest.mark.parametrize(
        ("caption", "summary", "label", "heading"),
        [
            ("Caption", "", None, None),
            ("Caption", "Summary", "Summary", None),
            ("", "Summary", "Summary", None),
            ("", "", None, "part"),
        ],
    )
    def test_a_table_has_a_name(
        self, caption: str, summary: str, label: str | None, heading: str | None
    ) -> None:
        inlines = (Text(caption),) if caption else ()
        root = page(replace(self.table, caption=inlines, summary=summary))
        (table,) = root.xpath("//table")
        assert (table.get("aria-label"), table.get("aria-labelledby")) == (label, heading)
        assert table.findtext("caption", "") == caption

    def test_a_cell_holds_real_lists_and_paragraphs(self) -> None:
        row = (cell("One", "Two"), Cell((numbers("Three"),)))
        root = page(Table((Column(()), Column(())), (row,)))
        assert root.xpath("//td/p/text() | //td/ol/li/text()") == ["One", "Two", "Three"]


class TestStylesheet:
    def test_it_holds_the_looks_fonts_and_sizes(self) -> None:
        written = rules(titled("T"), Look(fonts=Fonts("Georgia", "Verdana", 12)))
        assert '--font-body: "Georgia", system-ui' in written
        assert '--font-headings: "Verdana", system-ui' in written
        assert "--size-print: 12pt" in written

    def test_it_prints_on_the_looks_paper(self) -> None:
        look = Look(page=Page(215.9, 279.4, 10, 11, 12, 13.5))
        written = rules(titled("T"), look)
        assert "size: 215.9mm 279.4mm;" in written
        assert "margin: 10mm 11mm 12mm 13.5mm;" in written

    def test_a_landscape_page_is_turned(self) -> None:
        meta = Meta("comparison", Text("T"), orientation="landscape")
        assert "size: 297mm 210mm;" in rules(Document(meta, ()))

    def test_the_running_foot_is_worded_by_the_document(self) -> None:
        meta = Meta("posting", Text("T"), page_label='"{page}" z {pages}</style>')
        expected = r'content: "\22 " counter(page) "\22  z " counter(pages) "\3c /style>";'
        assert expected in rules(Document(meta, ()))

    @pytest.mark.parametrize(("columns", "width"), [(1, "40"), (4, "46"), (9, "64")])
    def test_more_columns_are_stacked_on_wider_screens(self, columns: int, width: str) -> None:
        table = Table((Column((Text("A"),)),) * columns, (ONE_CELL * columns,))
        document = replace(titled("T"), sections=(Section("x", None, (table,)),))
        assert f"@media screen and (max-width: {width}rem)" in rules(document)

    def test_the_style_of_tables_is_the_looks(self) -> None:
        written = {rules(titled("T"), Look(table=style)) for style in ("banded", "ruled", "plain")}
        assert len(written) == 3


class TestColours:
    def test_contrast_is_wcags(self) -> None:
        assert contrast("#000000", "#ffffff") == pytest.approx(21)
        assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)

    def test_a_readable_colour_stays_as_it_is(self) -> None:
        assert readable("#1f3a5f", "#ffffff") == "#1f3a5f"

    @given(*[st.from_regex(r"\A#[0-9a-f]{6}\Z")] * 4)
    @settings(max_examples=60, deadline=None)
    def test_all_text_of_any_theme_can_be_read(
        self, text: str, muted: str, accent: str, band: str
    ) -> None:
        colours = Colours(text, muted, accent, "#cccccc", band)
        for palette in (light(colours), dark(colours)):
            on_paper = (palette.text, palette.muted, palette.accent)
            on_band = (palette.text_on_band, palette.accent_on_band)
            assert min(contrast(one, palette.paper) for one in on_paper) >= 4.5
            assert min(contrast(one, palette.band) for one in on_band) >= 4.5


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("az-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("en", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_languages_direction_is_its_scripts(language: str, direction: str) -> None:
    assert direction_of(language) == direction


def hostile(text: str) -> Document:
    table = Table(
        columns=(Column((Text(f"A{text}"),)),),
        rows=((cell(f"A{text}"),),),
        caption=(Text(text),),
        summary=f"A{text}",
        row_headers=True,
    )
    blocks = (
        Paragraph((Text(text, text), Link((Text(text),), f"https://x/{text}")), style="s"),
        table,
        Figure(Image(PIXEL, "image/png", 1, 1), text, None, (Text(text),)),
    )
    meta = Meta("posting", Text(text), description=text, page_label=text)
    return Document(meta, (Section(text, Text(text), blocks),))


def tags(document: Document) -> list[str]:
    return [one.tag for one in tree(document, Look(fonts=Fonts(document.meta.title.text))).iter()]


@given(st.text(st.characters(), max_size=60))
@settings(max_examples=60, deadline=None)
@example("</style><script>alert(1)</script><!-- ")
@example("{{ meta }}{% raw %}")
@example("\ud800\x00\ufffe\U0001ffff\r")
def test_no_text_can_become_markup_or_break_the_file(text: str) -> None:
    assert tags(hostile(text)) == tags(hostile("plain"))


def test_the_same_words_stand_in_every_look() -> None:
    look = Look(Colours(accent="#ffd54d"), Fonts("Georgia", "Georgia", 12), Page(), "plain")
    expected = visible(body(tree(every_kind())))
    assert words(visible(body(tree(every_kind(), look)))) == words(expected)
