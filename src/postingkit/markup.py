"""The small Markdown that texts may hold, parsed once into the tree; it knows no format.

Strong, emphasis, links (http, https, mailto, tel), escapes, hard breaks and, in bodies, paragraphs
and lists are markup. All else, HTML included, stays the characters that were typed. Where marks are
nested deeper than a reader could follow, the words stay alone: none is lost, and no tree is too
deep to walk.
"""

from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from postingkit.document import (
    Block,
    Blocks,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Strong,
    Text,
)
from postingkit.errors import Place

SCHEMES = ("http:", "https:", "mailto:", "tel:")
RULES = ("emphasis", "escape", "link", "newline", "list")
DEEPEST_LISTS = 6
DEEPEST_INLINES = 8


def parse_inlines(text: str, language: str | None = None) -> Inlines:
    """Parse *text* as inline Markdown; paragraphs in it run together."""
    (token,) = _parser().parseInline(text.strip())
    return _inlines(SyntaxTreeNode([token]).children[0].children, language)


def parse_blocks(text: str, language: str | None = None, place: Place | None = None) -> Blocks:
    """Parse *text* as Markdown of paragraphs and lists; every block gets the *place*."""
    root = SyntaxTreeNode(_parser().parse(text))
    return tuple(_block(node, language, place) for node in root.children)


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("zero").enable(RULES)
    parser.inline.ruler.before("link", "image_as_typed", _image_as_typed)
    parser.block.ruler.at("list", _list_unless_deep, {"alt": ["paragraph"]})
    parser.core.ruler.push("shallow", _make_shallow)
    return parser


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        return url.strip().lower().startswith(SCHEMES)


def _image_as_typed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's form
    """Keep ``![`` as characters: pictures are no markup here, and half of one is no link."""
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True


def _list_unless_deep(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - as above
    """Keep a list's marks as characters where it is too deep; the parser would drop its words."""
    levels = 2 * DEEPEST_LISTS  # a list and its item are one each
    return state.level < levels and list_block(state, line, end, silent)


def _make_shallow(state: StateCore) -> None:
    for token in state.tokens:
        token.children = list(_shallow(token.children or []))


def _shallow(tokens: list[Token]) -> Iterator[Token]:
    """Drop markup that is too deep, and keep its words."""
    depth = 0
    for token in tokens:
        outer = depth + min(token.nesting, 0)
        depth += token.nesting
        if token.nesting == 0 or outer < DEEPEST_INLINES:
            yield token


def _block(node: SyntaxTreeNode, language: str | None, place: Place | None) -> Block:
    if node.type == "paragraph":
        return Paragraph(_inlines(node.children[0].children, language), place=place)
    items = tuple(
        ListItem(tuple(_block(child, language, place) for child in item.children))
        for item in node.children
    )
    ordered = node.type == "ordered_list"
    return List(items, ordered=ordered, start=int(node.attrs.get("start", 1)), place=place)


def _inlines(nodes: list[SyntaxTreeNode], language: str | None) -> Inlines:
    inlines: list[Inline] = []
    for inline in _as_typed_or_meant(nodes, language):
        match inline, inlines:
            case Text(""), _:
                continue
            case Text(text), [*_, Text(before)]:
                inlines[-1] = Text(before + text, language)
            case _:
                inlines.append(inline)
    return tuple(inlines)


def _as_typed_or_meant(nodes: list[SyntaxTreeNode], language: str | None) -> Iterator[Inline]:
    for node in nodes:
        if node.type == "link" and not node.attrs["href"]:
            # The parser asks validateLink, but makes a link to nowhere of ``[a]()`` all the same.
            typed = _inlines(node.children, language)
            yield from (Text("[", language), *typed, Text("]()", language))
        else:
            yield _inline(node, language)


def _inline(node: SyntaxTreeNode, language: str | None) -> Inline:
    match node.type:
        case "softbreak":
            return Text(" ", language)
        case "hardbreak":
            return LineBreak()
        case "strong":
            return Strong(_inlines(node.children, language))
        case "em":
            return Emphasis(_inlines(node.children, language))
        case "link":
            target = str(node.attrs["href"])
            # A link without words would be lost to everyone who cannot see its address.
            return Link(_inlines(node.children, language) or (Text(target),), target)
        case _:
            return Text(node.content, language)
