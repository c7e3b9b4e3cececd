"""The look as platypus' paragraph styles; it knows no document.

Sizes follow from that of body text; all lengths here are points.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from postingkit.document import Alignment
from postingkit.exporters.pdf.fonts import BOLD, ITALIC, REGULAR
from postingkit.look import Colours, Look

ALIGNMENTS: Mapping[Alignment, Literal[0, 1, 2]] = {
    "start": TA_LEFT,
    "center": TA_CENTER,
    "end": TA_RIGHT,
}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a look, as ReportLab wants them."""

    text: Color
    muted: Color
    accent: Color
    rule: Color
    band: Color

    @classmethod
    def of(cls, colours: Colours) -> "Palette":
        """Make the palette of *colours*."""
        return cls(
            HexColor(colours.text),
            HexColor(colours.muted),
            HexColor(colours.accent),
            HexColor(colours.rule),
            HexColor(colours.band),
        )


@dataclass(frozen=True, slots=True)
class Styles:
    """One style for each part that text plays; *named* are those a block's own style asks for.

    *spacing* multiplies white space.
    """

    palette: Palette
    spacing: float
    title: ParagraphStyle
    heading: ParagraphStyle
    body: ParagraphStyle
    item: ParagraphStyle
    head: ParagraphStyle
    row_head: ParagraphStyle
    fact: ParagraphStyle
    caption: ParagraphStyle
    legend: ParagraphStyle
    named: Mapping[str, ParagraphStyle]

    @classmethod
    def of(cls, look: Look) -> "Styles":
        """Make the styles of *look*."""
        palette, size = Palette.of(look.colours), look.fonts.size
        style = partial(_style, _base(palette, size), look.spacing)
        body = style("body", REGULAR, size, colour=palette.text, after=0.55)
        return cls(
            palette=palette,
            spacing=look.spacing,
            title=style("title", BOLD, 2.2 * size, leading=1.2, colour=palette.accent, after=0.35),
            heading=style(
                "heading",
                BOLD,
                1.3 * size,
                leading=1.3,
                colour=palette.accent,
                before=0.9,
                after=0.4,
            ),
            body=body,
            item=ParagraphStyle("item", body, spaceAfter=0.25 * size * look.spacing),
            head=style("head", BOLD, 0.95 * size, colour=palette.accent),
            row_head=style("row head", BOLD, size, colour=palette.text, after=0.55),
            fact=style("fact", BOLD, size, colour=palette.muted),
            caption=style("caption", ITALIC, 0.9 * size, colour=palette.muted, after=0.4),
            legend=style("legend", ITALIC, 0.9 * size, colour=palette.muted, after=0.8),
            named={"lead": style("lead", REGULAR, 1.15 * size, colour=palette.text, after=0.7)},
        )


def _base(palette: Palette, size: float) -> ParagraphStyle:
    return ParagraphStyle(
        "base",
        linkColor=palette.accent,
        bulletColor=palette.accent,
        bulletFontName=REGULAR,
        bulletFontSize=size,
        allowWidows=0,
        spaceShrinkage=0,  # else ReportLab measures all spaces of a line anew for each word
    )


def _style(
    base: ParagraphStyle,
    spacing: float,
    name: str,
    font: str,
    size: float,
    *,
    colour: Color,
    leading: float = 1.45,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    """Make a style; *leading*, *before* and *after* are multiples of its own *size*.

    *spacing* stretches or shrinks the latter two, and a fifth as much the distance of lines.
    """
    return ParagraphStyle(
        name,
        base,
        fontName=font,
        fontSize=size,
        leading=leading * size * (1 + (spacing - 1) / 5),
        textColor=colour,
        spaceBefore=before * size * spacing,
        spaceAfter=after * size * spacing,
    )
