"""Commands that go through openings one by one: a table is read once, and all is told in order."""

import json
from pathlib import Path

import pytest

from conftest import Project
from postingkit.cli.report import SHOWN_PROBLEMS
from postingkit.model.tables.csv_files import csv_grid
from postingkit.model.tables.grid import Grid

ROWS = 1_200
FILES = {
    "postingkit.yaml": "organization: {name: Us}\nsite: {url: https://example.org}\n",
    "roles/clerk.yaml": "title: Clerk\nsummary: Keeps files.\n",
    "roles/broken.yaml": "titel: A\n",
}


def table(*rows: str) -> str:
    return "\n".join(("id,role,closes,apply.url", *rows, ""))


@pytest.fixture
def many(project: Project) -> Project:
    rows = (f"o-{number},clerk,2026-12-01,https://example.org/{number}" for number in range(ROWS))
    project.write(FILES | {"openings/all.csv": table(*rows)})
    return project


@pytest.mark.parametrize("command", ["feed indeed -q", "check --for indeed --as-of 2026-11-01"])
def test_a_table_is_read_once(many: Project, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    opened: list[Path] = []

    def noted(path: Path) -> Grid:
        opened.append(path)
        return csv_grid(path)

    monkeypatch.setattr("postingkit.model.tables.csv_grid", noted)
    many.run(*command.split())
    assert [path.name for path in opened] == ["all.csv"]


def test_of_very_many_problems_the_first_are_told_in_full_and_json_has_all(many: Project) -> None:
    run = many.run("check", "--as-of", "2027-01-01")
    told = run.err.splitlines()
    more = f"… and {ROWS + 2 - SHOWN_PROBLEMS:,} more problems; --json lists them all."
    assert told[-2:] == [
        more,
        f"2 roles and {ROWS} openings checked: {ROWS + 2} problems, {ROWS} notices.",
    ]
    assert sum(": error: " in line for line in told) == SHOWN_PROBLEMS
    records = json.loads(many.run("check", "--as-of", "2027-01-01", "--json").out)["problems"]
    errors = [each for each in records if each["severity"] == "error"]
    assert [each["row"] for each in errors if "row" in each] == [*range(2, ROWS + 2)]


def test_openings_of_files_and_tables_are_told_of_in_the_order_of_their_places(
    project: Project,
) -> None:
    rows = table("z,clerk,2020-01-01,", "y,clerk,x,", "x,nobody,,", "w,broken,,", "w,clerk,,")
    project.write(
        FILES
        | {
            "openings/b.csv": rows,
            "openings/c.yaml": "role: clerk\ncloses: 2020-01-01",
            "openings/a.yaml": "role: clerk\ncloses: 2020-01-01",
        }
    )
    found = json.loads(project.run("check", "--as-of", "2026-01-01", "--json").out)["problems"]
    errors = [each for each in found if each["severity"] == "error"]
    places = [(each["file"], each.get("row", each.get("line"))) for each in errors]
    assert places == [
        ("openings/a.yaml", 2),
        *(("openings/b.csv", row) for row in (2, 3, 4, 5, 6)),
        ("openings/c.yaml", 2),
        ("roles/broken.yaml", 1),
        ("roles/broken.yaml", 1),
    ]
    told = project.run("check", "--as-of", "2026-01-01").err
    assert told.endswith("2 roles and 6 openings checked: 9 problems, 3 notices.\n")


def test_two_openings_of_one_path_are_told_of(project: Project) -> None:
    names = 'names: "{kind}/{department}-{id}"\n'
    project.write(
        {
            "postingkit.yaml": names,
            "roles/one.yaml": "title: One\ndepartment: a\n",
            "roles/two.yaml": "title: Two\ndepartment: a-b\n",
            "openings/all.csv": "id,role\nb-c,one\nc,two\n",
        }
    )
    run = project.run("check", "--as-of", "2026-01-01")
    assert run.err.count("is also the name of another file") == 1
    assert "openings/a-b-c" in run.err
