"""The other commands, help, and how a run can end."""

import json
import re
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from conftest import Project
from postingkit import __version__
from postingkit.cli import main, running
from postingkit.cli.commands import postingkit
from postingkit.cli.commands.projects import SCHEMAS
from postingkit.cli.schemas import KINDS
from postingkit.errors import FilePlace, Place, Problem, SheetPlace, WordPlace
from postingkit.model.schema import json_schema

COMMANDS = [
    "export",
    "compare",
    "check",
    "explain",
    "feed",
    "paste",
    "site",
    "preview",
    "list",
    "formats",
    "new",
    "init",
    "schema",
    "template",
    "completion",
]


# list and formats


LISTED = """\
Roles:
  a    Główna R&D
  bad  (has problems)
Templates:
  bold     extends default
  classic  extends default
  compact  extends default
  data     extends default
  default
  quiet    extends default
Comparisons:
  both  Both
"""


@pytest.fixture
def listed(project: Project) -> Project:
    """Give a project with something of everything."""
    project.write(
        {
            "postingkit.yaml": "comparisons: {both: {title: Both, roles: [a]}}",
            "roles/a.yaml": "title: Główna R&D",
            "roles/bad.yaml": "titel: B",
            "templates/data/template.yaml": "extends: default",
        }
    )
    return project


def test_the_list_names_what_there_is_and_tells_of_what_is_broken(listed: Project) -> None:
    run = listed.run("list")
    assert (run.code, run.out) == (1, LISTED)
    assert "roles/bad.yaml:1:1: error" in run.err


def test_the_list_in_json(listed: Project) -> None:
    listed.write({"roles/bad.yaml": "title: B"})
    run = listed.run("list", "--json")
    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out) == {
        "roles": {"a": "Główna R&D", "bad": "B"},
        "openings": {},
        "templates": {"default": ""}
        | dict.fromkeys(("bold", "classic", "compact", "data", "quiet"), "extends default"),
        "comparisons": {"both": "Both"},
    }


def test_the_formats_are_told_with_the_packages_that_bring_them(project: Project) -> None:
    run = project.run("formats")
    assert run.code == 0
    for name in ("docx", "html", "md", "pdf"):
        assert re.search(rf"^  {name} +postingkit {__version__}$", run.out, re.MULTILINE)
    record = json.loads(project.run("formats", "--json").out)
    assert record["pdf"] == f"postingkit {__version__}"


# schema and completion


@pytest.mark.parametrize("name", KINDS)
def test_a_schema_is_printed(project: Project, name: str) -> None:
    run = project.run("schema", name)
    assert (run.code, run.out, run.err) == (0, json_schema(KINDS[name]), "")


def test_all_schemas_are_written_into_a_folder(project: Project) -> None:
    run = project.run("schema", "-o", "there")
    assert (run.code, run.out, run.err) == (0, "", "The schemas are in there.\n")
    assert project.paths("there") == [f"{name}.schema.json" for name in sorted(KINDS)]


def test_the_command_knows_the_names_of_the_schemas_without_the_models() -> None:
    assert tuple(KINDS) == SCHEMAS


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_a_script(project: Project, shell: str) -> None:
    run = project.run("completion", shell)
    assert run.code == 0
    assert "_POSTINGKIT_COMPLETE" in run.out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("postingkit ex", ["explain", "export"]),
        ("postingkit export da", ["data", "data-2"]),
        ("postingkit export -f h", ["html"]),
        ("postingkit schema t", ["template"]),
    ],
)
def test_completion_offers_commands_roles_and_formats(
    project: Project, typed: str, offered: list[str]
) -> None:
    project.write({"roles/data.yaml": "", "roles/x/data-2.yaml": "", "roles/other.yaml": ""})
    environment = {
        "_POSTINGKIT_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
    }
    result = CliRunner(env=environment).invoke(postingkit, prog_name="postingkit")
    assert [line.partition(",")[2] for line in result.output.split()] == offered


# Help


