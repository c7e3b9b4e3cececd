"""A project folder as a whole: what is sound of it, and every problem of the rest."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import Project
from postingkit.cli.folders import find_project
from postingkit.errors import FilePlace, InvalidInput
from postingkit.model import LoadedProject, load_project
from postingkit.model.templates import shipped_names

HERE = Path()


def told(loaded: LoadedProject) -> list[tuple[str, str]]:
    files = [each.place for each in loaded.problems if isinstance(each.place, FilePlace)]
    assert len(files) == len(loaded.problems)
    return [(place.file, each.message) for place, each in zip(files, loaded.problems, strict=True)]


def test_every_role_below_the_folder_is_loaded_by_its_stem(project: Project) -> None:
    project.write(
        {"roles/b.yaml": "title: B", "roles/deep/er/a.YML": "title: A", "roles/x.txt": ""}
    )
    loaded = load_project(HERE)
    assert loaded.role_ids == ("a", "b")
    assert {id_: str(role.title) for id_, role in loaded.roles.items()} == {"a": "A", "b": "B"}
    assert loaded.problems == ()


def test_an_empty_folder_is_a_project_of_nothing(project: Project) -> None:
    loaded = load_project(project.folder)
    assert (loaded.role_ids, loaded.template_names) == ((), shipped_names())


def test_a_bad_role_costs_itself_only(project: Project) -> None:
    project.write({"roles/a.yaml": "titel: A", "roles/b.yaml": "title: B", "roles/c.yaml": "["})
    loaded = load_project(HERE)
    assert list(loaded.roles) == ["b"]
    assert loaded.role_ids == ("a", "b", "c")
    assert {file for file, _ in told(loaded)} == {"roles/a.yaml", "roles/c.yaml"}


def test_a_broken_project_file_is_all_there_is_to_tell(project: Project) -> None:
    project.write({"postingkit.yaml": "formats: pdf", "roles/a.yaml": "["})
    with pytest.raises(InvalidInput) as refused:
        load_project(HERE)
    assert [each.path for each in refused.value.problems] == ["formats"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("roles/a.yaml", "roles/sub/a.yaml"),
        ("roles/a.yaml", "roles/a.yml"),
        ("roles/sub/a.yaml", "roles/sub2/a.yaml"),
    ],
)
@pytest.mark.parametrize("wanted", [None, ("a",)])
def test_two_files_of_one_id_are_one_id_twice(
    project: Project, one: str, other: str, wanted: tuple[str, ...] | None
) -> None:
    project.write({one: "title: A", other: "title: A", "roles/b.yaml": "title: B"})
    loaded = load_project(HERE, wanted)
    assert told(loaded) == [(other, f"“a” is also the name of {one}.")]
    assert "a" not in loaded.roles


def test_two_stems_that_differ_in_capitals_are_one_id_twice(project: Project) -> None:
    project.write({"roles/one/Data.yaml": "title: A", "roles/two/data.yaml": "title: B"})
    loaded = load_project(HERE)
    assert [message.partition(":")[0] for _, message in told(loaded)] == [
        "The file's name cannot be used",
        "“data” is also the name of roles/one/Data.yaml.",
    ]
    assert loaded.roles == {}


@pytest.mark.parametrize("stem", ["CON", "nul", "com1", "My Role", "rôle", "a_b", "-a", "x" * 101])
@pytest.mark.parametrize("asked", [True, False])
def test_a_file_whose_name_is_no_id_is_told(project: Project, stem: str, *, asked: bool) -> None:
    project.write({f"roles/{stem}.yaml": "title: A", "roles/b.yaml": "title: B"})
    loaded = load_project(HERE, (stem,) if asked else None)
    ((file, message),) = told(loaded)
    assert file == f"roles/{stem}.yaml"
    assert message.startswith("The file's name cannot be used")
    assert list(loaded.roles) == ([] if asked else ["b"])


def test_only_the_wanted_roles_are_loaded_and_told_of(project: Project) -> None:
    project.write({"roles/a.yaml": "title: A", "roles/b.yaml": "[", "roles/CON.yaml": "title: C"})
    loaded = load_project(HERE, ("a",))
    assert list(loaded.roles) == ["a"]
    assert loaded.role_ids == ("CON", "a", "b")
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("comparisons: {x: {title: X, roles: [a, bb]}}", "There is no role “bb”."),
        ("comparisons: {x: {title: X, roles: [a], template: y}}", "There is no template “y”."),
        ("departments: {data: {template: y}}", "There is no template “y”."),
    ],
)
def test_names_refer_to_what_there_is(project: Project, settings: str, message: str) -> None:
    project.write({"postingkit.yaml": settings, "roles/a.yaml": "title: A"})
    assert told(load_project(HERE)) == [("postingkit.yaml", message)]


TEMPLATES = {f"templates/{name}/template.yaml": "extends: default" for name in ("data", "other")}


@pytest.mark.parametrize(
    ("settings", "department", "template"),
    [
        ("", None, "default"),
        ("", "data", "data"),
        ("", "sales", "default"),
        ("departments: {data: {template: other}}", "data", "other"),
        ("departments:\n  data:", "data", "data"),
        ("departments: {sales: {template: data}}", "sales", "data"),
        ("departments:\n  sales:", "sales", "default"),
    ],
)
def test_the_department_chooses_the_template(
    project: Project, settings: str, department: str | None, template: str
) -> None:
    project.write({"postingkit.yaml": settings} | TEMPLATES)
    assert load_project(HERE).template_of(department) == template


def test_a_departments_template_stays_its_own_when_it_is_broken(project: Project) -> None:
    project.write({"templates/data/template.yaml": "["})
    assert load_project(HERE).template_of("data") == "data"


UNREADABLE: Mapping[str, str] = {"roles/a.yaml/x": "", "templates/b/template.yaml": "extends: b"}


def test_what_cannot_be_read_is_told_and_costs_itself_only(project: Project) -> None:
    project.write({**UNREADABLE, "roles/c.yaml": "title: C"})
    loaded = load_project(HERE)
    assert list(loaded.roles) == ["c"]
    assert told(loaded) == [
        ("roles/a.yaml", "The file cannot be read: Is a directory."),
        ("templates/b/template.yaml", "The template “b” extends itself."),
    ]


def test_a_role_that_leads_nowhere_is_told(project: Project) -> None:
    project.write({"roles/b.yaml": "title: B"})
    (project.folder / "roles/a.yaml").symlink_to("nowhere.yaml")
    assert told(load_project(HERE)) == [
        ("roles/a.yaml", "The file cannot be read: No such file or directory.")
    ]


def test_the_nearest_project_upwards_is_the_one(project: Project) -> None:
    project.write({"inner/postingkit.yaml": "", "inner/roles/deep/a.yaml": ""})
    assert find_project(project.folder / "inner/roles/deep") == project.folder / "inner"
    assert find_project(project.folder) == project.folder
    assert find_project(Path(project.folder.anchor)) is None
