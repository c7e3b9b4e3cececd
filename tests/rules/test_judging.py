"""Openings judged by law and good sense: places, days, numbers, and whole reports."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from judged_openings import BERLIN, DAY, DENVER, opening, pay, place, rule, told, verdict

from postingkit.document import Document, Meta, Text
from postingkit.rules import Judge, Verdict, judged, rules_with
from postingkit.vacancy import Location

NEEDED = "for the pay, as a range with both ends or as one amount; the opening gives none."
HERE: dict[str, Any] = {"locations": (DENVER,)}


def test_a_document_without_an_opening_has_nothing_to_judge() -> None:
    assert verdict(Document(Meta("posting", Text("Clerk")), ()), rule()) == Verdict()


@pytest.mark.parametrize(
    ("day", "number"), [(date(2026, 6, 30), 0), (date(2026, 7, 1), 1), (date(2027, 1, 1), 0)]
)
def test_a_rule_is_told_of_while_it_holds(day: date, number: int) -> None:
    dated = rule(**{"from": "2026-07-01", "until": "2026-12-31"})
    assert len(told(opening(**HERE), dated, day=day)) == number


@pytest.mark.parametrize(
    ("fields", "employees", "who"),
    [
        ({}, None, ["Home asks"]),
        ({"employees": 15}, None, ["Home (from 15 employees) asks"]),
        ({"employees": 15}, 15, ["Home asks"]),
        ({"employees": 15}, 14, []),
        ({"employees": 1}, None, ["Home asks"]),
        (
            {"employees": 1, "employees_in": "Ohio"},
            None,
            ["Home (from 1 employee in Ohio) asks"],
        ),
        ({"employees": 15, "employees_in": "Ohio"}, 14, []),
        ({"employees": 15, "employees_in": "Ohio"}, 90, ["Home (from 15 employees in Ohio) asks"]),
        ({"only_for": "shops"}, None, ["Home (for shops alone) asks"]),
        (
            {"reference": "§ 1", "unsure": "check it"},
            None,
            ["Home (§ 1; unconfirmed: check it) asks"],
        ),
    ],
)
def test_a_rule_is_told_with_its_limits(
    fields: dict[str, object], employees: int | None, who: list[str]
) -> None:
    found = told(opening(**HERE), rule(**fields), employees=employees)
    assert found == [f"{each} {NEEDED}" for each in who]


@pytest.mark.parametrize(
    ("duty", "when"),
    [
        ("before_interview", ", before the interview if not in the posting"),
        ("on_request", ", on request if not in the posting"),
    ],
)
def test_a_duty_beside_the_posting_is_told_as_one(duty: str, when: str) -> None:
    said = NEEDED.replace(";", f"{when};")
    assert told(opening(**HERE), rule(duty=duty)) == [f"Home asks {said}"]
    assert told(opening(**HERE, pay=pay(1, 2)), rule(duty=duty)) == []


def test_what_is_missing_is_told_where_it_is_to_be_mended() -> None:
    facts: dict[str, Any] = {"pay": pay(1, None), "places": (("pay", place(4, "pay")),)}
    (problem,) = verdict(opening(**HERE, **facts), rule()).law
    assert (problem.place, problem.path) == (place(4, "pay"), "pay")
    assert problem.hint == "Write “min” and “max”, or “amount” where there is only one."


def test_what_is_not_there_is_told_at_the_opening() -> None:
    (problem,) = verdict(opening(**HERE), rule()).law
    assert problem.place == place(1)


def test_a_field_in_a_group_is_told_at_the_group() -> None:
    facts: dict[str, Any] = {"pay": pay(1, 2), "places": (("pay", place(4, "pay")),)}
    (problem,) = verdict(opening(**HERE, **facts), rule(asks=["other_pay_description"])).law
    assert problem.place == place(4, "pay")


def test_a_place_is_told_where_the_list_of_places_begins() -> None:
    facts: dict[str, Any] = {
        "locations": (Location("US"),),
        "places": (("locations", place(3, "locations")),),
    }
    (problem,) = verdict(opening(**facts), rule(regions=["CO"])).law
    assert problem.place == place(3, "locations")


def test_a_title_is_told_where_it_is_written() -> None:
    document = opening(title="Salesman", **HERE)
    titled = replace(document, meta=replace(document.meta, place=place(7, "title")))
    (problem,) = verdict(titled, rule(asks=["gender_neutral_title"])).law
    assert problem.place == place(7, "title")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            {"closes": date(2026, 11, 22)},
            ["The opening closed on 2026-11-22 and is still open on 2026-11-23."],
        ),
        ({"closes": DAY}, []),
        ({"closes": date(2026, 11, 22), "status": "closed"}, []),
        ({"rolling": True}, []),
        (
            {"closes": date(2026, 12, 1), "posted": date(2026, 12, 2)},
            ["The opening closes on 2026-12-01, before it is posted on 2026-12-02."],
        ),
        ({"closes": date(2026, 12, 1), "posted": date(2026, 12, 1)}, []),
    ],
)
def test_dates_that_cannot_be_right_are_mistakes(facts: dict[str, Any], said: list[str]) -> None:
    assert [each.message for each in verdict(opening(**facts)).mistakes] == said


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (50000, 100000, []),
        (
            50000,
            100001,
            [
                (
                    "The pay range is wide: 100,001 is more than twice 50,000. "
                    "This is a rule of thumb and no law."
                )
            ],
        ),
        (
            50000,
            None,
            ["The pay range is open-ended, which many laws do not allow and boards cut off."],
        ),
        (0, 100, []),
    ],
)
def test_odd_ranges_of_pay_are_remarked(
    least: int | None, most: int | None, said: list[str]
) -> None:
    document = opening(locations=(BERLIN,), pay=pay(least, most))
    assert [each.message for each in verdict(document).remarks] == said


def test_what_the_law_has_told_of_is_not_remarked_again() -> None:
    found = verdict(opening(**HERE, pay=pay(1, None)), rule())
    assert len(found.law) == 1
    assert found.remarks == ()


def test_of_a_closed_opening_mistakes_alone_are_told() -> None:
    found = verdict(opening(title="SHOUTED TITLE!", status="closed", **HERE), rule())
    assert found == Verdict()


FIRST = "openings/a.yaml:1:1: "
PAID = "openings/a.yaml:9:1: "
COLORADO = "Colorado (C.R.S. 8-5-201; from 1 employee in Colorado)"
HYBRID_IN_DENVER = [
    (
        f"{PAID}{COLORADO} asks for a pay range with both ends; this one is open-ended. "
        "Write “min” and “max”, or “amount” where there is only one."
    ),
    (
        f"{PAID}{COLORADO} asks for a general description of bonuses, commissions and "
        "other pay; the opening says nothing of them. Write it under “pay” as “extras”, even if it "
        "is that there is no other pay."
    ),
    (
        f"{FIRST}{COLORADO} asks for the last day for applications; the opening gives "
        "none. Write “closes: 2026-12-31”, or “closes: rolling” where there is none."
    ),
]
CONTRACTORS = (
    f"{FIRST}The United States (VEVRAA and Section 503; for federal contractors alone) asks for a "
    "statement that protected veterans and people with disabilities are considered alike; none was "
    "found. Write it as the organization's statement “equal-opportunity”."
)


def test_a_hybrid_job_in_denver() -> None:
    document = opening(
        "All applicants are considered, whoever they are.",
        workplace="hybrid",
        locations=(DENVER,),
        pay=pay(95000, None),
        benefits=("Health insurance", "Twenty days of leave"),
        posted=date(2026, 11, 1),
        places=(("pay", place(9, "pay")),),
    )
    assert list(map(str, judged(document, DAY))) == HYBRID_IN_DENVER
    assert verdict(document, *rules_with()).remarks == ()


def test_federal_contractors_alone_are_told_of_what_they_are_asked_for() -> None:
    document = opening("We look for you.", locations=(Location("US", "OH", "Columbus"),))
    contractor = Judge(rules_with(), DAY, is_federal_contractor=True)
    assert CONTRACTORS in map(str, contractor.verdict(document).law)
    assert CONTRACTORS not in map(str, Judge(rules_with(), DAY).verdict(document).law)
    said = opening("Veterans and people with disabilities are considered alike.")
    assert CONTRACTORS not in map(str, contractor.verdict(said).law)


OFFICE_IN_BERLIN = [
    (
        f"{FIRST}The European Union (Dir. (EU) 2023/970, Art. 5; unconfirmed: the "
        "national law may be late or a draft) asks for the pay, as a range with both ends or as "
        "one amount, before the interview if not in the posting; the opening gives none. Write it "
        "as “pay: {min: 65000, max: 80000, currency: EUR, period: year}”, for example."
    ),
    (
        f"{FIRST}Germany (AGG § 11) asks for a title that is neutral as to gender; the "
        "title “Datenanalyst” has no suffix such as “(m/w/d)”. In postingkit.yaml, write "
        "“language_settings: {de: {title_suffix: (m/w/d)}}”, or choose a neutral title such as "
        "“Fachkraft” or “Leitung”."
    ),
    (
        f"{FIRST}Germany (AGG § 11) asks for a posting that prefers nobody for age, "
        "origin or another protected trait; “Muttersprachler”, “junges Team” stand in it. Say what "
        "the work needs instead."
    ),
]


def test_an_office_job_in_berlin() -> None:
    document = opening(
        "Als Muttersprachler ergänzen Sie unser junges Team.",
        title="Datenanalyst",
        language="de",
        locations=(BERLIN,),
        closes=date(2026, 12, 15),
    )
    assert list(map(str, judged(document, DAY))) == OFFICE_IN_BERLIN


def test_openings_that_say_everything_are_told_of_nothing() -> None:
    document = opening(
        "Protected veterans and people with disabilities are considered alike.",
        section="responsibilities",
        locations=(DENVER, Location("US", "NY", "New York"), Location("US", "WA", "Seattle")),
        pay=pay(95000, 120000, extras="Bonus up to 10 %"),
        benefits=("Health insurance",),
        closes=date(2026, 12, 15),
    )
    assert verdict(document, *rules_with()) == Verdict()


def test_what_is_told_of_an_opening_does_not_depend_on_those_before_it() -> None:
    limited = {"asks": ["pay_range_width"], "countries": ["US", "DE"]}
    widest = [{"amount": amount, "currency": "USD"} for amount in (1_000, 2_000)]
    rules = [
        *rules_with(),
        *(rule(id=f"own-{n}", **limited, widest=each) for n, each in enumerate(widest)),
    ]
    every = [
        opening(words, title=title, locations=places, pay=paid, closes=closes)
        for words in ("We look for a young, dynamic team.", "No felons.")
        for title in ("Data Engineer in Denver", "Waitress!")
        for places in ((DENVER,), (BERLIN, DENVER), (Location("US"),))
        for paid in (None, pay(1_000, 2_500), pay(1_000, 4_000))
        for closes in (None, DAY.replace(year=2025))
    ]
    judge = Judge(rules, DAY)
    for each in (*every, *every[::-1]):
        assert judge.verdict(each) == Judge(rules, DAY).verdict(each)
