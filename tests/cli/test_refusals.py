"""What the system refuses costs one file, which is named; the next export mends it."""

import builtins
import errno
import os
import pathlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import pytest

from conftest import Project

REAL = os.replace
CLOSE_IT = "if it is open in another program, close it there"


@pytest.fixture
def three(project: Project) -> Iterator[Project]:
    """Give a project of three roles that were made once and have changed since."""
    project.write({"postingkit.yaml": "formats: [md]"})
    project.write({f"roles/{name}.yaml": "title: Old" for name in "abc"})
    assert project.run("export").code == 0
    project.write({f"roles/{name}.yaml": "title: New" for name in "abc"})
    yield project
    assert not [*project.folder.parent.rglob("*.tmp")]


def refusing(error: OSError) -> Callable[[object, object], None]:
    def replace(source: object, target: object) -> None:
        if str(target).endswith("b.md"):
            raise error
        REAL(str(source), str(target))

    return replace


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(errno.EACCES, "Access is denied"), f"Access is denied; {CLOSE_IT}"),
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
    ],
)
def test_a_file_that_cannot_be_replaced_is_named_and_stays(
    three: Project, error: OSError, told: str
) -> None:
    with three.monkeypatch.context() as patch:
        patch.setattr(os, "replace", refusing(error))
        run = three.run("export", "-j", "1")
    assert run.code == 1
    assert "b.md" in run.err
    assert told in run.err
    assert run.err.endswith("3 files in out: 2 made, 1 failed. 1 problem.\n")
    assert [three.text(f"out/roles/{name}.md") for name in "abc"] == [
        "# New\n",
        "# Old\n",
        "# New\n",
    ]
    assert three.run("export").err == "3 files in out: 2 unchanged, 1 made.\n"


class Full:
    """A file on a full disk, which says so when it is written, or only when it is closed."""

    def __init__(self, file: object, at: str) -> None:
        self.file, self.at = file, at

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()  # type: ignore[attr-defined] # any open file
        if self.at == "close":
            raise OSError(errno.ENOSPC, "No space left on device")

    def writelines(self, parts: object) -> None:
        if self.at == "write":
            raise OSError(errno.ENOSPC, "No space left on device")
        self.file.writelines(parts)  # type: ignore[attr-defined] # as above


@pytest.mark.parametrize("at", ["write", "close"])
def test_a_full_disk_keeps_the_old_files(three: Project, at: str) -> None:
    real = builtins.open

    def opened(path: str, mode: str = "r", **others: object) -> object:
        file = real(path, mode, **others)  # type: ignore[call-overload] # as they come
        return Full(file, at) if "x" in mode else file

    with three.monkeypatch.context() as patch:
        patch.setattr(builtins, "open", opened)
        run = three.run("export", "-j", "1")
    assert run.code == 1
    assert "No space left on device" in run.err
    assert {three.text(f"out/roles/{name}.md") for name in "abc"} == {"# Old\n"}
    assert three.run("export").err == "3 files in out: 3 made.\n"


def test_a_folder_on_another_disk_is_written_to(three: Project) -> None:
    def replace(source: object, target: object) -> None:
        if "unfinished" in str(source) and "/roles/" in str(target):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        REAL(str(source), str(target))

    with three.monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        assert three.run("export", "-j", "1").err == "3 files in out: 3 made.\n"
    assert three.text("out/roles/a.md") == "# New\n"


def test_an_output_that_is_a_file_is_said_to_be_one(three: Project) -> None:
    three.write({"taken": "mine"})
    run = three.run("export", "-o", "taken")
    assert run.code == 1
    assert "Not a directory" in run.err or "File exists" in run.err
    assert "manifest of earlier runs" not in run.err
    assert three.text("taken") == "mine"


def test_a_folder_in_the_way_costs_its_own_file(three: Project) -> None:
    (three.folder / "out/roles/b.md").unlink()
    (three.folder / "out/roles/b.md").mkdir()
    run = three.run("export")
    assert run.code == 1
    assert "“out/roles/b.md” could not be written: Is a directory." in run.err
    assert run.err.endswith("3 files in out: 2 made, 1 failed. 1 problem.\n")


def test_folders_may_be_links(three: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (three.folder / "out/roles").rename(elsewhere)
    (three.folder / "out/roles").symlink_to(elsewhere)
    assert three.run("export").err == "3 files in out: 3 made.\n"
    assert (elsewhere / "a.md").read_text() == "# New\n"
    assert three.run("export", "--check").code == 0


def test_a_name_may_be_as_long_as_a_disk_allows(three: Project) -> None:
    name = "r" * 60
    three.write({"postingkit.yaml": f"formats: [md]\nnames: '{'n' * 185}-{{kind}}-{{id}}'"})
    three.write({f"roles/{name}.yaml": "title: Long"})
    assert three.run("export").code == 0
    assert f"{'n' * 185}-roles-{name}.md" in three.paths("out")


def test_what_cannot_be_removed_is_named_and_known_still(three: Project) -> None:
    assert three.run("export").code == 0
    (three.folder / "roles/b.yaml").unlink()
    real = pathlib.Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as it is
        if path.name == "b.md":
            raise PermissionError(errno.EACCES, "Access is denied")
        real(path, missing_ok)

    with three.monkeypatch.context() as patch:
        patch.setattr(pathlib.Path, "unlink", unlink)
        run = three.run("export", "--clean")
    assert run.code == 1
    assert "It cannot be removed: Access is denied." in run.err
    assert three.run("export", "--clean").err == "3 files in out: 2 unchanged, 1 removed.\n"
