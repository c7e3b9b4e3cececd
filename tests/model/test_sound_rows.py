"""Rows that nothing is wrong with: the short way gives just what the long way gives, or nothing."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postingkit.errors import InvalidInput
from postingkit.model.opening import Opening
from postingkit.model.sound_rows import MOST_KEPT, SoundRows
from postingkit.model.tables import RawRow, open_table
from postingkit.model.tables.columns import COLUMNS
from postingkit.model.tables.settings import OpeningSettings
from postingkit.model.values import Located, Words

USUAL = OpeningSettings(ignore=())
SOUND = {
    "id": ("", "a", "b-1"),
    "role": ("clerk", "buyer"),
    "requisition": ("R-1", "Ä 2/3", "", "R\n1"),
    "workplace": ("onsite", "hybrid", "remote", ""),
    "pay.amount": ("", "50000"),
    "pay.min": ("50000", "50,5", ""),
    "pay.max": ("60000", "70 000", ""),
    "pay.currency": ("EUR", "USD", ""),
    "pay.period": ("year", "hour", ""),
    "pay.kind": ("", "tipped"),
    "posted": ("2026-11-01", ""),
    "updated": ("2026-11-02", ""),
    "closes": ("2026-12-01", "rolling", ""),
    "starts": ("immediately", "2027-01-01", ""),
    "hours": ("40 a week", "40\n a week", "é", "e\u0301", ""),
    "vacancies": ("1", "3", ""),
    "apply.url": ("https://example.org/apply?id=1#a", "https://user.example.org", ""),
    "apply.email": ("jobs@example.org", ""),
    "apply.instructions": ("Send *all*.", ""),
    "apply.direct": ("yes", "true", ""),
    "contact.name": ("Ada", ""),
    "contact.email": ("ada@example.org", ""),
    "education": ("none", "bachelor_degree", ""),
    "experience_months": ("0", "12", ""),
    "experience_instead_of_education": ("true", ""),
    "language": ("en", ""),
    "status": ("open", "closed", ""),
    "eligible": ("DE", "DE; AT", "US-New York\nCA", ""),
    "employment_types": ("full_time", "full_time; intern", ""),
    "benefits": ("Tea", "Tea; **Coffee**", ""),
    "location.country": ("DE", "US", "DE; AT", ""),
    "location.city": ("Berlin", "Wien", "Berlin; Wien", ""),
    "location.region": ("Berlin", ""),
    "overrides.title": ("", "", "", "Chief"),
}
WRONG = ("x", " ", "-1", "\x07", "2026-13-01", "https://user:secret@example.org", "ftp://a", "DE;;")


def written(folder: Path, header: list[str], rows: list[list[str]]) -> list[RawRow]:
    path = folder / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return [row for row in open_table(path, USUAL) if isinstance(row, RawRow)]


def long_way(row: RawRow) -> Opening | None:
    read = row.read()
    if read.node is None or read.problems:
        return None
    try:
        return Opening.of(read.id, read.node)
    except InvalidInput:
        return None


def same(one: Opening, other: Opening) -> bool:
    """Compare all that there is, ids too, and places as the opening knows them."""
    said = unplaced(one) == unplaced(other) and one.model_fields_set == other.model_fields_set
    placed = dict(one.places()) == dict(other.places()) and one.place == other.place
    return said and placed and one.id == other.id


def unplaced(value: object) -> object:
    """Give what *value* says, wherever it is written."""
    match value:
        case Words(text, _, language):
            return type(value), text, language
        case Located():
            fields = {name: unplaced(getattr(value, name)) for name in type(value).model_fields}
            return type(value), value.model_fields_set, fields
        case tuple():
            return tuple(map(unplaced, value))
        case _:
            return value


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_both_ways_agree_or_the_short_one_says_nothing(tmp_path: Path, data: st.DataObject) -> None:
    header = data.draw(st.permutations(list(SOUND)))
    cells = [st.sampled_from((*SOUND[name][:1] * 3, *SOUND[name])) for name in header]
    rows = data.draw(st.lists(st.tuples(*cells), min_size=1, max_size=6))
    changed = [list(row) for row in rows]
    for row in changed:
        if data.draw(st.booleans()):
            row[data.draw(st.integers(0, len(row) - 1))] = data.draw(st.sampled_from(WRONG))
    raw = written(tmp_path, list(header), changed)
    short = SoundRows(raw[0].header)
    for each in raw:
        quick, usual = short.opening(each), long_way(each)
        assert quick is None or (usual is not None and same(quick, usual))


HEADER = [name for name in SOUND if name not in {"pay.amount", "overrides.title", "id"}]


def test_rows_of_an_ordinary_table_go_the_short_way(tmp_path: Path) -> None:
    rows = written(tmp_path, HEADER, [[SOUND[name][0] for name in HEADER]] * 2)
    short = SoundRows(rows[0].header)
    found = [short.opening(row) for row in rows]
    assert [each and each.place for each in found] == [row.grid.place(row.number) for row in rows]
    assert found[1] is not None
    usual = long_way(rows[1])
    assert usual is not None
    assert same(found[1], usual)


@pytest.mark.parametrize("name", COLUMNS)
def test_no_column_is_mistaken(tmp_path: Path, name: str) -> None:
    texts = SOUND.get(name, ("x", "y"))
    header = list(dict.fromkeys(("id", "role", "requisition", name)))
    base = {"id": "a", "role": "clerk", "requisition": "R"}
    rows = [[(base | {name: text}).get(each, "") for each in header] for text in texts]
    raw = written(tmp_path, header, rows)
    short = SoundRows(raw[0].header)
    for row in raw:
        quick, usual = short.opening(row), long_way(row)
        assert quick is None or (usual is not None and same(quick, usual))


def test_a_column_of_very_many_texts_is_forgotten_and_read_on(tmp_path: Path) -> None:
    rows = [["clerk", f"R-{number}"] for number in range(MOST_KEPT + 5)]
    raw = written(tmp_path, ["role", "requisition"], rows)
    short = SoundRows(raw[0].header)
    found = [short.opening(row) for row in raw]
    assert [each and each.number for each in found] == [number for _, number in rows]


def test_places_are_found_by_path_whether_they_lie_deep_or_not(tmp_path: Path) -> None:
    (row,) = written(tmp_path, ["role", "requisition", "location.country"], [["clerk", "R", "DE"]])
    opening = SoundRows(row.header).opening(row)
    assert opening is not None
    places = opening.places()
    assert str(places["locations[1].country"]).endswith("row 2, column location.country")
    assert [places.get(path) for path in ("nothing", "locations[2]", "pay.min")] == [None] * 3
    assert dict(places) == {path: places[path] for path in places}
    with pytest.raises(KeyError):
        places["pay"]
