"""Excel files of openings: values as their formats say, and nothing that could do harm."""

import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model.source import FORBIDDEN, normal
from postingkit.model.tables import TableRow, read_table
from postingkit.model.tables.excel_values import written
from postingkit.model.tables.grid import CellFault
from postingkit.model.tables.settings import OpeningSettings
from postingkit.model.tables.xlsx_files import xlsx_grid
from postingkit.model.values import PlainText

USUAL = OpeningSettings()
HEADER = ("id", "role", "hours")
DAY = date(2026, 12, 15)
CELL = "t.xlsx, sheet Sheet, row 2, column hours"


def workbook(*rows: Sequence[object]) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append([*row])
    return book, sheet


def saved(folder: Path, book: Workbook) -> Path:
    path = folder / "t.xlsx"
    book.save(path)
    return path


def hours(path: Path) -> list[str]:
    found = list(read_table(path, USUAL))
    assert [each for each in found if isinstance(each, Problem)] == []
    nodes = [each.node for each in found if isinstance(each, TableRow)]
    return [str(node.get("hours", "")) if node is not None else "broken" for node in nodes]


def told(path: Path) -> list[str]:
    found = list(read_table(path, USUAL))
    problems = [each for each in found if isinstance(each, Problem)]
    problems += [each for row in found if isinstance(row, TableRow) for each in row.problems]
    return [f"{each.place}: {each.message}".replace(path.as_posix(), "t.xlsx") for each in problems]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("00123", "General", "00123"),
        ("=x"[1:], "@", "x"),
        (40, "General", "40"),
        (40.0, "0.00", "40"),
        (65000.0, '#,##0.00 "€"', "65000"),
        (65000.5, "$#,##0.00", "65000.5"),
        (65.125, "General", "65.1250"),
        (0.1 + 0.2, "General", "0.3"),
        (1e15, "General", "1000000000000000"),
        (1067, "00000", "01067"),
        (1067, "00000;-00000", "01067"),
        (106700, "00000", "106700"),
        (0.1, "0%", "10 %"),
        (0.125, "0.0%", "12.5 %"),
        (1, "0%", "100 %"),
        (True, "General", "true"),
        (DAY, "dd.mm.yyyy", "2026-12-15"),
        (datetime.combine(DAY, time()), "yyyy-mm-dd", "2026-12-15"),
        (datetime.combine(DAY, time(8, 30)), "yyyy-mm-dd hh:mm", "2026-12-15 08:30"),
        (time(8, 30), "hh:mm", "08:30"),
        (timedelta(hours=40, minutes=5), "[h]:mm", "40:05"),
    ],
)
def test_a_value_is_what_its_format_makes_of_it(
    tmp_path: Path, value: object, number_format: str, text: str
) -> None:
    book, sheet = workbook(HEADER, ("x", "a", value))
    sheet["C2"].number_format = number_format
    assert hours(saved(tmp_path, book)) == [text]


def test_a_number_beyond_all_measure_is_told() -> None:
    for value in (float("inf"), float("nan"), 1e300):
        assert isinstance(written(value, None), CellFault)


def test_empty_rows_are_passed_over_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    book, sheet = workbook((), HEADER, (), ("x", "a", "1"), ())
    sheet["B9"], sheet["A9"] = "a", "y"
    found = list(read_table(saved(tmp_path, book), USUAL))
    assert [(row.id, row.place.row) for row in found if isinstance(row, TableRow)] == [
        ("x", 4),
        ("y", 9),
    ]


def test_the_first_sheet_that_is_not_hidden_is_read(tmp_path: Path) -> None:
    book, sheet = workbook(("secret",))
    sheet.sheet_state = "hidden"
    book.create_sheet("Two").append(HEADER)
    book["Two"].append(("x", "a", "1"))
    book.create_sheet("Three").append(HEADER)
    path = saved(tmp_path, book)
    assert hours(path) == ["1"]
    (row,) = read_table(path, USUAL)
    assert isinstance(row, TableRow)
    assert row.place.sheet == "Two"


