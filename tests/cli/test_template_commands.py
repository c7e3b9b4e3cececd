"""The commands that begin, check and show templates."""

import pytest

from conftest import Project
from font_files import font

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


TYPOGRAPHY = """\
extends: default
theme:
  fonts: {body: Inter, files: [fonts/inter.ttf, notes.txt]}
  text: {align: justified, hyphenat: true}
"""
REPORT = """\
templates/sales/template.yaml:3:32: error: There is no file “templates/sales/fonts/inter.ttf”.
  3 |   fonts: {body: Inter, files: [fonts/inter.ttf, notes.txt]}
    |                                ^
  in: theme.fonts.files[1]
  help: Put the file beside the one that names it, and write its name alone.
templates/sales/template.yaml:3:49: error: The font “notes.txt” cannot be used: \
it is no TrueType or OpenType font.
  3 |   fonts: {body: Inter, files: [fonts/inter.ttf, notes.txt]}
    |                                                 ^
  in: theme.fonts.files[2]
  help: Bring it as TrueType (.ttf) or OpenType (.otf), and with a licence to embed it.
templates/sales/template.yaml:4:17: error: “justified” is none of the words that may stand here.
  4 |   text: {align: justified, hyphenat: true}
    |                 ^
  in: theme.text.align
  help: Did you mean “justify”?
templates/sales/template.yaml:4:28: error: There is no field “hyphenat” here.
  4 |   text: {align: justified, hyphenat: true}
    |                            ^
  in: theme.text.hyphenat
  help: Did you mean “hyphenate”?
"""


def test_mistakes_of_typography_are_told_with_the_way_out(project: Project) -> None:
    files = {"templates/sales/template.yaml": TYPOGRAPHY, "templates/sales/notes.txt": "No font."}
    project.write({"roles/clerk.yaml": "title: Clerk\n", **files})

    run = project.run("template", "check", "sales", "--quiet")

    assert (run.code, run.out, run.err) == (1, "", REPORT)


def test_typography_is_shown_with_where_it_comes_from(project: Project) -> None:
    theme = "{fonts: {body: Inter, files: [a.ttf, b.ttf]}, text: {hyphenate: true}}"
    own = f"extends: default\ntheme: {theme}\npdf: {{archive: false}}\n"
    fonts = {"templates/sales/a.ttf": font(), "templates/sales/b.ttf": font(weight=700)}
    project.write({"templates/sales/template.yaml": own, **fonts})

    shown = [line.split() for line in project.run("template", "show", "sales").out.splitlines()]

    place = "templates/sales/template.yaml"
    for row in (
        ["pdf.archive", "false", f"{place}:3"],
        ["theme.fonts.body", "Inter", f"{place}:2"],
        ["theme.fonts.files", "[a.ttf,", "b.ttf]", f"{place}:2"],
        ["theme.text.align", "start", "(usual)"],
        ["theme.text.hyphenate", "true", f"{place}:2"],
    ):
        assert row in shown
    plain = project.run("template", "show", "default").out
    assert ["theme.text.hyphenate", "false", "(usual)"] in [
        line.split() for line in plain.splitlines()
    ]


@pytest.mark.parametrize(
    ("margins", "shown"),
    [
        ("30mm", {"": "30mm templates/t/template.yaml:2"}),
        (
            "{top: 3cm}",
            {".top": "3cm templates/t/template.yaml:2"}
            | dict.fromkeys((".right", ".bottom", ".left"), "20mm (usual)"),
        ),
    ],
)
def test_a_length_for_all_margins_leaves_none_of_them_as_usual(
    project: Project, margins: str, shown: dict[str, str]
) -> None:
    theme = f"extends: default\ntheme: {{page: {{margins: {margins}}}}}\n"
    project.write({"templates/t/template.yaml": theme})
    rows = (line.split(None, 1) for line in project.run("template", "show", "t").out.splitlines())
    found = {path: " ".join(said.split()) for path, said in rows if "margins" in path}
    assert found == {f"theme.page.margins{side}": said for side, said in shown.items()}
