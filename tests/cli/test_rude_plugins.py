"""Plug-ins that misbehave in a worker or here cost their own files alone."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Project

MODULE = """
import os, signal, sys
from postingkit.exporters.interface import NoOptions, Export

class Rude:
    suffix = ".rude"
    media_type = "text/plain"
    options_type = NoOptions
    def prepare(self, look, options):
        return self.make
    def make(self, document):
        title = document.meta.title.text
        {deed}
        return Export(title.encode())
"""
NUMBER = 45
"""Roles: more than two chunks of them."""
NAMED = "The process that made it ended before it was done."


@pytest.fixture
def rude(project: Project, tmp_path: Path) -> "Rude":
    """Give a project of many roles, of which a plug-in makes one format."""
    project.write({"postingkit.yaml": "formats: [md, rude]"})
    project.write({f"roles/r{n}.yaml": f"title: Role {n}" for n in range(NUMBER)})
    return Rude(project, tmp_path / "plugin")


class Rude:
    """A plug-in of the format ``rude`` in a *folder* of its own, which has no manners."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.project, self.folder = project, folder
        about = folder / "rude-1.0.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: rude\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text("[postingkit.exporters]\nrude = rude:Rude\n")

    def run(self, deed: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Export with the plug-in doing *deed* at each document."""
        (self.folder / "rude.py").write_text(MODULE.replace("{deed}", deed))
        starting = f"import sys; sys.path.insert(0, {str(self.folder)!r})\n"
        starting += "from postingkit.cli import main\nmain()"
        command = [sys.executable, "-c", starting, "export", *arguments]
        return subprocess.run(command, capture_output=True, check=False, text=True, timeout=120)

    @property
    def made(self) -> set[str]:
        """The names of the files of the plug-in that were made."""
        return {path.stem for path in Path("out/roles").glob("*.rude")}


@pytest.mark.parametrize("end", ["os._exit(1)", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_one_that_ends_its_worker_costs_its_own_files(rude: Rude, end: str) -> None:
    run = rude.run(f"if title in ('Role 7', 'Role 30'): {end}", "-j", "2")
    assert run.returncode == 1, run.stderr
    assert run.stderr.count(NAMED) == 2
    assert f"roles/r7: error: {NAMED}" in run.stderr
    everyone = {f"r{n}" for n in range(NUMBER)}
    assert rude.made == everyone - {"r7", "r30"}
    assert {path.stem for path in Path("out/roles").glob("*.md")} >= rude.made
    again = rude.run("pass", "-j", "2", "-q")
    assert (again.returncode, again.stderr) == (0, "")
    assert rude.made == everyone


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("sys.exit('enough')", "SystemExit: enough"),
        ("raise BaseException('odd')", "BaseException: odd"),
        ("return None", "it gives no bytes of a file"),
        ("return Export('text')", "it gives no bytes of a file"),
        ("return Export(b'', ('odd',))", "it gives notices that are none"),
        ("return Export(b'', None)", "TypeError"),
    ],
)
def test_one_that_breaks_the_rules_costs_its_own_files(
    rude: Rude, deed: str, told: str, jobs: str
) -> None:
    run = rude.run(f"if title == 'Role 7': {deed}", "-j", jobs)
    assert run.returncode == 1
    assert "roles/r7.rude: error:" in run.stderr
    assert told in run.stderr
    assert len(rude.made) == NUMBER - 1
    assert len([*Path("out/roles").glob("*.md")]) == NUMBER


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_one_prints_is_no_part_of_the_answer(rude: Rude, jobs: str) -> None:
    run = rude.run("print('hello')", "--json", "-j", jobs)
    assert run.returncode == 0
    assert len(json.loads(run.stdout)["files"]) == 2 * NUMBER
