"""What was read once is not read again, unless the system says that it may be another."""

import os
from pathlib import Path

import pytest

from postingkit.store import seen as module
from postingkit.store.digests import digest_of
from postingkit.store.seen import Seen


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file that was written a while ago."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    os.utime(path, (1, 1))
    return path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Give the list of all files that are read from now on."""
    paths: list[Path] = []

    def digest_of_file(path: Path) -> str:
        paths.append(path)
        return digest_of(path.read_bytes())

    monkeypatch.setattr(module, "digest_of_file", digest_of_file)
    return paths


def remembered(memory: Path, *files: Path) -> Seen:
    first = Seen(memory)
    for file in files:
        first.digest(str(file))
    first.save()
    return Seen(memory)


def test_a_file_that_is_the_same_is_read_once(tmp_path: Path, file: Path, read: list[Path]) -> None:
    again = remembered(tmp_path / "memory.json", file)
    assert again.digest(str(file)) == digest_of(b"one")
    assert read == [file]


@pytest.mark.parametrize("data", [b"other", b"two"])
def test_a_file_that_changed_is_read_again(
    tmp_path: Path, file: Path, read: list[Path], data: bytes
) -> None:
    again = remembered(tmp_path / "memory.json", file)
    file.write_bytes(data)
    assert again.digest(str(file)) == digest_of(data)
    assert read == [file, file]


def test_a_file_of_the_same_moment_as_the_memory_is_read_again(
    tmp_path: Path, file: Path, read: list[Path]
) -> None:
    memory = tmp_path / "memory.json"
    remembered(memory, file)
    os.utime(memory, (1, 1))
    assert Seen(memory).digest(str(file)) == digest_of(b"one")
    assert read == [file, file]


def test_a_file_that_is_not_there_has_no_digest(tmp_path: Path) -> None:
    assert Seen(tmp_path / "memory.json").digest(str(tmp_path / "none")) is None
    assert Seen(tmp_path / "memory.json").digest(str(tmp_path)) is None


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"a": 1}', b"\xff"])
def test_a_memory_that_is_no_good_costs_time_only(tmp_path: Path, file: Path, data: bytes) -> None:
    memory = tmp_path / "memory.json"
    memory.write_bytes(data)
    assert Seen(memory).digest(str(file)) == digest_of(b"one")


def test_a_memory_that_cannot_be_written_costs_time_only(tmp_path: Path, file: Path) -> None:
    (tmp_path / "memory").write_bytes(b"")
    known = Seen(tmp_path / "memory/below.json")
    known.digest(str(file))
    known.save()


def test_what_was_just_written_need_not_be_read(
    tmp_path: Path, file: Path, read: list[Path]
) -> None:
    memory = tmp_path / "memory.json"
    first = Seen(memory)
    first.note(str(file), digest_of(b"one"), 3)
    first.save()
    assert Seen(memory).digest(str(file)) == digest_of(b"one")
    assert read == []


def test_what_somebody_else_wrote_in_the_meantime_is_read(
    tmp_path: Path, file: Path, read: list[Path]
) -> None:
    known = Seen(tmp_path / "memory.json")
    known.note(str(file), digest_of(b"longer"), 6)
    assert known.digest(str(file)) == digest_of(b"one")
    assert read == [file]
