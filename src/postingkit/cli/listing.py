"""Lists what there is: roles, templates, comparisons, formats."""

from collections.abc import Sequence
from pathlib import Path

import click

from postingkit.cli.finding import find
from postingkit.cli.report import print_json, show_problems, told_as_json
from postingkit.exporters import installed


def list_project(*, project: Path | None, as_json: bool) -> int:
    """Print the project's roles, templates and comparisons; give the exit code."""
    with told_as_json(wanted=as_json):
        loaded = find((), project).project
    roles = [
        (id_, loaded.roles[id_].title.text if id_ in loaded.roles else "(has problems)")
        for id_ in loaded.role_ids
    ]
    templates = [
        (name, f"extends {template.settings.extends}" if template.settings.extends else "")
        for name, template in loaded.templates.items()
    ]
    comparisons = [
        (name, definition.title.text) for name, definition in loaded.project.comparisons.items()
    ]
    if as_json:
        print_json(
            {"roles": dict(roles), "templates": dict(templates), "comparisons": dict(comparisons)}
        )
    else:
        _print_table("Roles", roles)
        _print_table("Templates", templates)
        _print_table("Comparisons", comparisons)
    show_problems(loaded.problems)
    return 1 if loaded.problems else 0


def list_formats(*, as_json: bool) -> int:
    """Print the installed formats and where each comes from; give the exit code."""
    origins = installed()
    if as_json:
        print_json({origin.name: f"{origin.distribution} {origin.version}" for origin in origins})
    else:
        _print_table(
            "Formats",
            [(origin.name, f"{origin.distribution} {origin.version}") for origin in origins],
        )
    return 0


def _print_table(heading: str, rows: Sequence[tuple[str, str]]) -> None:
    if not rows:
        return
    width = max(len(name) for name, _ in rows)
    click.echo(f"{heading}:")
    for name, what in rows:
        click.echo(f"  {name:<{width}}  {what}".rstrip())
