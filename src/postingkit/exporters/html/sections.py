"""Makes a document's sections HTML: what stands on the page below the title."""

from collections.abc import Iterable, Iterator

from postingkit.document import Document, Section
from postingkit.exporters.html.blocks import render_blocks
from postingkit.exporters.html.context import Context
from postingkit.exporters.html.elements import Html, block, classes, element, slug, stacked, text

TITLE = "title"
"""The id of the page's first heading."""


def render_sections(document: Document) -> Html:
    """Give the sections of *document* one below the other, each under an id of its own."""
    context = Context(document.meta.language, document.meta.direction, TITLE)
    identifiers = unique(slug(section.key) for section in document.sections)
    return stacked(
        _section(section, identifier, context)
        for section, identifier in zip(document.sections, identifiers, strict=True)
    )


def unique(names: Iterable[str]) -> Iterator[str]:
    """Give *names* in order, with a number after each that was there before or is the title's."""
    taken = {TITLE}
    for name in names:
        identifier, number = name, 1
        while identifier in taken:
            number += 1
            identifier = f"{name}-{number}"
        taken.add(identifier)
        yield identifier


def _section(section: Section, identifier: str, context: Context) -> Html:
    names = classes("section", f"section-{section.key}")
    if section.title is None:
        content = render_blocks(section.blocks, context)
        return block("div", content, {"class": names, "id": identifier})
    marks = context.marks(section.title.language)
    heading = element("h2", text(section.title.text), {"id": identifier, **marks})
    inner = Context(context.language, context.direction, identifier)
    content = stacked([heading, render_blocks(section.blocks, inner)])
    return block("section", content, {"class": names, "aria-labelledby": identifier})
