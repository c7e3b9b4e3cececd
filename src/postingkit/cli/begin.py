"""Begins projects, roles, openings: writes commented files to fill in, never over what is there."""

from collections.abc import Mapping
from importlib.resources import files
from itertools import count
from pathlib import Path

import click

from postingkit.cli.finding import find
from postingkit.cli.folders import PROJECT_FILE, as_typed, in_project
from postingkit.cli.report import say
from postingkit.cli.writing import write_files
from postingkit.model.identity import suggested
from postingkit.model.loading import TEMPLATES
from postingkit.model.openings import OPENINGS
from postingkit.model.role_files import ROLES
from postingkit.model.schema import MODELS, file_name, json_schema
from postingkit.model.source import read_option
from postingkit.model.values import suggestion

SCHEMA = "schema"
EXAMPLE = "example-role"


def new_role(*, name: str, project: Path | None, dry_run: bool) -> int:
    """Write a role to fill in, called *name*; give the exit code."""
    found = find((), project).project
    written = " ".join(read_option(name, "NAME").split())
    if not written:
        raise click.UsageError("Give the role a name.")
    id_ = _free(suggested(written), written, frozenset(map(str.casefold, found.role_ids)))
    path = f"{ROLES}/{id_}.yaml"
    title = written if written != id_ else _title(id_)
    _write(found.folder, {path: _role(title)} | _schemas(found.folder), dry_run=dry_run)
    _say_written(found.folder / path, project, dry_run=dry_run)
    return 0


def new_opening(*, role: str, name: str | None, project: Path | None, dry_run: bool) -> int:
    """Write an opening of *role* to fill in, called *name* or as its role; give the exit code."""
    found = find((), project).project
    if role not in found.role_ids:
        hint = suggestion(role, found.role_ids)
        raise click.UsageError(f"There is no role “{role}”. {hint}".strip())
    written = " ".join(read_option(name, "NAME").split()) if name else ""
    taken = frozenset(map(str.casefold, found.opening_ids))
    id_ = _free(suggested(written or role), written, taken, kind="opening")
    path = f"{OPENINGS}/{id_}.yaml"
    text = scaffold("opening.yaml").replace("{{role}}", role)
    _write(found.folder, {path: text} | _schemas(found.folder), dry_run=dry_run)
    _say_written(found.folder / path, project, dry_run=dry_run)
    return 0


def _say_written(path: Path, project: Path | None, *, dry_run: bool) -> None:
    if not dry_run:
        check = f"postingkit check{in_project(project)}"
        say(f"Wrote {path.as_posix()}. Fill it in, then run: {check}")


def _free(id_: str, name: str, taken: frozenset[str], *, kind: str = "role") -> str:
    """Give an id that is not *taken*: *id_*, or, where it only stands in for *name*, numbered."""
    if id_ in taken and id_ == name:
        article = "an" if kind == "opening" else "a"
        raise click.UsageError(f"There is {article} {kind} “{id_}” already. Choose another name.")
    numbered = (f"{id_}-{number}" for number in count(2))
    return id_ if id_ not in taken else next(each for each in numbered if each not in taken)


def init_project(*, folder: Path, dry_run: bool) -> int:
    """Write a project that works into *folder*; give the exit code."""
    if (folder / PROJECT_FILE).exists():
        raise click.UsageError(f"{folder / PROJECT_FILE} is there already; nothing was changed.")
    wanted = {
        PROJECT_FILE: scaffold("postingkit.yaml"),
        f"{ROLES}/{EXAMPLE}.yaml": _role(_title(EXAMPLE)),
        f"{TEMPLATES}/default/template.yaml": scaffold("template.yaml"),
    }
    absent = {path: text for path, text in wanted.items() if not (folder / path).exists()}
    _write(folder, absent | _schemas(folder), dry_run=dry_run)
    if dry_run:
        return 0
    for path in absent:
        say(f"Wrote {(folder / path).as_posix()}")
    steps = "" if folder == Path() else f"cd {as_typed(str(folder))} && "
    say(f"Now run: {steps}postingkit export")
    return 0


def _schemas(folder: Path) -> dict[str, str]:
    paths = {f"{SCHEMA}/{file_name(name)}": json_schema(model) for name, model in MODELS.items()}
    return {path: text for path, text in paths.items() if not (folder / path).exists()}


def _write(folder: Path, texts: Mapping[str, str], *, dry_run: bool) -> None:
    write_files(folder, {path: text.encode() for path, text in texts.items()}, dry_run=dry_run)


def _role(title: str) -> str:
    quoted = "'" + title.replace("'", "''") + "'"
    return scaffold("role.yaml").replace("{{title}}", quoted)


def _title(id_: str) -> str:
    return id_.replace("-", " ").title()


def scaffold(name: str) -> str:
    """Give the commented file *name* that something is begun with."""
    return (files("postingkit.cli") / "scaffold" / name).read_text("utf-8")
