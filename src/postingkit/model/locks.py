"""Clauses that a template locks, and what those above it may not do to them."""

from collections.abc import Iterator

from postingkit.errors import Place, Problem
from postingkit.model.nodes import ListNode, MappingNode, TextNode

HINT = "Take it out, or ask whoever owns the lock."


def lock_problems(layers: tuple[MappingNode, ...]) -> Iterator[Problem]:
    """Tell of each change to, and each leaving out of, a section that a layer below has locked.

    *layers* are templates from the lowest up. Each problem names both places.
    """
    locked: dict[str, Place] = {}
    for layer in layers:
        yield from _changes(layer, locked)
        yield from _omissions(layer, locked)
        locked.update(_locks(layer))


def _sections(layer: MappingNode) -> MappingNode | None:
    sections = layer.get("sections")
    return sections if isinstance(sections, MappingNode) else None


def _changes(layer: MappingNode, locked: dict[str, Place]) -> Iterator[Problem]:
    sections = _sections(layer)
    for key in sections or ():
        if sections is not None and key in locked:
            message = f"The section “{key}” is locked at {locked[key]} and cannot be changed here."
            yield Problem.at(sections.key_places[key], message, HINT)


def _omissions(layer: MappingNode, locked: dict[str, Place]) -> Iterator[Problem]:
    order = layer.get("order")
    if not isinstance(order, ListNode):
        return
    for key, place in locked.items():
        if key not in order:
            message = f"The section “{key}” is locked at {place} and must stand in the order."
            yield Problem.at(order.place, message, f"Add “- {key}”.")


def _locks(layer: MappingNode) -> Iterator[tuple[str, Place]]:
    for key, settings in (_sections(layer) or {}).items():
        match settings:
            case MappingNode() if isinstance(lock := settings.get("locked"), TextNode):
                if lock.lower() in {"true", "yes", "on", "1"}:
                    yield key, lock.place
            case _:
                continue
