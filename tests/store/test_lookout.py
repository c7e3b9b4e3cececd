"""Changes of files are seen, whichever way they were saved, and a burst of them is one change."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from postingkit.store import lookout
from postingkit.store.lookout import Lookout

SOON = 5.0
NOT_LONG = 0.15


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a project of a role and a template."""
    for path in ("roles/a.yaml", "templates/own/template.yaml", "postingkit.yaml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("title: A\n")
    return tmp_path


def save_beside(folder: Path) -> None:
    beside = folder / "roles" / ".a.yaml.swp"
    beside.write_text("title: B\n")
    beside.replace(folder / "roles" / "a.yaml")


def save_with_a_backup(folder: Path) -> None:
    role = folder / "roles" / "a.yaml"
    role.rename(folder / "roles" / "a.yaml~")
    role.write_text("title: B\n")


def save_in_a_new_folder(folder: Path) -> None:
    (folder / "openings").mkdir()
    (folder / "openings" / "all.csv").write_text("role\na\n")


CHANGES: dict[str, Callable[[Path], object]] = {
    "written in place": lambda folder: (folder / "roles/a.yaml").write_text("title: Other\n"),
    "written beside and renamed": save_beside,
    "renamed and written anew": save_with_a_backup,
    "a new file": lambda folder: (folder / "roles/b.yaml").write_text("title: B\n"),
    "a new folder": save_in_a_new_folder,
    "a file removed": lambda folder: (folder / "roles/a.yaml").unlink(),
    "a template": lambda folder: (folder / "templates/own/template.yaml").write_text("x: 1\n"),
    "stationery": lambda folder: (folder / "templates/own/letter.docx").write_bytes(b"PK"),
    "the settings": lambda folder: (folder / "postingkit.yaml").write_text("formats: [md]\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen_once(folder: Path, change: Callable[[Path], object]) -> None:
    looking = Lookout(folder)
    change(folder)
    assert looking.changed(SOON)
    assert not looking.changed(NOT_LONG)


def test_what_an_export_does_not_read_is_no_change(folder: Path) -> None:
    looking = Lookout(folder)
    (folder / "out").mkdir()
    (folder / "out" / "a.md").write_text("# A\n")
    (folder / "notes.txt").write_text("Notes\n")
    assert not looking.changed(NOT_LONG)


def test_a_change_while_nobody_waits_is_seen(folder: Path) -> None:
    looking = Lookout(folder)
    (folder / "roles" / "a.yaml").write_text("title: One\n")
    assert looking.changed(SOON)
    (folder / "roles" / "a.yaml").write_text("title: Another\n")
    assert looking.changed(SOON)


def test_a_checkout_of_many_files_is_one_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookout, "SETTLING", 0.1)
    looking = Lookout(folder)

    def check_out() -> None:
        for number in range(500):
            (folder / "roles" / f"r{number}.yaml").write_text("title: R\n")
            time.sleep(0.0005)

    writing = threading.Thread(target=check_out)
    writing.start()
    assert looking.changed(SOON)
    assert not writing.is_alive()
    assert not looking.changed(NOT_LONG)
    writing.join()


def test_changes_that_do_not_end_are_taken_as_they_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookout, "MOST_SETTLING", 0.2)
    looking, ended = Lookout(folder), threading.Event()

    def write_on() -> None:
        number = 0
        while not ended.is_set():
            (folder / "roles" / "a.yaml").write_text("x" * (number := number + 1))
            time.sleep(0.001)

    writing = threading.Thread(target=write_on)
    writing.start()
    assert looking.changed(SOON)
    ended.set()
    writing.join()
