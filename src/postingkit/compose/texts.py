"""The texts of a model as parts of the tree: what is never parsed, and what is parsed once."""

from dataclasses import replace
from functools import lru_cache

from postingkit.document import (
    Blocks,
    Cell,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Text,
    plain,
)
from postingkit.errors import Place
from postingkit.markup import parse_blocks, parse_inlines
from postingkit.model.values import NOWHERE, BodyText, InlineText, PlainText


def inlines(words: PlainText | InlineText) -> Inlines:
    """Give the inlines of *words*, parsed if they may hold markup."""
    match words:
        case PlainText(text, language=language):
            return (Text(text, language),)
        case InlineText(text, language=language):
            return _parsed(text, language)


@lru_cache(maxsize=1000)
def _parsed(text: str, language: str | None) -> Inlines:
    """Parse what a role or many openings of it say once for several of their documents."""
    return parse_inlines(text, language)


def plain_text(words: PlainText | InlineText | None) -> str:
    """Give the text of *words* on one line, without markup; nothing for none."""
    if words is None:
        return ""
    if isinstance(words, InlineText):
        return _plain(words.text, words.language)
    return words.text.replace("\n", " ")


@lru_cache(maxsize=1000)
def _plain(text: str, language: str | None) -> str:
    return plain(_parsed(text, language))


def paragraph(words: PlainText | InlineText, style: str | None = None) -> Paragraph:
    """Make a paragraph of *words*."""
    return Paragraph(inlines(words), style, words.language, words.place)


def body(words: BodyText | None) -> Blocks:
    """Give the blocks of *words*; none for none."""
    if words is None:
        return ()
    blocks = parse_blocks(words.text, words.language, words.place)
    return tuple(replace(block, language=words.language) for block in blocks)


def bullets(every: tuple[PlainText | InlineText, ...]) -> List:
    """Make a bulleted list of *every* text; there must be one at least.

    Where all are written in one place, as in a cell of a table, the list alone knows it.
    """
    place = every[0].place
    if all(words.place is place for words in every):
        return List(
            _items(tuple([(type(each), each.text, each.language) for each in every])), place=place
        )
    return List(tuple(ListItem((paragraph(words),)) for words in every), place=place)


@lru_cache(maxsize=1000)
def _items(
    every: tuple[tuple[type[PlainText | InlineText], str, str | None], ...],
) -> tuple[ListItem, ...]:
    """Make the items of texts once, for without a place they hold nothing but the texts."""
    words = (kind(text, NOWHERE, language) for kind, text, language in every)
    return tuple(ListItem((replace(paragraph(each), place=None),)) for each in words)


def numbered(every: tuple[PlainText | InlineText, ...]) -> List:
    """Make a numbered list of *every* text; there must be one at least."""
    return replace(bullets(every), ordered=True)


def joined(every: tuple[PlainText, ...], separator: str) -> Paragraph:
    """Make one paragraph of *every* text; there must be one at least."""
    text = separator.join(words.text for words in every)
    first = every[0]  # they are translated all or none
    return Paragraph((Text(text, first.language),), language=first.language, place=first.place)


def cell(text: str, place: Place | None = None) -> Cell:
    """Make a cell of one plain text; an empty one of none."""
    return Cell((Paragraph((Text(text),), place=place),) if text else ())
