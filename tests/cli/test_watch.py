"""``postingkit export --watch``: each change is made at once, problems are told once."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from conftest import Project
from postingkit.cli import watch
from postingkit.cli.batching import begun
from postingkit.store.lookout import Lookout

SOON = 20.0
WATCHING = "Watching for changes. Ctrl-C ends it."
SETTINGS = "formats: [md]\ndepartments: {it: {template: it}}\n"
ROLES = {
    "roles/a.yaml": "title: A\ndepartment: it\nsummary: Does a.",
    "roles/b.yaml": "title: B",
    "templates/it/template.yaml": "extends: default",
    "postingkit.yaml": SETTINGS,
}


class Watch:
    """A watch that runs in a process of its own, and what it says, line by line."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "postingkit", "export", "--watch", *arguments]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._lines: Queue[str] = Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def until(self, wanted: str) -> list[str]:
        """Give the lines up to the first one that ends with *wanted*, without their times."""
        found: list[str] = []
        while not found or not found[-1].endswith(wanted):
            try:
                found.append(self._lines.get(timeout=SOON))
            except Empty:
                pytest.fail(f"“{wanted}” was not said, but {found}")
        return found

    def rest(self) -> list[str]:
        """Give what was said and not asked for yet."""
        return [self._lines.get() for _ in range(self._lines.qsize())]

    def end(self) -> int:
        """End it as Ctrl-C does, and give the exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(SOON)
        self._reader.join()
        return code

    def _read(self) -> None:
        assert self.process.stderr
        with self.process.stderr as stream:
            for line in stream:
                self._lines.put(line.rstrip("\n"))


@pytest.fixture
def watching(project: Project) -> Iterator[Watch]:
    """Give a watch of two roles, which has made them."""
    project.write(ROLES)
    found = Watch(project.folder, "--clean")
    try:
        assert found.until(WATCHING)[0][10:] == "2 files in out: 2 made."
        yield found
    finally:
        found.process.kill()
        found.process.wait()


def save(project: Project, path: str, text: str) -> None:
    """Save a file as editors do: beside, and renamed."""
    beside = (project.folder / path).with_name("beside.tmp")
    beside.write_text(text)
    beside.replace(project.folder / path)


def test_changes_of_every_kind_are_made_and_told(project: Project, watching: Watch) -> None:
    save(project, "roles/a.yaml", "title: New\ndepartment: it")
    watching.until(" s.")
    assert project.text("out/roles/a.md") == "# New\n"
    project.write({"roles/c.yaml": "title: C"})
    assert "roles/c: md, in 0." in watching.until(" s.")[-1]
    (project.folder / "roles/c.yaml").unlink()
    assert "1 file removed" in watching.until(" s.")[-1]
    assert not (project.folder / "out/roles/c.md").exists()
    words = "extends: default\nsections: {lead: {heading: hidden}}"
    save(project, "roles/a.yaml", "title: New\ndepartment: it\nsummary: It is.")
    watching.until(" s.")
    save(project, "templates/it/template.yaml", words)
    assert "roles/a: md" in watching.until(" s.")[-1]
    assert project.text("out/roles/a.md") == "# New\n\nIt is.\n"
    project.write({"openings/all.csv": "id,role\nberlin,a\nbonn,b\n"})
    assert "openings/berlin: md; openings/bonn: md" in watching.until(" s.")[-1]
    save(project, "openings/all.csv", "id,role,department\nberlin,a,\nbonn,b,it\n")
    watching.until("The column “department” is none that is known.")
    assert (project.folder / "out/openings/berlin.md").is_file()
    save(project, "postingkit.yaml", SETTINGS.replace("md", "html"))
    watching.until(" s.")
    assert (project.folder / "out/roles/a.html").is_file()
    assert watching.end() == 0
    assert not (project.folder / "out/.postingkit/unfinished").exists()


def test_a_problem_is_told_once_and_that_it_is_mended(project: Project, watching: Watch) -> None:
    save(project, "roles/a.yaml", "titel: A\n")
    said = watching.until("Add a line “title: …”.")
    assert said[0][10:] == "2 problems:"
    assert said[1].startswith("roles/a.yaml:1:1: error: There is no field “titel” here.")
    save(project, "roles/b.yaml", "title: Other")
    assert [line[10:25] for line in watching.until(" s.")] == ["roles/b: md, in"]
    save(project, "roles/a.yaml", "title: A")
    assert watching.until("All is well again.")[0][10:25] == "roles/a: md, in"
    assert watching.end() == 0
    assert watching.rest() == []


def test_broken_settings_end_nothing(project: Project, watching: Watch) -> None:
    save(project, "postingkit.yaml", "formats: [")
    assert "postingkit.yaml:1:" in watching.until('quotes: "…".')[1]
    (project.folder / "postingkit.yaml").unlink()
    assert "There is no postingkit.yaml" in watching.until("”.")[-1]
    save(project, "postingkit.yaml", SETTINGS)
    assert watching.until("All is well again.")
    assert watching.end() == 0


def test_what_is_saved_without_a_change_is_not_told(project: Project, watching: Watch) -> None:
    save(project, "roles/a.yaml", ROLES["roles/a.yaml"])
    time.sleep(0.5)
    assert watching.end() == 0
    assert watching.rest() == []


def test_an_export_beside_a_watch_does_no_harm(project: Project, watching: Watch) -> None:
    other = Watch(project.folder)
    other.until(WATCHING)
    save(project, "roles/a.yaml", "title: New")
    deadline = time.monotonic() + SOON
    while project.text("out/roles/a.md") != "# New\n" and time.monotonic() < deadline:
        time.sleep(0.02)
    assert project.run("export").err == "2 files in out: 2 unchanged.\n"
    assert (watching.end(), other.end()) == (0, 0)
    told = [line for line in (*watching.rest(), *other.rest()) if "roles/a: md" in line]
    assert len(told) == 1
    assert project.run("export", "--check").code == 0


@pytest.mark.parametrize("option", ["--check", "-n", "--json", "-o-"])
def test_a_watch_writes_files_and_nothing_else(project: Project, option: str) -> None:
    project.write(ROLES)
    run = project.run("export", "--watch", option)
    assert run.code == 2
    assert "--watch goes with" in run.err


def test_what_is_not_there_ends_a_watch_before_it_begins(project: Project) -> None:
    project.write(ROLES)
    run = project.run("export", "--watch", "c")
    assert run.code == 2
    assert "There is no role “c”." in run.err


def test_a_watch_leaves_the_folder_of_a_careers_site_alone(project: Project) -> None:
    project.write({**ROLES, "openings/a-1.yaml": "role: a"})
    assert project.run("site").code == 0
    before = project.paths("out/site")
    run = project.run("export", "--watch", "--clean", "-o", "out/site")
    assert run.code == 2
    assert "holds a careers site" in run.err
    assert project.paths("out/site") == before


EDITS: dict[str, tuple[str | None, ...]] = {
    "roles/a.yaml": ("title: A\ndepartment: it", "titel: A", "title: Other\nsummary: Does.", None),
    "roles/b.yaml": ("title: B", "title: B\nsummary: Does b.", "title: [", None),
    "roles/more/c.yaml": ("title: C\ndepartment: it", None),
    "openings/o.yaml": ("role: a", "role: b", "role: c", "rolle: a", None),
    "openings/all.csv": (
        "id,role\nx,a\ny,b\n",
        "id,role,hours\nx,b,20\n",
        "id,role\nx,none\n",
        None,
    ),
    "templates/it/template.yaml": ("extends: default", "extends: bold", "extend: bold"),
    "postingkit.yaml": (
        SETTINGS,
        "formats: [md, html]\ncomparisons: {both: {title: Both, roles: [a, b]}}",
        "formats: [",
    ),
}


def edited(project: Project, chance: random.Random) -> None:
    path = chance.choice(list(EDITS))
    text = chance.choice(EDITS[path])
    if text is None:
        (project.folder / path).unlink(missing_ok=True)
    else:
        project.write({path: text})


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*.*") if path.is_file() and path.suffix != ".jsonl")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_a_watch_leaves_what_a_fresh_export_makes(
    project: Project, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    project.write(ROLES)
    chance = random.Random(seed)  # noqa: S311 - no secret
    rounds = 25

    def change(_: Lookout, _seconds: float) -> bool:
        nonlocal rounds
        if rounds == 0:
            raise KeyboardInterrupt
        rounds -= 1
        if rounds == 0:
            project.write(ROLES | {"openings/o.yaml": "role: b"})
        else:
            edited(project, chance)
        return True

    monkeypatch.setattr(Lookout, "changed", change)
    run = project.run("export", "--watch", "--clean", "-j1")
    assert run.code == 0
    project.write({"../fresh.py": FRESH})
    subprocess.run([sys.executable, "../fresh.py"], check=False, stderr=subprocess.DEVNULL)
    assert contents(project.folder / "out") == contents(project.folder / "fresh")
    assert project.run("export", "--check").code == 0


FRESH = """
import sys
from postingkit.cli import main
sys.argv = ["postingkit", "export", "-o", "fresh"]
main()
"""


def test_a_key_in_the_middle_of_the_first_export_ends_it_as_interrupted(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write(ROLES)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(watch, "begun", interrupt)
    run = project.run("export", "--watch")
    assert (run.code, run.err) == (130, "\nInterrupted.\n")


def test_what_is_refused_is_tried_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write(ROLES)
    monkeypatch.setattr(watch, "AGAIN_AFTER", 0.05)
    taken = project.folder / "out/roles/a.md"
    taken.mkdir(parents=True)
    waits: list[float] = []

    def wait(_: Lookout, seconds: float) -> bool:
        waits.append(seconds)
        if len(waits) > 2:
            raise KeyboardInterrupt
        if len(waits) == 2:
            taken.rmdir()
        return False

    monkeypatch.setattr(Lookout, "changed", wait)
    run = project.run("export", "--watch")
    assert run.code == 0
    assert waits == [0.05, 0.05, float("inf")]
    assert run.err.count("error:") == 1
    assert run.err.endswith("All is well again.\n")
    assert taken.read_text().startswith("# A")


def test_a_round_that_the_system_refused_altogether_is_tried_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write(ROLES)
    waits: list[float] = []

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    def wait(_: Lookout, seconds: float) -> bool:
        waits.append(seconds)
        if len(waits) == 3:
            raise KeyboardInterrupt
        monkeypatch.setattr(watch, "begun", refuse if len(waits) == 1 else begun)
        return False

    monkeypatch.setattr(Lookout, "changed", wait)
    assert project.run("export", "--watch").code == 0
    assert waits == [float("inf"), watch.AGAIN_AFTER, float("inf")]
