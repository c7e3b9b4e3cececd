"""Tells of colours of a template that are hard to read on each other; it changes none."""

from collections.abc import Iterator

from postingkit.contrast import READABLE, contrast
from postingkit.errors import Place, Problem
from postingkit.model import ResolvedTemplate
from postingkit.model.nodes import MappingNode, Node

WHITE = "#ffffff"
PAIRS = (
    ("text", None),
    ("muted", None),
    ("accent", None),
    ("text", "band"),
    ("accent", "band"),
)
"""The colours that text has, each with what it stands on: white paper where that is None."""


def contrast_notices(template: ResolvedTemplate) -> Iterator[Problem]:
    """Name each two colours of *template* that text cannot be read in, with their contrast."""
    colours = template.settings.theme.colours
    for name, ground in PAIRS:
        colour = getattr(colours, name)
        behind = getattr(colours, ground) if ground else WHITE
        ratio = contrast(colour, behind)
        if ratio < READABLE:
            where = f"the {ground} colour {behind}" if ground else "white paper"
            # Rounded down, for what falls short must not look as if it did not.
            message = (
                f"The {name} colour {colour} has a contrast of {int(ratio * 100) / 100:g} to 1 "
                f"on {where}, and text needs {READABLE:g} to 1 to be read by all (WCAG AA)."
            )
            hint = "Make one of them darker or lighter."
            yield Problem.at(_place(template.node, name, ground), message, hint)


def _place(node: MappingNode, *names: str | None) -> Place:
    """Give the place of the first of the colours *names* that is written anywhere."""
    found: Node = node
    for step in ("theme", "colours"):
        found = found.get(step, node) if isinstance(found, MappingNode) else node
    written = (found.get(name) for name in names if name) if isinstance(found, MappingNode) else ()
    return next((each.place for each in written if each), node.place)
