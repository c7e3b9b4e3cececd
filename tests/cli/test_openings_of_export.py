"""Openings on the command line: exported, listed, checked and explained."""

import json

import pytest

from conftest import Project

ROW = "id,role,workplace,eligible,status\nclerk-2,clerk,remote,DE,closed\n"


@pytest.fixture
def dated(project: Project) -> Project:
    """Give a project of two roles and two openings."""
    project.write(
        {
            "postingkit.yaml": "organization: {name: Us}\nformats: [md]",
            "roles/clerk.yaml": "title: Clerk\nlevel: Junior\ntravel: Some\nsummary: Files.",
            "roles/cook.yaml": "titel: Cook",
            "openings/clerk-1.yaml": """\
                role: clerk
                locations: [{city: Berlin, country: DE}]
                closes: 2026-12-15
                pay: {min: 1, max: 2, currency: EUR, period: year}
                travel: None
                overrides: {level: Senior}
                """,
            "openings/more.csv": ROW,
        }
    )
    return project


def test_an_opening_is_exported_by_its_id_or_its_file(dated: Project) -> None:
    for name in ("clerk-1", "openings/clerk-1.yaml"):
        run = dated.run("export", name, "-o", "-")
        assert run.code == 0
        assert "- **Apply by:** December 15, 2026" in run.out


def test_everything_is_exported_with_its_openings(dated: Project) -> None:
    run = dated.run("export", "-n")
    assert run.code == 1  # the cook has problems
    assert run.out.split() == ["roles/clerk.md", "openings/clerk-1.md", "openings/clerk-2.md"]


def test_a_role_alone_is_exported_without_its_openings(dated: Project) -> None:
    assert dated.run("export", "clerk", "-n").out.split() == ["roles/clerk.md"]


def test_an_opening_and_a_role_of_one_name_are_both_exported(dated: Project) -> None:
    dated.write({"openings/clerk.yaml": "role: clerk"})
    run = dated.run("export", "clerk", "-n")
    assert run.out.split() == ["roles/clerk.md", "openings/clerk.md"]


def test_a_name_that_there_is_not_is_told_with_what_was_meant(dated: Project) -> None:
    run = dated.run("export", "clerk-3")
    assert run.code == 2
    assert "There is no role or opening “clerk-3”. Did you mean “clerk-" in run.err


def test_openings_are_listed_with_role_place_and_status(dated: Project) -> None:
    out = dated.run("list").out
    assert "  clerk-1  clerk; Berlin; until 2026-12-15\n" in out
    assert "  clerk-2  clerk; remote; closed\n" in out
    found = json.loads(dated.run("list", "--json").out)["openings"]
    assert found["clerk-1"] == {
        "role": "clerk",
        "places": ["Berlin"],
        "status": "open",
        "closes": "2026-12-15",
    }


def test_every_value_of_an_opening_is_explained_by_its_place(dated: Project) -> None:
    run = dated.run("explain", "clerk-1", "--json")
    assert run.code == 0
    found = {name: (each["value"], each["from"]) for name, each in json.loads(run.out).items()}
    template = found.pop("template")
    assert template[0] == "default"
    assert found == {
        "title": ("Clerk", "roles/clerk.yaml:1:8"),
        "level": ("Senior", "openings/clerk-1.yaml:6:20, in place of roles/clerk.yaml:2:8"),
        "travel": ("None", "openings/clerk-1.yaml:5:9, in place of roles/clerk.yaml:3:9"),
        "summary": ("Files.", "roles/clerk.yaml:4:10"),
        "locations": ("1 item", "openings/clerk-1.yaml:2:12"),
        "pay.min": ("1", "openings/clerk-1.yaml:4:12"),
        "pay.max": ("2", "openings/clerk-1.yaml:4:20"),
        "pay.currency": ("EUR", "openings/clerk-1.yaml:4:33"),
        "pay.period": ("year", "openings/clerk-1.yaml:4:46"),
        "closes": ("2026-12-15", "openings/clerk-1.yaml:3:9"),
        "organization.name": ("Us", "postingkit.yaml:1:22"),
    }


def test_an_explanation_is_a_table_for_people(dated: Project) -> None:
    out = dated.run("explain", "clerk-2").out
    assert "workplace          remote   openings/more.csv, row 2, column workplace\n" in out


