"""``postingkit init`` and ``new``: what they write works, and nothing is written over."""

import re
from pathlib import Path

import pytest

from conftest import Project
from postingkit.cli.folders import as_typed
from postingkit.model import Opening, load_project

SCHEMAS = [f"schema/{name}.schema.json" for name in ("opening", "project", "role", "template")]
BEGUN = ["postingkit.yaml", "roles/example-role.yaml", *SCHEMAS, "templates/default/template.yaml"]


@pytest.fixture
def nothing(project: Project) -> Project:
    """Give a folder without a project."""
    (project.folder / "postingkit.yaml").unlink()
    return project


def test_a_project_is_begun_that_works(nothing: Project) -> None:
    run = nothing.run("init", "jobs")
    assert (run.code, run.out) == (0, "")
    assert run.err == (
        "Wrote jobs/postingkit.yaml\n"
        "Wrote jobs/roles/example-role.yaml\n"
        "Wrote jobs/templates/default/template.yaml\n"
        "Now run: cd jobs && postingkit export\n"
    )
    assert nothing.paths("jobs") == BEGUN
    check = nothing.run("check", "--strict", "-p", "jobs")
    assert (check.code, check.err) == (0, "1 role checked: 0 problems.\n")
    assert nothing.run("export", "-p", "jobs").err == "4 files in jobs/out: 4 made.\n"


def test_a_command_that_is_named_can_be_typed_as_it_is(nothing: Project) -> None:
    begun = nothing.run("init", "my postings").err
    assert begun.endswith("Now run: cd 'my postings' && postingkit export\n")
    within = ("-p", "my postings")
    said = "then run: postingkit check --project 'my postings'\n"
    assert nothing.run("new", "clerk", *within).err.endswith(said)
    assert nothing.run("new", "--opening", "clerk", *within).err.endswith(said)
    templates = "then run: postingkit template check --project 'my postings'\n"
    assert nothing.run("template", "new", "data", *within).err.endswith(templates)
    (nothing.folder / "no project").mkdir()
    refused = nothing.run("check", "-p", "no project").err
    assert "Begin one with “postingkit init 'no project'”." in refused


@pytest.mark.parametrize(
    ("word", "system", "typed"),
    [
        ("my postings", "nt", '"my postings"'),
        (r"C:\Users\ada\R&D", "nt", r'"C:\Users\ada\R&D"'),
        (r"C:\Users\ada\jobs", "nt", r"C:\Users\ada\jobs"),
        ("Ada's", "posix", "'Ada'\"'\"'s'"),
    ],
)
def test_a_word_is_typed_as_each_shell_takes_it(word: str, system: str, typed: str) -> None:
    assert as_typed(word, system) == typed


def test_a_project_can_be_begun_right_here(nothing: Project) -> None:
    assert nothing.run("init").err.endswith("Now run: postingkit export\n")
    assert nothing.paths() == BEGUN


def test_nothing_that_is_there_is_changed(nothing: Project) -> None:
    nothing.write({"roles/example-role.yaml": "title: Mine", "schema/role.schema.json": "{}"})
    assert nothing.run("init").code == 0
    assert nothing.text("roles/example-role.yaml") == "title: Mine"
    assert nothing.text("schema/role.schema.json") == "{}"


def test_a_project_is_not_begun_twice(project: Project) -> None:
    run = project.run("init")
    assert run.code == 2
    assert "postingkit.yaml is there already; nothing was changed." in run.err
    assert project.paths() == ["postingkit.yaml"]


def test_a_project_is_not_begun_in_a_file(nothing: Project) -> None:
    nothing.write({"jobs.x": ""})
    assert nothing.run("init", "jobs.x").code == 2


@pytest.mark.parametrize(
    ("name", "id_", "title"),
    [
        ("data-engineer", "data-engineer", "Data Engineer"),
        ("Data Engineer", "data-engineer", "Data Engineer"),
        ("R&D's <boss>: #1", "r-d-s-boss-1", "R&D's <boss>: #1"),
        ("Główny Księgowy", "glowny-ksiegowy", "Główny Księgowy"),
        ("../../etc/passwd", "etc-passwd", "../../etc/passwd"),
        ("CON", "role-con", "CON"),
        ("aux", "role-aux", "aux"),
        ("工程师", "role", "工程师"),
        ("  A\n  B\t", "a-b", "A B"),
        ("{{title}}", "title", "{{title}}"),
        ("yes", "yes", "Yes"),
        ("x" * 300, "x" * 100, "x" * 300),
    ],
)
def test_a_new_role_checks_clean(project: Project, name: str, id_: str, title: str) -> None:
    run = project.run("new", name)
    assert (run.code, run.out) == (0, "")
    assert run.err == f"Wrote roles/{id_}.yaml. Fill it in, then run: postingkit check\n"
    assert project.run("check", "--strict").code == 0
    assert project.run("list").out.startswith(f"Roles:\n  {id_}  {title}\n")


def test_a_new_role_has_the_editors_schema_at_its_top_and_the_schema_is_there(
    project: Project,
) -> None:
    project.run("new", "a")
    first = project.text("roles/a.yaml").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../schema/role.schema.json"
    assert SCHEMAS[1] in project.paths()


