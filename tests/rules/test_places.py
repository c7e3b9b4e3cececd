"""Which rules an opening's places bring in."""

import pytest
from judged_openings import ANYWHERE, BERLIN, DENVER, opening, rule, told

from postingkit.rules import rules_with
from postingkit.vacancy import Area, Location

COLORADO = rule(id="co", jurisdiction="Colorado", regions=["CO", "Colorado"])
WASHINGTON = rule(id="wa", jurisdiction="Washington", regions=["WA"], reference="RCW 49.58.110")
CLEVELAND = rule(id="cl", jurisdiction="Cleveland", regions=["OH"], cities=["Cleveland"])
NEEDED = "for the pay, as a range with both ends or as one amount; the opening gives none."


@pytest.mark.parametrize("region", ["CO", "co", "US-CO", "Colorado", "colorado"])
def test_a_region_is_known_however_it_is_written(region: str) -> None:
    document = opening(locations=(Location("US", region),))
    assert told(document, COLORADO, WASHINGTON) == [f"Colorado asks {NEEDED}"]


def test_several_places_are_told_together() -> None:
    document = opening(locations=(Location("US", "WA"), DENVER, Location("US", "WA", "Kent")))
    assert told(document, COLORADO, WASHINGTON) == [
        f"Washington (RCW 49.58.110) and Colorado ask {NEEDED}"
    ]


def test_a_city_s_rule_is_for_the_city() -> None:
    assert told(opening(locations=(Location("US", "OH", "Dayton"),)), CLEVELAND) == []
    found = told(opening(locations=(Location("US", "OH", "Cleveland"),)), CLEVELAND)
    assert found == [f"Cleveland asks {NEEDED}"]


def test_a_country_s_rule_is_for_all_of_it() -> None:
    assert told(opening(locations=(DENVER,)), rule()) == [f"Home asks {NEEDED}"]
    assert told(opening(locations=(BERLIN,)), rule()) == []


def test_where_applicants_may_live_counts_for_remote_jobs_alone() -> None:
    eligible = (Area("US", "CO"),)
    document = opening(workplace="remote", eligible=eligible)
    assert told(document, COLORADO) == [f"Colorado asks {NEEDED}"]
    hybrid = opening(workplace="hybrid", locations=(BERLIN,), eligible=eligible)
    assert told(hybrid, COLORADO) == []


def test_a_remote_job_in_a_whole_country_is_told_of_in_one_go() -> None:
    remote = rule(id="co", jurisdiction="Colorado", regions=["CO"], covers_remote=True)
    document = opening(workplace="remote", eligible=(ANYWHERE,))
    assert told(document, remote, WASHINGTON, CLEVELAND) == [
        (
            "Applicants may live anywhere in the country (United States), and the law of Colorado "
            "covers such a job, that of Washington may. Missing of what is asked for: the pay, as "
            "a range with both ends or as one amount."
        )
    ]


@pytest.mark.parametrize(
    ("covering", "said"),
    [
        (False, "the law of A and B may cover such a job"),
        (True, "the law of A and B covers such a job"),
    ],
)
def test_what_covers_a_remote_job_is_told_as_the_rules_say(covering: bool, said: str) -> None:  # noqa: FBT001 - a test's own parameter
    rules = [
        rule(id=name.lower(), jurisdiction=name, regions=[name], covers_remote=covering)
        for name in "AB"
    ]
    (found,) = told(opening(workplace="remote", eligible=(Area("US"),)), *rules)
    assert found.startswith(f"Applicants may live anywhere in the country (US), and {said}. ")


def test_a_region_named_beside_its_country_is_told_by_itself() -> None:
    document = opening(workplace="remote", eligible=(ANYWHERE, Area("US", "CO")))
    first, second = told(document, COLORADO, WASHINGTON)
    assert first == f"Colorado asks {NEEDED}"
    assert "Washington" in second
    assert "Colorado" not in second


def test_the_real_rules_make_one_notice_of_a_remote_job() -> None:
    document = opening(workplace="remote", eligible=(ANYWHERE,))
    assert len(told(document, *rules_with())) == 1


def test_a_place_without_its_region_is_told() -> None:
    assert told(opening(locations=(Location("US", "", "Denver"),)), COLORADO) == [
        "The region of this place is not said, so no region's law was looked at."
    ]


def test_an_opening_without_any_place_is_told() -> None:
    assert told(opening(), COLORADO) == ["The opening names no place, so no law was looked at."]
