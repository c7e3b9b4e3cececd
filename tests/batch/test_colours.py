"""Notices of colours that are hard to read on each other."""

from pathlib import Path

import pytest

from conftest import Project
from postingkit.batch import Request, make_plan
from postingkit.errors import Problem
from postingkit.model import load_project


def notices(project: Project, theme: str) -> tuple[Problem, ...]:
    template = f"extends: default\ntheme: {{colours: {{{theme}}}}}"
    project.write({"roles/a.yaml": "title: A", "templates/default/template.yaml": template})
    return make_plan(load_project(Path()), Request(("a",))).notices


def test_a_pale_colour_is_told_with_what_it_stands_on_and_the_ratio(project: Project) -> None:
    (notice,) = notices(project, 'muted: "#888888"')
    assert notice.message == (
        "The muted colour #888888 has a contrast of 3.54 to 1 on white paper, "
        "and text needs 4.5 to 1 to be read by all (WCAG AA)."
    )
    assert str(notice.place) == "templates/default/template.yaml:2:26"


def test_a_dark_band_is_told_for_text_and_accent(project: Project) -> None:
    found = notices(project, 'band: "#444444"')
    assert [each.message.split(" has")[0] for each in found] == [
        "The text colour #1c1e21",
        "The accent colour #1f3a5f",
    ]
    assert all("on the band colour #444444" in each.message for each in found)
    assert {str(each.place) for each in found} == {"templates/default/template.yaml:2:25"}


@pytest.mark.parametrize("name", ["bold", "classic", "compact", "default", "quiet"])
def test_the_templates_that_come_with_postingkit_can_be_read(name: str, project: Project) -> None:
    project.write({"roles/a.yaml": "title: A"})
    assert make_plan(load_project(Path()), Request(("a",), template=name)).notices == ()


def test_a_template_that_is_not_used_is_not_told_of(project: Project) -> None:
    template = 'extends: default\ntheme: {colours: {text: "#eeeeee"}}'
    project.write({"roles/a.yaml": "title: A", "templates/x/template.yaml": template})
    assert make_plan(load_project(Path()), Request(("a",))).notices == ()
