r"""Characters as Markdown that shows exactly them; it knows characters, not the tree.

Only what could be read as markup is escaped, so that prose stays prose: ``snake_case``, ``1.5
years - remote``, ``R&D`` and ``a < b`` stand as they are. Rules: CommonMark 0.29 and the
extensions of GFM, <https://github.github.com/gfm/>.
"""

import re
import unicodedata
from enum import Enum, auto
from string import punctuation

UNHOLDABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]+")
LINE_WHITE = re.compile("[\t-\r\x85]+")

# Ends of lines and marks of byte order to one program or another, so never written themselves.
UNWRITABLE = "\u2028\u2029\ufeff"
PUNCTUATION = punctuation + UNWRITABLE  # of which references end in a semicolon

MARKUP = re.compile(
    rf"""
    (?=[\\`*_~\[<&.:@{UNWRITABLE}])(?:            # one look at most characters is enough
      [\\`{UNWRITABLE}]
    | (?<!\ )\* | \*(?!\ )                        # a star between spaces marks nothing (6.4)
    | (?<!\w)_+ | (?<!_)_++(?!\w)                 # nor does an underscore within a word
    | (?<!\ )~ | ~(?!\w)                          # "~5" can open but not close
    | (?<=[!\])])\[                               # with what stands before, a link's or picture's
    | \[(?![^\[\]]{{1,80}}\](?![(\[:]))           # "[m/f/d]" is none
    | <(?=[A-Za-z/!?])                            # a tag or an address (6.9, 6.11)
    | &(?=\#|[A-Za-z][A-Za-z0-9]+;)               # a character reference (6.2)
    | (?i:(?<=www))\. | :(?=//)                   # addresses that become links by themselves
    | (?<=[\w.+-])@(?=[\w.-]*\.\w)
    )
    """,
    re.VERBOSE,
)
BRACKET = re.compile(r"(\\.)|[\[\]]")
BLOCK = re.compile(
    r"""
      [0-9]{1,9}(?=[.)](?:\ |$))                  # an item of an ordered list
    | (?=[#>|\[])                                 # a heading, quote, row, definition or task
    | (?=[+-](?:[\ :|-]|$) | :- | =+\ *$)         # an item, a rule, a row, an underline
    """,
    re.VERBOSE,
)
OPENING_DOLLAR = re.compile(r"\$(?=\S)")
CLOSING_DOLLAR = re.compile(r"(?<=\S)\$")
ENTITY = re.compile(r"&(?=\#|[A-Za-z][A-Za-z0-9]+;)")
PERCENT = {ord(character): f"%{ord(character):02X}" for character in ' "<>\\^`{|}'}


class Kind(Enum):
    """What a character is to the rules of emphasis (GFM 6.4)."""

    SPACE = auto()
    PUNCTUATION = auto()
    LETTER = auto()
    EITHER = auto()
    """Punctuation or a letter, as the parser and its version of Unicode will have it."""


def kind(character: str) -> Kind:
    """Tell the kind of a *character*; of none (the edge of a line), it is space."""
    if not character:
        return Kind.SPACE
    if character in PUNCTUATION:
        return Kind.PUNCTUATION
    if character.isspace():
        return Kind.SPACE
    return Kind.EITHER if unicodedata.category(character)[0] in "PS" else Kind.LETTER


def holdable(text: str) -> str:
    """Drop what no text file holds, and put a space for each end of a line and each tab."""
    return LINE_WHITE.sub(" ", UNHOLDABLE.sub("", text))


def reference(character: str) -> str:
    """Give the numeric reference of a *character*: shown alike, and punctuation to any rule."""
    return f"&#{ord(character)};"


def escape(text: str) -> str:
    """Escape what could be markup anywhere in a line; of *text*'s neighbours nothing is known."""
    return MARKUP.sub(_escaped, text)


def escape_brackets(source: str) -> str:
    """Escape in escaped *source* the brackets that would end, or begin, the text of a link."""
    return BRACKET.sub(lambda match: match[1] or f"\\{match[0]}", source)


def escape_start(source: str) -> str:
    """Escape in escaped *source* what would begin another block at the start of a line."""
    if match := BLOCK.match(source):
        return f"{source[: match.end()]}\\{source[match.end() :]}"
    return source


def escape_ends(source: str) -> str:
    """Refer to white space at the ends of a line, such as a no-break space, lest it be trimmed."""
    if source[:1].isspace():
        source = reference(source[0]) + source[1:]
    if source[-1:].isspace():
        source = source[:-1] + reference(source[-1])
    return source


def escape_dollars(source: str) -> str:
    """Escape the dollars of a finished paragraph or cell if two could enclose mathematics.

    GitHub reads ``$x$`` so; an opening one touches what follows, a closing one what precedes it.
    """
    opening = OPENING_DOLLAR.search(source)
    if opening and CLOSING_DOLLAR.search(source, opening.end()):
        return source.replace("$", "\\$")
    return source


def escape_target(target: str) -> str:
    """Write an address so that it can stand in a link's parentheses."""
    escaped = holdable(target).strip().translate(PERCENT)
    return ENTITY.sub("&amp;", re.sub(r"[()]", r"\\\g<0>", escaped))


def _escaped(match: re.Match[str]) -> str:
    if match[0] in UNWRITABLE:
        return reference(match[0])
    return "\\" + "\\".join(match[0])
