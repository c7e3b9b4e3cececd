"""A department's name stands wherever a posting or a feed shows the department."""

import json

import pytest

from conftest import Project

SETTINGS = """\
languages: [en, de, fr]
departments:
  data: {template: default, name: Data & AI, translations: {de: {name: Daten & KI}}}
  sales:
template:
  sections: {lead: {intro: "In our team {{ department }}."}}
"""


@pytest.fixture
def vacant(project: Project) -> Project:
    """Give a project with a role of a department, and an opening of it."""
    project.write(
        {
            "postingkit.yaml": SETTINGS,
            "roles/clerk.yaml": """\
                title: Clerk
                department: data
                summary: Files.
                translations: {de: {title: Kraft}, fr: {title: Commis}}
                """,
            "openings/clerk.yaml": "role: clerk\nposted: 2026-11-01",
        }
    )
    return project


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("roles/clerk.md", "Data & AI"),
        ("roles/clerk.de.md", "Daten & KI"),
        ("roles/clerk.fr.md", "Data & AI"),
        ("openings/clerk.md", "Data & AI"),
    ],
)
def test_a_posting_shows_the_name_in_its_language(vacant: Project, page: str, name: str) -> None:
    assert vacant.run("export", "-f", "md").code == 0
    assert f"In our team {name}." in vacant.text(f"out/{page}")


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("role: clerk", "Data & AI"),
        ("role: clerk\nlanguage: de", "Daten & KI"),
        ("role: clerk\noverrides: {department: sales}", "sales"),
    ],
)
def test_a_feed_tells_the_name_or_else_the_id(vacant: Project, opening: str, name: str) -> None:
    vacant.write({"openings/clerk.yaml": opening})
    (entry,) = json.loads(vacant.run("feed", "lever").out)
    assert entry["categories"]["department"] == name


def test_structured_data_tells_the_name_that_the_page_shows(vacant: Project) -> None:
    vacant.write({"templates/data/template.yaml": "extends: default\n"})
    vacant.write(
        {"postingkit.yaml": SETTINGS.replace("In our team {{ department }}.", "{{ department }}")}
    )
    assert vacant.run("export", "-f", "html").code == 0
    assert '"name":"Data \\u0026 AI"' in vacant.text("out/openings/clerk.html").replace(": ", ":")


def test_files_keep_the_departments_id(vacant: Project) -> None:
    vacant.write({"postingkit.yaml": f"{SETTINGS}names: '{{department}}/{{kind}}/{{id}}'"})
    assert vacant.run("export", "-f", "md").code == 0
    assert "data/openings/clerk.md" in vacant.paths("out")


def test_a_translation_of_a_name_that_there_is_not_is_told(vacant: Project) -> None:
    vacant.write({"postingkit.yaml": "departments: {data: {translations: {de: {name: Daten}}}}"})
    assert "“name” translates nothing: the original has none." in vacant.run("check").err
