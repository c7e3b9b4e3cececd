"""The four faces of Noto Sans that every file embeds; it knows of no other font.

They are registered with ReportLab once, under names that nobody else uses.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

FAMILY = "Noto Sans"
REGULAR = "postingkit NotoSans-Regular"
BOLD = "postingkit NotoSans-Bold"
ITALIC = "postingkit NotoSans-Italic"
BOLD_ITALIC = "postingkit NotoSans-BoldItalic"
FACES = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)


def face(*, bold: bool, italic: bool) -> str:
    """Name the face for a weight and a slope."""
    if bold:
        return BOLD_ITALIC if italic else BOLD
    return ITALIC if italic else REGULAR


@cache
def register() -> frozenset[int]:
    """Make the faces known to ReportLab; gives the code points that each of the four can draw."""
    fonts = [TTFont(name, BytesIO(_data(name))) for name in FACES]
    for font in fonts:
        registerFont(font)
    return frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in fonts))


def _data(name: str) -> bytes:
    file = name.removeprefix("postingkit ") + ".ttf"
    return files(__package__).joinpath("fonts", file).read_bytes()
