"""Each demand of a rule, met and not met."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest
from judged_openings import DENVER, opening, pay, rule, told

from postingkit.document import Document
from postingkit.rules.rule import Demand

NO_PAY = "the pay, as a range with both ends or as one amount; the opening gives none."
OPEN_END = "a pay range with both ends; this one is open-ended."
WIDEST = {"amount": 50000, "currency": "CAD", "unless_above": 200000}
AI = "We use AI to screen applicants."
CASES: list[tuple[Demand, Document, Document, str]] = [
    ("pay_range", opening(pay=pay(1, 2)), opening(), NO_PAY),
    ("pay_range", opening(pay=pay(2, 2)), opening(pay=pay(2, None)), OPEN_END),
    ("pay_range", opening(pay=pay(2, 2)), opening(pay=pay(None, 2)), OPEN_END),
    ("pay_not_open_ended", opening(), opening(pay=pay(2, None)), OPEN_END),
    (
        "pay_range_width",
        opening(pay=pay(60000, 110000, "CAD")),
        opening(pay=pay(60000, 110001, "CAD")),
        "a pay range of at most CAD 50,000 unless it ends above 200,000; this one is 50,001 wide.",
    ),
    (
        "pay_range_width",
        opening(pay=pay(90000, 200001, "CAD")),
        opening(pay=pay(90000, 200000, "CAD")),
        "a pay range of at most CAD 50,000 unless it ends above 200,000; this one is 110,000 wide.",
    ),
    (
        "minimum_pay",
        opening(pay=pay(42000, None)),
        opening(pay=pay(None, 42000)),
        "the minimum pay as an amount; the opening gives none.",
    ),
    (
        "currency_and_period",
        opening(),
        opening(pay=pay(1, 2, "")),
        "the currency and the period of the pay; one of them is not given.",
    ),
    (
        "overpayment_statement",
        opening("We pay more for experience.", pay=pay(42000, 42000)),
        opening(pay=pay(42000, 42000)),
        "a word on whether more than the minimum may be paid; none was found.",
    ),
    (
        "overpayment_statement",
        opening(pay=pay(42000, 50000)),
        opening("Gehalt", language="de", pay=pay(42000, None)),
        "a word on whether more than the minimum may be paid; none was found.",
    ),
    (
        "benefits_description",
        opening(benefits=("Health insurance",)),
        opening(),
        "a general description of the benefits; the opening names none.",
    ),
    (
        "benefits_description",
        opening(section="benefits"),
        opening(),
        "a general description of the benefits; the opening names none.",
    ),
    (
        "other_pay_description",
        opening(pay=pay(1, 2, extras="Bonus up to 10 %")),
        opening(pay=pay(1, 2)),
        (
            "a general description of bonuses, commissions and other pay; "
            "the opening says nothing of them."
        ),
    ),
    (
        "application_deadline",
        opening(closes=date(2027, 1, 1)),
        opening(),
        "the last day for applications; the opening gives none.",
    ),
    (
        "application_deadline",
        opening(rolling=True),
        opening(),
        "the last day for applications; the opening gives none.",
    ),
    (
        "job_description",
        opening(section="responsibilities"),
        opening(section="about"),
        "the description of the job, if there is one; the posting shows none.",
    ),
    (
        "gender_neutral_title",
        opening(title="Salesperson"),
        opening(title="Salesman, North"),
        "a title that is neutral as to gender; “Salesman” in the title is for one alone.",
    ),
    (
        "gender_neutral_title",
        opening(title="Verkäufer", shown="Verkäufer (m/w/d)", language="de"),
        opening(title="Verkäufer", language="de"),
        (
            "a title that is neutral as to gender; "
            "the title “Verkäufer” has no suffix such as “(m/w/d)”."
        ),
    ),
    (
        "ai_statement",
        opening(AI),
        opening("You build artificial intelligence."),
        (
            "a statement on the use of artificial intelligence in choosing among applicants; "
            "none was found."
        ),
    ),
    (
        "vacancy_statement",
        opening("This posting is for an existing vacancy."),
        opening("Vacancies: 2"),
        "a statement on whether the vacancy exists; none was found.",
    ),
    (
        "equal_opportunity_statement",
        opening("Protected veterans and people with disabilities are considered alike."),
        opening("We considered everybody alike."),
        (
            "a statement that protected veterans and people with disabilities are considered "
            "alike; none was found."
        ),
    ),
    (
        "no_canadian_experience",
        opening("Experience in Canadian law."),
        opening("Two years of Canadian work experience."),
        "a posting that requires no Canadian experience; “Canadian work experience” stands in it.",
    ),
    (
        "no_licence_without_driving",
        opening("A licence for Photoshop."),
        opening("A valid driver's license."),
        (
            "a posting without a driver's license, unless the work needs driving and nothing else "
            "will do; “driver's license” stands in it."
        ),
    ),
    (
        "no_bar_for_records",
        opening("People with records are welcome."),
        opening("No felons. You have a clean record; no felons."),
        (
            "a posting that shuts nobody out for a criminal record; "
            "“no felons”, “clean record” stand in it."
        ),
    ),
    (
        "no_discriminatory_wording",
        opening("Ein Team, das zusammenhält", language="de"),
        opening("Ein junges, dynamisches Team", language="de"),
        (
            "a posting that prefers nobody for age, origin or another protected trait; "
            "“junges, dynamisches Team” stands in it."
        ),
    ),
]


def asking(demand: Demand) -> Any:
    widest = {"widest": WIDEST} if demand == "pay_range_width" else {}
    return rule(asks=[demand], **widest)


def in_denver(document: Document) -> Document:
    """Put the opening of *document* into a place that the rules concern."""
    vacancy = document.meta.vacancy
    assert vacancy is not None
    meta = replace(document.meta, vacancy=replace(vacancy, locations=(DENVER,)))
    return replace(document, meta=meta)


def test_each_demand_is_tried() -> None:
    assert {demand for demand, *_ in CASES} == set(get_args(Demand))


@pytest.mark.parametrize(("demand", "meets", "fails", "said"), CASES)
def test_a_demand_is_told_where_it_is_not_met(
    demand: Demand, meets: Document, fails: Document, said: str
) -> None:
    assert told(in_denver(meets), asking(demand)) == []
    assert told(in_denver(fails), asking(demand)) == [f"Home asks for {said}"]


@pytest.mark.parametrize(
    "facts", [{}, {"pay": pay(60000, 120000)}, {"pay": pay(60000, None, "CAD")}]
)
def test_a_width_is_measured_in_the_rule_s_currency_alone(facts: dict[str, Any]) -> None:
    assert told(opening(locations=(DENVER,), **facts), asking("pay_range_width")) == []


@pytest.mark.parametrize(
    "demand", ["ai_statement", "vacancy_statement", "equal_opportunity_statement"]
)
def test_a_statement_is_not_missed_in_a_language_that_nobody_can_read(demand: Demand) -> None:
    assert told(opening("日本語", language="ja", locations=(DENVER,)), asking(demand)) == []


def test_a_kind_of_pay_may_be_excepted() -> None:
    commission = pay(None, None, kind="commission_only")
    excepting = rule(not_for=["commission_only"])
    assert told(opening(locations=(DENVER,), pay=commission), excepting) == []
    assert told(opening(locations=(DENVER,), pay=commission), rule()) == [f"Home asks for {NO_PAY}"]
