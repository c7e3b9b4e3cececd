"""A project's own profiles of boards: what is wrong in one is told as in any other file."""

import pytest
from lxml import etree

from conftest import Project

OURS = "name: Ours\nabout: For us\n"
MISSPELT = """\
boards/ours.yaml:4:16: error: “titel” is none of the words that may stand here.
  4 |   job: {value: titel}
    |                ^
  in: entry.job.value
  help: Did you mean “title”?
"""


@pytest.fixture
def vacant(project: Project) -> Project:
    """Give a project with one opening."""
    opening = (
        "role: clerk\nlocations: [{city: Berlin, country: DE}]\ncontact: {email: a@example.org}"
    )
    project.write(
        {
            "roles/clerk.yaml": "title: Clerk\ndepartment: files\nsummary: Files.",
            "openings/clerk-berlin.yaml": opening,
        }
    )
    return project


def told(project: Project, profile: str) -> str:
    """Write a profile that is wrong, and give what is said of it."""
    project.write({"boards/ours.yaml": profile})
    run = project.run("feed", "ours")
    assert run.code == 1
    return run.err


def test_it_extends_one_of_ours_and_an_empty_field_takes_out_what_stands_there(
    vacant: Project,
) -> None:
    vacant.write(
        {
            "boards/ours.yaml": """\
                extends: indeed
                name: Ours
                entry:
                  email:
                  team: {value: department}
                  remotetype: {map: {hybrid: Hybrid, onsite: In the office}}
                  companyId: {literal: 007}
                """
        }
    )
    run = vacant.run("feed", "ours")
    (job,) = etree.fromstring(run.data).iter("job")
    assert job.find("email") is None
    found = {name: job.findtext(name) for name in ("title", "team", "remotetype", "companyId")}
    assert found == {
        "title": "Clerk",
        "team": "files",
        "remotetype": "In the office",
        "companyId": "007",
    }


def test_a_literal_stands_as_it_is_whatever_else_its_field_says(vacant: Project) -> None:
    vacant.write(
        {
            "boards/ours.yaml": """\
                extends: indeed
                name: Ours
                entry:
                  office: {literal: Cologne, before: "(", after: ")"}
                  team: {literal: Cologne, map: {hybrid: Hybrid}}
                  page: {literal: "https://example.org", query: {from: ours}}
                """
        }
    )
    (job,) = etree.fromstring(vacant.run("feed", "ours").data).iter("job")
    found = [job.findtext(name) for name in ("office", "team", "page")]
    assert found == ["Cologne", "Cologne", "https://example.org"]


def test_it_may_extend_the_one_of_its_own_name(vacant: Project) -> None:
    vacant.write({"boards/indeed.yaml": "extends: indeed\nname: Ours\nabout: For us."})
    assert "indeed        xml   For us." in vacant.run("feed", "--list").out


def test_profiles_of_ones_own_extend_each_other(vacant: Project) -> None:
    vacant.write(
        {
            "boards/a.yml": "extends: b\nabout: An A.",
            "boards/b.yaml": "name: B\nabout: A B.\nentry: {}",
        }
    )
    assert "a             -     An A." in vacant.run("feed", "--list").out


def test_a_feed_can_be_taken_out(vacant: Project) -> None:
    vacant.write({"boards/ours.yaml": "extends: indeed\nname: Ours\nfeed:"})
    assert "Ours takes no feed." in vacant.run("feed", "ours").err


def test_a_misspelt_value_is_told_with_its_line_and_what_was_meant(vacant: Project) -> None:
    assert told(vacant, f"{OURS}entry:\n  job: {{value: titel}}\n") == MISSPELT


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        ("extends: indeed\nabut: x", "2:1: error: There is no field “abut” here.\n"),
        ("extends: indeed\nabut: x", "Did you mean “about”?"),
        ("extends: indeed\nfeed: {fom: xml}", "2:8: error: There is no field “fom” here."),
        ("extends: indeed\nentry: {city: {limits: [{maximun: 2}]}}", "Did you mean “maximum”?"),
        ("extends: indeed\nentry: {city: {limits: [{maximun: 2}]}}", "in: entry.city.limits[1]"),
        ("extends: indeed\nentry: {title: {literal: x}}", "2:16: error: Exactly one of “value”,"),
        ('name: A\nabout: A\nentry: {"a b>": {value: id}}', "does not have the form"),
        ("name: A\nabout: A", "The field “entry” is missing."),
        ("extends: inded", "1:10: error: There is no board “inded” to extend."),
        ("extends: inded", "Did you mean “indeed”?"),
        ("extends: [indeed]", "1:10: error: Text is expected here, not a list."),
        ("extends: ours", "“ours” extends itself."),
        ("name: A\nentry: {a: *b}", "“*b” refers to another place."),
        ("- a", "The file must hold fields"),
        ("[" * 5_000, "more than 20 deep"),
        ("a: [", "This is no YAML"),
        ("a: \x07", "1:4: error: "),
        (OURS + "description: {tags: [p]}\nentry: {}", "kept together with br, ul, li."),
    ],
)
def test_what_is_wrong_is_told_at_its_place(vacant: Project, profile: str, said: str) -> None:
    assert said in told(vacant, profile)


def test_two_that_extend_each_other_are_refused(vacant: Project) -> None:
    vacant.write({"boards/other.yaml": "extends: ours"})
    assert "boards/other.yaml:1:10: error: “ours” extends itself." in told(vacant, "extends: other")


def test_every_mistake_is_told_at_once(vacant: Project) -> None:
    assert told(vacant, "extends: indeed\na: 1\nb: 2\nfeed: {per: x}").count("error:") == 3


def test_a_field_of_a_rule_that_is_misspelt_is_told_with_what_was_meant(vacant: Project) -> None:
    vacant.write({"rules/own.yaml": "rules:\n  - id: a\n    jurisdicton: Bremen\n"})
    run = vacant.run("check")
    assert "rules/own.yaml:3:5: error: There is no field “jurisdicton” here." in run.err
    assert "help: Did you mean “jurisdiction”?" in run.err
