"""Lists what there is: roles, openings, templates, comparisons, formats."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from postingkit.cli.finding import find
from postingkit.cli.report import print_json, show_problems, told_as_json
from postingkit.exporters import installed
from postingkit.model import LoadedProject, Opening


def list_project(*, project: Path | None, as_json: bool) -> int:
    """Print the project's roles, openings, templates and comparisons; give the exit code."""
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
    openings = [(id_, _opening(loaded, id_)) for id_ in loaded.opening_ids]
    if as_json:
        records = {id_: _opening_record(each) for id_, each in loaded.openings.items()}
        print_json(
            {
                "roles": dict(roles),
                "openings": {id_: records.get(id_) for id_ in loaded.opening_ids},
                "templates": dict(templates),
                "comparisons": dict(comparisons),
            }
        )
    else:
        _print_table("Roles", roles)
        _print_table("Openings", openings)
        _print_table("Templates", templates)
        _print_table("Comparisons", comparisons)
    show_problems(loaded.problems)
    return 1 if loaded.problems else 0


def _opening(loaded: LoadedProject, id_: str) -> str:
    """Say of an opening in a line which role it is of, where, and until when one can apply."""
    opening = loaded.openings.get(id_)
    if opening is None:
        return "(has problems)"
    until = "" if opening.closes is None else f"until {opening.closes}"
    if opening.rolling:
        until = "no closing date"
    said = "closed" if opening.status == "closed" else until
    return "; ".join(filter(None, (opening.role.text, ", ".join(_cities(opening)), said)))


def _opening_record(opening: Opening) -> dict[str, object]:
    return {
        "role": opening.role.text,
        "places": list(_cities(opening)),
        "status": opening.status,
        "closes": str(opening.closes) if opening.closes else None,
    }


def _cities(opening: Opening) -> Iterator[str]:
    if opening.workplace == "remote":
        yield "remote"
    for location in opening.locations:
        yield (location.city or location.region or location.country).text


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