def test_values_of_a_row_are_explained_by_its_cells(dated: Project) -> None:
    heads = "id,role,pay.min,pay.currency,pay.period,apply.url,contact.name,contact.email"
    row = "c,clerk,1,EUR,year,https://example.org/c,Ada,ada@example.org"
    dated.write({"openings/rows.csv": f"{heads}\n{row}\n"})
    found = json.loads(dated.run("explain", "c", "--json").out)
    for column in heads.split(",")[2:]:
        assert found[column]["from"] == f"openings/rows.csv, row 2, column {column}"


@pytest.mark.parametrize(
    ("translated", "title"),
    [
        ("", ("Clerk", "roles/clerk.yaml:1:8")),
        ("translations: {en: {title: Registrar}}", ("Registrar", "roles/clerk.yaml:4:28")),
    ],
)
def test_of_a_role_in_another_language_only_what_is_given_is_explained(
    dated: Project, translated: str, title: tuple[str, str]
) -> None:
    role = "title: Clerk\nlanguage: de\nsummary: Akten.\n"
    dated.write({"roles/clerk.yaml": role + translated})
    found = json.loads(dated.run("explain", "clerk-2", "--json").out)
    own = {name for name, each in found.items() if each["from"].startswith("roles/")}
    assert own == {"title", "summary"}
    assert (found["title"]["value"], found["title"]["from"]) == title


@pytest.mark.parametrize("name", ["clerk", "roles/clerk.yaml"])
def test_a_role_is_no_opening_to_be_explained(dated: Project, name: str) -> None:
    run = dated.run("explain", name)
    assert run.code == 2
    assert f"“{name}” is a role and no opening." in run.err


def test_an_opening_with_problems_is_not_explained(dated: Project) -> None:
    dated.write({"openings/cook.yaml": "role: cook"})
    run = dated.run("explain", "cook")
    assert run.code == 2
    assert "There is no field “titel” here." in run.err
    assert "There is no sound opening “cook”" in run.err


def test_a_template_that_comes_with_postingkit_is_explained_as_such(dated: Project) -> None:
    found = json.loads(dated.run("explain", "clerk-2", "--json").out)
    assert found["template"] == {"value": "default", "from": "(comes with postingkit)"}
    dated.write({"templates/default/template.yaml": "extends: default"})
    found = json.loads(dated.run("explain", "clerk-2", "--json").out)
    assert found["template"]["from"] == "templates/default/template.yaml:1:1"


def test_an_opening_follows_its_role_from_one_run_to_the_next(dated: Project) -> None:
    dated.write({"roles/cook.yaml": "title: Cook"})
    assert dated.run("export").code == 0
    dated.write({"roles/clerk.yaml": "title: Bookkeeper\nsummary: Files."})
    assert dated.run("export").code == 0
    assert dated.text("out/openings/clerk-1.md").startswith("# Bookkeeper\n")


CHECK_DATA = "“postingkit template check data” looks at it."
WHOLE = "“postingkit check” looks at it with the whole project."


@pytest.mark.parametrize("command", ["check", "export", "explain", "compare"])
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("openings/more.csv", f"is a table of openings. Name one of these by its id; {WHOLE}"),
        ("postingkit.yaml", f"holds the project's settings and no role. {WHOLE}"),
        (
            "templates/data/template.yaml",
            f"belongs to the template “data” and is no role. {CHECK_DATA}",
        ),
        (
            "boards/ours.yaml",
            "is the profile of a board and no role. “postingkit check --for all” looks at it.",
        ),
        ("rules/ours.yaml", f"holds rules and no role. {WHOLE}"),
    ],
)
def test_a_file_of_another_kind_is_said_to_be_one(
    dated: Project, command: str, path: str, said: str
) -> None:
    others = ("templates/data/template.yaml", "boards/ours.yaml", "rules/ours.yaml")
    dated.write(dict.fromkeys(others, "extends: default"))
    run = dated.run(command, path)
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"Error: “{path}” {said}\n")


def test_an_opening_is_not_compared(dated: Project) -> None:
    run = dated.run("compare", "clerk", "openings/clerk-1.yaml")
    assert run.code == 2
    assert "“openings/clerk-1.yaml” is an opening and no role. Name a role." in run.err
