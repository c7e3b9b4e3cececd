"""Good and bad roles and openings as files: each bad one with the exact report that people get.

POSTINGKIT_UPDATE_GOLDENS=1 writes the reports anew.
"""

import os
from pathlib import Path

import pytest

from conftest import Project, Run

CASES = Path(__file__).with_name("cases")
GOOD = sorted((CASES / "good").glob("role_*.yaml"))
BAD = sorted((CASES / "bad").glob("*.yaml"))
BAD_OPENINGS = sorted((CASES / "bad_openings").glob("*.[yc]*"))
PROJECT = {
    "postingkit.yaml": "languages: [en, de]\nopenings: {columns: {Gehalt von: pay.min}}",
    "roles/data-engineer.yaml": "title: Data Engineer",
}


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
    hold_against_report(path, run)


def test_a_good_opening_is_without_problems(project: Project) -> None:
    good = (CASES / "good" / "opening_full.yaml").read_bytes()
    project.write({**PROJECT, "openings/opening.yaml": good})
    run = project.run("check", "--as-of", "2026-11-15")
    assert run.code == 0
    assert run.err.endswith("1 role and 1 opening checked: 0 problems, 2 notices.\n")


@pytest.mark.parametrize("path", BAD_OPENINGS, ids=lambda path: path.name)
def test_bad_openings_give_the_report_beside_them(project: Project, path: Path) -> None:
    project.write({**PROJECT, f"openings/opening{path.suffix}": path.read_bytes()})
    run = project.run("check", "--as-of", "2026-11-15")
    assert (run.code, run.out) == (1, "")
    hold_against_report(path, run)


def hold_against_report(path: Path, run: Run) -> None:
    expected = path.with_suffix(".txt")
    if os.environ.get("POSTINGKIT_UPDATE_GOLDENS") == "1":
        expected.write_text(run.err, "utf-8", newline="\n")
    assert expected.exists(), f"{expected.name} is missing; make it, and read it"
    assert run.err == expected.read_text("utf-8")


@pytest.mark.parametrize(("folder", "cases"), [("bad", BAD), ("bad_openings", BAD_OPENINGS)])
def test_every_report_has_its_case(folder: str, cases: list[Path]) -> None:
    reports = {path.stem for path in (CASES / folder).glob("*.txt")}
    assert reports == {path.stem for path in cases}
