"""Makes documents for Hypothesis: any text in any field, every kind of block."""

import re
import sys
import unicodedata
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pdf_extraction import IGNORABLE

from postingkit.document import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Image,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Meta,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from postingkit.testing import PIXEL

TRICKY = (
    "السلام عليكم (١٢٣) abc",
    "لا إله",
    "שלום, world! 12-34",
    "क्षत्रिय हिन्दी",
    "ภาษาไทย น้ำ",
    "日本語、中文。한국어",
    "👩‍💻🇵🇱🏳️‍🌈",
    "e\u0301\u0327",
    "\u0301 alone",
    "ffi ﬁ ﬄ",
    "a\u00adb\u200bc\u2060d",
    "\u202eover\u202c \u2067iso\u2069",
    "50\u00a0% ½ m² Ⅷ",
    "[LATIN SMALL LETTER A]",
    "\\(\\)<>{}[]/%",
    "\U00010330\U0001d518\U000e0041\ue000\uffff",
    "x" * 120,
    "\u1100\u1161\u11a8",
    "{page} {pages}",
)
NAME = re.compile(r"[\[\]](U\+[0-9A-F\s]+|[A-Z][A-Z0-9\s()-]+)[\[\]]")
"""A character's name in brackets, which look away from it in a line from right to left."""
BIDIRECTIONAL = frozenset("R AL AN RLE RLO RLI LRE LRO LRI FSI PDF PDI".split())  # noqa: SIM905 - names
SHOWS_NOTHING = frozenset(("Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp"))

any_text: SearchStrategy[str] = st.one_of(
    st.sampled_from(TRICKY),
    st.text(st.characters(exclude_categories=()), max_size=20),
    st.lists(st.sampled_from([*"".join(TRICKY), " ", "a", "."]), max_size=25).map("".join),
)
languages = st.sampled_from([None, "de", "ar", "he", "ja", "zh-Hant", "hi", "th", "x-none"])
styles = st.sampled_from([None, "lead", "equal-opportunity", "unknown"])
texts_ = st.builds(Text, any_text, languages)
targets = st.one_of(st.just("https://example.org/"), any_text.map("https://example.org/".__add__))
inlines: SearchStrategy[Inline] = st.recursive(
    st.one_of(texts_, st.builds(LineBreak)),
    lambda inner: st.one_of(
        st.builds(Strong, st.lists(inner, max_size=2).map(tuple)),
        st.builds(Emphasis, st.lists(inner, max_size=2).map(tuple)),
        st.builds(lambda text, target: Link((text,), target), texts_, targets),
    ),
    max_leaves=4,
)
lines = st.lists(inlines, max_size=3).map(tuple)
paragraphs = st.builds(Paragraph, lines, styles, languages)
figures = st.builds(
    Figure,
    st.builds(Image, st.just(PIXEL), st.just("image/png"), st.just(10.0), st.just(10.0)),
    any_text.map("A picture: ".__add__),
    st.one_of(st.none(), targets),
    lines,
)


@st.composite
def tables(draw: st.DrawFn, inner: SearchStrategy[Block]) -> Table:
    """Make a table of one to three columns."""
    count = draw(st.integers(1, 3))
    widths = st.sampled_from([0.2, 1.0, 8.0])
    alignments = st.sampled_from(["start", "center", "end"])
    column = st.builds(Column, lines, widths, alignments)
    columns = tuple(draw(st.lists(column, min_size=count, max_size=count)))
    cell = st.builds(Cell, st.lists(inner, max_size=2).map(tuple))
    row = st.lists(cell, min_size=count, max_size=count).map(tuple)
    rows = tuple(draw(st.lists(row, max_size=3)))
    return Table(columns, rows, draw(lines), draw(st.booleans()), draw(any_text))


def _containers(inner: SearchStrategy[Block]) -> SearchStrategy[Block]:
    several = st.lists(inner, max_size=2).map(tuple)
    items = st.lists(st.builds(ListItem, several), max_size=3).map(tuple)
    facts = st.lists(st.builds(Fact, lines, several), max_size=2).map(tuple)
    return st.one_of(
        st.builds(List, items, st.booleans(), st.integers(0, 99), styles, languages),
        st.builds(Facts, facts),
        st.builds(Callout, several, styles, languages),
        tables(inner),
    )


blocks: SearchStrategy[Block] = st.recursive(
    st.one_of(paragraphs, figures), _containers, max_leaves=5
)
metas = st.builds(
    Meta,
    st.just("posting"),
    st.builds(Text, any_text.map("T".__add__), languages),
    st.sampled_from(["en", "de", "ar", "he", "ja", "ko", "hi", "th"]),
    st.sampled_from(["ltr", "rtl"]),
    st.sampled_from(["portrait", "landscape"]),
    any_text,
    any_text,
    st.lists(any_text, max_size=2).map(tuple),
    st.sampled_from(["Page {page} of {pages}", "{page}", "٪ {page} / {pages}"]),
    any_text,
    any_text,
)
sections = st.builds(
    Section,
    st.just("s"),
    st.one_of(st.none(), texts_),
    st.lists(blocks, max_size=3).map(tuple),
)
documents = st.builds(Document, metas, st.lists(sections, max_size=3).map(tuple))


def shown(text: str) -> str:
    """Reduce *text* to what a reader must find: decomposed, names for characters as these.

    White space, controls and what else shows nothing do not count.
    """
    restored = NAME.sub(_character, IGNORABLE.sub("", text))
    apart = unicodedata.normalize("NFKD", restored)
    return "".join(each for each in apart if unicodedata.category(each) not in SHOWS_NOTHING)


def _character(name: re.Match[str]) -> str:
    squeezed = "".join(name[1].split())  # a narrow line may end anywhere in a name
    if code := re.fullmatch(r"U\+((?:10|[0-9A-F])?[0-9A-F]{4})", squeezed):
        return chr(int(code[1], 16))
    return _characters().get(squeezed, name[0])


@cache
def _characters() -> dict[str, str]:
    named = {unicodedata.name(each, ""): each for each in map(chr, range(sys.maxunicode + 1))}
    return {name.replace(" ", ""): each for name, each in named.items() if name}


def is_bidirectional(text: str) -> bool:
    """Say whether *text* may be painted in another order than it is read in."""
    return any(unicodedata.bidirectional(each) in BIDIRECTIONAL for each in text)
