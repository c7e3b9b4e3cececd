"""Options that several commands have."""

from pathlib import Path

import click

from postingkit.cli.commands.types import FORMATS, LANGUAGES, Jobs

project_option = click.option(
    "-p",
    "--project",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The project's folder. Default: the nearest one, upwards, with a postingkit.yaml.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print the report as JSON, to standard output."
)
strict_option = click.option("--strict", is_flag=True, help="Count notices as problems.")
format_option = click.option(
    "-f",
    "--format",
    "formats",
    type=FORMATS,
    multiple=True,
    help="A format, as in -f pdf -f docx or -f pdf,docx. Default: the project's formats.",
)
languages_option = click.option(
    "--lang",
    "languages",
    type=LANGUAGES,
    multiple=True,
    help="A language, as in --lang de or --lang de,fr. Default: the project's languages.",
)
template_option = click.option(
    "-t", "--template", help="Use this template, whatever a department's own is."
)
settings_option = click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="PATH=VALUE",
    help="Change a setting of the templates, as in --set theme.page.size=Letter.",
)
file_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write into this file. Default: standard output.",
)
file_check_option = click.option(
    "--check", is_flag=True, help="Write nothing; exit 1 if the file is not up to date."
)
dry_run_option = click.option(
    "-n", "--dry-run", is_flag=True, help="Print the files that would be written, and write none."
)
jobs_option = click.option(
    "-j",
    "--jobs",
    type=Jobs(),
    default="auto",
    help="So many processes make files. Default: auto, one for each core where that pays.",
)
executor_option = click.option(
    "--executor",
    type=click.Choice(("processes", "dask")),
    default="processes",
    help="Who makes files: processes of this computer, or the workers of a Dask cluster.",
)
scheduler_option = click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="The address of the Dask cluster's scheduler, as in tcp://host:8786.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
check_option = click.option(
    "--check", is_flag=True, help="Write nothing; exit 1 if a file is not up to date."
)
plan_option = click.option(
    "-n", "--dry-run", is_flag=True, help="Print the files that would be made."
)
clean_option = click.option(
    "--clean", is_flag=True, help="Remove files of earlier runs that nothing asks for any more."
)
