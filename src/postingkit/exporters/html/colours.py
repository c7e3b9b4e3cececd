"""Works out colours that can be read against each other; it knows no theme and no CSS.

Colours are ``#rrggbb``. Contrast is that of WCAG 2.2, from 1 to 21:
https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from colorsys import hls_to_rgb, rgb_to_hls

READABLE = 4.5
"""The contrast that text needs at least: https://www.w3.org/TR/WCAG22/#contrast-minimum"""

STEPS = 100


def contrast(one: str, other: str) -> float:
    """Give the contrast between two colours."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, background: str, ratio: float = READABLE) -> str:
    """Give *colour*, or the nearest lighter or darker one that reads on *background*.

    Where even black or white does not reach *ratio*, the better of the two is given.
    """
    end = max("#000000", "#ffffff", key=lambda extreme: contrast(extreme, background))
    shades = (shade(colour, end, step / STEPS) for step in range(STEPS))
    return next((one for one in shades if contrast(one, background) >= ratio), end)


def shade(colour: str, end: str, share: float) -> str:
    """Take *colour* by *share*, 0 to 1, of the way to the lightness of *end*, its hue kept."""
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    _, goal, _ = rgb_to_hls(*_channels(end))
    return _written(hls_to_rgb(hue, lightness + (goal - lightness) * share, saturation))


def mix(colour: str, other: str, share: float) -> str:
    """Mix *share*, 0 to 1, of *other* into *colour*."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    red, green, blue = (mine + (yours - mine) * share for mine, yours in pairs)
    return _written((red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """Undo sRGB's gamma: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    if channel <= 0.04045:  # noqa: PLR2004 - where sRGB's curve has its straight part
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _written(channels: tuple[float, float, float]) -> str:
    return "#" + bytes(round(channel * 255) for channel in channels).hex()
