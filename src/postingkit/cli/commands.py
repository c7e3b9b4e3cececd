"""The commands, their options and help; what they do is imported only when one is run."""

from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem, get_completion_class

from postingkit import __version__

SHELLS = ("bash", "zsh", "fish")
MOST_JOBS = 256
PASTED = ("html", "text", "markdown")
SCHEMAS = ("role", "opening", "template", "project", "board", "rules")


class _Formats(click.ParamType[tuple[str, ...]]):
    """One format, or several with commas between them."""

    name = "format"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        return tuple(part.strip().lower() for part in value.split(",") if part.strip())

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from postingkit.exporters import installed

        names = (origin.name for origin in installed())
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


class _Languages(click.ParamType[tuple[str, ...]]):
    """One language, or several with commas between them."""

    name = "language"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        return tuple(part.strip() for part in value.split(",") if part.strip())

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from postingkit.compose import languages

        return [CompletionItem(tag) for tag in languages() if tag.startswith(incomplete)]


class _Jobs(click.ParamType[str]):
    """A number of processes, or auto."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value != "auto" and not (value.isdecimal() and 0 < int(value) <= MOST_JOBS):
            self.fail(f"{value!r} is neither auto nor a number from 1 to {MOST_JOBS}.", param, ctx)
        return str(value)


class _Openings(click.ParamType[str]):
    """An opening's id, or the path of its file."""

    name = "opening"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        stems = sorted(path.stem for path in Path("openings").rglob("*.yaml"))
        return [CompletionItem(stem) for stem in stems if stem.startswith(incomplete)]


class _BoardNames(click.ParamType[tuple[str, ...]]):
    """One board, or several with commas between them, or all."""

    name = "board"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        return tuple(part.strip().lower() for part in value.split(",") if part.strip())

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from postingkit.cli.profiles import board_names

        names = ("all", *board_names(Path()))
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


class _Boards(click.ParamType[str]):
    """The name of a board's profile."""

    name = "board"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from postingkit.cli.profiles import board_names

        names = board_names(Path())
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


class _Roles(click.ParamType[str]):
    """A role's id, or the path of its file."""

    name = "role"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        stems = sorted(path.stem for path in Path("roles").rglob("*.yaml"))
        return [CompletionItem(stem) for stem in stems if stem.startswith(incomplete)]


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
    type=_Formats(),
    multiple=True,
    help="A format, as in -f pdf -f docx or -f pdf,docx. Default: the project's formats.",
)
languages_option = click.option(
    "--lang",
    "languages",
    type=_Languages(),
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
    type=_Jobs(),
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


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: postingkit init my-postings && cd my-postings && postingkit export",
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def postingkit() -> None:
    """Make job postings in Word, PDF, HTML and Markdown from one definition of each role."""


@postingkit.command()
@click.argument("roles", nargs=-1, type=_Roles())
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
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file is not up to date.")
@click.option("-n", "--dry-run", is_flag=True, help="Print the files that would be made.")
@click.option(
    "--clean", is_flag=True, help="Remove files of earlier runs that nothing asks for any more."
)
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
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file is not up to date.")
@click.option("-n", "--dry-run", is_flag=True, help="Print the files that would be made.")
@click.option(
    "--clean", is_flag=True, help="Remove files of earlier runs that nothing asks for any more."
)
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

    return make_site(ExportOptions(**options))


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
@click.argument("roles", nargs=-1, required=True, type=_Roles())
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


@postingkit.command()
@click.argument("roles", nargs=-1, type=_Roles())
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Judge openings as of this day, such as 2027-01-31. Default: today.",
)
@click.option(
    "--for",
    "boards",
    type=_BoardNames(),
    multiple=True,
    metavar="BOARD",
    help="Tell also what openings lack for a board, as in --for google,indeed, or --for all.",
)
@project_option
@json_option
@strict_option
@quiet_option
def check(**options: Any) -> int:
    """Check ROLES, or the whole project, and tell everything that is wrong.

    \b
    Examples:
      postingkit check
      postingkit check data-engineer
      postingkit check roles/data-engineer.yaml --json
      postingkit check --for google                     would Google take the openings?
    """
    from postingkit.cli.check import check_roles

    return check_roles(**options)


@postingkit.command()
@click.argument("opening", type=_Openings())
@project_option
@json_option
def explain(**options: Any) -> int:
    """Tell for each value in the posting of OPENING where it was written.

    What an opening says in place of its role is told with both places.

    \b
    Example:
      postingkit explain data-engineer-berlin
    """
    from postingkit.cli.explain import explain_opening

    return explain_opening(**options)


@postingkit.command()
@click.argument("board", required=False, type=_Boards())
@click.option("--list", "as_list", is_flag=True, help="List the boards and what they take.")
@file_option
@file_check_option
@dry_run_option
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that the feed is made for: openings whose closing date lies before it are left "
    "out. Default: none.",
)
@project_option
@quiet_option
def feed(**options: Any) -> int:
    """Write the feed of BOARD: every opening of the project that is not closed.

    A board is a profile that comes with postingkit, or one of your own, boards/BOARD.yaml.

    \b
    Examples:
      postingkit feed --list
      postingkit feed indeed > indeed.xml
      postingkit feed adzuna -o feeds/adzuna.xml --as-of 2027-01-31
      postingkit feed adzuna -o feeds/adzuna.xml --check     is it up to date?
    """
    from postingkit.cli.boards import list_boards, write_board_feed

    if options.pop("as_list"):
        return list_boards(options["project"])
    if options["board"] is None:
        raise click.UsageError("Name a board, or use --list.")
    return write_board_feed(**options)


