"""Making a plan's files: a failure costs its own, and everything is told."""

from pathlib import Path

import pytest
from plugins import install

from conftest import Project
from postingkit.batch import Request, make_plan, run
from postingkit.errors import OutputError
from postingkit.model import load_project
from postingkit.store import Folder, Result


def results(**formats: str) -> dict[str, Result]:
    loaded = load_project(Path())
    made = make_plan(loaded, Request(loaded.role_ids, formats=tuple(formats)))
    return {result.unit.path: result for result in run(made, Folder(Path("out")))}


@pytest.fixture
def two(project: Project) -> Project:
    """Give a project of two roles."""
    project.write({"roles/a.yaml": "title: A", "roles/b.yaml": "title: B"})
    return project


@pytest.mark.parametrize(
    ("plugin", "suffix", "said"),
    [
        (
            "Failing",
            "failed",
            "cannot be used: ZeroDivisionError",
        ),
        ("Unprepared", "unprepared", "cannot be used: KeyError"),
        ("Refusing", "refused", "is too odd."),
    ],
)
def test_an_exporter_that_fails_costs_its_own_files(
    two: Project, monkeypatch: pytest.MonkeyPatch, plugin: str, suffix: str, said: str
) -> None:
    formats = {"odd": plugin, "plain": "Plain"}
    install(monkeypatch, **formats)
    found = results(**formats)
    assert {path: result.state for path, result in found.items()} == {
        f"roles/a.{suffix}": "failed",
        "roles/a.txt": "made",
        f"roles/b.{suffix}": "failed",
        "roles/b.txt": "made",
    }
    (problem,) = found[f"roles/a.{suffix}"].problems
    assert said in problem.message
    assert problem.path == f"roles/a.{suffix}"
    assert two.paths("out") == ["roles/a.txt", "roles/b.txt"]


@pytest.mark.usefixtures("two")
def test_a_notice_of_an_exporter_reaches_the_result_and_names_its_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(monkeypatch, odd="Noticing")
    (notice,) = results(odd="Noticing")["roles/a.noticed"].notices
    assert (notice.message, notice.path) == ("It looks odd.", "roles/a.noticed")


def test_a_file_that_cannot_be_written_costs_itself(
    two: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, plain="Plain")
    two.write({"out/roles/a.txt/in-the-way.x": ""})
    found = results(plain="Plain")
    assert {path: result.state for path, result in found.items()} == {
        "roles/a.txt": "failed",
        "roles/b.txt": "made",
    }


def test_an_unchanged_file_is_left_alone(two: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, plain="Plain")
    results(plain="Plain")
    two.write({"roles/a.yaml": "title: New"})
    states = {path: result.state for path, result in results(plain="Plain").items()}
    assert states == {"roles/a.txt": "made", "roles/b.txt": "unchanged"}
    assert two.text("out/roles/a.txt") == "New"


def test_an_output_error_says_which_file_and_why() -> None:
    error = OutputError("out/a.md", "No space left on device")
    assert str(error) == "“out/a.md” could not be written: No space left on device."


@pytest.mark.usefixtures("two")
def test_an_interruption_while_an_exporter_is_loaded_is_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(monkeypatch, plain="interrupted")
    with pytest.raises(KeyboardInterrupt):
        results(plain="Plain")
