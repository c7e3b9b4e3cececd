"""A document as the Markdown that a board renders, with front matter of the opening's facts.

The Markdown itself is the exporter's; what a board's dialect lacks is put into words before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import yaml

from postingkit.boards.entries import BoardWriting, entries
from postingkit.boards.profile import Description, MarkdownDialect, Profile
from postingkit.boards.simpler import Shape, simplified
from postingkit.boards.trees import tree_of
from postingkit.document import (
    Block,
    Blocks,
    Callout,
    Document,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from postingkit.exporters import load
from postingkit.exporters.interface import NoOptions
from postingkit.look import Look

BAR = "---\n"


def markdown(document: Document, profile: Profile) -> str:
    """Write *document* as the board's Markdown, below its front matter if the board has one."""
    fitted = replace(document, sections=tuple(_sections(document, profile)))
    body = load("md").prepare(Look(), NoOptions())(fitted).data.decode()
    return front_matter(document, profile) + body


def front_matter(document: Document, profile: Profile) -> str:
    """Write the facts of *document*'s opening as YAML between bars; nothing where none are asked.

    The names are the profile's, in its order.
    """
    names = profile.markdown.front_matter
    entry = next(entries(document, BoardWriting(profile), "opening"), None)
    if not names or entry is None:
        return ""
    facts = tree_of(names)(entry)
    written: str = yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, width=10_000)
    return f"{BAR}{written}{BAR}\n"


def _sections(document: Document, profile: Profile) -> Iterator[Section]:
    dialect = profile.markdown
    shape = _shape(dialect, profile.description)
    for section in document.sections:
        blocks = tuple(_fitted(section.blocks, dialect, shape))
        if section.title and "headings" not in dialect.keeps:
            heading = _reduced((Strong((section.title,)),), dialect)
            yield replace(section, title=None, blocks=(Paragraph(heading), *blocks))
        else:
            yield replace(section, blocks=blocks)


def _shape(dialect: MarkdownDialect, rules: Description) -> Shape:
    keeps = dialect.keeps
    links = "kept" if "links" in keeps else rules.links
    return Shape("ordered" in keeps, "nested" in keeps, links, rules.facts, rules.figures)


def _fitted(blocks: Iterable[Block], dialect: MarkdownDialect, shape: Shape) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Table() if "tables" in dialect.keeps:
                yield block
            case Callout(inner) if "quotes" in dialect.keeps:
                yield replace(block, blocks=tuple(_fitted(inner, dialect, shape)))
            case _:
                simple: Blocks = simplified((block,), shape)
                yield from (_marked(each, dialect) for each in simple)


def _marked(block: Block, dialect: MarkdownDialect) -> Block:
    """Leave the marks out of *block*, a paragraph or list, that the board does not render."""
    match block:
        case Paragraph(inlines):
            return replace(block, inlines=_reduced(inlines, dialect))
        case List(items):
            inner = (tuple(_marked(each, dialect) for each in item.blocks) for item in items)
            return replace(block, items=tuple(map(ListItem, inner)))
        case _:
            return block


def _reduced(inlines: Inlines, dialect: MarkdownDialect) -> Inlines:
    return tuple(part for inline in inlines for part in _reduce(inline, dialect))


def _reduce(inline: Inline, dialect: MarkdownDialect) -> Inlines:
    match inline:
        case Text() | LineBreak():
            return (inline,)
        case Strong(children):
            inner = _reduced(children, dialect)
            return (Strong(inner),) if "strong" in dialect.keeps else inner
        case Emphasis(children):
            inner = _reduced(children, dialect)
            return (Emphasis(inner),) if "emphasis" in dialect.keeps else inner
        case Link(children, target):
            return (Link(_reduced(children, dialect), target),)
