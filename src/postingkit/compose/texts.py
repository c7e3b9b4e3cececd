"""The texts of a model as parts of the tree: what is never parsed, and what is parsed once."""

from postingkit.document import (
    Blocks,
    Cell,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Text,
)
from postingkit.errors import Place
from postingkit.markup import parse_blocks, parse_inlines
from postingkit.model.values import BodyText, InlineText, PlainText


def inlines(words: PlainText | InlineText) -> Inlines:
    """Give the inlines of *words*, parsed if they may hold markup."""
    match words:
        case PlainText(text):
            return (Text(text),)
        case InlineText(text):
            return parse_inlines(text)


def paragraph(words: PlainText | InlineText, style: str | None = None) -> Paragraph:
    """Make a paragraph of *words*."""
    return Paragraph(inlines(words), style, place=words.place)


def body(words: BodyText | None) -> Blocks:
    """Give the blocks of *words*; none for none."""
    return parse_blocks(words.text, place=words.place) if words else ()


def bullets(every: tuple[PlainText | InlineText, ...]) -> List:
    """Make a bulleted list of *every* text; there must be one at least."""
    items = tuple(ListItem((paragraph(words),)) for words in every)
    return List(items, place=every[0].place)


def numbered(every: tuple[PlainText | InlineText, ...]) -> List:
    """Make a numbered list of *every* text; there must be one at least."""
    return List(bullets(every).items, ordered=True, place=every[0].place)


def joined(every: tuple[PlainText, ...], separator: str) -> Paragraph:
    """Make one paragraph of *every* text; there must be one at least."""
    text = separator.join(words.text for words in every)
    return Paragraph((Text(text),), place=every[0].place)


def cell(text: str, place: Place | None = None) -> Cell:
    """Make a cell of one plain text; an empty one of none."""
    return Cell((Paragraph((Text(text),), place=place),) if text else ())
