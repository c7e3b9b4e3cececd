"""Measures how well one colour reads on another; it knows no theme.

Colours are ``#rrggbb``. Contrast is that of WCAG 2.2, from 1 to 21:
https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

READABLE = 4.5
"""The contrast that text needs at least: https://www.w3.org/TR/WCAG22/#contrast-minimum"""


def contrast(one: str, other: str) -> float:
    """Give the contrast between two colours."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def channels_of(colour: str) -> tuple[float, float, float]:
    """Give the red, green and blue of a colour, each from 0 to 1."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, channels_of(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """Undo sRGB's gamma: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    if channel <= 0.04045:  # noqa: PLR2004 - where sRGB's curve has its straight part
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
