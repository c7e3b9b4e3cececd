"""Every sample is PDF/UA-1 and PDF/A-2a, and says what its document says to whoever reads it."""

import io
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pytest
from pdf_extraction import EXTRACTORS, structure_text, words
from pdf_faults import faults
from pdf_samples import NAMES, PROJECT, RTL_LANGUAGES, file, heard, sample
from reader import Annotation, Node, Piece

from postingkit.document import Document, Facts, Table, texts
from postingkit.testing import landscape

LEFT_TO_RIGHT = [name for name in NAMES if sample(name).document.meta.direction == "ltr"]
RIGHT_TO_LEFT = [name for name in NAMES if name not in LEFT_TO_RIGHT]
RTL = re.compile("[\u0590-\u08ff]")
LANGUAGES = {"en", "de", "fr", "es", "it", "nl", "pl", "pt-BR", "ar", "he", "ja", "zh"}
EVERY = pytest.mark.parametrize("name", NAMES)


def on_disk(name: str, folder: Path) -> Path:
    path = folder / "sample.pdf"
    path.write_bytes(file(name))
    return path


def said(name: str) -> str:
    return "\n".join(texts(sample(name).document))


def pages(name: str) -> int:
    return len(pikepdf.open(io.BytesIO(file(name))).pages)


def test_the_samples_are_of_all_languages_and_sizes() -> None:
    assert {each.document.meta.language for each in PROJECT.values()} == LANGUAGES
    assert {sample(name).document.meta.language for name in RIGHT_TO_LEFT} == RTL_LANGUAGES
    sizes = [pages(name) for name in ("1 page", "10 pages", "200 pages")]
    assert sizes[0] == 1
    assert 10 <= sizes[1] < 20
    assert 200 <= sizes[2] < 320


