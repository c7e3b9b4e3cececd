"""Exports a project: where nothing has changed, it says so before anything heavy is loaded."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

from postingkit.cli.folders import (
    OUTPUT,
    STANDARD_STREAM,
    is_file,
    place_at,
    project_folder,
)
from postingkit.cli.starting import ending_at_once
from postingkit.cli.verdict import Verdict
from postingkit.errors import Problem
from postingkit.store.standing import Before, Standing, before, standing
from postingkit.store.surplus import surplus


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the command is asked for; single *roles* and openings, or, without any, everything."""

    output: str | None
    project: Path | None
    jobs: str
    check: bool
    clean: bool
    dry_run: bool
    as_json: bool
    strict: bool
    quiet: bool
    roles: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    template: str | None = None
    settings: tuple[str, ...] = ()
    watch: bool = False
    executor: str = "processes"
    scheduler: str | None = None
    asks_for: Literal["postings", "site"] = "postings"

    @property
    def is_of_files(self) -> bool:
        """Whether roles are read from files or standard input, or one is written to a stream."""
        return self.output == STANDARD_STREAM or any(map(is_file, self.roles))

    @property
    def asked(self) -> tuple[str, ...]:
        """What decides about files beside the project itself, in words."""
        named = (self.asks_for, "formats", *self.formats, "languages", *self.languages)
        return (*named, "template", self.template or "", "settings", *self.settings)


def export_roles(options: ExportOptions) -> int:
    """Make the postings of roles and openings, or the whole project; give the exit code."""
    _require_sense(options)
    if options.watch:
        from postingkit.cli.watch import watch_project  # noqa: PLC0415 - most runs need it not

        return watch_project(options)
    if options.is_of_files:
        from postingkit.cli.planning import export_files  # noqa: PLC0415 - most runs need it not

        return export_files(options)
    return brought_up_to_date(options, OUTPUT)


def brought_up_to_date(options: ExportOptions, usual: str) -> int:
    """Make what has changed in the output folder, by default the *usual* one of the project."""
    folder = project_folder(options.project)
    target = options.output or (folder / usual).as_posix()
    known = before(folder, place_at(target), options.asked)
    require_own_folder(options, known)
    found = _what_stands(options, known)
    if found:
        return _told(options, known, found)
    with ending_at_once():
        _load_ahead(options, known)
        from postingkit.cli.batching import export_changes  # noqa: PLC0415 - mostly, all stands

    return export_changes(options, known, target)


def require_own_folder(options: ExportOptions, known: Before) -> None:
    """Refuse a folder that another command keeps, for each would clear away the other's files."""
    purpose = known.manifest.head.purpose
    if purpose not in {"", options.asks_for}:
        held = "a careers site" if purpose == "site" else "what “postingkit export” makes"
        message = f"“{known.place.name}” holds {held}; name another folder with --output."
        raise click.UsageError(message)


def _what_stands(options: ExportOptions, known: Before) -> Standing | None:
    """Give what stands, if that is everything and there is nothing else to do."""
    has_more_to_do = options.roles or options.dry_run or options.clean
    return None if has_more_to_do else standing(known)


def _load_ahead(options: ExportOptions, known: Before) -> None:
    """Let what workers need be loaded meanwhile, where it is plain that they will be needed.

    That is a first run of everything; of any other nobody knows yet how much has changed.
    """
    is_first_of_all = not (known.manifest.sources or options.roles or options.dry_run)
    goes_to_processes = options.executor == "processes" and not known.place.is_of_one_process
    if is_first_of_all and goes_to_processes and options.jobs != "1":
        from postingkit import processes  # noqa: PLC0415 - most runs need it not

        if processes.cores() > 1 and len(known.inputs) >= processes.MANY:
            processes.begin_loading()


def _require_sense(options: ExportOptions) -> None:
    if options.output == STANDARD_STREAM and (options.check or options.as_json):
        raise click.UsageError("--output - leaves no place for --check or --json.")
    if options.clean and (options.check or options.roles):
        raise click.UsageError("--clean goes with neither --check nor single roles.")
    if options.watch and (options.check or options.dry_run or options.as_json):
        raise click.UsageError("--watch goes with none of --check, --dry-run and --json.")
    if (options.executor == "dask") != bool(options.scheduler):
        raise click.UsageError("--executor dask and --scheduler tcp://host:port go together.")
    if options.scheduler and (options.watch or options.is_of_files):
        raise click.UsageError("--executor dask goes with neither --watch nor files nor -o -.")
    if options.watch and options.is_of_files:
        raise click.UsageError("--watch goes with the ids of roles and a folder, not with files.")


def _told(options: ExportOptions, known: Before, found: Standing) -> int:
    """Say that all stands; only a check looks for files that nothing asks for."""
    known.place.save()
    verdict = Verdict(as_json=options.as_json, quiet=options.quiet)
    foreign = tuple(surplus(known)) if options.check else ()
    verdict.take((*found.results, *foreign))
    problems: tuple[Problem, ...] = ()
    verdict.close(problems, found.notices, known.place.name)
    return verdict.exit_code(strict=options.strict)
