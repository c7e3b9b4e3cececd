"""A manifest in which anything has changed costs time, and never a file or a wrong one."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Project
from postingkit.store.digests import digest_of

MANIFEST = "out/.postingkit/manifest.jsonl"
NOTICE = "The manifest of earlier runs is not used"


@pytest.fixture
def made(project: Project) -> Project:
    """Give a project that was exported, with files of others beside and around."""
    project.write({"postingkit.yaml": "formats: [md]", "roles/a.yaml": "title: A"})
    project.write({"roles/b.yaml": "title: B", "openings/o.csv": "id,role\no,a\n"})
    project.run("export")
    project.write({"mine.txt": "mine", "out/own.txt": "own", "../outside.md": "# A\n"})
    return project


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "postingkit" not in path.relative_to(folder).parts[0]
    }


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, int, bytes]:
    """Draw how a text is cut, changed or filled up, where in a thousandth, and with what."""
    kind = draw(st.sampled_from(["cut", "flip", "insert", "drop", "replace"]))
    return kind, draw(st.integers(0, 999)), draw(st.binary(min_size=1, max_size=6))


def mutated(data: bytes, mutation: tuple[str, int, bytes]) -> bytes:
    kind, thousandth, extra = mutation
    at = thousandth * len(data) // 1000
    match kind:
        case "cut":
            return data[:at]
        case "flip":
            return data[:at] + bytes([data[at] ^ (1 + extra[0] % 255)]) + data[at + 1 :]
        case "insert":
            return data[:at] + extra + data[at:]
        case "drop":
            return data[:at] + data[at + len(extra) :]
        case _:
            return extra


@given(mutation=mutations(), removes=st.booleans())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_manifest_costs_time_alone(
    made: Project, mutation: tuple[str, int, bytes], *, removes: bool
) -> None:
    path = made.folder / MANIFEST
    sound, before = path.read_bytes(), everything(made.folder.parent)
    path.write_bytes(mutated(sound, mutation))
    is_damaged = path.read_bytes() != sound
    run = made.run("export", *(("--clean",) if removes else ()))
    assert run.code == 0
    assert (NOTICE in run.err) == is_damaged
    assert everything(made.folder.parent) == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[" * 200_000,
        b"{}\n",
        b"\xff\xfe\x00",
        b"null\n" * 9,
        b'{"postingkit": 99, "digest": ""}\n',
        b"0" * 20_000_000,
    ],
)
def test_anything_else_in_its_place_is_none(made: Project, data: bytes) -> None:
    sound = made.text(MANIFEST)
    made.write({MANIFEST: data})
    run = made.run("export", "--clean")
    assert run.code == 0
    assert NOTICE in run.err
    assert made.text(MANIFEST) == sound


def test_a_folder_in_its_place_is_told(made: Project) -> None:
    path = made.folder / MANIFEST
    path.unlink()
    path.mkdir()
    run = made.run("export")
    assert run.code == 1
    assert "manifest.jsonl" in run.err
    path.rmdir()
    assert made.run("export").code == 0


def sealed(lines: list[str]) -> bytes:
    """Give a manifest of *lines* with a sound seal, as nobody but an enemy would write it."""
    body = "".join(f"{line}\n" for line in lines).encode()
    seal = json.dumps({"postingkit": 1, "digest": digest_of(body)})
    return f"{seal}\n".encode() + body


@pytest.mark.parametrize(
    "path",
    ["../../outside.md", "../mine.txt", "/etc/hostname", "roles/../../mine.txt", "C:\\a", "", "."],
)
def test_no_file_outside_is_removed_whatever_a_manifest_says(made: Project, path: str) -> None:
    before = everything(made.folder.parent)
    _, *lines = made.text(MANIFEST).splitlines()
    target = made.folder / "out" / path
    digest = digest_of(target.read_bytes()) if target.is_file() else ""
    record = json.loads(lines[1])
    record["left"] = [[path, "", digest, 1, "en", "md"]]
    record["files"] = []
    made.write({MANIFEST: sealed([lines[0], json.dumps(record), *lines[2:]])})
    assert made.run("export", "--clean").code == 0
    assert everything(made.folder.parent) == before


@pytest.mark.parametrize("line", ['{"source": "roles/a"}', '{"source": "roles/a", "files": 3}'])
def test_a_line_that_is_none_of_ours_is_as_good_as_none(made: Project, line: str) -> None:
    before = everything(made.folder.parent)
    _, head, _, *others = made.text(MANIFEST).splitlines()
    made.write({MANIFEST: sealed([head, line, *others])})
    assert made.run("export", "--clean").code == 0
    assert everything(made.folder.parent) == before


@pytest.mark.parametrize(
    "head",
    [
        {"purpose": 5},
        {"inputs": []},
        {"notices": [{"place": None, "path": 5, "message": 7, "hint": []}]},
        {"notices": 3},
    ],
)
def test_a_head_that_is_none_of_ours_is_damage(made: Project, head: dict[str, object]) -> None:
    before = everything(made.folder.parent)
    _, first, *others = made.text(MANIFEST).splitlines()
    made.write({MANIFEST: sealed([json.dumps({**json.loads(first), **head}), *others])})
    run = made.run("export", "--clean")
    assert (run.code, NOTICE in run.err) == (0, True)
    assert everything(made.folder.parent) == before


def test_what_another_source_makes_now_is_not_removed(project: Project) -> None:
    project.write({"postingkit.yaml": "formats: [md]\nnames: '{kind}-{id}-{department}'"})
    project.write({"roles/a.yaml": "title: A\ndepartment: b-c"})
    project.run("export")
    (project.folder / "roles/a.yaml").unlink()
    project.write({"roles/a-b.yaml": "title: A\ndepartment: c"})
    assert project.run("export", "--clean").code == 0
    assert project.paths("out") == ["roles-a-b-c.md"]
