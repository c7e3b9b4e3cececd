"""Makes a careers site of a project's openings, in the way that postings are exported."""

import click

from postingkit.cli.export import ExportOptions, brought_up_to_date
from postingkit.cli.folders import OUTPUT, STANDARD_STREAM

SITE = f"{OUTPUT}/site"


def make_site(options: ExportOptions) -> int:
    """Make the site of all openings; give the exit code."""
    if options.output == STANDARD_STREAM:
        raise click.UsageError("A site is many files; name a folder with --output.")
    if options.clean and options.check:
        raise click.UsageError("--clean does not go with --check.")
    return brought_up_to_date(options, SITE)
