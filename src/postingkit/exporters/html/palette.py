"""Derives a page's colours, on light and on dark, from a look's; all text in them can be read."""

from dataclasses import dataclass

from postingkit.contrast import contrast
from postingkit.exporters.html.colours import mix, readable, shade
from postingkit.look import Colours

WHITE = "#ffffff"
BLACK = "#000000"
BODY = 7.0
"""The contrast of body text at least: https://www.w3.org/TR/WCAG22/#contrast-enhanced"""
CALM = 11.0
"""The contrast of body text on dark, where white on black would glare."""
COMFORTABLE = 6.0
"""The contrast of what else is read on dark: more than on light, where type looks bolder."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a page: of text on its paper, and of text on its band.

    *brand* is the look's accent as it is, for decoration alone, as nobody has to read it.
    """

    paper: str
    text: str
    muted: str
    accent: str
    brand: str
    rule: str
    band: str
    text_on_band: str
    accent_on_band: str


def light(colours: Colours) -> Palette:
    """Give the colours on white, darker than the look's where those cannot be read on it."""
    return Palette(
        paper=WHITE,
        text=readable(colours.text, WHITE, BODY),
        muted=readable(colours.muted, WHITE),
        accent=readable(colours.accent, WHITE),
        brand=colours.accent,
        rule=colours.rule,
        band=colours.band,
        text_on_band=readable(colours.text, colours.band, BODY),
        accent_on_band=readable(colours.accent, colours.band),
    )


def dark(colours: Colours) -> Palette:
    """Give the same colours on a paper as dark as ink."""
    paper = _ink(colours.text)
    band = mix(paper, readable(colours.band, paper, CALM), 0.09)
    text = readable(shade(paper, WHITE, 0.5), band, CALM)
    accent = readable(colours.accent, band, COMFORTABLE)
    return Palette(
        paper=paper,
        text=text,
        muted=readable(colours.muted, band, COMFORTABLE),
        accent=accent,
        brand=colours.accent if contrast(colours.accent, paper) >= 3 else accent,  # noqa: PLR2004
        rule=mix(paper, text, 0.25),
        band=band,
        text_on_band=text,
        accent_on_band=accent,
    )


def _ink(colour: str) -> str:
    """Give *colour* so dark that white reads on it like ink on paper."""
    shades = (shade(colour, BLACK, step / 100) for step in range(100))
    return next((one for one in shades if contrast(one, WHITE) >= 16), BLACK)  # noqa: PLR2004
