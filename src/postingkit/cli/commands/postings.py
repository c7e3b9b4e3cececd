"""The commands that make postings of roles and openings, or show them."""

from typing import Any

import click

from postingkit.cli.commands.group import postingkit
from postingkit.cli.commands.options import (
    check_option,
    clean_option,
    executor_option,
    format_option,
    jobs_option,
    json_option,
    languages_option,
    plan_option,
    project_option,
    quiet_option,
    scheduler_option,
    settings_option,
    strict_option,
    template_option,
)
from postingkit.cli.commands.types import ROLE


@postingkit.command()
@click.argument("roles", nargs=-1, type=ROLE)
@format_option
@click.option(
    "-o",
    "--output",
    help="The output folder, an address such as s3://bucket/jobs, or - to write one file to "
    "standard output. Default: out/.",
)
@languages_option
@template_option
@settings_option
@project_option
@check_option
@plan_option
@clean_option
@jobs_option
@executor_option
@scheduler_option
@click.option(
    "-w",
    "--watch",
    is_flag=True,
    help="Go on, and make anew what each change touches, till Ctrl-C.",
)
@json_option
@strict_option
@quiet_option
def export(**options: Any) -> int:
    """Make the postings of ROLES, or, without ROLES, everything in the project.

    A role or an opening is named by its id or by the path of its file; - reads a role from standard
    input.

    \b
    Examples:
      postingkit export                              everything, into out/
      postingkit export data-engineer -f pdf         one posting in one format
      postingkit export data-engineer-berlin         one opening
      postingkit export --lang de,fr                 two languages alone
      postingkit export roles/data-engineer.yaml -f md -o -
      postingkit export --check                      is out/ up to date?
      postingkit export --watch                      and again after every change
      postingkit export -o sftp://host/var/jobs      into a folder of another computer
      postingkit export --executor dask --scheduler tcp://host:8786
    """
    from postingkit.cli.export import ExportOptions, export_roles

    for several in ("formats", "languages"):
        options[several] = tuple(name for names in options[several] for name in names)
    return export_roles(ExportOptions(**options))


@postingkit.command()
@click.option("-o", "--output", help="The site's folder. Default: out/site/.")
@project_option
@check_option
@plan_option
@clean_option
@jobs_option
@json_option
@strict_option
@quiet_option
def site(**options: Any) -> int:
    """Make a careers site of all openings, as files for any web server.

    It is a list to search and filter, a page for each opening with the same as Word file and PDF,
    and, where postingkit.yaml gives the site's address, feeds and a sitemap. A closed opening keeps
    its page and stands in no list.

    \b
    Examples:
      postingkit site                                everything, into out/site/
      postingkit site -o ../public/jobs --clean      and no pages of openings that are gone
      postingkit site --check                        is out/site/ up to date?
    """
    from postingkit.cli.export import ExportOptions
    from postingkit.cli.site import make_site

    return make_site(ExportOptions(**options, asks_for="site"))


@postingkit.command()
@project_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Answer at this port. Default: a free one, which is printed.",
)
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
def preview(**options: Any) -> int:
    """Show every posting on a page that follows what you write, till Ctrl-C.

    The page is for this computer alone and needs no network. It shows roles, openings and
    comparisons in the template of each or in any other, offers each of their files, and tells
    problems beside the posting that they belong to. Nothing is written into out/.

    \b
    Examples:
      postingkit preview --open                      in the browser
      postingkit preview -p my-postings --port 8000
    """
    from postingkit.cli.preview import preview_project

    return preview_project(**options)


@postingkit.command()
@click.argument("roles", nargs=-1, required=True, type=ROLE)
@click.option("--title", default="Roles Compared", show_default=True, help="The document's title.")
@format_option
@click.option(
    "-o",
    "--output",
    help="The output folder. Default: Markdown on standard output, or with -f out/.",
)
@languages_option
@template_option
@settings_option
@project_option
@json_option
@strict_option
@quiet_option
def compare(**options: Any) -> int:
    """Compare ROLES side by side in one table.

    \b
    Examples:
      postingkit compare data-engineer machine-learning-engineer
      postingkit compare data-engineer machine-learning-engineer -f docx,pdf -o out
    """
    from postingkit.cli.planning import compare_roles

    return compare_roles(**options)
