"""What cannot be read or used is told, and is not taken for what is not there: its files stay."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Project

FILES = {
    "postingkit.yaml": "formats: [md]",
    "roles/a.yaml": "title: A",
    "roles/k/b.yaml": "title: B",
    "openings/k/o.yaml": "role: a",
    "openings/k/rows.csv": "id,role\nr-1,a\n",
}
MADE = ["openings/o.md", "openings/r-1.md", "roles/a.md", "roles/b.md"]


@pytest.fixture
def made(project: Project) -> Project:
    """Give a project that has been exported."""
    project.write(FILES)
    assert project.run("export").code == 0
    return project


def lock(project: Project, name: str) -> None:
    """Let the folder *name* not be read, by root neither."""
    scandir: Callable[..., Any] = os.scandir
    folder = (project.folder / name).as_posix()

    def refuse(path: str | Path | int = ".") -> object:
        if not isinstance(path, int) and Path(path).absolute().as_posix() == folder:
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scandir(path)

    project.monkeypatch.setattr(os, "scandir", refuse)


@pytest.mark.parametrize("name", ["roles/k", "openings/k", "roles", "openings"])
def test_a_folder_that_cannot_be_read_is_told_and_its_files_stay(made: Project, name: str) -> None:
    lock(made, name)
    for command in (("export", "--clean"), ("export",), ("export", "--clean", "-n")):
        run = made.run(*command)
        assert run.code == 1
        assert (
            f"{name}:1:1: error: The folder cannot be read: Permission denied.\n"
            "  help: Check that it is there, and that you may open it.\n"
        ) in run.err
        assert "removed" not in run.err
        assert made.paths("out") == MADE


def test_all_stands_again_once_the_folder_can_be_read(
    made: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(made, "monkeypatch", patch)
        lock(made, "roles/k")
        made.run("export", "--clean")
    assert made.run("export").err == "4 files in out: 4 unchanged.\n"


def test_a_folder_without_files_that_cannot_be_read_any_more_is_told(made: Project) -> None:
    (made.folder / "roles/new").mkdir()
    assert made.run("export").code == 0
    lock(made, "roles/new")
    assert made.run("export").code == 1


def test_a_link_that_leads_nowhere_is_told(made: Project) -> None:
    (made.folder / "roles").rename(made.folder / "elsewhere")
    (made.folder / "roles").symlink_to(made.folder / "share")
    run = made.run("export", "--clean")
    assert "roles:1:1: error: The folder cannot be read: No such file or directory." in run.err
    assert made.paths("out") == MADE


def test_a_table_that_cannot_be_read_keeps_the_files_of_its_rows(made: Project) -> None:
    made.write({"openings/k/rows.csv": "id,role,role\nr-1,a,a\n"})
    for command in (("export", "--clean"), ("export", "--clean", "-n")):
        run = made.run(*command)
        assert run.code == 1
        assert "removed" not in run.err
        assert made.paths("out") == MADE


def test_what_is_gone_from_another_kind_is_removed_still(made: Project) -> None:
    (made.folder / "openings/k/o.yaml").unlink()
    lock(made, "roles/k")
    assert "1 removed" in made.run("export", "--clean").err
    assert made.paths("out") == [path for path in MADE if path != "openings/o.md"]


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        ("templates/default/template.yaml", "extends: default\ndocx: {stationary: x.docx}"),
        ("templates/default/template.yaml", "extends: nothing"),
        ("postingkit.yaml", "formats: [md, dox]"),
    ],
)
def test_a_slip_in_a_format_or_a_template_costs_no_file(
    project: Project, path: str, broken: str
) -> None:
    sound = {"templates/default/template.yaml": "extends: default"}
    sound |= {"postingkit.yaml": "formats: [md, docx]"}
    project.write({**sound, "roles/a.yaml": "title: A\nsummary: Text."})
    project.run("export")
    project.write({path: broken})
    for command in (("export", "--clean", "-n"), ("export",), ("export", "--clean")):
        run = project.run(*command)
        assert run.code == 1
        assert "removed" not in run.err
        assert project.paths("out") == ["roles/a.docx", "roles/a.md"]
    project.write(sound)
    assert project.run("export").err == "2 files in out: 2 unchanged.\n"


TEMPLATE = {
    "templates/sales/template.yaml": "extends: default\nsections: {lead: {title: Selling}}",
    "postingkit.yaml": "formats: [md]\ndepartments: {sales: {}}",
    "roles/a.yaml": "title: A\ndepartment: sales\nsummary: Sells.",
}


def shut(project: Project, name: str) -> None:
    """Let nothing in the folder *name* be reached, by root neither."""
    stat, folder = os.stat, (project.folder / name).as_posix()

    def refuse(path: Any, *arguments: Any, **named: Any) -> os.stat_result:
        if not isinstance(path, int) and folder in map(str, Path(path).absolute().parents):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return stat(path, *arguments, **named)

    project.monkeypatch.setattr(os, "stat", refuse)


@pytest.mark.parametrize("command", [("export",), ("export", "--clean"), ("check",)])
def test_a_template_that_cannot_be_reached_is_not_taken_for_none(
    made: Project, command: tuple[str, ...]
) -> None:
    made.write(TEMPLATE)
    made.run("export")
    before = made.text("out/roles/a.md")
    assert "Selling" in before
    template = made.folder / "templates/sales/template.yaml"
    template.unlink()  # as root may read it whatever it is told
    shut(made, "templates/sales")
    run = made.run(*command)
    assert run.code == 1
    assert "templates/sales/template.yaml:1:1: error: The file cannot be read" in run.err
    assert made.text("out/roles/a.md") == before


def test_templates_that_cannot_be_read_are_told(made: Project) -> None:
    made.write(TEMPLATE)
    made.run("export")
    before = made.text("out/roles/a.md")
    lock(made, "templates")
    run = made.run("export", "--clean")
    assert run.code == 1
    assert "templates:1:1: error: The folder cannot be read: Permission denied." in run.err
    assert made.text("out/roles/a.md") == before