def test_a_sheet_can_be_named_hidden_or_not(tmp_path: Path) -> None:
    place = FilePlace("postingkit.yaml", 1, 1)
    book, _ = workbook(HEADER)
    book.create_sheet("Two").sheet_state = "hidden"
    path = saved(tmp_path, book)
    assert xlsx_grid(path, PlainText("Two", place)).sheet == "Two"
    with pytest.raises(InvalidInput, match=r"has no sheet “Too”\. Did you mean “Two”") as refused:
        xlsx_grid(path, PlainText("Too", place))
    assert refused.value.problems[0].place == place


def test_a_formula_has_the_value_that_was_calculated(tmp_path: Path) -> None:
    book, _ = workbook(HEADER, ("x", "a", "=1+1"))
    path = changed(
        saved(tmp_path, book), "sheet1", lambda xml: xml.replace(b"<v></v>", b"<v>2</v>")
    )
    assert hours(path) == ["2"]


def test_a_formula_that_was_never_calculated_is_told(tmp_path: Path) -> None:
    book, _ = workbook(HEADER, ("x", "a", '=HYPERLINK("http://x")'), ("y", "a", "1"))
    path = saved(tmp_path, book)
    assert told(path) == [f"{CELL}: The cell holds a formula that no program has calculated yet."]
    assert hours(path) == ["broken", "1"]


def test_an_error_is_told(tmp_path: Path) -> None:
    book, _ = workbook(HEADER, ("x", "a", "#REF!"))
    assert told(saved(tmp_path, book)) == [f"{CELL}: The cell holds the error “#REF!”."]


def test_cells_that_are_merged_over_rows_are_told(tmp_path: Path) -> None:
    book, sheet = workbook(HEADER, ("x", "a", "1"), ("y", "a", ""))
    sheet.merge_cells("C2:C3")
    assert told(saved(tmp_path, book)) == [
        "t.xlsx, sheet Sheet, row 2, column C: The cells of rows 2 to 3 are merged here."
    ]


def test_cells_that_are_merged_in_a_row_are_one(tmp_path: Path) -> None:
    book, sheet = workbook(HEADER, ("x", "a", "1"))
    sheet.merge_cells("C2:D2")
    assert hours(saved(tmp_path, book)) == ["1"]


def test_escaped_characters_are_judged_unescaped(tmp_path: Path) -> None:
    book, _ = workbook(HEADER, ("x", "a", "one_x0007_"), ("y", "a", "one_x000D_\ntwo"))
    path = saved(tmp_path, book)
    assert told(path) == [
        f"{CELL}: The character U+0007 (a control character) may not stand in a text."
    ]
    assert hours(path)[1] == "one\ntwo"


# What could do harm


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Change the parts of the Excel file at *path* whose names hold *part*."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, change(data) if part in name else data)
    return path


SHARED = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
INLINE = re.compile(rb't="inlineStr"><is>(.*?)</is></c>')


