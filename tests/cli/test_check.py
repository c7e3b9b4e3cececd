"""``postingkit check``: everything that is wrong, for people and for programs."""

import json

import pytest

from conftest import Project
from postingkit.cli.report import tallied

GOOD = {"roles/a.yaml": "title: A", "roles/b.yaml": "title: B"}
BAD = {"roles/a.yaml": "titel: A", "roles/b.yaml": "title: B"}
NOTICED = {
    "postingkit.yaml": "departments: {sales: {}}",
    "roles/a.yaml": "title: A\ndepartment: seles",
}
REPORT = """\
roles/a.yaml:1:1: error: There is no field “titel” here.
  1 | titel: A
    | ^
  in: titel
  help: Did you mean “title”?
roles/a.yaml:1:1: error: The field “title” is missing.
  1 | titel: A
    | ^
  in: title
  help: Add a line “title: …”.
"""
NOTICE = """\
roles/a.yaml:2:13: notice: postingkit.yaml names no department “seles”, so the default template \
holds.
  2 | department: seles
    |             ^
  in: department
  help: Did you mean “sales”?
"""


@pytest.mark.parametrize(
    ("path", "example"),
    [
        ("postingkit.yaml", "formats: [pdf]"),
        ("roles/x.yaml", "title: Data Engineer"),
        ("openings/x.yaml", "role: data-engineer"),
        ("templates/x/template.yaml", "extends: default"),
        ("rules/x.yaml", "compiled: 2026-01-31"),
        ("boards/x.yaml", "extends: indeed"),
    ],
)
@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a b\n", "Begin with a line such as “{}”.\n"),
        ("a b\nc: d\n", "Write “{}”, for example;"),
        ("a: b\nc d\n", "Write “{}”, for example;"),
    ],
)
def test_each_kind_of_file_has_an_example_of_its_own(
    project: Project, path: str, example: str, text: str, hint: str
) -> None:
    project.write({"roles/a.yaml": "title: A", "openings/a.yaml": "role: a", path: text})
    run = project.run("check", *(["--for", "x"] if path.startswith("boards") else []))
    assert run.code == 1
    assert hint.format(example) in run.err


def test_a_sound_project_is_told_in_a_line(project: Project) -> None:
    project.write(GOOD)
    run = project.run("check")
    assert (run.code, run.out, run.err) == (0, "", "2 roles checked: 0 problems.\n")


def test_an_empty_project_is_sound(project: Project) -> None:
    run = project.run("check")
    assert (run.code, run.err) == (0, "0 roles checked: 0 problems.\n")


def test_every_problem_is_told_with_its_place_and_way_out(project: Project) -> None:
    project.write(BAD)
    run = project.run("check")
    assert (run.code, run.out, run.err) == (1, "", REPORT + "2 roles checked: 2 problems.\n")


@pytest.mark.parametrize(
    ("names", "code", "said"),
    [
        (("a",), 1, REPORT + "1 role checked: 2 problems.\n"),
        (("roles/a.yaml",), 1, REPORT + "1 role checked: 2 problems.\n"),
        (("b",), 0, "1 role checked: 0 problems.\n"),
        (("b", "roles/a.yaml", "b"), 1, REPORT + "2 roles checked: 2 problems.\n"),
    ],
)
def test_roles_are_named_by_id_or_by_file(
    project: Project, names: tuple[str, ...], code: int, said: str
) -> None:
    project.write(BAD)
    run = project.run("check", *names)
    assert (run.code, run.err) == (code, said)


def test_quiet_says_only_what_is_wrong(project: Project) -> None:
    project.write(BAD)
    assert project.run("check", "-q").err == REPORT
    assert project.run("check", "-q", "b").err == ""


def test_a_notice_is_a_problem_only_where_that_is_asked_for(project: Project) -> None:
    project.write(NOTICED)
    run = project.run("check")
    assert (run.code, run.err) == (0, NOTICE + "1 role checked: 0 problems, 1 notice.\n")
    run = project.run("check", "--strict")
    said = "1 role checked: 1 problem, of which 1 is a notice.\n"
    assert (run.code, run.err) == (1, NOTICE + said)


@pytest.mark.parametrize(
    ("problems", "notices", "strict", "told"),
    [
        (1, 0, True, "1 problem"),
        (2, 0, False, "2 problems"),
        (2, 3, False, "2 problems, 3 notices"),
        (2, 3, True, "5 problems, of which 3 are notices"),
    ],
)
def test_notices_are_counted_as_what_they_are_taken_for(
    problems: int, notices: int, told: str, *, strict: bool
) -> None:
    assert tallied(problems, notices, strict=strict) == told


