"""Several exports at once into one folder, and what is left of those that died."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from conftest import Project
from postingkit.cli.folders import lock_of

COMMAND = [sys.executable, "-m", "postingkit"]
WAITING = "Another export writes into out; waiting for it to end …\n"


@pytest.fixture
def some(project: Project) -> Project:
    """Give a project of a few roles and an opening."""
    project.write({"postingkit.yaml": "formats: [md, html]"})
    project.write({f"roles/r{number}.yaml": f"title: Role {number}" for number in range(8)})
    project.write({"openings/o.yaml": "role: r1"})
    return project


def begun(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.PIPE, text=True)


def err_of(run: "subprocess.Popen[str]") -> IO[str]:
    assert run.stderr
    return run.stderr


def ended(run: "subprocess.Popen[str]") -> tuple[int, str]:
    _, err = run.communicate(timeout=60)
    return run.returncode, err


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_second_waits_and_says_so(some: Project) -> None:
    with lock_of("out"):
        run = begun("export")
        assert err_of(run).readline() == WAITING
        assert not (some.folder / "out").exists()
    assert ended(run) == (0, "18 files in out: 18 made.\n")


def test_waiting_can_be_interrupted(some: Project) -> None:
    with lock_of("out"):
        run = begun("export")
        assert err_of(run).readline() == WAITING
        run.send_signal(signal.SIGINT)
        code, err = ended(run)
    assert (code, err.strip()) == (130, "Interrupted.")
    assert some.run("export").code == 0


def test_three_at_once_make_what_one_makes(some: Project) -> None:
    runs = [begun("export", "-j", jobs) for jobs in ("1", "2", "1")]
    results = [ended(run) for run in runs]
    assert [code for code, _ in results] == [0, 0, 0], results
    assert not any("rror" in err for _, err in results)
    some.run("export", "-o", "../fresh")
    assert everything(some.folder / "out") == everything(some.folder.parent / "fresh")


def test_an_export_and_a_site_within_its_folder_do_not_meet(some: Project) -> None:
    runs = [begun("export", "--clean"), begun("site", "--clean"), begun("export", "--clean")]
    results = [ended(run) for run in runs]
    assert [code for code, _ in results] == [0, 0, 0], results
    assert some.run("export", "--check").code == 0
    assert some.run("site", "--check").code == 0


def test_two_projects_with_one_folder_each_make_their_own(some: Project) -> None:
    some.write({"other/postingkit.yaml": "formats: [md]", "other/roles/z.yaml": "title: Z"})
    runs = [begun("export"), begun("export", "--project", "other", "-o", "out")]
    assert [ended(run)[0] for run in runs] == [0, 0]
    assert {"roles/z.md", "roles/r0.md", "openings/o.html"} <= {*some.paths("out")}


def test_a_lock_that_a_dead_process_leaves_blocks_nobody(some: Project) -> None:
    code = "import sys, time; from postingkit.cli.folders import lock_of\n"
    code += "with lock_of('out'): print('locked', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"locked\n"
        holder.kill()
    started = time.monotonic()
    assert some.run("export").err == "18 files in out: 18 made.\n"
    assert time.monotonic() - started < 10


@pytest.fixture
def no_cache(some: Project, tmp_path: Path) -> Iterator[Path]:
    """Let the user's cache be a file, so that nothing can be kept there."""
    path = tmp_path / "file"
    path.write_text("")
    some.monkeypatch.setenv("XDG_CACHE_HOME", str(path))
    yield path
    assert path.read_text() == ""


def test_without_a_cache_all_is_made_and_a_notice_says_what_is_lacking(
    some: Project, no_cache: Path
) -> None:
    cache = (no_cache / "postingkit").as_posix()
    told = "notice: No lock keeps others out of out now, for the folder "
    told += f"{cache} cannot be used: Not a directory.\n"
    assert some.run("export").err == f"{told}18 files in out: 18 made.\n"
    assert some.run("export").err == "18 files in out: 18 unchanged.\n"
    assert some.run("export", "--check").code == 0


def test_a_missing_cache_is_made(some: Project, tmp_path: Path) -> None:
    some.monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a/b"))
    assert some.run("export").code == 0
    assert (tmp_path / "a/b/postingkit/seen").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="homes are found in another way there")
def test_a_user_without_a_home_needs_none(some: Project, tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "XDG_CACHE_HOME"}
    patched = "import pathlib, sys\ndef home(): raise RuntimeError\npathlib.Path.home = home\n"
    patched += "sys.argv = ['postingkit', 'export']\nfrom postingkit.cli import main\nmain()"
    run = subprocess.run(
        [sys.executable, "-c", patched],
        env={**kept, "TMPDIR": str(tmp_path)},
        capture_output=True,
        check=False,
        text=True,
        cwd=some.folder,
    )
    assert run.stderr == "18 files in out: 18 made.\n"
