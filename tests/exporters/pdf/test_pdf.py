"""What every exporter must hold, and what the file says of itself and on the edges of its pages."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from unicodedata import lookup

import pytest
from golden import check
from pdf_pages import EDGES, MILLIMETRE, Shape, export, found, of, pieces, shapes
from pypdf import PdfReader
from reader import Annotation, Node, Piece, read

from postingkit.document import Document, Section, Text
from postingkit.errors import ExportFailed
from postingkit.exporters.pdf import PdfExporter
from postingkit.exporters.pdf.options import PdfOptions
from postingkit.look import Fonts, Logo, Look, Page
from postingkit.testing import (
    PIXEL,
    ExporterContract,
    every_kind,
    landscape,
    many_rows,
    only_a_title,
    paragraph,
)

A3 = Page(width=297, height=420)


class TestPdf(ExporterContract):
    exporter = PdfExporter()

    def read(self, data: bytes) -> str:
        return re.sub(r"\[([A-Z -]+)\]", named, read(data).said)

    def test_the_file_says_what_the_golden_one_says(self) -> None:
        file = read(self.export(every_kind()).data)
        check("pdf_every_kind.txt", "\n".join([*outline(file.root), ""]))


def named(found: re.Match[str]) -> str:
    """Give the character whose name stands on the page in its place."""
    try:
        return lookup(found[1])
    except KeyError:
        return found[0]


def outline(node: Node, depth: int = 0) -> list[str]:
    """Give a line for each element with what is said of it, and for each of its texts and links."""
    facts = [f"{key[1:]}={node.dictionary[key]}" for key in ("/Lang", "/Alt", "/ActualText")
             if key in node.dictionary]  # fmt: skip
    attributes = [f"{key}={value}" for key in ("Scope", "ListNumbering", "Summary")
                  if (value := node.attribute(f"/{key}")) is not None]  # fmt: skip
    lines = ["  " * depth + " ".join([node.tag, *facts, *attributes])]
    for kid in node.kids:
        match kid:
            case Node():
                lines += outline(kid, depth + 1)
            case Piece():
                lines.append("  " * depth + f"  {kid.text!r}")
            case Annotation():
                lines.append("  " * depth + f"  -> {kid.dictionary.A.URI}")
    return lines


def opened(document: Document, look: Look | None = None) -> Any:
    return PdfReader(BytesIO(export(document, look).data))


def titled(**meta: Any) -> Document:
    document = only_a_title()
    return replace(document, meta=replace(document.meta, **meta))


class TestFile:
    def test_its_properties_are_the_documents(self) -> None:
        info = opened(every_kind()).metadata
        assert (info.title, info.author) == ("Every Kind & <All>", "Example")
        assert info.subject == "A document with everything in it."
        assert info["/Keywords"] == "Python, R&D"

    def test_its_properties_hold_any_script(self) -> None:
        title = "Entwickler日本 (m/w/d) 😀\\"
        info = opened(titled(title=Text(title), organization="Ζεύς")).metadata
        assert (info.title, info.author) == (title, "Ζεύς")

    def test_it_says_its_language_and_shows_its_title(self) -> None:
        root = opened(of(language="de-AT")).trailer["/Root"]
        assert root["/Lang"] == "de-AT"
        assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - a PDF's own

    @pytest.mark.parametrize("archive", [True, False])
    def test_it_is_for_archives_unless_a_template_says_otherwise(
        self,
        archive: bool,  # noqa: FBT001 - a value to compare
    ) -> None:
        data = PdfExporter().prepare(Look(), PdfOptions(archive=archive))(only_a_title()).data
        metadata = PdfReader(BytesIO(data)).trailer["/Root"]["/Metadata"].get_data()  # type: ignore[index]  # a dictionary
        assert (b"pdfaid:part" in metadata, b"pdfuaid:part" in metadata) == (archive, True)

    def test_the_title_and_each_section_with_a_title_have_a_bookmark(self) -> None:
        file = opened(every_kind())
        title, sections = file.outline
        assert title.title == "Every Kind & <All>"
        assert [one.title for one in sections][:3] == ["Inlines", "Lists", "Tables"]
        assert file.get_destination_page_number(sections[-1]) == 1

    def test_a_bookmark_holds_any_text_and_leads_to_its_heading(self) -> None:
        document = replace(of(), sections=(Section("s", Text("(日本) \\ 😀"), ()),))
        (_, (entry,)) = opened(document).outline
        heading = pieces(document)[1]
        assert entry.title == "(日本) \\ 😀"
        assert heading.baseline < entry.top < heading.baseline + 2 * heading.size


class TestPaper:
    @pytest.mark.parametrize("paper", [Page(), A3, Page(width=215.9, height=279.4)])
    def test_it_is_the_looks(self, paper: Page) -> None:
        upright, sideways = (
            opened(document, Look(page=paper)).pages[0].mediabox
            for document in (only_a_title(), landscape())
        )
        wanted = pytest.approx((paper.width * MILLIMETRE, paper.height * MILLIMETRE), abs=0.01)
        assert (upright.width, upright.height) == wanted
        assert (sideways.height, sideways.width) == wanted

    def test_text_stands_within_the_margins(self) -> None:
        look = Look(page=replace(A3, left=50, right=70, top=40, bottom=30))
        text = [one for one in pieces(of(paragraph("word " * 3000)), look) if not one.artifact]
        assert min(one.left for one in text) >= 50 * MILLIMETRE
        assert max(one.right for one in text) <= (297 - 70) * MILLIMETRE
        assert min(one.baseline for one in text) > 30 * MILLIMETRE
        assert max(one.baseline for one in text) < (420 - 40) * MILLIMETRE

    def test_margins_without_room_between_them_are_refused(self) -> None:
        with pytest.raises(ExportFailed, match="margins"):
            export(of(), Look(page=Page(left=120, right=120)))

    def test_type_larger_than_the_page_is_drawn_all_the_same(self) -> None:
        data = export(of(paragraph("text text")), Look(fonts=Fonts(size=900))).data
        assert read(data).said.split() == ["T", "text", "text"]


class TestFurniture:
    def test_each_page_tells_its_number_and_how_many_there_are(self) -> None:
        document = replace(many_rows(), meta=titled(page_label="S. {page}/{pages}").meta)
        feet = [one for one in pieces(document) if one.text.startswith("S. ")]
        assert [one.text for one in feet] == [
            f"S. {number}/{len(feet)}" for number in range(1, len(feet) + 1)
        ]
        assert len(feet) > 5
        assert all(one.artifact for one in feet)

    def test_a_page_label_is_no_format_string(self) -> None:
        label = "{0} {pages.__class__} {page}"
        assert found(of(page_label=label), "{0} {pages.__class__} 1")[0].artifact

    def test_a_header_stands_above_and_a_footer_below_the_text(self) -> None:
        document = of(paragraph("text"), header="Above", footer="Below")
        above, below, number, text = found(document, "Above", "Below", "Page 1 of 1", "text")
        assert above.baseline > text.baseline > below.baseline == number.baseline
        assert above.left == pytest.approx(below.left, abs=1)
        assert above.left == pytest.approx(EDGES[0], abs=1)
        assert number.right == pytest.approx(EDGES[1], abs=2)

    def test_a_long_footer_makes_room_for_the_number(self) -> None:
        furniture = [one for one in pieces(of(footer="long " * 400)) if one.artifact]
        number = next(one for one in furniture if one.text.startswith("Page"))
        assert all(one.right < number.left for one in furniture if one is not number)
        assert all(0 < one.baseline < EDGES[0] for one in furniture)


class TestMasthead:
    def test_a_bar_stands_above_the_title_where_the_look_asks_for_one(self) -> None:
        (bar,), none = (shapes(of(), Look(accent=accent)) for accent in ("bar", "none"))
        (title,) = found(of(), "T")
        assert (bar.left, bar.right) == pytest.approx(EDGES, abs=0.1)
        assert bar.bottom > title.baseline + title.size / 2
        assert none == []

    @pytest.mark.parametrize("alternative", ["", "The blue mark"])
    def test_a_logo_stands_first_and_says_whose_it_is(self, alternative: str) -> None:
        look = Look(logo=Logo(PIXEL, "image/png", 30, 10, alternative))
        document = titled(organization="Globex")
        file = read(export(document, look).data)
        (picture,) = (one for one in shapes(document, look) if one.is_picture)
        assert [node.tag for node in file.root.nodes[0].nodes] == ["Figure", "H1"]
        assert str(file.root.all("Figure")[0].dictionary.Alt) == (alternative or "Globex")
        assert size(picture) == pytest.approx((30 * MILLIMETRE, 10 * MILLIMETRE), abs=0.1)

    def test_a_logo_is_never_larger_than_its_page_can_take(self) -> None:
        look = Look(logo=Logo(PIXEL, "image/png", 3000, 3000))
        (picture,) = (one for one in shapes(only_a_title(), look) if one.is_picture)
        width, height = size(picture)
        assert width == pytest.approx(height, abs=0.1)
        assert height < 257 * MILLIMETRE / 3


def size(shape: Shape) -> tuple[float, float]:
    return shape.right - shape.left, shape.top - shape.bottom