def test_programs_get_json(project: Project) -> None:
    project.write(BAD | {"postingkit.yaml": NOTICED["postingkit.yaml"]})
    project.write({"roles/b.yaml": "title: B\ndepartment: seles"})
    run = project.run("check", "--json")
    assert (run.code, run.err) == (1, "")
    assert json.loads(run.out) == {
        "problems": [
            {
                "file": "roles/a.yaml",
                "line": 1,
                "column": 1,
                "severity": "error",
                "path": "titel",
                "message": "There is no field “titel” here.",
                "hint": "Did you mean “title”?",
            },
            {
                "file": "roles/a.yaml",
                "line": 1,
                "column": 1,
                "severity": "error",
                "path": "title",
                "message": "The field “title” is missing.",
                "hint": "Add a line “title: …”.",
            },
            {
                "file": "roles/b.yaml",
                "line": 2,
                "column": 13,
                "severity": "notice",
                "path": "department",
                "message": "postingkit.yaml names no department “seles”, so the default "
                "template holds.",
                "hint": "Did you mean “sales”?",
            },
        ]
    }
    assert run.out.isascii()


@pytest.mark.parametrize("command", ["check", "export", "list", "compare a -o x"])
def test_programs_get_json_even_where_the_project_itself_is_broken(
    project: Project, command: str
) -> None:
    project.write(GOOD | {"postingkit.yaml": "organisation: {}"})
    run = project.run(*command.split(), "--json")
    assert (run.code, run.err) == (1, "")
    (problem,) = json.loads(run.out)["problems"]
    assert problem["hint"] == "Did you mean “organization”?"


def test_a_sound_project_is_an_empty_list(project: Project) -> None:
    run = project.run("check", "--json")
    assert (run.code, json.loads(run.out), run.err) == (0, {"problems": []}, "")


def test_a_role_can_come_from_standard_input(project: Project) -> None:
    run = project.run("check", "-", stdin=b"titel: A")
    assert run.code == 1
    assert run.err.startswith("standard input:1:1: error: There is no field “titel” here.")
    assert project.run("check", "-", stdin=b"title: A").code == 0


def test_standard_input_without_end_is_refused(project: Project) -> None:
    run = project.run("check", "-", stdin=b"# much\n" * 400_000)
    assert run.code == 1
    assert "The file is larger than 2 MB." in run.err


def test_templates_are_checked_whether_a_role_uses_them_or_not(project: Project) -> None:
    project.write({"templates/data/template.yaml": "extends: default\nthemes: {table: plain}"})
    run = project.run("check")
    assert (run.code, run.err.partition("\n")[0]) == (
        1,
        "templates/data/template.yaml:2:9: error: There is no field or format “themes”.",
    )


def test_comparisons_are_checked(project: Project) -> None:
    project.write(GOOD | {"postingkit.yaml": "comparisons: {all: {title: All, roles: [a, bb]}}"})
    run = project.run("check")
    assert run.code == 1
    assert "error: There is no role “bb”." in run.err


def test_a_terminal_gets_no_control_characters_from_a_file(project: Project) -> None:
    project.write({"roles/a.yaml": "title: \x1b]0;owned\x07\x1b[31mA\x9b"})
    run = project.run("check")
    assert run.code == 1
    assert not [each for each in run.err if each != "\n" and not each.isprintable()]


def test_a_tab_does_not_move_the_caret(project: Project) -> None:
    project.write({"roles/a.yaml": "title:\tA\nlevel:\t\t[x]"})
    assert "  2 | level:  [x]\n    |         ^\n" in project.run("check").err


def test_of_a_long_line_only_what_is_around_the_place_is_shown(project: Project) -> None:
    project.write({"roles/a.yaml": f"title: A\ntechnologies: [{'x, ' * 5000}[y], {'z, ' * 5000}]"})
    lines = project.run("check").err.splitlines()
    assert max(map(len, lines)) < 120
    assert lines[1][lines[2].index("^")] == "["


def test_a_command_changes_no_file(project: Project) -> None:
    project.write(GOOD)
    before = project.paths()
    project.run("check")
    project.run("list")
    project.run("export", "--dry-run")
    project.run("export", "--check")
    assert project.paths() == before
