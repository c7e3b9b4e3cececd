"""The opening: what it holds, where its values are written, and what it says for its role."""

from datetime import date
from decimal import Decimal

import pytest

from postingkit.errors import InvalidInput
from postingkit.model.codes import CountryCode
from postingkit.model.opening import Opening
from postingkit.model.reading import read_yaml
from postingkit.model.role import Role, RoleContent
from postingkit.model.translation import Translation
from postingkit.model.validation import validated


def opening(text: str) -> Opening:
    return Opening.of("it", read_yaml(f"role: a\n{text}".encode(), "openings/it.yaml"))


def role(text: str) -> Role:
    return validated(Role, read_yaml(text.encode(), "roles/a.yaml"))


def told(text: str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as refused:
        opening(text)
    return [(problem.path, problem.message) for problem in refused.value.problems]


def test_an_opening_of_nothing_but_its_role_is_one() -> None:
    it = opening("")
    assert (it.id, it.number, it.workplace, it.status, it.vacancies) == (
        "it",
        "it",
        "onsite",
        "open",
        1,
    )


def test_days_may_be_words() -> None:
    it = opening("closes: rolling\nstarts: immediately")
    assert (it.rolling, it.immediate) == (True, True)
    assert (it.closing_day, it.starting_day) == (None, None)
    it = opening("closes: 2026-12-15\nstarts: 2027-01-01")
    assert (it.rolling, it.immediate) == (False, False)
    assert (it.closing_day, it.starting_day) == (date(2026, 12, 15), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("amount: 70000", (Decimal(70000), Decimal(70000))),
        ("min: 1, max: 2.50", (Decimal(1), Decimal("2.5"))),
        ("min: 60 000", (Decimal(60000), None)),
        ("max: 60000", (None, Decimal(60000))),
    ],
)
def test_pay_has_two_ends(written: str, ends: tuple[Decimal | None, Decimal | None]) -> None:
    pay = opening(f"pay: {{{written}, currency: EUR, period: hour}}").pay
    assert pay is not None
    assert pay.ends == ends


def test_a_country_alone_is_an_area() -> None:
    areas = opening("eligible: [DE, {country: US, region: NY}]").eligible
    assert [(str(each.country), each.region and str(each.region)) for each in areas] == [
        ("DE", None),
        ("US", "NY"),
    ]


def test_every_value_knows_its_place() -> None:
    it = opening(
        "locations:\n  - {country: DE}\n  - country: AT\n    city: Wien\ncloses: 2026-12-15"
    )
    places = {path: str(place) for path, place in it.places().items()}
    assert places["closes"] == "openings/it.yaml:6:9"
    assert places["locations[2].city"] == "openings/it.yaml:5:11"
    assert "locations[1].city" not in places


def test_days_on_the_day_of_posting_are_no_contradiction() -> None:
    day = "2026-11-01"
    opening(f"posted: {day}\nupdated: {day}\ncloses: {day}\nstarts: {day}")


@pytest.mark.parametrize("said", ["locations: [{country: DE}]", "eligible: [DE]"])
def test_remote_work_needs_to_say_for_whom(said: str) -> None:
    opening(f"workplace: remote\n{said}")
    assert [path for path, _ in told("workplace: remote")] == ["workplace"]


@pytest.mark.parametrize("field", ["id", "title", "min", "location"])
def test_what_is_no_field_is_refused(field: str) -> None:
    assert told(f"{field}: x") == [(field, f"There is no field “{field}” here.")]


# What stands in place of the role


def test_an_opening_says_nothing_for_its_role_unless_it_does() -> None:
    own = role("title: A\nsummary: S\ntranslations: {de: {summary: Z}}")
    assert opening("").of_role(own) == own


def test_what_an_opening_says_stands_in_place_of_what_its_role_says() -> None:
    own = role("title: A\nsummary: S\ntechnologies: [X]")
    its = opening("overrides: {summary: T, responsibilities: [One]}").of_role(own)
    assert (str(its.title), str(its.summary), str(its.technologies[0])) == ("A", "T", "X")
    assert its.summary is not None
    assert str(its.summary.place).startswith("openings/it.yaml:2")
    assert [str(each.title) for each in its.responsibilities] == ["One"]


def test_translations_of_what_was_replaced_are_gone() -> None:
    own = role("title: A\nsummary: S\ntranslations: {de: {title: B, summary: Z}, fr: {summary: Y}}")
    its = opening("overrides: {summary: T, translations: {fr: {summary: U}}}").of_role(own)
    assert str(its.translations["de"].title) == "B"
    assert its.translations["de"].summary is None
    assert str(its.translations["fr"].summary) == "U"


def test_what_can_be_translated_can_be_said_in_place_of_a_role() -> None:
    assert set(Translation.model_fields) <= set(RoleContent.model_fields)
    assert set(Role.model_fields) - set(RoleContent.model_fields) == {"language"}


# Codes


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Germany", "DE"), ("UK", "GB"), ("deu", "DE"), ("de", "DE"), ("United State", "US")],
)
def test_what_country_is_meant_is_said(written: str, meant: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        opening(f"eligible: [{written}]")
    (problem,) = refused.value.problems
    assert problem.message == f"There is no country “{written}”."
    assert problem.hint == f"Did you mean “{meant}”?"


def test_a_country_that_is_near_to_none_is_told_what_to_write() -> None:
    with pytest.raises(InvalidInput, match="Write a country's code of two letters, as in DE"):
        opening("eligible: [Qwxyz]")


@pytest.mark.parametrize("written", ["EU", "XX", "EN", "eu"])
def test_no_country_is_guessed_from_two_letters_that_are_no_code(written: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        opening(f"eligible: [{written}]")
    (problem,) = refused.value.problems
    assert problem.message == f"There is no country “{written}”."
    assert problem.hint == "Write a country's code of two letters, as in DE."


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("eur", "Did you mean “EUR”?"),
        ("EURO", "Did you mean “EUR”?"),
        ("ERU", "Write a currency's code of three letters, as in EUR."),
    ],
)
def test_no_currency_is_guessed_from_three_letters_that_are_no_code(
    written: str, hint: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        opening(f"pay: {{amount: 1, currency: {written}, period: year}}")
    (problem,) = refused.value.problems
    assert problem.hint == hint


def test_codes_say_their_form_to_editors() -> None:
    assert CountryCode.examples == ("DE", "US")
