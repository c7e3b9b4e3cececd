"""The look as styles of text and colours; it knows no document.

Sizes follow from that of body text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, TypeAlias

from postingkit.document import Alignment
from postingkit.exporters.pdf.text.words import Vocabularies
from postingkit.look import Colours, Look

Justified: TypeAlias = Literal["justify"]
_SIZE = 10.5  # points


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a look, as operands of ``rg`` and ``RG``."""

    text: str
    muted: str
    accent: str
    rule: str
    band: str

    @classmethod
    def of(cls, colours: Colours) -> "Palette":
        """Make the palette of *colours*."""
        return cls(
            _operands(colours.text),
            _operands(colours.muted),
            _operands(colours.accent),
            _operands(colours.rule),
            _operands(colours.band),
        )


def _operands(colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return f"{red:.3g} {green:.3g} {blue:.3g}"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: type of *size*, lines *leading* apart, white space *above*, *below*.

    *rise* is how far above the lower edge of its line a baseline stands.
    """

    name: str
    family: str
    size: float
    leading: float
    rise: float
    colour: str
    link: str
    bold: bool = False
    italic: bool = False
    above: float = 0
    below: float = 0
    alignment: Alignment | Justified = "start"
    hyphenate: bool = False

    def aligned(self, alignment: Alignment) -> "TextStyle":
        """Give this style at *alignment*."""
        return self if alignment == "start" else replace(self, alignment=alignment)


@dataclass(frozen=True, slots=True)
class Styles:
    """One style for each part that text plays; *named* are those a block's own style asks for.

    *spacing* multiplies white space that is told in points, as fits text of _SIZE.
    """

    palette: Palette
    spacing: float
    title: TextStyle
    heading: TextStyle
    body: TextStyle
    item: TextStyle
    cell: TextStyle
    head: TextStyle
    row_head: TextStyle
    fact: TextStyle
    caption: TextStyle
    legend: TextStyle
    furniture: TextStyle
    named: Mapping[str, TextStyle]

    @classmethod
    def of(cls, look: Look, vocabularies: Vocabularies) -> "Styles":
        """Make the styles of *look*; the faces in *vocabularies* say where baselines stand."""
        palette, size = Palette.of(look.colours), look.fonts.size
        text = partial(_style, look, vocabularies, look.fonts.body)
        heading = partial(
            _style, look, vocabularies, look.fonts.headings, colour=palette.accent, bold=True
        )
        body = text("body", size, after=0.55)
        running = replace(
            body,
            alignment="justify" if look.text.align == "justify" else "start",
            hyphenate=look.text.hyphenate,
        )
        lead = text("lead", 1.15 * size, after=0.7)
        return cls(
            palette=palette,
            spacing=look.spacing * size / _SIZE,
            title=heading("title", 2.2 * size, leading=1.2, after=0.35),
            heading=heading("heading", 1.3 * size, leading=1.3, before=0.9, after=0.4),
            body=running,
            item=replace(running, name="item", below=0.25 * size * look.spacing),
            cell=replace(body, hyphenate=look.text.hyphenate),
            head=text("head", 0.95 * size, colour=palette.accent, bold=True),
            row_head=text("row head", size, bold=True, after=0.55),
            fact=text("fact", size, colour=palette.muted, bold=True),
            caption=text("caption", 0.9 * size, colour=palette.muted, italic=True, after=0.4),
            legend=text("legend", 0.9 * size, colour=palette.muted, italic=True, after=0.8),
            furniture=text("furniture", 0.8 * size, leading=1.3, colour=palette.muted),
            named={"lead": replace(lead, alignment=running.alignment, hyphenate=running.hyphenate)},
        )


def _style(
    look: Look,
    vocabularies: Vocabularies,
    family: str,
    name: str,
    size: float,
    *,
    colour: str = "",
    bold: bool = False,
    italic: bool = False,
    leading: float = 1.45,
    before: float = 0,
    after: float = 0,
) -> TextStyle:
    """Make a style; *leading*, *before* and *after* are multiples of its own *size*.

    The look's spacing stretches or shrinks the latter two, and a fifth as much the leading.
    """
    palette = Palette.of(look.colours)
    face = vocabularies.of(family, bold=bold, italic=italic, language="en", rtl=False).chain.first
    distance = leading * size * (1 + (look.spacing - 1) / 5)
    slack = distance - (face.ascent - face.descent) * size / 1000
    return TextStyle(
        name,
        family,
        size,
        distance,
        slack / 2 - face.descent * size / 1000,
        colour or palette.text,
        palette.accent,
        bold,
        italic,
        before * size * look.spacing,
        after * size * look.spacing,
    )