@EVERY
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_conforms(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(file(name), profile=profile)
    failed = {f"{failure.rule_id}: {failure.message}" for failure in report.failures}
    assert (report.is_compliant, failed) == (True, set())


@EVERY
def test_its_structure_is_whole(name: str) -> None:
    assert faults(heard(name)) == []


@EVERY
def test_its_syntax_is_right(name: str) -> None:
    with pikepdf.open(io.BytesIO(file(name))) as pdf:
        assert pdf.check_pdf_syntax() == []


@EVERY
def test_its_properties_are_the_documents(name: str) -> None:
    meta, root = sample(name).document.meta, heard(name).pdf.Root
    with pikepdf.open(io.BytesIO(file(name))) as pdf, pdf.open_metadata() as properties:
        assert properties["dc:title"] == meta.title.text
        assert properties["dc:language"] == {meta.language}
        assert (properties["pdfuaid:part"], properties["pdfaid:part"]) == ("1", "2")
        assert str(pdf.docinfo.get("/Title")) == meta.title.text
    assert str(root.Lang) == meta.language
    direction = root.ViewerPreferences.get("/Direction", pikepdf.Name.L2R)
    assert direction == (pikepdf.Name.R2L if meta.direction == "rtl" else pikepdf.Name.L2R)


@pytest.mark.parametrize("name", LEFT_TO_RIGHT)
def test_it_says_the_documents_words_apart_and_in_order(name: str) -> None:
    assert words(heard(name).said) == words(said(name))


@pytest.mark.parametrize(
    "name",
    # It takes poppler most of a minute.
    [pytest.param(name, marks=pytest.mark.slow if name == "200 pages" else ())
     for name in LEFT_TO_RIGHT],
)  # fmt: skip
def test_poppler_reads_the_documents_words_along_the_structure(name: str, tmp_path: Path) -> None:
    assert words(structure_text(on_disk(name, tmp_path))) == words(said(name))


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_text_from_right_to_left_is_copied_exactly(
    name: str, extractor: str, tmp_path: Path
) -> None:
    found = bare(EXTRACTORS[extractor](on_disk(name, tmp_path)))
    # Latin sentences end at their left in a text from right to left, so those are left out.
    wanted = Counter(word for text in texts(sample(name).document) if RTL.search(text)
                     for word in bare(text))  # fmt: skip
    assert wanted - Counter(found) == Counter()
    # Rows are copied line by line, so the order of words is held outside of tables only.
    lost = [text for text in texts(without_tables(name)) if not stands_in(bare(text), found)]
    assert [text for text in lost if RTL.search(text)] == []


def bare(text: str) -> list[str]:
    """Split into words without what stands around them, which MuPDF puts at a line's other end."""
    return re.findall(r"[^\W\d]+|\d+", " ".join(words(text)))


def without_tables(name: str) -> Document:
    document = sample(name).document
    return replace(document, sections=tuple(
        replace(section, blocks=tuple(
            block for block in section.blocks if not isinstance(block, Table | Facts)))
        for section in document.sections))  # fmt: skip


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_text_from_right_to_left_is_in_the_structure(name: str) -> None:
    found, wanted = heard(name).said, said(name)
    assert sorted(re.sub(r"\W", "", found)) == sorted(re.sub(r"\W", "", wanted))


def stands_in(wanted: list[str], found: list[str]) -> bool:
    """Say whether the words *wanted* are *found* next to each other."""
    starts = (at for at, word in enumerate(found) if word == wanted[0])
    return any(found[at : at + len(wanted)] == wanted for at in starts)


@EVERY
def test_every_page_but_the_first_goes_on_where_the_last_ended(name: str) -> None:
    """Hold the order of what is painted against that of the tree, for readers that follow that."""
    pieces = list(painted_pieces(heard(name).root))
    assert [(before, after) for before, after in pairwise(pieces) if after < before] == []


def painted_pieces(node: Node) -> list[tuple[int, int]]:
    """Give page and MCID of all that a node holds, in the tree's order."""
    found: list[tuple[int, int]] = []
    for kid in node.kids:
        if isinstance(kid, Node):
            found += painted_pieces(kid)
        elif isinstance(kid, Piece):
            found.append((kid.page, kid.number))
    return found


def test_a_table_over_many_pages_is_one_and_its_head_is_said_once() -> None:
    root = heard("many_rows").root
    (table,) = root.all("Table")
    assert len(table.all("TR")) == 401
    assert [cell.attribute("/Scope") for cell in table.all("TH")[:2]] == ["/Column"] * 2
    assert len({place[0] for place in painted_pieces(table)}) > 5


def test_a_row_is_headed_by_its_first_cell() -> None:
    (table,) = heard("landscape").root.all("Table")
    rows = [[(cell.tag, str(cell.attribute("/Scope"))) for cell in row.nodes]
            for row in table.all("TR")]  # fmt: skip
    assert rows == [
        [("TH", "/Column")] * 4,
        [("TH", "/Row"), ("TD", "None"), ("TD", "None"), ("TD", "None")],
    ]


def test_a_comparison_lies_on_its_side() -> None:
    box = heard("landscape").pdf.pages[0].mediabox
    assert [round(float(each)) for each in box] == [0, 0, 842, 595]
    assert landscape().meta.orientation == "landscape"


def test_paper_is_as_large_as_it_shall_be() -> None:
    assert [round(float(each)) for each in heard("A3").pdf.pages[0].mediabox[2:]] == [
        842,
        1191,
    ]


def test_a_figure_says_its_alternative_and_is_in_its_link() -> None:
    root = heard("every_kind").root
    assert [str(figure.dictionary.Alt) for figure in root.all("Figure")] == [
        "One blue pixel",
        "The same pixel",
    ]
    targets = [str(note.A.URI) for link in root.all("Link") for note in notes(link)]
    assert list(dict.fromkeys(targets)) == [
        "https://example.org/jobs?a=1&b=2",
        "https://example.org/apply",
    ]


def notes(node: Node) -> list[pikepdf.Object]:
    """Give the annotations of an element."""
    return [kid.dictionary for kid in node.kids if isinstance(kid, Annotation)]


def test_lists_say_how_they_are_numbered() -> None:
    numbering = [
        str(each.attribute("/ListNumbering")) for each in heard("every_kind").root.all("L")
    ]
    assert numbering[:4] == ["/Disc", "/Disc", "/Decimal", "/Decimal"]


def test_words_in_other_languages_say_so() -> None:
    assert "auf Deutsch" in heard("every_kind").said_in("de")
    assert "Guten Tag." in heard("every_kind").said_in("de")
    assert "Auf Deutsch" in heard("every_kind").said_in("de")


def test_a_tables_summary_is_kept() -> None:
    (table, _) = heard("every_kind").root.all("Table")[:2]
    assert str(table.attribute("/Summary")) == "Areas of work with their share of the time"


def test_what_stands_in_the_margins_is_not_said() -> None:
    found = heard("10 pages")
    assert len(re.findall(r"Page\s*\d+\s*of\s*\d+", found.furniture)) == pages("10 pages")
    assert "Page 2 of" not in found.said
    assert found.furniture.count("Head") == found.furniture.count("Foot") == pages("10 pages")


def test_headings_are_bookmarks() -> None:
    with pikepdf.open(io.BytesIO(file("10 pages"))) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        assert title.title == "A Long Posting"
        assert [item.title for item in title.children][:2] == ["Part 0", "Part 10"]


def test_fonts_are_embedded_as_subsets() -> None:
    for name in ("every_kind", "hi", "th", "ko"):
        for each in heard(name).pdf.objects:
            if (
                isinstance(each, pikepdf.Dictionary)
                and each.get("/Type") == pikepdf.Name.FontDescriptor
            ):
                assert re.fullmatch(r"/[A-Z]{6}\+.+", str(each.FontName))
                assert "/FontFile2" in each or "/FontFile3" in each
