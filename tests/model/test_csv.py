"""CSV files of openings: whatever a cell holds comes back, or is told with its cell."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingkit.errors import InvalidInput, Problem
from postingkit.model.nodes import ListNode, MappingNode, Node
from postingkit.model.opening import Opening
from postingkit.model.reading import read_yaml
from postingkit.model.source import FORBIDDEN, normal
from postingkit.model.tables import TableRow, read_table
from postingkit.model.tables.columns import COLUMNS, ID, LISTS, PLACES, SINGLE, plain
from postingkit.model.tables.settings import OpeningSettings
from postingkit.model.validation import validated
from postingkit.model.values import Located

USUAL = OpeningSettings()


def read(
    folder: Path, content: str | bytes, settings: OpeningSettings = USUAL
) -> tuple[list[TableRow], list[Problem]]:
    path = folder / "t.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = list(read_table(path, settings))
    rows = [each for each in found if isinstance(each, TableRow)]
    problems = [problem for row in rows for problem in row.problems]
    return rows, [*(each for each in found if isinstance(each, Problem)), *problems]


def plainly(node: Node | None) -> object:
    match node:
        case MappingNode():
            return {key: plainly(value) for key, value in node.items()}
        case ListNode():
            return [plainly(item) for item in node]
        case _:
            return None if node is None else str(node)


def sound(folder: Path, content: str | bytes) -> list[object]:
    rows, problems = read(folder, content)
    assert problems == []
    return [plainly(row.node) for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("begin", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_usual_form_is_read(tmp_path: Path, delimiter: str, begin: str, end: str) -> None:
    rows = [["id", "role", "hours"], ["x", "a", "1; 2, 3\t4"], ["y", "b", 'a "b"']]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    assert sound(tmp_path, begin + text.getvalue()) == [
        {"role": "a", "hours": "1; 2, 3\t4"},
        {"role": "b", "hours": 'a "b"'},
    ]


@pytest.mark.parametrize("heading", ["Pay.Min", "pay min", "PAY_MIN", " pay-min ", "payMin"])
def test_headings_are_found_whatever_their_spelling(tmp_path: Path, heading: str) -> None:
    assert sound(tmp_path, f"id,role,{heading}\nx,a,1\n") == [{"role": "a", "pay": {"min": "1"}}]


def test_no_two_columns_have_one_spelling() -> None:
    assert len({plain(name) for name in COLUMNS}) == len(COLUMNS)


def fields_of(kind: type[Located], prefix: str) -> set[str]:
    return {f"{prefix}{name}" for name in kind.field_names()}


def test_every_field_has_its_columns() -> None:
    groups = {name.partition(".")[0] for name in COLUMNS if "." in name} - {"location"}
    expected = fields_of(Opening, "") - groups - {"locations"}
    assert {name for name in (*SINGLE, *LISTS) if "." not in name} == {*expected, ID}


def refusal(node: MappingNode) -> str:
    """Give what the model says against *node*, if anything."""
    try:
        validated(Opening, node)
    except InvalidInput as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", [name for name in COLUMNS if name not in {ID, "role"}])
def test_a_column_holds_what_the_model_knows(tmp_path: Path, name: str) -> None:
    rows, problems = read(tmp_path, f"id,role,{name}\nx,a,1\n")
    assert problems == []
    node = rows[0].node
    assert node is not None
    assert "There is no field" not in refusal(node)


def test_own_headings_stand_for_fields(tmp_path: Path) -> None:
    content = "Stellen-ID;Rolle;Notiz\nX 1;a;b\n"
    _, problems = read(tmp_path, content)
    assert problems[0].message == "The column “Stellen-ID” is none that is known."
    written = b"columns: {Stellen-ID: requisition, rolle: role}\nignore: [notiz]"
    settings = validated(OpeningSettings, read_yaml(written, "postingkit.yaml"))
    rows, problems = read(tmp_path, content, settings)
    assert problems == []
    assert [(row.id, plainly(row.node)) for row in rows] == [
        ("x-1", {"requisition": "X 1", "role": "a"})
    ]


def test_lists_are_lines_or_stand_between_semicolons(tmp_path: Path) -> None:
    text = 'id,role,benefits,eligible\nx,a,"one; and\ntwo",DE; US-NY ;\ny,a,one; two,AT\n'
    assert sound(tmp_path, text) == [
        {
            "role": "a",
            "benefits": ["one; and", "two"],
            "eligible": ["DE", {"country": "US", "region": "NY"}],
        },
        {"role": "a", "benefits": ["one", "two"], "eligible": ["AT"]},
    ]


def test_several_places_are_lists_beside_each_other(tmp_path: Path) -> None:
    text = "id,role,location.city,locations.country,location.street\nx,a,Wien; Graz,AT,; Ring 1\n"
    assert sound(tmp_path, text) == [
        {
            "role": "a",
            "locations": [
                {"country": "AT", "city": "Wien"},
                {"country": "AT", "city": "Graz", "street": "Ring 1"},
            ],
        }
    ]


def test_empty_rows_and_cells_are_not_there(tmp_path: Path) -> None:
    text = ",,\n\nid,role,hours,,\n,,\n\nx,a,  ,,\n"
    rows, problems = read(tmp_path, text)
    assert problems == []
    assert [(row.place.row, plainly(row.node)) for row in rows] == [(6, {"role": "a"})]


def test_the_sign_that_excel_is_told_of_is_no_row(tmp_path: Path) -> None:
    assert sound(tmp_path, "sep=;\nid;role\nx;a\n") == [{"role": "a"}]


@pytest.mark.parametrize("formula", ['=HYPERLINK("http://x")', "+1+1", "@SUM(A1)", "-2"])
def test_a_formula_is_the_text_that_was_typed(tmp_path: Path, formula: str) -> None:
    quoted = formula.replace('"', '""')
    assert sound(tmp_path, f'id,role,hours\nx,a,"{quoted}"\n') == [{"role": "a", "hours": formula}]


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (b"id,role\nx,a\ny,\xfc\n", "t.csv:3:1", "The file is not UTF-8 text; something in"),
        (b"id,role\nx,\xc3", "t.csv:2:1", "The file is not UTF-8 text; something in this"),
        ("id,role\nx,a".encode("utf-16"), "t.csv", "The file is not UTF-8 text, but UTF-16."),
        (b'id,role\n"x,a\n', "t.csv, row 2", "A quotation that begins in this row or above"),
        (b'id,role\n"x"y,a\n', "t.csv, row 2", "A quotation ends in the middle of a cell."),
        (b"id,role\n" + b"x" * 200_000, "t.csv, row 2", "A cell holds more text than any"),
        (b"id,role\nx,a\0\n", "t.csv, row 2, column role", "The character U+0000 (a control"),
        (b"id,role\nx,a,b\n", "t.csv, row 2, column C", "The cell stands below no heading."),
        (b"role\na\n", "t.csv, row 1", "There is no column “id” or “requisition”"),
        (b"id,role,Role\nx,a,b\n", "t.csv, row 1, column Role", "The columns “role” and “Role”"),
        (b"id,role\n,a\n", "t.csv, row 2", "The row has neither an id nor a requisition."),
        (b"id,role\nNUL,a\n", "t.csv, row 2, column id", "The id cannot be used: “NUL” is the"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, content: bytes, place: str, message: str
) -> None:
    _, problems = read(tmp_path, content)
    assert str(problems[0].place) == f"{tmp_path.as_posix()}/{place}"
    assert problems[0].message.startswith(message)


def test_a_table_of_ten_thousand_columns_is_told_once(tmp_path: Path) -> None:
    header = ",".join(["id", "role", *(f"x{number}" for number in range(9_998))])
    _, problems = read(tmp_path, f"{header}\n{',' * 9_999}\nx,a\n")
    assert [each.message for each in problems] == [
        "The table has 10,000 columns; at most 500 are read."
    ]


def test_of_very_many_unknown_columns_the_first_are_told(tmp_path: Path) -> None:
    header = ",".join(["id", "role", *(f"zzz{number}" for number in range(400))])
    _, problems = read(tmp_path, f"{header}\nx,a\n")
    assert len(problems) == 51
    assert problems[-1].message == "Another 350 columns are unknown."


@pytest.mark.parametrize("suffix", [".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".tsv"])
def test_other_kinds_of_tables_are_refused_in_words(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    path.write_bytes(b"")
    (problem,) = read_table(path, USUAL)
    assert isinstance(problem, Problem)
    assert problem.hint.startswith("Save it as")


def test_an_empty_file_holds_no_rows(tmp_path: Path) -> None:
    assert read(tmp_path, "") == ([], [])


TEXTS = st.text().filter(lambda text: not FORBIDDEN.search(text) and text.strip() != "")


@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from(",;\t"))
def test_any_text_in_any_cell_comes_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], delimiter: str
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "role", "hours"])
    writer.writerows([f"x{number}", "a", each] for number, each in enumerate(texts))
    read_back = sound(tmp_path_factory.getbasetemp(), text.getvalue())
    expected = [{"role": "a"} | {"hours": normal(each).strip()} for each in texts]
    assert read_back == expected


@given(st.binary(max_size=200) | st.text(alphabet='id,role\n";\t\r\0 xé', max_size=80))
def test_any_bytes_are_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, content: bytes | str
) -> None:
    read(tmp_path_factory.getbasetemp(), content)


def test_places_are_all_of_one_group() -> None:
    assert all(name.startswith("location.") for name in PLACES)
