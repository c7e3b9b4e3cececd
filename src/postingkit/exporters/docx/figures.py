"""Writes a picture as a drawing that stands in a line of text; it reads no picture."""

from dataclasses import dataclass

from postingkit.document import Image
from postingkit.exporters.docx import escaping
from postingkit.exporters.docx.measures import emu, twips
from postingkit.exporters.docx.names import DRAWING

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""What tells screen readers to pass over a picture that says nothing."""


VECTOR = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/>'
    "</a:ext></a:extLst>"
)
"""The picture as SVG ([MS-ODRAWXML], 2.6.5.1)."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing's *number* in the document, and the relationships to its data and its link.

    *vector* is the one to the same picture as SVG, which Word since 2016 shows instead.
    """

    number: int
    data: str
    link: str | None
    vector: str | None = None


def drawing(image: Image, alternative: str, references: Drawing, room: tuple[int, int]) -> str:
    """Write a run with *image*, no larger than *room*: width and height in twips."""
    width, height = max(1, twips(image.width)), max(1, twips(image.height))
    scale = min(1.0, room[0] / width, room[1] / height)
    across, down = max(1, emu(image.width * scale)), max(1, emu(image.height * scale))
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/>{_described(alternative, references)}'
        f'<a:graphic><a:graphicData uri="{DRAWING}/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{references.number}" name="{references.data}"/><pic:cNvPicPr/>'
        f"</pic:nvPicPr><pic:blipFill>{_blip(references)}"
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _blip(references: Drawing) -> str:
    inner = VECTOR.format(references.vector) if references.vector else ""
    return f'<a:blip r:embed="{references.data}">{inner}</a:blip>'


def _described(alternative: str, references: Drawing) -> str:
    link = f'<a:hlinkClick r:id="{references.link}"/>' if references.link else ""
    return (
        f'<wp:docPr id="{references.number}" name="{references.data}" '
        f'descr="{escaping.attribute(alternative)}">{link}'
        f"{'' if alternative.strip() else DECORATIVE}</wp:docPr>"
    )
