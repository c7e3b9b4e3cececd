"""Openings among the files of a project: which there are, where they lie, what is told of them."""

import pickle
from pathlib import Path

import pytest
from plugins import install

from conftest import Project
from postingkit.batch import Plan, Request, make_plan
from postingkit.batch.sources import Vacant
from postingkit.document import Document
from postingkit.model import load_project


@pytest.fixture
def plain(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a project of two roles and three openings with one installed format."""
    install(monkeypatch, plain="Plain")
    project.write(
        {
            "postingkit.yaml": settings(),
            "roles/a.yaml": "title: A\ndepartment: sales\ntranslations: {de: {title: Ä}}",
            "roles/b.yaml": "title: B",
            "templates/sales/template.yaml": "extends: default",
            "openings/a-1.yaml": "role: a",
            "openings/a-2.yaml": "role: a\nlanguage: de",
            "openings/b-1.yaml": "role: b\noverrides: {department: sales}",
        }
    )
    return project


def settings(more: str = "") -> str:
    return f"formats: [plain]\nlanguages: [en, de]\n{more}"


def plan(**asked_for: tuple[str, ...]) -> Plan:
    loaded = load_project(Path())
    whole = {"roles": loaded.role_ids, "openings": loaded.opening_ids}
    return make_plan(loaded, Request(**(asked_for or whole)))  # type: ignore[arg-type] # by name


def paths(made: Plan) -> list[str]:
    return [unit.path for unit in made.units]


def documents(made: Plan) -> dict[str, Document]:
    return {job.units[0].path: job.source.compose(job.template, job.language) for job in made.jobs}


@pytest.mark.usefixtures("plain")
def test_each_opening_is_made_in_its_own_language_beside_the_undated_postings() -> None:
    made = plan()
    assert paths(made) == [
        "roles/a.txt",
        "roles/a.de.txt",
        "roles/b.txt",
        "openings/a-1.txt",
        "openings/a-2.de.txt",
        "openings/b-1.txt",
    ]
    assert {unit.kind for unit in made.units} == {"roles", "openings"}
    assert made.problems == made.notices == ()
    assert [each.meta.title.text for each in documents(made).values()] == list("AÄBAÄB")


@pytest.mark.usefixtures("plain")
def test_an_opening_alone_can_be_asked_for_and_in_its_language_alone() -> None:
    assert paths(plan(openings=("a-1",))) == ["openings/a-1.txt"]
    assert paths(plan(openings=("a-1", "a-2"), languages=("de",))) == ["openings/a-2.de.txt"]


@pytest.mark.usefixtures("plain")
def test_the_template_is_the_departments_which_the_opening_may_say() -> None:
    made = plan(openings=("a-1", "b-1"))
    assert [unit.template for unit in made.units] == ["sales", "sales"]


def test_an_opening_of_a_broken_role_is_told_at_its_place(plain: Project) -> None:
    plain.write({"roles/b.yaml": "titel: B"})
    made = plan(openings=("b-1",))
    assert paths(made) == []
    told = {str(problem.place): problem.message for problem in made.problems}
    assert told["openings/b-1.yaml:1:7"] == (
        "The opening “b-1” is not made, for its role has problems."
    )


def test_the_address_of_a_page_is_the_sites_and_the_files(plain: Project) -> None:
    plain.write({"postingkit.yaml": settings("site: {url: https://example.org/jobs/}")})
    addresses = [
        document.meta.vacancy.url if document.meta.vacancy else ""
        for document in documents(plan(openings=("a-1", "a-2"))).values()
    ]
    assert addresses == [
        "https://example.org/jobs/openings/a-1.html",
        "https://example.org/jobs/openings/a-2.de.html",
    ]


def test_openings_can_have_formats_of_their_own(project: Project) -> None:
    project.write(
        {
            "postingkit.yaml": "formats: [md]\nopenings: {formats: [html]}",
            "roles/a.yaml": "title: A",
            "openings/a-1.yaml": "role: a",
        }
    )
    assert paths(plan()) == ["roles/a.md", "openings/a-1.html"]
    asked_for = plan(roles=("a",), openings=("a-1",), formats=("docx",))
    assert paths(asked_for) == ["roles/a.docx", "openings/a-1.docx"]


def test_an_address_too_long_for_a_code_is_told_where_there_would_be_one(project: Project) -> None:
    address = f"https://example.org/{'a' * 1000}"
    project.write(
        {
            "postingkit.yaml": "formats: [md]",
            "roles/a.yaml": "title: A",
            "openings/a-1.yaml": f"role: a\napply: {{url: '{address}'}}",
        }
    )
    assert plan(openings=("a-1",)).notices == ()
    (notice,) = plan(openings=("a-1",), formats=("pdf",)).notices
    assert str(notice.place) == "openings/a-1.yaml:2:14"


@pytest.mark.usefixtures("plain")
def test_openings_of_a_role_share_what_they_have_in_common() -> None:
    sources = [job.source for job in plan(openings=("a-1", "a-2", "b-1")).jobs]
    shared = {id(source.openings) for source in sources if isinstance(source, Vacant)}
    assert len(shared) == 3
    again = pickle.loads(pickle.dumps(sources[0]))  # noqa: S301 - our own
    assert isinstance(again, Vacant)
    assert again.opening == load_project(Path()).openings["a-1"]


def test_the_notices_of_an_opening_name_the_cell_of_a_table(plain: Project) -> None:
    plain.write(
        {
            "postingkit.yaml": settings("departments: {sales: {}}"),
            "openings/more.csv": "id,role,overrides.department\nc-1,a,seles\n",
        }
    )
    (notice,) = plan(openings=("c-1",)).notices
    assert str(notice.place) == "openings/more.csv, row 2, column overrides.department"
