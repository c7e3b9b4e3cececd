"""The code that a telephone reads to apply, as a figure; it knows no opening and asks no server."""

from io import BytesIO

from postingkit.document import Figure, Image, Link, Text

SIDE = 25.0
"""Millimetres of paper that a code takes, its quiet zone included."""
LEAST_MODULE = 0.4
"""Millimetres; the smallest squares that telephones read off any printer's paper."""
WIDEST = 50.0
QUIET_ZONE = 4
"""White modules around a code (ISO/IEC 18004, 9.1)."""
PIXELS_PER_MODULE = 8
CORRECTION = "M"
"""How much may be dirty: 15 percent."""


def application_figure(address: str, alternative: str) -> Figure:
    """Give the figure of a QR code that leads to *address*, with the address below it as a link.

    *alternative* is what it says to those who do not see it, such as where it leads. Equal
    addresses give equal bytes. Raises `ValueError` for an address that is too long for a code of
    up to 50 mm, or empty.
    """
    if not address:
        raise ValueError("A QR code needs an address.")
    data, modules = _code(address)
    side = max(SIDE, modules * LEAST_MODULE)
    if side > WIDEST:
        raise _too_long(address)
    image = Image(data, "image/png", side, side)
    return Figure(image, alternative, address, (Link((Text(address),), address),))


def _code(address: str) -> tuple[bytes, float]:
    """Draw a code in black and white, one bit a pixel, and count the modules along a side."""
    import segno  # noqa: PLC0415 - it takes time, and few postings have a code

    try:
        code = segno.make_qr(address, error=CORRECTION, encoding="utf-8", boost_error=False)
    except segno.DataOverflowError as error:
        raise _too_long(address) from error
    file = BytesIO()
    code.save(file, kind="png", scale=PIXELS_PER_MODULE, border=QUIET_ZONE)
    return file.getvalue(), code.symbol_size(border=QUIET_ZONE)[0]


def _too_long(address: str) -> ValueError:
    return ValueError(
        f"The address “{address[:40]}…” has {len(address)} characters, too many for a QR code"
        " that telephones can read from paper. Give a shorter one."
    )
