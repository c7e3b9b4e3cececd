"""Where files go: whole or not at all, and untouched where nothing changed."""

import builtins
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from postingkit.errors import OutputError
from postingkit.store import CheckedFolder, Folder, Stream, write_parts
from postingkit.store.output import _near, remove_unfinished


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_file_is_made_with_the_folders_above_it(tmp_path: Path) -> None:
    assert Folder(tmp_path / "new").put("a/b/c.md", b"text") == "made"
    assert everything(tmp_path) == {"new/a/b/c.md": b"text"}


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.put("a.md", b"text")
    os.utime(tmp_path / "a.md", (1, 1))
    assert folder.put("a.md", b"text") == "unchanged"
    assert (tmp_path / "a.md").stat().st_mtime == 1


@pytest.mark.parametrize("new", [b"", b"other", b"TEXT"])
def test_a_file_with_other_bytes_is_replaced(tmp_path: Path, new: bytes) -> None:
    folder = Folder(tmp_path)
    folder.put("a.md", b"text")
    assert folder.put("a.md", new) == "made"
    assert everything(tmp_path) == {"a.md": new}


def test_a_reader_of_the_old_file_goes_on_reading_the_old_one(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.put("a.md", b"old" * 1000)
    with (tmp_path / "a.md").open("rb") as reader:
        folder.put("a.md", b"new")
        assert reader.read() == b"old" * 1000


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    Folder(tmp_path).put("a.md", b"old")
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        Folder(tmp_path).put("a.md", b"new")
    assert everything(tmp_path) == {"a.md": b"old"}


def test_a_folder_that_may_not_be_written_to_is_told_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(builtins, "open", refuse)
        with pytest.raises(OutputError) as failed:
            Folder(tmp_path).put("a.md", b"text")
    assert failed.value.path == str(tmp_path / "a.md")
    assert failed.value.reason == (
        "Permission denied; if it is open in another program, close it there"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError):
        Folder(tmp_path).put("a.md", b"text")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("path", ["a.md", "a.md/b.md"])
def test_what_stands_in_the_way_is_told(tmp_path: Path, path: str) -> None:
    if path == "a.md":
        (tmp_path / path).mkdir()
    else:
        (tmp_path / "a.md").write_bytes(b"")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OutputError):
        Folder(tmp_path).put(path, b"text")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("data", [b"text", b"TEXT"])
def test_a_file_that_cannot_be_read_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    opened = io.open

    def refuse(path: str, mode: str = "r") -> object:
        if "r" in mode and path.endswith("a.md"):
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    (tmp_path / "a.md").write_bytes(b"text")
    with monkeypatch.context() as patch:
        patch.setattr(builtins, "open", refuse)
        assert Folder(tmp_path).put("a.md", data) == "made"
        assert Folder(tmp_path).put_parts("a.md", [data]) == "made"
    assert everything(tmp_path) == {"a.md": data}


def test_a_checked_folder_only_compares(tmp_path: Path) -> None:
    (tmp_path / "same.md").write_bytes(b"text")
    (tmp_path / "other.md").write_bytes(b"txet")
    (tmp_path / "folder.md").mkdir()
    checked = CheckedFolder(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    states = [checked.put(f"{name}.md", b"text") for name in ("same", "other", "absent", "folder")]
    assert states == ["unchanged", "stale", "missing", "missing"]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_that_cannot_be_compared_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.md").write_bytes(b"text")
    with monkeypatch.context() as patch:
        patch.setattr(builtins, "open", refuse)
        with pytest.raises(OutputError):
            CheckedFolder(tmp_path).put("a.md", b"text")


def test_a_stream_takes_the_bytes_whatever_their_path() -> None:
    stream = io.BytesIO()
    assert Stream(stream).put("a.md", b"text") == "made"
    assert stream.getvalue() == b"text"


class Broken(io.BytesIO):
    """A stream that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def flush(self) -> None:
        raise self.error


def test_a_stream_that_takes_no_more_is_told() -> None:
    told = "“standard output” could not be written: No space left on device"
    with pytest.raises(OutputError, match=told):
        Stream(Broken(OSError(28, "No space left on device"))).put("a.md", b"text")


def test_a_reader_who_has_seen_enough_is_no_failure_of_the_output() -> None:
    with pytest.raises(BrokenPipeError):
        Stream(Broken(BrokenPipeError())).put("a.md", b"text")


def test_parts_become_a_file_when_all_of_them_are_there(tmp_path: Path) -> None:
    write_parts(tmp_path / "a" / "b.xml", (b"<a>", b"</a>"))
    assert everything(tmp_path) == {"a/b.xml": b"<a></a>"}


def test_parts_that_break_off_leave_the_old_file(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ValueError("broken off")

    (tmp_path / "a.xml").write_bytes(b"old")
    with pytest.raises(ValueError, match="broken off"):
        write_parts(tmp_path / "a.xml", broken())
    assert everything(tmp_path) == {"a.xml": b"old"}


@pytest.mark.parametrize("name", ["a.xml", "ä" * 100 + ".xml"])
def test_what_was_left_unfinished_beside_a_file_goes_and_that_of_others_stays(
    tmp_path: Path, name: str
) -> None:
    for other in (name, f"{name}.new", f"{name[:-5]}b.xml"):
        Path(_near(str(tmp_path / other))).write_bytes(b"half")
    remove_unfinished(tmp_path / name)
    assert len(everything(tmp_path)) == 2
