"""``postingkit export``: what is made, what is said, and how it ends."""

import json

import pytest

from conftest import Project

ROLES = {"roles/a.yaml": "title: A\nsummary: What A does.", "roles/b.yaml": "title: B"}
MARKDOWN = "# A\n\n## Main Role\n\nWhat A does.\n"


@pytest.fixture
def two(project: Project) -> Project:
    """Give a project of two roles that makes Markdown."""
    project.write(ROLES | {"postingkit.yaml": "formats: [md]"})
    return project


def test_everything_is_made_into_out(project: Project) -> None:
    project.write(ROLES | {"postingkit.yaml": "comparisons: {all: {title: All, roles: [a, b]}}"})
    run = project.run("export")
    assert (run.code, run.out, run.err) == (0, "", "12 files in out: 12 made.\n")
    names = [f"{stem}.{suffix}" for stem in ("a", "b") for suffix in ("docx", "html", "md", "pdf")]
    assert project.paths("out/roles") == sorted(names)
    assert len(project.paths("out/comparisons")) == 4
    assert project.text("out/roles/a.md") == MARKDOWN


def test_what_is_unchanged_is_said_and_left(two: Project) -> None:
    two.run("export")
    two.write({"roles/b.yaml": "title: New"})
    assert two.run("export").err == "2 files in out: 1 unchanged, 1 made.\n"


@pytest.mark.parametrize(
    ("names", "made"),
    [
        (("a",), ["roles/a.md"]),
        (("b", "a"), ["roles/a.md", "roles/b.md"]),
        (("roles/b.yaml",), ["roles/b.md"]),
        (("elsewhere/c.yaml",), ["roles/c.md"]),
    ],
)
def test_roles_can_be_named(two: Project, names: tuple[str, ...], made: list[str]) -> None:
    two.write({"elsewhere/c.yaml": "title: C"})
    assert two.run("export", *names).code == 0
    assert two.paths("out") == made


@pytest.mark.parametrize(
    "formats", [("-f", "html", "-f", "md"), ("-f", "HTML, md,"), ("-f", "md,html,md")]
)
def test_formats_can_be_named_one_by_one_or_with_commas(
    two: Project, formats: tuple[str, ...]
) -> None:
    assert two.run("export", "a", *formats).code == 0
    assert two.paths("out") == ["roles/a.html", "roles/a.md"]


def test_the_folder_can_be_named(two: Project) -> None:
    assert two.run("export", "-o", "some/where").code == 0
    assert two.paths("some") == ["where/roles/a.md", "where/roles/b.md"]


def test_one_file_fits_on_standard_output(two: Project) -> None:
    run = two.run("export", "a", "-o", "-", "-q")
    assert (run.code, run.out, run.err) == (0, MARKDOWN, "")
    pdf = two.run("export", "a", "-o", "-", "-f", "pdf", "-q")
    assert pdf.data.startswith(b"%PDF-")
    assert "out" not in {path.partition("/")[0] for path in two.paths()}


def test_two_files_do_not(two: Project) -> None:
    run = two.run("export", "-o", "-")
    assert (run.code, run.out) == (2, "")
    assert "Only one file fits on standard output" in run.err


@pytest.mark.parametrize("other", ["--check", "--json"])
def test_standard_output_is_for_one_thing(two: Project, other: str) -> None:
    assert two.run("export", "a", "-o", "-", other).code == 2


def test_a_role_can_come_from_standard_input_and_go_to_standard_output(two: Project) -> None:
    run = two.run("export", "-", "-o", "-", "-q", stdin=b"title: A\nsummary: What A does.")
    assert (run.code, run.out, run.err) == (0, MARKDOWN, "")
    two.run("export", "-", stdin="title: 'Główna R&D'".encode())
    assert two.paths("out") == ["roles/glowna-r-d.md"]


def test_a_lone_file_needs_no_project(project: Project) -> None:
    (project.folder / "postingkit.yaml").unlink()
    project.write({"a.yaml": ROLES["roles/a.yaml"]})
    assert project.run("export", "a.yaml", "-f", "md").code == 0
    assert project.paths("out") == ["roles/a.md"]


