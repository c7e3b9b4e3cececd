"""The commands that begin, check and show templates."""

from conftest import Project

MISTAKES = """\
api: 1
extends: default
order: [lead, responsibilites]
colour: red
sections:
  lead: {title: "{{ titel }}", as: table}
  note: {body: "{{ title | uper }}", onyl: [pdf]}
  about: {only: [pfd], when: levle}
theme:
  colours: {accent: blue}
  page: {size: A5}
"""


def test_ten_mistakes_are_ten_reports_each_at_its_line(project: Project) -> None:
    project.write(
        {
            "postingkit.yaml": "formats: [md]\n",
            "roles/clerk.yaml": "title: Clerk\n",
            "templates/sales/template.yaml": MISTAKES,
        }
    )

    run = project.run("template", "check", "sales")

    assert run.code == 1
    for line, said in (
        (3, "responsibilites"),
        (4, "colour"),
        (6, "titel"),
        (6, "cannot be shown as table"),
        (7, "uper"),
        (7, "onyl"),
        (8, "pfd"),
        (8, "levle"),
        (10, "blue"),
        (11, "A5"),
    ):
        found = [report for report in run.err.splitlines() if f"template.yaml:{line}:" in report]
        assert any(said in report for report in found), (line, said, run.err)
