"""``postingkit check`` of openings: laws and dates, on a day that is given."""

import json

import pytest

from conftest import Project

ADVICE = "What laws ask for is told as information and is no legal advice.\n"
OPENING = """\
role: clerk
locations: [{city: Seattle, region: WA, country: US}]
closes: 2026-12-15
benefits: [Health insurance]
pay: {min: 50000, currency: USD, period: year, extras: A bonus}
"""
EQUAL = "Protected veterans and people with disabilities are considered alike."
FILES = {
    "postingkit.yaml": f"""\
        organization:
          name: Example Works
          employees: 120
          statements: {{equal-opportunity: "{EQUAL}"}}
        """,
    "roles/clerk.yaml": "title: Clerk\nresponsibilities: [Write letters]\n",
    "openings/clerk-seattle.yaml": OPENING,
}
NOTICE = """\
openings/clerk-seattle.yaml:5:6: notice: Washington (RCW 49.58.110) asks for a pay range with both \
ends; this one is open-ended.
  5 | pay: {min: 50000, currency: USD, period: year, extras: A bonus}
    |      ^
  in: pay
  help: Write “min” and “max”, or “amount” where there is only one.
"""
CLOSED = """\
openings/clerk-seattle.yaml:3:9: error: The opening closed on 2026-12-15 and is still open on \
2026-12-16.
  3 | closes: 2026-12-15
    |         ^
  in: closes
  help: Write a later date, or “status: closed”.
"""
OWN = """\
rules:
  - id: us-wa-pay
    jurisdiction: Washington
    countries: [US]
    asks: [pay_range]
    until: 2020-01-01
    source: our counsel
    confidence: S
"""


def test_what_the_law_asks_for_is_a_notice_and_no_legal_advice(project: Project) -> None:
    project.write(FILES)
    run = project.run("check", "--as-of", "2026-12-15")
    assert (run.code, run.err.partition(ADVICE)[0]) == (0, NOTICE)
    assert run.err.count(ADVICE) == 1
    assert project.run("check", "--as-of", "2026-12-15", "--strict").code == 1


def test_a_date_that_cannot_be_right_is_a_problem(project: Project) -> None:
    project.write(FILES)
    run = project.run("check", "--as-of", "2026-12-16")
    assert run.code == 1
    assert CLOSED in run.err


def test_without_a_day_it_is_today(project: Project) -> None:
    project.write(FILES)
    project.write({"openings/clerk-seattle.yaml": OPENING.replace("2026-12-15", "2000-01-01")})
    run = project.run("check", "--json")
    messages = [each["message"] for each in json.loads(run.out)["problems"]]
    assert messages[0].startswith("The opening closed on 2000-01-01 and is still open on 2")


def test_a_program_is_told_that_it_is_no_legal_advice(project: Project) -> None:
    project.write(FILES)
    found = json.loads(project.run("check", "--json", "--as-of", "2026-12-15").out)
    assert found["advice"] == ADVICE.strip()
    assert [each["severity"] for each in found["problems"]] == ["notice"]


@pytest.mark.parametrize(("employees", "told"), [(14, False), (15, True)])
def test_the_employer_s_number_decides(project: Project, employees: int, *, told: bool) -> None:
    project.write(FILES)
    text = project.text("postingkit.yaml").replace("120", str(employees))
    project.write({"postingkit.yaml": text})
    said = project.run("check", "--as-of", "2026-12-15").err
    assert ("Washington (RCW 49.58.110) asks" in said) is told


def test_a_project_has_rules_of_its_own(project: Project) -> None:
    project.write(FILES | {"rules/own.yaml": OWN})
    said = project.run("check", "--as-of", "2026-12-15").err
    assert "Washington" not in said
    assert ADVICE not in said
    project.write({"rules/own.yaml": OWN.replace("    until: 2020-01-01\n", "")})
    assert "Washington asks" in project.run("check", "--as-of", "2026-12-15").err


def test_a_wrong_rule_is_told_at_its_place(project: Project) -> None:
    project.write(FILES | {"rules/own.yaml": OWN.replace("until: 2020-01-01", "untill: soon")})
    run = project.run("check", "--as-of", "2026-12-15")
    assert run.code == 1
    assert "rules/own.yaml:6:5: error: There is no field “untill” here.\n" in run.err


def test_a_wrong_day_is_wrong_usage(project: Project) -> None:
    project.write(FILES)
    assert project.run("check", "--as-of", "tomorrow").code == 2


def test_the_number_of_employees_is_one(project: Project) -> None:
    project.write(FILES | {"postingkit.yaml": "organization: {employees: many}"})
    run = project.run("check")
    assert run.code == 1
    assert "“many” is no whole number." in run.err


def test_what_is_so_of_many_openings_is_told_once_with_their_number(project: Project) -> None:
    project.write(FILES)
    project.write({f"openings/clerk-{number}.yaml": OPENING for number in range(11)})
    run = project.run("check", "--as-of", "2026-12-15")
    assert run.err.partition(ADVICE)[0] == NOTICE.replace(
        "clerk-seattle.yaml", "clerk-0.yaml"
    ).replace("open-ended.\n", "open-ended. This is so at 12 places, first here.\n")
    told = json.loads(project.run("check", "--as-of", "2026-12-15", "--json").out)
    assert len(told["problems"]) == 12


@pytest.mark.parametrize(("employer", "told"), [("federal_contractor: true", 1), ("", 0)])
def test_federal_contractors_alone_are_told_of_their_notice(
    project: Project, employer: str, told: int
) -> None:
    settings = f"organization:\n  name: Example Works\n  {employer}\n"
    project.write(FILES | {"postingkit.yaml": settings})
    run = project.run("check", "--as-of", "2026-12-15")
    assert (
        run.err.count("The United States (VEVRAA and Section 503; for federal contractors") == told
    )
    assert "“equal-opportunity”, if you are" not in run.err
