"""Places beyond this computer: whole files, one listing, and nothing read that is known."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fsspec.implementations.local import LocalFileSystem
from fsspec.implementations.memory import MemoryFileSystem

from postingkit.errors import OutputError, Unreachable
from postingkit.store.digests import digest_of
from postingkit.store.remote import CheckedRemote, RemoteFolder, RemotePlace
from postingkit.store.seen import Seen


@pytest.fixture(params=["memory", "file"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty place."""
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    return f"{request.param}://{tmp_path.as_posix()}/place"


def place(url: str, tmp_path: Path) -> RemotePlace:
    return RemotePlace(url, Seen(tmp_path / "cache" / "seen.json"))


def everything(url: str, tmp_path: Path) -> dict[str, bytes]:
    found = place(url, tmp_path)
    return {path: found.read(path) for path in sorted(found.paths())}


def test_a_file_is_put_with_the_folders_above_it(url: str, tmp_path: Path) -> None:
    assert RemoteFolder(url).put("a/b/c.md", b"text") == "made"
    assert everything(url, tmp_path) == {"a/b/c.md": b"text"}


def test_a_file_with_the_same_bytes_is_not_put_again(url: str) -> None:
    assert RemoteFolder(url).put("a.md", b"text") == "made"
    assert RemoteFolder(url).put("a.md", b"text") == "unchanged"
    assert RemoteFolder(url).put("a.md", b"TEXT") == "made"
    assert RemoteFolder(url).put_parts("a.md", [b"TE", b"XT"]) == "unchanged"


def test_parts_are_put_when_all_of_them_are_there(url: str, tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ValueError("broken off")

    assert RemoteFolder(url).put_parts("b.xml", [b"<a>", b"</a>"]) == "made"
    with pytest.raises(ValueError, match="broken off"):
        RemoteFolder(url).put_parts("b.xml", broken())
    assert everything(url, tmp_path) == {"b.xml": b"<a></a>"}


def test_a_check_only_compares(url: str, tmp_path: Path) -> None:
    RemoteFolder(url).put("same.md", b"text")
    RemoteFolder(url).put("other.md", b"txet")
    checked = CheckedRemote(url)
    assert [checked.put(f"{name}.md", b"text") for name in ("same", "other", "absent")] == [
        "unchanged",
        "stale",
        "missing",
    ]
    assert checked.put_parts("same.md", [b"te", b"xt"]) == "unchanged"
    assert everything(url, tmp_path) == {"other.md": b"txet", "same.md": b"text"}


def test_a_file_that_was_noted_is_not_read_again(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = place(url, tmp_path)
    RemoteFolder(url).put("a.md", b"text")
    first.note("a.md", digest_of(b"text"), 4)
    first.save()
    monkeypatch.setattr(RemotePlace, "read", None)
    assert place(url, tmp_path).digest("a.md") == digest_of(b"text")


def test_a_file_that_was_changed_since_is_read_again(url: str, tmp_path: Path) -> None:
    first = place(url, tmp_path)
    RemoteFolder(url).put("a.md", b"text")
    first.note("a.md", digest_of(b"text"), 4)
    first.save()
    RemoteFolder(url).put("a.md", b"TEXT")
    assert place(url, tmp_path).digest("a.md") == digest_of(b"TEXT")
    assert place(url, tmp_path).digest("b.md") is None


def test_a_file_of_another_size_than_was_put_is_not_remembered(url: str, tmp_path: Path) -> None:
    first = place(url, tmp_path)
    RemoteFolder(url).put("a.md", b"somebody else's")
    first.note("a.md", digest_of(b"text"), 4)
    first.save()
    assert place(url, tmp_path).digest("a.md") == digest_of(b"somebody else's")


def test_a_damaged_memory_costs_time_alone(url: str, tmp_path: Path) -> None:
    RemoteFolder(url).put("a.md", b"text")
    memory = tmp_path / "cache" / "seen.remote.json"
    memory.parent.mkdir()
    memory.write_bytes(b'{"a.md": 1}')
    assert place(url, tmp_path).digest("a.md") == digest_of(b"text")


def test_hidden_files_and_places_within_are_not_ours_to_judge(url: str, tmp_path: Path) -> None:
    paths = ("a.md", ".b.md", "roles/c.md", "roles/.d.md", "site/e.md", "site/.postingkit/f")
    for path in paths:
        RemoteFolder(url).put(path, b"text")
    assert sorted(place(url, tmp_path).paths()) == ["a.md", "roles/c.md"]


def test_a_file_is_removed_with_the_folders_that_are_empty_then(url: str, tmp_path: Path) -> None:
    RemoteFolder(url).put("a/b/c.md", b"text")
    RemoteFolder(url).put("d.md", b"text")
    assert place(url, tmp_path).remove("a/b/c.md") is True
    assert place(url, tmp_path).remove("a/b/c.md") is False
    assert place(url, tmp_path).remove("../place/d.md") is False
    assert everything(url, tmp_path) == {"d.md": b"text"}
    assert not (tmp_path / "place" / "a").exists()


def test_a_place_that_is_not_there_is_empty(url: str, tmp_path: Path) -> None:
    found = place(url, tmp_path)
    assert list(found.paths()) == []
    assert found.digest("a.md") is None
    assert found.exists("a.md") is False
    with pytest.raises(FileNotFoundError):
        found.read("a.md")
    found.tidy()
    found.save()


@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_on_a_disk_a_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    folder = RemoteFolder(f"file://{tmp_path.as_posix()}")
    folder.put("a.md", b"old")
    monkeypatch.setattr(LocalFileSystem, "mv", fail)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        folder.put("a.md", b"new")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files == [tmp_path / "a.md"]
    assert files[0].read_bytes() == b"old"


def test_on_a_disk_a_file_stands_under_another_name_until_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    move = LocalFileSystem.mv

    def watched(system: LocalFileSystem, old: str, new: str) -> None:
        seen.extend(path.name for path in tmp_path.iterdir())
        move(system, old, new)

    monkeypatch.setattr(LocalFileSystem, "mv", watched)
    RemoteFolder(f"file://{tmp_path.as_posix()}").put("a.md", b"text")
    assert seen == [".postingkit"]
    assert (tmp_path / "a.md").read_bytes() == b"text"


def test_what_stands_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(OutputError, match=r"Is a directory"):
        RemoteFolder(f"file://{tmp_path.as_posix()}").put("a.md", b"text")
    assert list((tmp_path / "a.md").iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_may_not_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError):
        RemoteFolder(f"file://{tmp_path.as_posix()}").put("a.md", b"text")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nothing://ann:secret@host/a", "“nothing://host/a” cannot be used: Protocol not known"),
        ("sftp://ann:secret@host.invalid/a", "“sftp://host.invalid/a”"),
    ],
)
def test_a_place_that_cannot_be_used_is_told_without_its_credentials(
    url: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(Unreachable) as refused:
        place(url, tmp_path)
    assert said in str(refused.value)
    assert "secret" not in str(refused.value)
    with pytest.raises(OutputError) as failed:
        RemoteFolder(url).put("a.md", b"text")
    assert "secret" not in str(failed.value)
    assert "secret" not in repr(RemoteFolder(url))
