"""Makes a careers site of a project's openings, in the way that postings are exported."""

import click

from postingkit.cli.export import ExportOptions, told, what_stands
from postingkit.cli.folders import OUTPUT, STANDARD_STREAM, place_at, project_folder
from postingkit.store.standing import before

SITE = "site"


def make_site(options: ExportOptions) -> int:
    """Make the site of all openings; give the exit code."""
    if options.output == STANDARD_STREAM:
        raise click.UsageError("A site is many files; name a folder with --output.")
    if options.clean and options.check:
        raise click.UsageError("--clean does not go with --check.")
    folder = project_folder(options.project)
    target = options.output or (folder / OUTPUT / SITE).as_posix()
    known = before(folder, place_at(target), options.asked)
    found = what_stands(options, known)
    if found:
        return told(options, known, found)
    from postingkit.cli.batching import (  # noqa: PLC0415 - mostly, nothing has changed
        export_changes,
        wanted_pages,
    )

    return export_changes(options, known, target, wanted_pages)
