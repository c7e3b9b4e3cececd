"""The three roles hold every statement of the document that they came from, in its wording."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import Project
from postingkit.model import LoadedProject, Role, load_project

ROOT = Path(__file__).parent.parent
SEED = (ROOT / "tests" / "seed.md").read_text("utf-8")
IDS = ("fullstack-developer", "machine-learning-engineer", "data-engineer")
DESCRIBED = {
    "machine-learning-engineer": "Machine Learning Engineer",
    "data-engineer": "Data Engineer",
}


def table(markdown: str) -> list[list[str]]:
    """Read the one table of *markdown*: the head, then the rows, without the signs of strength."""
    lines = [line for line in markdown.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [[cell.replace("**", "") for cell in row] for row in (rows[0], *rows[2:])]


def described(title: str) -> Mapping[str, list[str]]:
    """Read the seed's section on the role *title*: its statements by their headings."""
    section = SEED.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    main = re.findall(r"\*\*Main Role\*\*: (.+)", section)
    return {
        "summary": main,
        "responsibilities": re.findall(r"^\d+\. (.+)$", section, re.MULTILINE),
        "qualifications": re.findall(r"^- (.+)$", section, re.MULTILINE),
    }


@pytest.fixture(scope="module")
def project() -> LoadedProject:
    """Load the project in this repository."""
    loaded = load_project(ROOT)
    assert loaded.problems == ()
    return loaded


@pytest.fixture(params=DESCRIBED)
def role(request: pytest.FixtureRequest, project: LoadedProject) -> tuple[str, Role]:
    """Give a role that the seed describes in a section of its own, with the section's title."""
    return DESCRIBED[request.param], project.roles[request.param]


def test_the_roles_are_those_of_the_seed(project: LoadedProject) -> None:
    assert sorted(project.roles) == sorted(IDS)
    titles = [project.roles[id_].title.text for id_ in IDS]
    assert titles == table(SEED)[0][1:]


def test_the_seed_says_as_much_as_we_think() -> None:
    counts = [
        len(statements) for title in DESCRIBED.values() for statements in described(title).values()
    ]
    assert counts == [1, 6, 4, 1, 6, 6]


def test_the_main_role_is_the_seeds(role: tuple[str, Role]) -> None:
    title, made = role
    assert [str(made.summary)] == described(title)["summary"]


def test_the_responsibilities_are_the_seeds(role: tuple[str, Role]) -> None:
    title, made = role
    found = [f"**{item.title}**: {item.text}" for item in made.responsibilities]
    assert found == described(title)["responsibilities"]


def test_the_qualifications_are_the_seeds(role: tuple[str, Role]) -> None:
    title, made = role
    assert [str(item.text) for item in made.qualifications] == described(title)["qualifications"]
    assert [item.title for item in made.qualifications if item.title] == []


@pytest.mark.parametrize("id_", IDS)
def test_no_role_says_anything_else(project: LoadedProject, id_: str) -> None:
    role = project.roles[id_]
    said = {"title", "department", "summary", "responsibilities", "qualifications", "technologies"}
    assert role.model_fields_set <= said | {"overview"}
    column = " ".join(row[IDS.index(id_) + 1] for row in table(SEED))
    short = (role.overview.summary, *role.overview.technologies)
    for words in (*short, *(item.title or item.text for item in role.overview.responsibilities)):
        assert words is None or str(words) in column


def test_the_role_that_stands_in_the_table_alone_has_no_text_invented(
    project: LoadedProject,
) -> None:
    role = project.roles["fullstack-developer"]
    column = [row[1] for row in table(SEED)]
    assert [str(item.title) for item in role.responsibilities] == listed(column[2])
    assert [item.text for item in role.responsibilities if item.text] == []
    assert [str(item.text) for item in role.qualifications] == listed(column[3])
    assert [str(role.title), str(role.summary)] == column[:2]
    assert ", ".join(map(str, role.technologies)) == column[4]


def listed(cell: str) -> list[str]:
    return [re.sub(r"^(\d+\.|-) ", "", line) for line in cell.split("<br>")]


def unescaped(cell: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell)


@pytest.mark.parametrize("path", ["out/comparisons/overview.md", ""])
def test_the_comparison_in_markdown_is_the_seeds_table_cell_for_cell(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if path:
        made = (ROOT / path).read_text("utf-8")
    else:
        monkeypatch.chdir(ROOT)
        made = Project(tmp_path, monkeypatch).run("compare", *IDS).out
    found = [[unescaped(cell) for cell in row] for row in table(made)]
    assert found == table(SEED)
    assert re.findall("<[^>]*>", made) == ["<br>"] * SEED.count("<br>")