def test_all_that_a_new_role_comments_out_can_be_used(project: Project) -> None:
    project.run("new", "a")
    head, body = project.text("roles/a.yaml").split("\ntitle:")
    used = "\n".join(uncommented(line) for line in body.splitlines())
    project.write({"roles/a.yaml": f"{head}\ntitle:{used}"})
    run = project.run("check")
    assert (run.code, run.err) == (0, "1 role checked: 0 problems.\n")
    for field in ("department", "level", "benefits", "hiring_process", "overview", "sections"):
        assert f"\n{field}:" in used


def uncommented(line: str) -> str:
    """Take the mark from a line that is no sentence about others."""
    sentence = line.startswith("# ") and line.endswith(".") and not line.startswith("#  ")
    return line if sentence else re.sub(r"^( *)#( |$)", r"\1", line)


@pytest.mark.parametrize("existing", ["roles/a.yaml", "roles/deep/a.yml", "roles/A.yaml"])
def test_a_role_is_never_written_over(project: Project, existing: str) -> None:
    project.write({existing: "title: Mine"})
    run = project.run("new", "a")
    assert run.code == 2
    assert "There is a role “a” already. Choose another name." in run.err
    assert project.text(existing) == "title: Mine"
    assert len(project.paths("roles")) == 1


@pytest.mark.parametrize(("name", "code"), [("", 2), (" \n", 2), ("a\x07", 1), ("a\udcff", 1)])
def test_a_role_needs_a_name_of_characters(project: Project, name: str, code: int) -> None:
    run = project.run("new", name)
    assert run.code == code
    assert project.paths() == ["postingkit.yaml"]


def test_a_role_is_begun_in_a_project_only(nothing: Project) -> None:
    assert nothing.run("new", "a").code == 2
    assert nothing.paths() == []


def test_a_name_that_another_role_stands_for_gets_a_number(project: Project) -> None:
    project.write({"postingkit.yaml": ""})
    for name in ("C++ Developer", "C# Developer", "财务", "会计"):
        assert project.run("new", name).code == 0
    assert project.paths("roles") == [
        "c-developer-2.yaml",
        "c-developer.yaml",
        "role-2.yaml",
        "role.yaml",
    ]


def test_a_folder_that_is_no_project_is_told(project: Project) -> None:
    (project.folder / "empty").mkdir()
    run = project.run("check", "-p", "empty")
    assert run.code == 2
    assert "postingkit init empty" in run.err


# Openings


@pytest.fixture
def of_one_role(project: Project) -> Project:
    """Give a project of the role “data-engineer”."""
    project.write({"roles/data-engineer.yaml": "title: Data Engineer"})
    return project


def test_an_opening_is_begun_that_works(of_one_role: Project) -> None:
    run = of_one_role.run("new", "--opening", "data-engineer")
    assert (run.code, run.out) == (0, "")
    path = "openings/data-engineer.yaml"
    assert run.err == f"Wrote {path}. Fill it in, then run: postingkit check\n"
    assert of_one_role.run("check").code == 0
    assert load_project(Path()).opening_ids == ("data-engineer",)


def test_all_that_an_opening_to_fill_in_shows_can_be_used(of_one_role: Project) -> None:
    of_one_role.run("new", "--opening", "data-engineer", "x")
    _, _, shown = of_one_role.text("openings/x.yaml").partition("\nrole:")
    lines = [line.removeprefix("# ") for line in f"role:{shown}".splitlines()]
    used = [line for line in lines if re.match(r"\s*([a-z_]+:|- )", line)]
    of_one_role.write({"openings/x.yaml": "\n".join(used)})
    loaded = load_project(Path())
    assert loaded.problems == ()
    assert loaded.openings["x"].model_fields_set == set(Opening.model_fields)


def test_an_opening_has_a_name_of_its_own(of_one_role: Project) -> None:
    for _ in range(2):
        assert of_one_role.run("new", "--opening", "data-engineer").code == 0
    assert of_one_role.run("new", "--opening", "data-engineer", "In Köln").code == 0
    assert of_one_role.paths("openings") == [
        "data-engineer-2.yaml",
        "data-engineer.yaml",
        "in-koln.yaml",
    ]
    run = of_one_role.run("new", "--opening", "data-engineer", "in-koln")
    assert run.code == 2
    assert "There is an opening “in-koln” already. Choose another name." in run.err


def test_an_opening_is_of_a_role_that_there_is(of_one_role: Project) -> None:
    run = of_one_role.run("new", "--opening", "data-enginer")
    assert run.code == 2
    assert "There is no role “data-enginer”. Did you mean “data-engineer”?" in run.err


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (("new", "Data Engineer"), "roles/data-engineer.yaml"),
        (("new", "--opening", "a", "a-berlin"), "openings/a-berlin.yaml"),
        (("template", "new", "sales"), "templates/sales/template.yaml"),
        (("template", "stationery", "default"), "templates/default/stationery.docx"),
    ],
)
def test_a_dry_run_names_what_it_would_write_and_writes_nothing(
    project: Project, arguments: tuple[str, ...], first: str
) -> None:
    project.write({"roles/a.yaml": "title: A"})
    run = project.run(*arguments, "--dry-run")
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines()[0] == first
    assert project.paths() == ["postingkit.yaml", "roles/a.yaml"]


def test_a_dry_run_of_a_beginning_writes_nothing(nothing: Project) -> None:
    run = nothing.run("init", "jobs", "-n")
    assert (run.code, sorted(run.out.splitlines())) == (0, [f"jobs/{path}" for path in BEGUN])
    assert nothing.paths() == []
