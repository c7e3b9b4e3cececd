"""What should not stand in a title, and German titles that are for everybody."""

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judged_openings import BERLIN, opening, verdict

from postingkit.rules import rules_with
from postingkit.vacancy import Area, Location

VIENNA = Location("AT", "Wien", "Wien")
ZURICH = Location("CH", "ZH", "Zürich")


def remarks(title: str, **facts: Any) -> list[str]:
    usual: dict[str, Any] = {"locations": (Location("US", "OR", "Bend"),)}
    document = opening(title=title, **(usual | facts))
    return [each.message for each in verdict(document).remarks]


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("Data Engineer, €65,000", "names pay, “€65,000”"),
        ("Data Engineer 65.000 EUR", "names pay, “65.000 EUR”"),
        ("Data Engineer (up to 120k)", "names pay, “120k”"),
        ("Data Engineer from 2026-12-01", "names a date, “2026-12-01”"),
        ("Data Engineer ab 1.12.2026", "names a date, “1.12.2026”"),
        ("Data Engineer in Bend", "names a place, “Bend”"),
        ("Data Engineer at EXAMPLE works", "names the company, “Example Works”"),
        ("Data Engineer [DE-14]", "holds the job's number, “DE-14”"),
        ("DATA ENGINEER", "is in capitals"),
        ("Data Engineer!", "holds “!”, which can count as spam"),
        ("**Data Engineer**", "holds “**”, which can count as spam"),
    ],
)
def test_a_title_is_the_job_s_name_alone(title: str, wrong: str) -> None:
    assert remarks(title) == [f"The title “{title}” {wrong}."]


@pytest.mark.parametrize(
    "title",
    [
        "Data Engineer",
        "CEO",
        "QA Lead",
        "Level 2 Support / On-Call",
        "C++ Developer (24/7)",
        "Bending Machine Operator",
        "ORDER Clerk",
        "Example Writer",
        "データエンジニア",
        "Verkäufer*in",
        "Web3 Engineer, 401k Platform",
    ],
)
def test_a_plain_title_is_let_be(title: str) -> None:
    assert remarks(title) == []


@pytest.mark.parametrize("place", [BERLIN, VIENNA, ZURICH])
@pytest.mark.parametrize("title", ["Verkäufer", "Datenanalyst", "Verkäufer (m/w)", "Arzt (Dienst)"])
def test_a_german_title_is_for_everybody(title: str, place: Location) -> None:
    (found,) = remarks(title, language="de", locations=(place,))
    assert found.startswith(f"The title “{title}” ")
    assert found.endswith(", as is usual in German postings.")


@pytest.mark.parametrize(
    "title",
    [
        "Verkäufer (m/w/d)",
        "Verkäufer (w/m/x)",
        "Verkäufer (d|m|w)",
        "Verkäufer (gn)",
        "Verkäufer (all genders)",
        "Verkäufer*in",
        "Verkäufer:in",
        "Verkäufer/in",
        "Verkäufer/-in",
        "VerkäuferIn",
        "Lehrkraft",
        "Leitung Einkauf",
        "Pflegefachperson",
        "Praktikum im Vertrieb",
    ],
)
def test_a_german_title_that_is_for_everybody_is_let_be(title: str) -> None:
    assert remarks(title, language="de", locations=(BERLIN,)) == []


def test_german_titles_elsewhere_are_let_be() -> None:
    assert remarks("Verkäufer", language="de") == []


def test_where_applicants_may_live_counts_too() -> None:
    facts: dict[str, Any] = {
        "language": "de",
        "workplace": "remote",
        "locations": (),
        "eligible": (Area("CH"),),
    }
    assert len(remarks("Verkäufer", **facts)) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(), st.sampled_from(["en", "de", "fr", "ja"]))
def test_any_text_can_be_judged(text: str, language: str) -> None:
    document = opening(text, title=text, language=language, locations=(BERLIN,))
    verdict(document, *rules_with())


@pytest.mark.parametrize("text", ["1" * 10**6, "( d " * 10**5, "(" * 10**5, "( " + "a" * 10**6])
def test_a_text_without_end_is_judged_in_no_time(text: str) -> None:
    places = (BERLIN, Location("US", "CA", "Oakland"), Location("CA", "ON", "Ottawa"))
    for language in ("de", "en"):
        started = time.perf_counter()
        verdict(opening(text, title=text, language=language, locations=places), *rules_with())
        assert time.perf_counter() - started < 2
