"""Blocks as lines of Markdown; it knows neither headings nor what a file is."""

import re
from collections.abc import Iterable

from postingkit.document import Block, Blocks, Callout, List, ListItem, Paragraph, Table
from postingkit.exporters.markdown.escape import escape_dollars
from postingkit.exporters.markdown.inlines import inline_lines
from postingkit.exporters.markdown.simpler import SimplerBlock, countable, simpler
from postingkit.exporters.markdown.tables import table_lines

SPACE = "&#32;"
"""A paragraph of it shows nothing and keeps neighbours apart; after a paragraph it changes none."""

LIKE_HEADING = re.compile(r"\*+[^*]*[^*.,;:!?。，；：！？]\*+")
"""A line that markdownlint (MD036) takes for a heading that is none."""


def section_lines(blocks: Blocks) -> list[str]:
    """Give the lines of a section's *blocks* and, if there are any, the empty one after them."""
    lines = [f"{line}{SPACE}" if LIKE_HEADING.fullmatch(line) else line for line in _lines(blocks)]
    return [*lines, ""] if lines else []


def _lines(blocks: Iterable[Block], *, is_tight: bool = False) -> list[str]:
    lines: list[str] = []
    previous: SimplerBlock | None = None
    for block in map(simpler, blocks):
        own = _block_lines(block)
        if own and lines and not is_tight:
            lines += ["", SPACE, ""] if _would_merge(previous, block) else [""]
        lines += own
        previous = block if own else previous
    return lines


def _would_merge(before: SimplerBlock | None, after: SimplerBlock) -> bool:
    match before, after:
        case List(), List():
            return countable(before).ordered == countable(after).ordered
        case Callout(), Callout():
            return True
        case _:
            return False


def _block_lines(block: SimplerBlock) -> list[str]:
    match block:
        case Paragraph(inlines):
            source = "\\\n".join(inline_lines(inlines, begins_blocks=True))
            return escape_dollars(source).split("\n") if source else []
        case List():
            return _list_lines(countable(block))
        case Table(caption=caption):
            above = _lines([Paragraph(caption)])
            return [*above, *([""] if above else []), *table_lines(block)]
        case Callout(blocks):
            return [f"> {line}".rstrip() for line in _lines(blocks)]


def _list_lines(block: List) -> list[str]:
    is_tight = _is_tight(block)
    contents = [_lines(item.blocks, is_tight=is_tight) for item in block.items]
    lines: list[str] = []
    for number, content in enumerate(filter(None, contents), 1):
        marker = f"{number}. " if block.ordered else "- "
        indent = " " * len(marker)
        lines += [""] if lines and not is_tight else []
        lines.append(marker + content[0])
        lines += [indent + line if line else "" for line in content[1:]]
    return lines


def _is_tight(block: List) -> bool:
    """Tell whether each item is a paragraph, with or without a list of such items below it."""
    return all(_is_tight_item(item) for item in block.items)


def _is_tight_item(item: ListItem) -> bool:
    match item.blocks:
        case () | (Paragraph(),):
            return True
        case (List() as nested,) | (Paragraph(), List() as nested):
            return _is_tight(nested)
        case _:
            return False