@postingkit.command()
@click.argument("board", type=_Boards())
@click.argument("opening", type=_Openings())
@click.option(
    "--as",
    "form",
    type=click.Choice(PASTED),
    help="HTML in just the tags that the board keeps, plain text, or Markdown. Default: text.",
)
@file_option
@file_check_option
@dry_run_option
@project_option
@json_option
@quiet_option
def paste(**options: Any) -> int:
    """Print the posting of OPENING, ready to be pasted into the form of BOARD.

    Title and counts against the board's limits go to standard error.

    \b
    Examples:
      postingkit paste linkedin data-engineer-berlin
      postingkit paste indeed data-engineer-berlin --as html
      postingkit paste repository data-engineer-berlin --as markdown > job.md
    """
    from postingkit.cli.boards import paste_opening

    return paste_opening(**options)


@postingkit.command("list")
@project_option
@json_option
def list_(**options: Any) -> int:
    """List the roles, openings, templates and comparisons of the project.

    \b
    Example:
      postingkit list
    """
    from postingkit.cli.listing import list_project

    return list_project(**options)


@postingkit.command()
@json_option
def formats(**options: Any) -> int:
    """List the formats that can be exported, and the packages that bring them.

    \b
    Example:
      postingkit formats
    """
    from postingkit.cli.listing import list_formats

    return list_formats(**options)


@postingkit.command()
@click.argument("name", required=False)
@click.option("--opening", "role", metavar="ROLE", type=_Roles(), help="Write an opening of ROLE.")
@project_option
@dry_run_option
def new(name: str | None, role: str | None, project: Path | None, *, dry_run: bool) -> int:
    """Write a commented role to fill in, roles/NAME.yaml, or an opening, openings/NAME.yaml.

    \b
    Examples:
      postingkit new data-engineer
      postingkit new "Data Engineer"
      postingkit new --opening data-engineer            called as the role is
      postingkit new --opening data-engineer de-berlin
    """
    from postingkit.cli.begin import new_opening, new_role

    if role is not None:
        return new_opening(role=role, name=name, project=project, dry_run=dry_run)
    if name is None:
        raise click.UsageError("Give the role a name.")
    return new_role(name=name, project=project, dry_run=dry_run)


@postingkit.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@dry_run_option
def init(**options: Any) -> int:
    """Begin a project in FOLDER, by default this one; nothing that is there is changed.

    \b
    Example:
      postingkit init my-postings
    """
    from postingkit.cli.begin import init_project

    return init_project(**options)


@postingkit.command()
@click.argument("name", type=click.Choice(SCHEMAS), required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write all schemas into this folder.",
)
def schema(**options: Any) -> int:
    """Print the JSON Schema that editors complete and check YAML files with.

    \b
    Examples:
      postingkit schema role
      postingkit schema -o schema
    """
    from postingkit.cli.schemas import print_schema

    return print_schema(**options)


@postingkit.group()
def template() -> None:
    """Begin, check and show the templates of departments.

    \b
    Examples:
      postingkit template new sales
      postingkit template check
    """


@template.command("new")
@click.argument("name")
@project_option
@dry_run_option
def template_new(**options: Any) -> int:
    """Write a commented template to change, templates/NAME/template.yaml.

    \b
    Example:
      postingkit template new sales
    """
    from postingkit.cli.templates import new_template

    return new_template(**options)


@template.command("stationery")
@click.argument("name")
@project_option
@dry_run_option
def template_stationery(**options: Any) -> int:
    """Write a Word file for the template NAME, to be given a letterhead in Word.

    \b
    Example:
      postingkit template stationery sales
    """
    from postingkit.cli.templates import write_stationery

    return write_stationery(**options)


@template.command("check")
@click.argument("names", nargs=-1)
@project_option
@json_option
@strict_option
@quiet_option
def template_check(**options: Any) -> int:
    """Hold the templates NAMES, or all of them, against every role, and tell all that is wrong.

    \b
    Examples:
      postingkit template check
      postingkit template check sales --strict
    """
    from postingkit.cli.templates import check_templates

    return check_templates(**options)


@template.command("show")
@click.argument("name", required=False)
@click.option("--department", help="Show the template of this department.")
@settings_option
@project_option
def template_show(**options: Any) -> int:
    """Print every setting of the template NAME with the file and line it comes from.

    \b
    Examples:
      postingkit template show sales
      postingkit template show --department data
    """
    from postingkit.cli.templates import show_template

    return show_template(**options)


@postingkit.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print a script that completes commands, options and roles in SHELL.

    \b
    Example:
      postingkit completion bash > ~/.local/share/bash-completion/completions/postingkit
    """
    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(postingkit, {}, "postingkit", "_POSTINGKIT_COMPLETE").source())
