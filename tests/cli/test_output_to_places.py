"""Exports to places beyond this computer, which go as those to a folder go."""

import json
import sys
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from conftest import Project
from postingkit.cli import main
from postingkit.cli.commands import postingkit
from postingkit.store.manifest import NAME
from postingkit.store.remote import RemoteFolder, RemotePlace

FILES = {
    "postingkit.yaml": "formats: [md, html]",
    "roles/clerk.yaml": "title: Clerk",
    "roles/cook.yaml": "title: Cook",
}
EVERY = ["roles/clerk.html", "roles/clerk.md", "roles/cook.html", "roles/cook.md"]


@pytest.fixture(params=["memory://", "file://", ""])
def url(request: pytest.FixtureRequest, project: Project) -> str:
    """Give the address of an empty place; without a protocol it is a folder."""
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    project.write(FILES)
    return f"{request.param}{project.folder.parent.as_posix()}/place"


def states(project: Project, url: str, *arguments: str) -> dict[str, str]:
    run = project.run("export", "-o", url, "--json", *arguments)
    return {file["path"]: file["state"] for file in json.loads(run.out)["files"]}


def held(url: str, tmp_path: Path) -> dict[str, bytes]:
    """Give every file at *url*, the manifest too."""
    if url.startswith("memory"):
        start = len(url.removeprefix("memory://")) + 1
        return {path[start:]: file.getvalue() for path, file in MemoryFileSystem.store.items()}
    root = tmp_path / "place"
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_the_same_files_and_the_same_manifest_are_made(
    project: Project, url: str, tmp_path: Path
) -> None:
    here = json.loads(project.run("export", "--json").out)
    there = json.loads(project.run("export", "--json", "-o", url).out)
    for each in (*here["files"], *there["files"]):
        del each["milliseconds"]
    assert here == there
    out = project.folder / "out"
    files = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert held(url, tmp_path) == {path: (out / path).read_bytes() for path in files}


def test_only_what_has_changed_is_made_again(project: Project, url: str) -> None:
    assert states(project, url) == dict.fromkeys(EVERY, "made")
    assert states(project, url) == dict.fromkeys(EVERY, "unchanged")
    project.write({"roles/cook.yaml": "title: Head Cook"})
    found = states(project, url)
    assert found == dict.fromkeys(EVERY[:2], "unchanged") | dict.fromkeys(EVERY[2:], "made")


def test_nothing_is_read_there_where_nothing_has_changed(
    project: Project, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    states(project, url)
    read: list[str] = []
    whole = RemotePlace.read

    def watched(place: RemotePlace, path: str) -> bytes:
        read.append(path)
        return whole(place, path)

    monkeypatch.setattr(RemotePlace, "read", watched)
    assert states(project, url) == dict.fromkeys(EVERY, "unchanged")
    assert read == [".postingkit/manifest.jsonl"] * ("://" in url)


def test_a_check_says_what_is_behind(project: Project, url: str) -> None:
    states(project, url)
    assert project.run("export", "-o", url, "--check").code == 0
    project.write({"roles/cook.yaml": "title: Head Cook"})
    (project.folder / "roles/clerk.yaml").unlink()
    found = states(project, url, "--check")
    assert found == dict.fromkeys(EVERY[2:], "stale") | dict.fromkeys(EVERY[:2], "foreign")


def test_what_nothing_asks_for_any_more_is_removed(
    project: Project, url: str, tmp_path: Path
) -> None:
    states(project, url)
    (project.folder / "roles/clerk.yaml").unlink()
    assert states(project, url, "--clean") == dict.fromkeys(EVERY[2:], "unchanged") | dict.fromkeys(
        EVERY[:2], "removed"
    )
    assert sorted(held(url, tmp_path)) == [".postingkit/manifest.jsonl", *EVERY[2:]]


def test_what_a_run_that_was_cut_off_left_unfinished_goes(
    project: Project, url: str, tmp_path: Path
) -> None:
    if not url.startswith("memory"):
        project.write({f"{tmp_path}/place/.postingkit/unfinished/a.tmp": b"half"})
    states(project, url)
    assert sorted(held(url, tmp_path)) == [".postingkit/manifest.jsonl", *EVERY]


def test_a_manifest_that_is_damaged_is_told_and_made_anew(
    project: Project, url: str, tmp_path: Path
) -> None:
    states(project, url)
    sound = held(url, tmp_path)
    RemoteFolder(url if "://" in url else f"file://{url}").put(NAME, b"{}")
    run = project.run("export", "-o", url)
    assert f"{url}: notice: The manifest of earlier runs is not used: it is damaged" in run.err
    assert held(url, tmp_path) == sound


def test_a_role_of_a_file_goes_there_too(project: Project, url: str, tmp_path: Path) -> None:
    run = project.run("export", "roles/cook.yaml", "-f", "md", "-o", url)
    assert run.err == f"1 file in {url}: 1 made.\n"
    assert list(held(url, tmp_path)) == ["roles/cook.md"]


def test_two_processes_make_the_same(project: Project, url: str) -> None:
    run = project.run("export", "-j", "2", "-o", url)
    if url.startswith("memory"):
        assert run.code == 2
        assert "it goes with -j 1 alone" in run.err
    else:
        assert run.err == f"4 files in {url}: 4 made.\n"
        assert states(project, url, "-j", "2") == dict.fromkeys(EVERY, "unchanged")


def test_what_cannot_be_reached_is_told_without_credentials(project: Project) -> None:
    project.write(FILES)
    run = project.run("export", "-o", "nothing://ann:secret@host/jobs")
    assert run.code == 1
    assert run.err == "error: “nothing://host/jobs” cannot be used: Protocol not known: nothing.\n"


def test_no_log_and_no_cache_file_holds_credentials(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("of sftp://ann:secret@host/jobs")

    project.write(FILES)
    monkeypatch.setattr(type(postingkit), "main", fail)
    monkeypatch.setattr(sys, "argv", ["postingkit", "-o", "sftp://ann:secret@host/jobs"])
    with pytest.raises(SystemExit):
        main()
    for path in project.folder.parent.rglob("*"):
        assert "secret" not in path.name
        assert not path.is_file() or b"secret" not in path.read_bytes()
    assert list(project.folder.parent.rglob("postingkit-error.log"))