def test_every_command_is_known_here() -> None:
    assert sorted(postingkit.commands) == sorted(COMMANDS)


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(project: Project, command: str, flag: str) -> None:
    run = project.run(command, flag)
    assert (run.code, run.err) == (0, "")
    assert re.search(r"^  Examples?:\n    postingkit " + command, run.out, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_is_for(command: str) -> None:
    options = [
        each for each in postingkit.commands[command].params if isinstance(each, click.Option)
    ]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_an_example_in_the_help_is_a_command_that_there_is(command: str) -> None:
    text = postingkit.commands[command].help or ""
    for line in re.findall(r"^  +postingkit (\S+)", text, re.MULTILINE):
        assert line in COMMANDS


def test_the_help_of_all_names_every_command(project: Project) -> None:
    run = project.run("--help")
    assert run.code == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\S", run.out, re.MULTILINE)


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_the_version_is_told(project: Project, flag: str) -> None:
    run = project.run(flag)
    assert (run.code, run.out, run.err) == (0, f"postingkit {__version__}\n", "")


# Colour and records


def test_no_colour_where_no_terminal_is(project: Project) -> None:
    project.write({"roles/a.yaml": "titel: A"})
    assert "\x1b" not in project.run("check").err


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": ""}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_colour_unless_it_is_not_wanted(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, coloured: bool
) -> None:
    from postingkit.cli import report  # noqa: PLC0415 - the streams of pytest stand by now

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(report, "_terminal", lambda: True)
    asked: list[bool | None] = []
    monkeypatch.setattr("click.echo", lambda *_, color, **__: asked.append(color))
    report.say("words")
    assert asked == [None if coloured else False]


def test_a_place_of_each_kind_has_its_record() -> None:
    from postingkit.cli.report import described, problem_record  # noqa: PLC0415 - as above

    places: list[Place | None] = [
        FilePlace("a.yaml", 1, 2, "x", "y"),
        SheetPlace("a.xlsx", "Jobs", 3, "Title"),
        WordPlace("a.docx", "header", paragraph=4),
        None,
    ]
    records = [problem_record(Problem.at(place, "Wrong."), "error") for place in places]
    rest = {"severity": "error", "message": "Wrong.", "hint": ""}
    assert records == [
        {"file": "a.yaml", "line": 1, "column": 2, "path": "y"} | rest,
        {"file": "a.xlsx", "sheet": "Jobs", "row": 3, "column": "Title", "path": "Title"} | rest,
        {"file": "a.docx", "place": "a.docx, header, paragraph 4", "path": ""} | rest,
        {"path": ""} | rest,
    ]
    assert [click.unstyle(described(Problem.at(place, "Wrong."), "error")) for place in places] == [
        "a.yaml:1:2: error: Wrong.\n  1 | x\n    |  ^\n  in: y",
        "a.xlsx, sheet Jobs, row 3, column Title: error: Wrong.",
        "a.docx, header, paragraph 4: error: Wrong.",
        "error: Wrong.",
    ]


# How a run can end


def ended(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def fail(**_: object) -> int:
        raise error

    monkeypatch.setattr("postingkit.cli.listing.list_formats", fail)
    monkeypatch.setattr(sys, "argv", ["postingkit", "formats"])
    with pytest.raises(SystemExit) as ending:
        main()
    assert isinstance(ending.value.code, int)
    return ending.value.code


def test_an_interrupted_run_ends_with_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, KeyboardInterrupt()) == 130
    assert capsys.readouterr().err.strip() == "Interrupted."


@pytest.mark.parametrize("loaded", ["signal", "click", "postingkit.cli.commands"])
def test_a_run_that_is_interrupted_while_it_loads_ends_so_too(loaded: str) -> None:
    code = f"""\
import os, sys
from postingkit.cli import main
class Interrupting:
    def find_spec(self, name, *_):
        if name == {loaded!r}:
            os.kill(os.getpid(), 2)
            sys.meta_path.remove(self)
sys.modules.pop("signal", None)
sys.meta_path.insert(0, Interrupting())
sys.argv = ["postingkit", "formats"]
main()
"""
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, check=False, text=True, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "Interrupted.\n")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("words", ["a bug", "a bug \udcff in a name"])
def test_a_bug_ends_with_3_and_a_log_to_attach(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
) -> None:
    assert ended(monkeypatch, ZeroDivisionError(words)) == 3
    log = project.folder.parent / "postingkit/postingkit-error.log"
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"This is a bug in postingkit. Please report it with {log}.\n"
    text = log.read_text("utf-8")
    assert text.startswith(f"postingkit {__version__}, Python {sys.version}")
    assert "ZeroDivisionError: a bug" in text
    assert "\nformats\n" in text


def test_a_bug_is_told_even_where_no_log_can_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nowhere")
    assert ended(monkeypatch, ZeroDivisionError("a bug")) == 3
    said = capsys.readouterr().err
    assert said.startswith("This is a bug in postingkit. Please report it with these words:")
    assert "ZeroDivisionError('a bug')" in said
    assert "Traceback" not in said


def test_a_system_that_refuses_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "_abandon_output", lambda: None)
    assert ended(monkeypatch, OSError(28, "No space left on device")) == 1
    said = capsys.readouterr().err
    assert said == "error: The system refused: [Errno 28] No space left on device.\n"


def test_a_reader_who_has_seen_enough_ends_the_run_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "_abandon_output", lambda: None)
    assert ended(monkeypatch, BrokenPipeError()) == 1
    assert capsys.readouterr() == ("", "")
