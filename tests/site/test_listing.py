"""What a list says of openings comes from their documents alone."""

from dataclasses import replace
from datetime import date

import pytest
from listings import NAMING, document, vacancy

from postingkit.document import Document, Meta, Reference, Text
from postingkit.site import Listed, Listing, listing
from postingkit.vacancy import Area, Location, Vacancy


def listed(one: Vacancy, meta: Meta | None = None) -> Listed:
    (opening,) = of(document(one, meta)).openings
    return opening


def of(*documents: Document) -> Listing:
    return listing([("openings/a.html", each) for each in documents], NAMING)


def test_an_opening_is_listed_under_its_page() -> None:
    assert listed(vacancy()).path == "openings/a.html"


def test_a_closed_opening_and_what_is_none_are_not_listed() -> None:
    role = Document(Meta("posting", Text("Clerk")), ())
    assert of(document(vacancy(status="closed")), role).openings == ()


def test_the_last_day_is_that_of_closed_openings_too() -> None:
    closed = vacancy("old", status="closed", updated=date(2026, 12, 1))
    assert of(document(vacancy(posted=date(2026, 11, 1))), document(closed)).changed == date(
        2026, 12, 1
    )


def test_openings_stand_in_the_order_of_their_titles() -> None:
    meta = Meta("posting", Text("accountant"))
    found = of(document(vacancy("b")), document(vacancy("a")), document(vacancy("c"), meta))
    assert [each.id for each in found.openings] == ["c", "a", "b"]


def test_remote_work_is_where_applicants_may_live() -> None:
    areas = (Area("CA"), Area("US", "Texas"))
    office = (Location("DE", city="Berlin"),)
    away = vacancy(workplace="remote", eligible=areas, locations=office)
    assert listed(away).places == ("CA", "Texas")
    assert listed(replace(away, workplace="hybrid")).places == ("Berlin",)
    assert listed(replace(away, eligible=())).places == ("Berlin",)


def test_two_streets_of_one_city_are_one_place() -> None:
    streets = tuple(Location("DE", city="Berlin", street=street) for street in ("A", "B"))
    assert listed(vacancy(locations=streets)).places == ("Berlin",)


@pytest.mark.parametrize(
    ("department", "shown"), [("human-resources", "Human resources"), ("iOS & Web", "iOS & Web")]
)
def test_a_department_without_a_name_is_given_one(department: str, shown: str) -> None:
    assert listed(vacancy(department=department)).department == shown


def test_it_says_until_when_one_can_apply() -> None:
    assert listed(vacancy(closes=date(2026, 12, 18))).closes == "2026-12-18"
    assert listed(vacancy(rolling=True)).rolling
    assert listed(vacancy()).closes == ""


def test_a_foreign_title_keeps_its_language_and_downloads_are_seen_from_the_list() -> None:
    file = Reference("a.pdf", "PDF", "application/pdf")
    meta = Meta("posting", Text("Bürokraft", "de"), downloads=(file,))
    found = listed(vacancy(), meta)
    assert found.language == "de"
    assert found.downloads == (replace(file, address="openings/a.pdf"),)
