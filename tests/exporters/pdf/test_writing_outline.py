"""Bookmarks: which entry holds which, and where each leads."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader
from writing_samples import document, file, opened, sheets

from postingkit.exporters.pdf.writing import Bookmark


def outlined(*levels: int) -> bytes:
    marks = [Bookmark(f"{place}", level, 0, 700) for place, level in enumerate(levels)]
    return file(sheets(), document(), marks)


def titles(entries: Any) -> list[Any]:
    return [titles(each) if isinstance(each, list) else each.title for each in entries]


def test_entries_are_held_by_the_one_before_them_of_a_lower_level() -> None:
    assert titles(PdfReader(BytesIO(outlined(0, 1, 2, 1, 0, 1))).outline) == [
        "0",
        ["1", ["2"], "3"],
        "4",
        ["5"],
    ]


def test_levels_may_be_left_out() -> None:
    assert titles(PdfReader(BytesIO(outlined(2, 0, 3, 1))).outline) == ["0", "1", ["2", "3"]]


def test_all_entries_are_open() -> None:
    pdf = opened(outlined(0, 1, 2, 1))
    assert (pdf.Root.Outlines.Count, pdf.Root.Outlines.First.Count) == (4, 3)
    assert pdf.Root.PageMode == "/UseOutlines"


def test_an_entry_leads_to_its_place() -> None:
    mark = Bookmark("Über uns – 会社", 0, 1, 512.25)
    pdf = opened(file(sheets(2), document(), [mark]))
    entry = pdf.Root.Outlines.First
    assert entry.Title == mark.title
    page, kind, left, top, zoom = entry.Dest
    assert page.objgen == pdf.pages[1].obj.objgen
    assert (kind, left, float(top), zoom) == ("/XYZ", None, 512.25, None)


def test_without_bookmarks_there_is_no_outline() -> None:
    catalog = opened(file(sheets(), document())).Root
    assert "/Outlines" not in catalog
    assert catalog.PageMode == "/UseNone"