def as_excel_saves_it(path: Path) -> Path:
    """Move the texts of the sheet into a part of their own, as Excel does but openpyxl does not."""
    with zipfile.ZipFile(path) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    texts = INLINE.findall(sheet)
    numbers = iter(range(len(texts)))
    sheet = INLINE.sub(lambda _: b't="s"><v>%d</v></c>' % next(numbers), sheet)
    changed(path, "sheet1", lambda _: sheet)
    changed(path, "[Content_Types]", lambda xml: xml.replace(b"</Types>", SHARED))
    namespace = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    items = b"".join(b"<si>%s</si>" % text for text in texts)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", b'<sst xmlns="%s">%s</sst>' % (namespace, items))
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Give the path of an Excel file with one row."""
    return as_excel_saves_it(saved(tmp_path, workbook(HEADER, ("x", "a", "1"))[0]))


def test_texts_may_stand_in_a_part_of_their_own(sound: Path) -> None:
    assert hours(sound) == ["1"]


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'
ELSEWHERE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("entity", [BOMB, ELSEWHERE])
@pytest.mark.parametrize("part", ["sheet1", "sharedStrings", "workbook.xml", "styles", ".rels"])
def test_entities_are_refused(sound: Path, entity: bytes, part: str) -> None:
    def with_entity(xml: bytes) -> bytes:
        head, end, rest = xml.partition(b"?>") if xml.startswith(b"<?") else (b"", b"", xml)
        return head + end + b" " * 100_000 + entity + rest

    (problem,) = told(changed(sound, part, with_entity))
    assert "has a document type in" in problem


def test_entities_in_another_encoding_are_refused(sound: Path) -> None:
    xml = b"<?xml version='1.0' encoding='utf-16'?>" + BOMB + b"<worksheet/>"
    (problem,) = told(changed(sound, "sheet1", lambda _: xml.decode().encode("utf-16")))
    assert "has a document type in" in problem


def test_a_part_that_unpacks_to_very_much_is_refused(sound: Path) -> None:
    (problem,) = told(changed(sound, "sharedStrings", lambda xml: xml + b" " * 100_000_000))
    assert problem == (
        "t.xlsx: The file has a part “xl/sharedStrings.xml” that grows too large when it is "
        "unpacked."
    )


def test_xml_is_judged_whatever_its_name(sound: Path) -> None:
    with zipfile.ZipFile(sound, "a") as package:
        package.writestr("xl/harmless.dat", BOMB + b"<a/>")
    (problem,) = told(sound)
    assert "has a document type in “xl/harmless.dat”" in problem


def test_very_many_parts_are_refused(sound: Path) -> None:
    with zipfile.ZipFile(sound, "a") as package:
        for number in range(5_001):
            package.writestr(f"x{number}", "")
    assert "parts, more than any table needs" in told(sound)[0]


def test_a_part_that_stands_there_twice_is_refused(sound: Path) -> None:
    with (
        pytest.warns(UserWarning, match="Duplicate"),
        zipfile.ZipFile(sound, "a") as package,
    ):
        package.writestr("xl/workbook.xml", "<a/>")
    assert told(sound) == ["t.xlsx: The file holds a part twice."]


def test_macros_are_refused(sound: Path) -> None:
    with zipfile.ZipFile(sound, "a") as package:
        package.writestr("xl/vbaProject.bin", b"")
    assert told(sound) == ["t.xlsx: The file holds macros, which are never opened."]


def test_a_locked_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500)
    assert told(path) == [
        "t.xlsx: The file is locked with a password, or of Excel's kind from before 2007."
    ]


@pytest.mark.parametrize("row", ["1048577", "99999999999999"])
def test_a_row_that_no_sheet_has_costs_no_time(sound: Path, row: str) -> None:
    changed(sound, "sheet1", lambda xml: xml.replace(b'r="2"', f'r="{row}"'.encode()))
    assert hours(sound) == []


@pytest.mark.parametrize("content", [b"", b"PK", b"id,role\nx,a\n", b"PK\x03\x04" + b"\0" * 100])
def test_what_is_no_excel_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)
    (problem,) = told(path)
    assert problem.startswith("t.xlsx: The file is no Excel file, or damaged:")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = told(tmp_path / "t.xlsx")
    assert "The file cannot be read" in problem


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_read_or_told(tmp_path: Path, data: st.DataObject) -> None:
    book, _ = workbook(HEADER, ("x", "a", 1.5), ("y", "b", date(2026, 1, 1)))
    path = as_excel_saves_it(saved(tmp_path, book))
    part = data.draw(st.sampled_from(["sheet1", "sharedStrings", "styles", "workbook.xml", "rels"]))
    where = data.draw(st.floats(0, 1))
    with_what = data.draw(st.sampled_from([b"", b"<", b"999", b"x", b"&", b'"', b"\xff", b"<f/>"]))

    def damaged(xml: bytes) -> bytes:
        at = int(where * len(xml))
        return xml[:at] + with_what + xml[at + 3 :]

    list(read_table(changed(path, part, damaged), USUAL))


@given(st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bytes_cut_out_of_a_file_are_told(tmp_path: Path, garbage: bytes) -> None:
    buffer = BytesIO()
    workbook(HEADER)[0].save(buffer)
    path = tmp_path / "t.xlsx"
    path.write_bytes(buffer.getvalue()[: len(garbage) * 10] + garbage)
    assert told(path)


TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    lambda text: text.strip() and not text.startswith(("=", "#")) and not FORBIDDEN.search(text)
)


@given(st.lists(TEXTS, min_size=1, max_size=3))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_in_any_cell_comes_back(tmp_path: Path, texts: list[str]) -> None:
    book, _ = workbook(HEADER, *((f"x{number}", "a", each) for number, each in enumerate(texts)))
    assert hours(saved(tmp_path, book)) == [normal(each).strip() for each in texts]
