"""Good and bad roles as files: each bad one with the exact report that people get.

POSTINGKIT_UPDATE_GOLDENS=1 writes the reports anew.
"""

import os
from pathlib import Path

import pytest

from conftest import Project

CASES = Path(__file__).with_name("cases")
GOOD = sorted((CASES / "good").glob("role_*.yaml"))
BAD = sorted((CASES / "bad").glob("*.yaml"))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_role_checks_clean(project: Project, path: Path) -> None:
    project.write({f"{path.stem.replace('_', '-')}.yaml": path.read_bytes()})
    run = project.run("check", f"{path.stem.replace('_', '-')}.yaml", "--strict")
    assert (run.code, run.out, run.err) == (0, "", "1 role checked: 0 problems.\n")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_role_gives_the_report_beside_it(project: Project, path: Path) -> None:
    project.write({"role.yaml": path.read_bytes()})
    run = project.run("check", "role.yaml")
    assert (run.code, run.out) == (1, "")
    expected = path.with_suffix(".txt")
    if os.environ.get("POSTINGKIT_UPDATE_GOLDENS") == "1":
        expected.write_text(run.err, "utf-8", newline="\n")
    assert expected.exists(), f"{expected.name} is missing; make it, and read it"
    assert run.err == expected.read_text("utf-8")


def test_every_report_has_its_case() -> None:
    reports = {path.stem for path in (CASES / "bad").glob("*.txt")}
    assert reports == {path.stem for path in BAD}
