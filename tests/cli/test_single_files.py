"""The one file of ``feed`` and ``paste``: written whole, compared, or only named."""

from pathlib import Path

import pytest

from conftest import Project

COMMANDS = {
    "feeds/indeed.xml": ("feed", "indeed"),
    "texts/clerk.txt": ("paste", "linkedin", "clerk-1"),
}
each_command = pytest.mark.parametrize(("path", "command"), COMMANDS.items(), ids=("feed", "paste"))


@pytest.fixture
def dated(project: Project) -> Project:
    """Give a project with one opening."""
    project.write(
        {
            "roles/clerk.yaml": "title: Clerk",
            "openings/clerk-1.yaml": "role: clerk\nlocations: [{city: Ulm, country: DE}]",
        }
    )
    return project


@each_command
def test_a_file_holds_what_standard_output_would(
    dated: Project, path: str, command: tuple[str, ...]
) -> None:
    printed = dated.run(*command, "-q").data
    assert dated.run(*command, "-o", path).code == 0
    assert (dated.folder / path).read_bytes() == printed


@each_command
def test_a_check_says_whether_the_file_is_up_to_date(
    dated: Project, path: str, command: tuple[str, ...]
) -> None:
    check = (*command, "-q", "-o", path, "--check")
    assert (dated.run(*check).code, dated.run(*check).err) == (1, f"{path}: missing\n")
    assert not (dated.folder / path).exists()
    dated.run(*command, "-o", path)
    assert (dated.run(*check).code, dated.run(*check).err) == (0, "")
    dated.write({"openings/clerk-1.yaml": "role: clerk\nlocations: [{city: Bonn, country: DE}]"})
    before = (dated.folder / path).read_bytes()
    assert (dated.run(*check).code, dated.run(*check).err) == (1, f"{path}: stale\n")
    assert (dated.folder / path).read_bytes() == before


@each_command
def test_a_dry_run_names_the_file_and_writes_none(
    dated: Project, path: str, command: tuple[str, ...]
) -> None:
    run = dated.run(*command, "-q", "-o", path, "-n")
    assert (run.code, run.out) == (0, f"{path}\n")
    assert not (dated.folder / path).exists()


@each_command
@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_both_need_a_file(dated: Project, path: str, command: tuple[str, ...], option: str) -> None:
    run = dated.run(*command, option)
    assert run.code == 2, path
    assert "name one with --output" in run.err


@each_command
def test_what_a_killed_run_left_beside_the_file_goes(
    dated: Project, path: str, command: tuple[str, ...]
) -> None:
    name = Path(path).name
    beside = path.replace(name, f".{name}.0a1b2c3d.tmp")
    other = path.replace(name, f".other-{name}.0a1b2c3d.tmp")
    longer = path.replace(name, f".{name}.new.0a1b2c3d.tmp")
    dated.write({beside: "half", other: "another's", longer: "another's"})
    dated.run(*command, "-o", path)
    assert not (dated.folder / beside).exists()
    assert (dated.folder / other).exists()
    assert (dated.folder / longer).exists()


@each_command
def test_a_file_that_cannot_be_written_is_named(
    dated: Project, path: str, command: tuple[str, ...]
) -> None:
    dated.write({f"{path}/in-the-way.x": ""})
    run = dated.run(*command, "-o", path)
    assert run.code in {1, 2}
    assert path in run.err


def test_a_record_of_a_pasted_text_goes_into_no_file(dated: Project) -> None:
    run = dated.run("paste", "linkedin", "clerk-1", "--json", "-o", "clerk.json")
    assert run.code == 2
    assert "--json goes to standard output" in run.err