def test_without_a_project_the_way_out_is_told(project: Project) -> None:
    (project.folder / "postingkit.yaml").unlink()
    run = project.run("export")
    assert run.code == 2
    assert "Begin a project with “postingkit init”" in run.err


def test_the_project_is_found_from_below_and_by_its_name(two: Project) -> None:
    two.write({"deep/down/x.txt": ""})
    two.monkeypatch.chdir(two.folder / "deep/down")
    assert two.run("export", "a").code == 0
    two.monkeypatch.chdir("/")
    assert two.run("export", "b", "-p", str(two.folder)).code == 0
    assert two.paths("out") == ["roles/a.md", "roles/b.md"]


def test_a_project_that_is_not_there_is_wrong_usage(two: Project) -> None:
    run = two.run("export", "-p", "nowhere")
    assert run.code == 2
    assert "'nowhere' does not exist" in run.err


def test_one_bad_role_costs_its_own_files(two: Project) -> None:
    two.write({"roles/a.yaml": "titel: A"})
    run = two.run("export")
    assert (run.code, run.out) == (1, "")
    assert "roles/a.yaml:1:1: error: The field “title” is missing." in run.err
    assert run.err.endswith("\n1 file in out: 1 made. 2 problems.\n")
    assert two.paths("out") == ["roles/b.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "aa"), "There is no role “aa”."),
        (("export", "rols/"), "The file cannot be read"),
        (
            ("export", "a", "-f", "odt"),
            "There is no format “odt”. Possible are: docx, html, md, pdf.",
        ),
        (("export", "a", "-f", "hmtl"), "There is no format “hmtl”. Did you mean “html”?"),
        (("export", "-t", "defalt"), "There is no template “defalt”. Did you mean “default”?"),
        (("export", "--colour", "red"), "No such option '--colour'"),
        (("exprot",), "No such command 'exprot'"),
        (("compare",), "Missing argument 'ROLES...'"),
        (("schema", "roles"), "'roles' is not one of 'role', 'opening', 'template', 'project'"),
        (("schema",), "Name one of role, opening, template, project"),
        (("completion", "tcsh"), "'tcsh' is not one of"),
    ],
)
def test_wrong_usage_is_told(two: Project, arguments: tuple[str, ...], said: str) -> None:
    run = two.run(*arguments)
    assert (run.code, run.out) == (1 if "cannot be read" in said else 2, "")
    assert said in run.err


def test_no_arguments_are_answered_with_help(project: Project) -> None:
    run = project.run()
    assert run.code == 2
    assert "Make job postings in Word, PDF, HTML and Markdown" in run.out + run.err


# Settings and templates


def test_a_setting_changes_every_template(two: Project) -> None:
    run = two.run("export", "a", "--set", "sections.lead.title=In *short*", "-o", "-", "-q")
    assert (run.code, run.out) == (0, "# A\n\n## In \\*short\\*\n\nWhat A does.\n")


def test_a_wrong_setting_is_told_and_costs_what_it_would_change(two: Project) -> None:
    run = two.run("export", "--set", "theme.page.size=A44")
    assert run.code == 2
    assert run.err == (
        "--set:1:1: error: “A44” is none of the words that may stand here.\n"
        "  1 | theme.page.size=A44\n"
        "    | ^\n"
        "  in: theme.page.size\n"
        "  help: Did you mean “A4”?\n"
        "No files. 1 problem.\n"
    )


@pytest.mark.parametrize("arguments", [("a",), ("a", "-o", "-"), ("--json",), ("a", "--check")])
@pytest.mark.parametrize("setting", ["theme.page.size=A44", "theme", "theme.page={size"])
def test_a_wrong_setting_is_wrong_usage(
    two: Project, arguments: tuple[str, ...], setting: str
) -> None:
    assert two.run("export", *arguments, "--set", setting).code == 2
    assert two.run("template", "show", "default", "--set", setting).code == 2


def test_a_template_can_be_chosen(two: Project) -> None:
    two.write(
        {"templates/x/template.yaml": "extends: default\nsections: {lead: {heading: hidden}}"}
    )
    assert two.run("export", "a", "-t", "x", "-o", "-", "-q").out == "# A\n\nWhat A does.\n"


