"""The structure tree: which elements reach the file, and what is said of each."""

from typing import Any

import pytest
from pdf_faults import faults
from pikepdf import Array, Dictionary, Name
from reader import read
from writing_samples import area, cell, document, everything, file, opened, paint, sheets

from postingkit.exporters.pdf.sheets import Sheet
from postingkit.exporters.pdf.structure import Element


def tree(made: list[Sheet], root: Element) -> Any:
    return opened(file(made, root)).Root.StructTreeRoot


def first(made: list[Sheet], root: Element) -> Any:
    return tree(made, root).K.K


def outline(found: Any) -> tuple[object, ...]:
    """Name an element and those below it."""
    held = found.get("/K", Array())
    kids = list(held) if isinstance(held, Array) else [held]
    below = [outline(kid) for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]
    return (str(found.S)[1:], *below)


def said(element: Element) -> Any:
    made, root = sheets(), document()
    root.kids.append(element)
    paint(made[0], element)
    return first(made, root)


def test_elements_without_content_do_not_reach_the_file_but_cells_do() -> None:
    made, root = sheets(), document()
    root.add("P").add("Span")
    row = root.add("Table").add("TR")
    cell(made[0], row, "TH")
    row.add("TD")
    root.add("L").add("LI")
    assert outline(tree(made, root).K) == ("Document", ("Table", ("TR", ("TH", ("P",)), ("TD",))))


def test_a_document_without_content_is_one_element() -> None:
    assert outline(tree(sheets(), document()).K) == ("Document",)


def test_a_mark_on_the_elements_own_page_is_a_number() -> None:
    made, root = sheets(2), document()
    paint(made[1], root.add("P"))
    pdf = opened(file(made, root))
    paragraph = pdf.Root.StructTreeRoot.K.K
    assert (paragraph.K, paragraph.Pg.objgen) == (0, pdf.pages[1].obj.objgen)


def test_an_element_that_runs_on_names_the_other_pages() -> None:
    made, root = sheets(2), document()
    paragraph = root.add("P")
    for sheet in made:
        paint(sheet, paragraph)
    pdf = opened(file(made, root))
    own, other = pdf.Root.StructTreeRoot.K.K.K
    assert (own, other.MCID, other.Type) == (0, 0, Name.MCR)
    assert other.Pg.objgen == pdf.pages[1].obj.objgen


def test_the_way_back_leads_from_each_mark_to_its_element() -> None:
    made, root = sheets(2), document()
    for sheet in (made[0], made[0], made[1]):
        paint(sheet, root.add("P"))
    found = tree(made, root)
    numbers = list(found.ParentTree.Nums)
    assert [numbers[0], numbers[2], found.ParentTreeNextKey] == [0, 1, 2]
    way_back = [each.objgen for page in (numbers[1], numbers[3]) for each in page]
    assert way_back == [each.objgen for each in found.K.K]


def test_a_link_is_tied_to_its_place() -> None:
    made, root = sheets(), document()
    link = root.add("P").add("Link")
    paint(made[0], link)
    made[0].link(area(), link)
    found = tree(made, root)
    element = found.K.K.K
    mark, place = element.K
    annotation = place.Obj
    assert (mark, place.Type, annotation.StructParent) == (0, Name.OBJR, 1)
    assert list(found.ParentTree.Nums)[3].objgen == element.objgen
    assert annotation.Contents == "Apply"


def test_equal_places_are_two() -> None:
    made, root = sheets(), document()
    paint(made[0], root.add("H1"))
    for _ in range(2):
        link = root.add("P").add("Link")
        paint(made[0], link)
        made[0].link(area(), link)
    data = file(made, root)
    assert faults(read(data)) == []
    assert [each.StructParent for each in opened(data).pages[0].obj.Annots] == [1, 2]


def test_a_link_that_may_not_be_led_to_is_but_text() -> None:
    made, root = sheets(), document()
    link = root.add("P").add("Link")
    paint(made[0], link)
    made[0].link(area(target="javascript:alert(1)"), link)
    pdf = opened(file(made, root))
    assert outline(pdf.Root.StructTreeRoot.K) == ("Document", ("P", ("Span",)))
    assert "/Annots" not in pdf.pages[0].obj


@pytest.mark.parametrize(
    ("element", "attributes"),
    [
        (Element("TH", scope="Row"), {"/O": Name.Table, "/Scope": Name.Row}),
        (Element("TD", columns=3), {"/O": Name.Table, "/ColSpan": 3}),
        (
            Element("TH", scope="Column", columns=2),
            {"/O": Name.Table, "/Scope": Name.Column, "/ColSpan": 2},
        ),
        (Element("L", numbering="Decimal"), {"/O": Name.List, "/ListNumbering": Name.Decimal}),
        (Element("Table", summary="R\\D (1"), {"/O": Name.Table, "/Summary": "R\\D (1"}),
    ],
)
def test_attributes_are_those_of_the_tag(element: Element, attributes: dict[str, object]) -> None:
    assert dict(said(element).A) == attributes


def test_a_figure_has_an_alternative_and_a_place() -> None:
    found = said(Element("Figure", alternative="Zeichen – 印", box=(1, 2, 3.25, 4)))
    assert (found.Alt, found.A.O, found.A.Placement) == ("Zeichen – 印", Name.Layout, Name.Block)
    assert list(map(float, found.A.BBox)) == [1, 2, 3.25, 4]


def test_notes_have_names_of_their_own() -> None:
    made, root = sheets(), document()
    for _ in range(2):
        paint(made[0], root.add("Note"))
    found = tree(made, root)
    names = list(found.IDTree.Names)
    assert [(str(note.ID), note.objgen) for note in found.K.K] == [
        (str(names[0]), names[1].objgen),
        (str(names[2]), names[3].objgen),
    ]


def test_an_element_says_its_language() -> None:
    assert said(Element("P", language="ar")).Lang == "ar"
    assert "/Lang" not in said(Element("P"))


def test_elements_may_lie_deep_in_each_other() -> None:
    made, root = sheets(), document()
    element = root
    for _ in range(200):
        element = element.add("Div")
    paint(made[0], element.add("H1"))
    assert faults(read(file(made, root))) == []


def test_a_long_table_is_whole() -> None:
    made, root, bookmarks = everything(1, rows=400)
    data = file(made, root, bookmarks)
    assert faults(read(data)) == []
    assert len(opened(data).Root.StructTreeRoot.ParentTree.Nums[1]) == len(made[0].marked)
