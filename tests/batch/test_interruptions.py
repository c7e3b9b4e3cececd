"""Ctrl-C, and being told to end: at once, with no partial file, and nothing is made twice."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Project
from starting import TWO_FOR_MANY, starting

ROLES = 60
SOON = 2.0
"""Seconds; a second is promised, and a busy computer that runs tests may take another."""

ENDS = {(130, b"Interrupted."), (-signal.SIGINT, b"Interrupted."), (-signal.SIGINT, b""), (0, b"")}
"""Exit code and message; before its first line, the process ends as Python lets it."""


@pytest.fixture
def many(project: Project) -> Project:
    """Give a project that takes a few seconds."""
    project.write({"postingkit.yaml": "formats: [docx, pdf]"})
    project.write({f"roles/r{number}.yaml": f"title: Role {number}" for number in range(ROLES)})
    return project


def _begun(jobs: str) -> "subprocess.Popen[bytes]":
    command = [*starting(jobs), "export", "-q", "-j", jobs[0]]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE)


def _wait_for_files(project: Project, number: int) -> None:
    until = time.monotonic() + 30
    while len([*(project.folder / "out").rglob("*.docx")]) < number:
        assert time.monotonic() < until
        time.sleep(0.01)


def _to_all(pid: int) -> None:
    os.killpg(pid, signal.SIGINT)


def _to_parent(pid: int) -> None:
    os.kill(pid, signal.SIGINT)


def _termination(pid: int) -> None:
    os.kill(pid, signal.SIGTERM)


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2", TWO_FOR_MANY])
@pytest.mark.parametrize(("send", "code"), [(_to_all, 130), (_to_parent, 130), (_termination, 143)])
def test_an_interrupted_run_ends_soon_and_keeps_what_it_made(
    many: Project, jobs: str, send: Callable[[int], None], code: int
) -> None:
    run = _begun(jobs)
    _wait_for_files(many, random.Random(jobs).randrange(10, 25))  # noqa: S311 - repeatable
    sent = time.monotonic()
    send(run.pid)
    _, err = run.communicate(timeout=20)
    assert time.monotonic() - sent < SOON
    assert run.returncode == code, err.decode()
    assert err.decode().strip() == ("Interrupted." if code == 130 else "")
    assert not [*many.folder.parent.rglob("*.tmp")]
    made = len([*(many.folder / "out").rglob("*.docx")])
    assert 10 <= made < ROLES
    left = many.run("export", "--dry-run", "--json", "-j", "1").out.count("it is new")
    assert left <= 2 * (ROLES - made) + 4  # of the source in hand, one file may have been made


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2", TWO_FOR_MANY])
def test_a_run_can_be_interrupted_at_any_moment(many: Project, jobs: str) -> None:
    many.write({f"roles/r{number}.yaml": "title: One" for number in range(ROLES)})
    for path in sorted((many.folder / "roles").iterdir())[6:]:
        path.unlink()
    for tenths in range(3, 13):
        many.write({"roles/r0.yaml": f"title: After {tenths}"})
        run = _begun(jobs)
        time.sleep(tenths / 10)
        _to_all(run.pid)
        _, err = run.communicate(timeout=20)
        assert (run.returncode, err.strip()) in ENDS, err.decode()
        assert not [*many.folder.parent.rglob("*.tmp")]


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2", TWO_FOR_MANY])
def test_a_very_long_document_in_hand_keeps_nobody_waiting(many: Project, jobs: str) -> None:
    text = "\n\n".join(f"Paragraph {number}. " + "Many words. " * 60 for number in range(1200))
    long = "title: Long\nsummary: |\n" + "".join(f"  {line}\n" for line in text.split("\n"))
    for path in (many.folder / "roles").iterdir():
        path.unlink()
    many.write({"postingkit.yaml": "formats: [pdf]"})
    many.write({f"roles/r{number}.yaml": long for number in range(4)})
    run = _begun(jobs)
    time.sleep(2.5)
    assert run.poll() is None
    sent = time.monotonic()
    _to_all(run.pid)
    _, err = run.communicate(timeout=60)
    assert time.monotonic() - sent < SOON
    assert (run.returncode, err.strip()) == (130, b"Interrupted.")
    assert not [path for path in Path("out").rglob("*") if path.suffix == ".tmp"]
