"""Runs that are killed, at any moment and in any process, harm nothing that the next run makes."""

import io
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from conftest import Project
from starting import TWO_FOR_MANY, starting

ROUNDS, SHARES = 200, 4
JOBS = ("1", "2", TWO_FOR_MANY)
SETTINGS = """\
formats: [md, html]
openings: {formats: [docx, pdf]}
departments: {sales: {}}
comparisons: {some: {title: Some, roles: [r0, r1]}}
"""
SOONEST = 0.1
"""Seconds after which a process is killed at the earliest: before, it has not begun."""
AT_REPLACEMENT = """
import os, signal, sys
left, before, real = int(sys.argv[1]), sys.argv[2] == "before", os.replace
def replace(source, target):
    global left
    left -= 1
    if left == 0 and before: os.kill(os.getpid(), signal.SIGKILL)
    real(source, target)
    if left == 0: os.kill(os.getpid(), signal.SIGKILL)
os.replace = replace
sys.argv[:] = ["postingkit", *sys.argv[3:]]
from postingkit.cli import main
main()
"""


@pytest.fixture
def many(project: Project) -> Project:
    """Give a project whose openings take their time."""
    project.write({"postingkit.yaml": SETTINGS})
    project.write({f"roles/r{n}.yaml": f"title: Role {n}\ndepartment: sales" for n in range(14)})
    project.write({"openings/rows.csv": "id,role,hours\no0,r0,20\no1,r1,30\n"})
    project.write({"templates/sales/template.yaml": "extends: default\n"})
    return project


@pytest.mark.slow
@pytest.mark.parametrize("share", range(SHARES))
def test_the_next_run_completes_what_a_killed_one_left(many: Project, share: int) -> None:
    chance = random.Random(share)  # noqa: S311 - a repeatable series
    longest = {jobs: _time(jobs) for jobs in JOBS}
    for number in range(ROUNDS // SHARES):
        _edit(many, chance, number)
        jobs = chance.choice(JOBS)
        _killed_run(jobs, chance.uniform(SOONEST, longest[jobs]), chance)
        _assert_completed(many, number)


@pytest.mark.slow
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_run_may_be_killed_at_every_file_that_it_puts(many: Project, when: str) -> None:
    for path in (many.folder / "roles").iterdir():
        path.unlink()
    many.write({"roles/r0.yaml": "title: A", "roles/r1.yaml": "title: B"})
    number = 0
    while True:
        number += 1
        many.write({"roles/r0.yaml": f"title: Title {number}"})
        many.write({"openings/rows.csv": f"id,role,hours\no{number % 3},r1,{number}\n"})
        command = [sys.executable, "-c", AT_REPLACEMENT, str(number), when, "export", "--clean"]
        ended = subprocess.run([*command, "-j", "1"], check=False, capture_output=True)
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        _assert_completed(many, number)
    assert number > 8  # the files, the manifest, the manifest after the cleaning, the memory


def _time(jobs: str) -> float:
    started = time.monotonic()
    subprocess.run(_command(jobs), check=True, capture_output=True)
    return time.monotonic() - started


def _command(jobs: str) -> list[str]:
    return [*starting(jobs), "export", "--clean", "-q", "-j", jobs[0]]


def _edit(project: Project, chance: random.Random, number: int) -> None:
    match chance.randrange(6):
        case 0:
            title = f"extends: default\nsections: {{lead: {{title: Lead {number}}}}}\n"
            project.write({"templates/sales/template.yaml": title})
        case 1:
            rows = "".join(f"o{chance.randrange(9)}{n},r{n},{number}\n" for n in range(3))
            project.write({"openings/rows.csv": f"id,role,hours\n{rows}"})
        case 2:
            extra = project.folder / "roles" / f"x{chance.randrange(4)}.yaml"
            extra.unlink() if extra.exists() else extra.write_text(f"title: Extra {number}")
        case 3:
            project.write({"postingkit.yaml": f"{SETTINGS}organization: {{name: N{number}}}\n"})
        case _:
            for n in chance.sample(range(14), chance.randrange(1, 14)):
                text = f"title: Role {n}\nsummary: In round {number}.\ndepartment: sales\n"
                project.write({f"roles/r{n}.yaml": text})


def _killed_run(jobs: str, seconds: float, chance: random.Random) -> None:
    run = subprocess.Popen(_command(jobs), start_new_session=True, stderr=subprocess.PIPE)
    time.sleep(seconds)
    workers = [pid for pid in _session(run.pid) if pid != run.pid and not _is_of_python(pid)]
    one = chance.sample(workers, min(1, len(workers)))
    pids = chance.choice([[run.pid], one, [run.pid, *workers]])
    for pid in pids:
        _kill(pid)
    _, err = run.communicate(timeout=60)
    assert run.returncode in {0, -signal.SIGKILL}, err.decode()
    assert b"Traceback" not in err, err.decode()
    until = time.monotonic() + 10
    while left := _session(run.pid):
        assert time.monotonic() < until, f"workers {left} outlive their parent"
        time.sleep(0.01)


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:  # it has ended by itself
        return


def _is_of_python(pid: int) -> bool:
    """Say whether the process is the one that Python clears up by, which says so where it dies."""
    try:
        return b"resource_tracker" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return True


def _session(leader: int) -> list[int]:
    """Give the processes that are alive in the session of *leader*."""
    return [
        int(entry.name)
        for entry in Path("/proc").iterdir()
        if entry.name.isdigit() and _is_alive_in(leader, entry / "stat")
    ]


def _is_alive_in(session: int, stat: Path) -> bool:
    try:
        state, _, _, own = stat.read_text().rpartition(")")[2].split()[:4]
    except (OSError, ValueError):
        return False
    return int(own) == session and state != "Z"


def _assert_completed(project: Project, number: int) -> None:
    completed = project.run("export", "--clean", "-q", "-j", "1")
    assert (completed.err, completed.code) == ("", 0)
    fresh = project.folder.parent / f"fresh{number}"
    assert project.run("export", "-o", str(fresh), "-q", "-j", "1").code == 0
    out = project.folder / "out"
    found, expected = dict(_files(out)), dict(_files(fresh))
    assert sorted(found) == sorted(expected)
    assert found == expected
    for path, data in found.items():
        _assert_parses(path, data)
    assert not [*project.folder.parent.rglob("*.tmp")]
    assert not any(path.is_file() for path in (out / ".postingkit/unfinished").rglob("*"))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _assert_parses(path: str, data: bytes) -> None:
    match Path(path).suffix:
        case ".docx":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                assert archive.testzip() is None
                etree.fromstring(archive.read("word/document.xml"))
        case ".pdf":
            with pikepdf.open(io.BytesIO(data)) as pdf:
                assert len(pdf.pages) > 0
        case _:
            assert data.decode()
