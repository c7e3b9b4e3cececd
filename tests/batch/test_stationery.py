"""Word stationery in a project: read from the template's folder, told once, costing DOCX alone."""

from pathlib import Path

import make_stationery as made
import pytest

from conftest import Project
from postingkit.batch import Request, make_plan, run
from postingkit.model import load_project
from postingkit.store import Folder, Result

LETTER = "templates/default/letter.docx"


def results(project: Project, *body: str) -> list[Result]:
    project.write(
        {
            "roles/a.yaml": "title: A",
            "roles/b.yaml": "title: B",
            "templates/default/template.yaml": "extends: default\ndocx: {stationery: letter.docx}",
        }
    )
    parts = {"document": made.document(*body), "styles": made.styles()}
    Path(LETTER).write_bytes(made.packed(parts))
    loaded = load_project(Path())
    plan = make_plan(loaded, Request(loaded.role_ids, formats=("docx", "md")))
    assert not plan.problems
    return list(run(plan, Folder(Path("out"))))


def test_postings_are_written_into_the_file_that_the_template_names(project: Project) -> None:
    made_of = results(project, made.paragraph("{{ posting }}"), made.paragraph("{{ title }}!"))
    assert [(result.state, result.problems) for result in made_of] == [("made", ())] * 4


def test_stationery_that_is_refused_costs_its_own_format(project: Project) -> None:
    every = results(project, made.paragraph("{{ postng }}"), made.paragraph("{{ x"))
    assert [result.state for result in every] == ["failed", "made"] * 2
    told = {problem for result in every for problem in result.problems}
    assert [str(problem.place) for problem in told] == [f"{LETTER}, body, paragraph 2"]


def test_a_file_that_is_not_there_is_told_at_its_setting(project: Project) -> None:
    text = "extends: default\ndocx: {stationery: none.docx}"
    project.write({"roles/a.yaml": "title: A", "templates/default/template.yaml": text})
    loaded = load_project(Path())
    plan = make_plan(loaded, Request(("a",), formats=("docx", "md")))
    assert [unit.format for unit in plan.units] == ["md"]
    (problem,) = plan.problems
    assert str(problem.place) == "templates/default/template.yaml:2:20"
    assert "There is no file" in problem.message


@pytest.mark.parametrize("named", [(), ("a",)])
def test_a_file_that_the_command_names_counts_with_what_it_holds(
    project: Project, named: tuple[str, ...]
) -> None:
    project.write({"roles/a.yaml": "title: A"})
    command = ("export", *named, "-f", "docx", "--set", "docx.stationery=letter.docx")
    found = []
    for text in ("{{ title }}!", "{{ title }}?"):
        body = made.document(made.paragraph("{{ posting }}"), made.paragraph(text))
        Path("letter.docx").write_bytes(made.packed({"document": body, "styles": made.styles()}))
        assert project.run(*command).code == 0
        found.append(Path("out/roles/a.docx").read_bytes())
    assert found[0] != found[1]
    assert "1 unchanged" in project.run(*command).err


def test_a_whole_export_sees_that_a_file_has_changed_that_the_command_names(
    project: Project,
) -> None:
    project.write({"postingkit.yaml": "formats: [docx]", "roles/a.yaml": "title: A"})
    command = ("export", "--set", "docx.stationery=letter.docx")
    for text, told in (("!", "1 made"), ("?", "1 made"), ("?", "1 unchanged")):
        body = made.document(made.paragraph("{{ posting }}"), made.paragraph(text))
        Path("letter.docx").write_bytes(made.packed({"document": body, "styles": made.styles()}))
        assert told in project.run(*command).err
