"""Says of a file that is named in place of a role what else it is, by where it stands."""

from pathlib import Path

import click

from postingkit.cli.folders import PROJECT_FILE
from postingkit.cli.judging import RULES
from postingkit.cli.profiles import FOLDER as BOARDS
from postingkit.model import tables
from postingkit.model.loading import TEMPLATES
from postingkit.model.openings import OPENINGS

WHOLE = "“postingkit check” looks at it with the whole project"
OTHERS = {
    OPENINGS: "is an opening and no role. Name a role",
    BOARDS: "is the profile of a board and no role. “postingkit check --for all” looks at it",
    RULES: f"holds rules and no role. {WHOLE}",
}
"""What files in folders of a project are, and which command looks at them."""


def require_role(name: str, project: Path) -> None:
    """Refuse the file *name* if it is of another kind in the folder of the *project*."""
    path = Path(name)
    if path.is_file() and (said := _other(path, project)):
        raise click.UsageError(f"“{name}” {said}.")


def _other(path: Path, project: Path) -> str:
    """Say what *path* is, and which command looks at it; nothing of what may be a role."""
    if path.suffix.lower() in tables.SUFFIXES:
        return f"is a table of openings. Name one of these by its id; {WHOLE}"
    if path.name == PROJECT_FILE:
        return f"holds the project's settings and no role. {WHOLE}"
    folder, *rest = _within(path, project) or ("",)
    if folder == TEMPLATES and len(rest) > 1:
        look = f"“postingkit template check {rest[0]}” looks at it"
        return f"belongs to the template “{rest[0]}” and is no role. {look}"
    return OTHERS.get(folder, "") if rest else ""


def _within(path: Path, project: Path) -> tuple[str, ...]:
    """Give the steps from the folder of the *project* to *path*; none if it is elsewhere."""
    found, folder = path.resolve(), project.resolve()
    return found.relative_to(folder).parts if found.is_relative_to(folder) else ()
