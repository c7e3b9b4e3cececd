"""The rules that come with postingkit, and a project's own."""

from collections import Counter
from datetime import date
from typing import get_args

import pytest
from judged_openings import opening, rule, told

from postingkit.rules import Rule, RuleFile, rules_with, shipped_files
from postingkit.rules.demands import CHECKS
from postingkit.rules.rule import Demand

RULES = rules_with()


def test_every_file_says_when_it_was_compiled() -> None:
    assert [file.compiled for file in shipped_files()] == [date(2026, 11, 22)] * 3


def test_no_two_rules_share_an_id() -> None:
    ids = Counter(rule.id for file in shipped_files() for rule in file.rules)
    assert [id_ for id_, number in ids.items() if number > 1] == []


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_a_rule_names_its_source_and_begins_with_its_country(each: Rule) -> None:
    assert each.source.strip()
    assert each.id.startswith((*(country.lower() for country in each.countries), "eu"))


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_a_rule_of_which_nothing_is_known_but_hearsay_says_so(each: Rule) -> None:
    assert each.confidence in {"S", "S2"} or each.unsure


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_a_city_names_its_region(each: Rule) -> None:
    assert not each.cities or each.regions


def test_every_demand_is_made_by_a_rule_and_has_a_check() -> None:
    assert set(CHECKS) == set(get_args(Demand)) == {ask for each in RULES for ask in each.asks}


@pytest.mark.parametrize(
    ("id_", "before", "since"),
    [
        ("us-va-pay", date(2026, 6, 30), date(2026, 7, 1)),
        ("us-de-pay", date(2027, 9, 25), date(2027, 9, 26)),
        ("us-oh-columbus-pay", date(2026, 12, 31), date(2027, 1, 1)),
        ("us-wa-pay", date(2022, 12, 31), date(2023, 1, 1)),
        ("ca-on-statements", date(2025, 12, 31), date(2026, 1, 1)),
    ],
)
def test_a_rule_holds_from_its_day_on(id_: str, before: date, since: date) -> None:
    (found,) = (each for each in RULES if each.id == id_)
    assert (found.holds(before), found.holds(since)) == (False, True)


def test_a_rule_ends_after_its_last_day() -> None:
    ended = rule(until="2026-11-23")
    assert (ended.holds(date(2026, 11, 23)), ended.holds(date(2026, 11, 24))) == (True, False)
    assert told(opening(locations=()), ended, day=date(2026, 11, 24)) == [
        "The opening names no place, so no law was looked at."
    ]


def test_a_project_s_rule_takes_the_place_of_the_one_of_its_name() -> None:
    own = rule(id="us-wa-pay", until="2020-01-01")
    every = rules_with([own, rule(id="own")])
    assert [each for each in every if each.id == "us-wa-pay"] == [own]
    assert len(every) == len(RULES) + 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"asks": ["pay"]},
        {"asks": []},
        {"countries": []},
        {"countries": ["us"]},
        {"id": "A b"},
        {"source": ""},
        {"confidence": "sure"},
        {"duty": "later"},
        {"employees": 0},
        {"from": "2026-13-01"},
        {"from": "soon"},
        {"from": "2026-07-01", "until": "2026-06-30"},
        {"asks": ["pay_range_width"]},
        {"widest": {"amount": 1, "currency": "CAD"}},
        {"unknown": "field"},
    ],
)
def test_a_wrong_rule_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        rule(**wrong)


def test_a_file_may_be_empty() -> None:
    assert RuleFile.model_validate({}).rules == ()


def test_an_employer_s_number_decides() -> None:
    limited = rule(employees=15)
    assert limited.concerns(None)
    assert not limited.concerns(14)
    assert limited.concerns(15)
