"""The look of a document: a template's theme, resolved; it holds values only and reads no file.

Lengths on paper are millimetres, type sizes points, colours ``#rrggbb``.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

TableStyle: TypeAlias = Literal["banded", "ruled", "plain"]
Accent: TypeAlias = Literal["bar", "none"]
TextAlignment: TypeAlias = Literal["start", "justify"]


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours on white paper: of text, of headings and links, of rules, and behind table heads."""

    text: str = "#1c1e21"
    muted: str = "#555b63"
    accent: str = "#1f3a5f"
    rule: str = "#c4c9d0"
    band: str = "#eef1f5"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file, already read: its *name* for messages, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font families by name, and the size of body text in points; other sizes follow from it.

    *files* are the font files (TrueType, OpenType, collections, variable) that a template brings,
    already read, the ones to prefer first; each says its family and style itself.
    """

    body: str = "Noto Sans"
    headings: str = "Noto Sans"
    size: float = 10.5
    files: tuple[Asset, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """How running text is set: the paragraphs and lists outside tables.

    *align* lets lines end where their last word does, or at one edge; the last line of a paragraph
    is never stretched. *hyphenate* lets words be divided at the ends of lines, by the rules of the
    language they are in; headings never are.
    """

    align: TextAlignment = "start"
    hyphenate: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Paper, held upright, and the margins around the text."""

    width: float = 210.0
    height: float = 297.0
    top: float = 20.0
    right: float = 20.0
    bottom: float = 20.0
    left: float = 20.0


@dataclass(frozen=True, slots=True)
class Logo:
    """The employer's mark above the title: a picture's bytes and its size on paper in millimetres.

    Without an *alternative* text it says the organization's name. A drawing (SVG) holds no text
    and refers to nothing outside itself, and brings the same picture as PNG in *fallback*.
    """

    data: bytes
    media_type: Literal["image/png", "image/jpeg", "image/svg+xml"]
    width: float
    height: float
    alternative: str = ""
    fallback: bytes = b""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything an exporter may know of how a document shall look.

    *spacing* multiplies the white space between lines, blocks and cells, 0.7 to 1.5; *accent* is
    the mark in the accent's colour above the title.
    """

    colours: Colours = field(default_factory=Colours)
    fonts: Fonts = field(default_factory=Fonts)
    page: Page = field(default_factory=Page)
    table: TableStyle = "banded"
    spacing: float = 1.0
    accent: Accent = "bar"
    logo: Logo | None = None
    text: Prose = field(default_factory=Prose)