# Dry runs and checks


def test_a_dry_run_prints_the_paths(two: Project) -> None:
    run = two.run("export", "--dry-run")
    assert (run.code, run.out) == (0, "roles/a.md\nroles/b.md\n")
    assert run.err == "2 files in out: 2 to be made.\n"
    assert two.run("export", "--dry-run", "--quiet").err == ""
    assert "out" not in {path.partition("/")[0] for path in two.paths()}


def test_a_dry_run_of_nothing_prints_nothing(project: Project) -> None:
    assert project.run("export", "-n").out == ""


def test_a_dry_run_tells_of_problems(two: Project) -> None:
    two.write({"roles/a.yaml": "titel: A"})
    run = two.run("export", "-n")
    assert (run.code, run.out) == (1, "roles/b.md\n")
    assert "The field “title” is missing." in run.err


def test_a_dry_run_in_json(two: Project) -> None:
    run = two.run("export", "-n", "--json")
    files = [{"path": path, "why": "it is new"} for path in ("roles/a.md", "roles/b.md")]
    assert json.loads(run.out) == {"files": files, "removed": [], "problems": []}


def test_a_check_says_which_files_are_not_up_to_date(two: Project) -> None:
    two.run("export")
    assert two.run("export", "--check").err == "2 files in out: 2 unchanged.\n"
    two.write({"out/roles/a.md": "changed by hand"})
    (two.folder / "out/roles/b.md").unlink()
    run = two.run("export", "--check")
    assert (run.code, run.out) == (1, "")
    assert (
        run.err == "roles/a.md: stale\nroles/b.md: missing\n2 files in out: 1 stale, 1 missing.\n"
    )
    assert two.text("out/roles/a.md") == "changed by hand"


# Reports


def test_programs_get_a_record_of_each_file(two: Project) -> None:
    two.write({"roles/b.yaml": "titel: B"})
    run = two.run("export", "--json")
    assert (run.code, run.err) == (1, "")
    report = json.loads(run.out)
    (record,) = report["files"]
    assert record.pop("milliseconds") >= 0
    assert record == {
        "path": "roles/a.md",
        "kind": "roles",
        "id": "a",
        "template": "default",
        "language": "en",
        "format": "md",
        "state": "made",
        "why": "it is new",
        "bytes": len(MARKDOWN),
    }
    assert [problem["line"] for problem in report["problems"]] == [1, 1]


def test_a_file_that_cannot_be_written_is_told(two: Project) -> None:
    two.write({"out/roles/a.md/in-the-way.x": ""})
    run = two.run("export")
    assert run.code == 1
    assert run.err == (
        "roles/a.md: error: “out/roles/a.md” could not be written: Is a directory.\n"
        "2 files in out: 1 failed, 1 made. 1 problem.\n"
    )


def test_an_output_folder_that_is_a_file_is_told(two: Project) -> None:
    two.write({"out": ""})
    run = two.run("export", "a")
    assert run.code == 1
    assert "“out/roles/a.md” could not be written" in run.err


def test_strict_makes_a_notice_cost_the_exit_code_and_not_the_files(two: Project) -> None:
    two.write({"postingkit.yaml": "formats: [md]\ndepartments: {sales: {}}"})
    two.write({"roles/a.yaml": "title: A\ndepartment: seles"})
    assert two.run("export", "-o", "one").code == 0
    run = two.run("export", "--strict", "-o", "two")
    assert run.code == 1
    assert run.err.endswith("2 files in two: 2 made. 1 notice.\n")
    assert two.paths("one") == two.paths("two")


def test_quiet_says_nothing_of_success(two: Project) -> None:
    run = two.run("export", "-q")
    assert (run.code, run.out, run.err) == (0, "", "")


def test_what_editors_leave_beside_a_role_is_no_role(two: Project) -> None:
    two.write(
        {"roles/.#a.yaml": "title: Lock", "roles/~$b.yaml": "title: Lock", "roles/._c.yml": ""}
    )
    assert two.run("export").err == "2 files in out: 2 made.\n"
