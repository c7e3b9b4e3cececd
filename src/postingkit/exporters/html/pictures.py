"""Writes pictures into the page itself, as addresses that hold their data; it reads none."""

from base64 import b64encode

from postingkit.exporters.html.elements import Attributes, Html, void

PIXELS_PER_MILLIMETRE = 96 / 25.4  # https://www.w3.org/TR/css-values/#absolute-lengths


def picture(
    data: bytes, media_type: str, size: tuple[float, float], attributes: Attributes
) -> Html:
    """Write an image of a *size* in millimetres; *attributes* say what else is known of it."""
    width, height = size
    source = f"data:{media_type};base64,{b64encode(data).decode('ascii')}"
    return void(
        "img", {"src": source, **attributes, "width": _pixels(width), "height": _pixels(height)}
    )


def _pixels(millimetres: float) -> str:
    return str(max(1, round(millimetres * PIXELS_PER_MILLIMETRE)))
