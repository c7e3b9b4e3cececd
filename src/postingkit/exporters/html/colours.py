"""Works out colours that can be read against each other; it knows no theme and no CSS.

Colours are ``#rrggbb``.
"""

from colorsys import hls_to_rgb, rgb_to_hls

from postingkit.contrast import READABLE, channels_of, contrast

STEPS = 100


def readable(colour: str, background: str, ratio: float = READABLE) -> str:
    """Give *colour*, or the nearest lighter or darker one that reads on *background*.

    Where even black or white does not reach *ratio*, the better of the two is given.
    """
    end = max("#000000", "#ffffff", key=lambda extreme: contrast(extreme, background))
    shades = (shade(colour, end, step / STEPS) for step in range(STEPS))
    return next((one for one in shades if contrast(one, background) >= ratio), end)


def shade(colour: str, end: str, share: float) -> str:
    """Take *colour* by *share*, 0 to 1, of the way to the lightness of *end*, its hue kept."""
    hue, lightness, saturation = rgb_to_hls(*channels_of(colour))
    _, goal, _ = rgb_to_hls(*channels_of(end))
    return _written(hls_to_rgb(hue, lightness + (goal - lightness) * share, saturation))


def mix(colour: str, other: str, share: float) -> str:
    """Mix *share*, 0 to 1, of *other* into *colour*."""
    pairs = zip(channels_of(colour), channels_of(other), strict=True)
    red, green, blue = (mine + (yours - mine) * share for mine, yours in pairs)
    return _written((red, green, blue))


def _written(channels: tuple[float, float, float]) -> str:
    return "#" + bytes(round(channel * 255) for channel in channels).hex()
