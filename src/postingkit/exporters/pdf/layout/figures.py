"""Figures: a picture no larger than its column, above its caption."""

from postingkit.document import Figure
from postingkit.exporters.pdf.layout.areas import MILLIMETRE
from postingkit.exporters.pdf.layout.parts import Part
from postingkit.exporters.pdf.layout.pictures import PicturePart
from postingkit.exporters.pdf.layout.prose import prose
from postingkit.exporters.pdf.layout.setting import Setting
from postingkit.exporters.pdf.structure import Element
from postingkit.exporters.pdf.text.runs import Target

_TALLEST = 0.7  # at most, of the page's height, so that it fits into any cell
_CAPTIONED, _ALONE = 4.0, 8.0  # points below a picture


def figure_parts(block: Figure, parent: Element, setting: Setting) -> list[Part]:
    """Set a figure; its link holds it in the tree."""
    holder = parent.add("P", block.language) if block.link else parent
    link = holder.add("Link") if block.link else None
    element = (link or holder).add("Figure", block.language)
    element.alternative = block.alternative
    width, height = block.image.width * MILLIMETRE, block.image.height * MILLIMETRE
    scale = min(1, setting.width / width, _TALLEST * setting.page / height)
    size = (width * scale, height * scale)
    left = setting.left + (setting.width - size[0] if setting.mirrored else 0)
    picture = setting.common.pictures.image(block.image, block.alternative, block.place)
    caption = prose(block.caption, setting.styles.legend, parent.add("P", block.language), setting)
    below = (_CAPTIONED if caption else _ALONE) * setting.styles.spacing
    leads = (Target(block.link, block.alternative), link) if block.link and link else None
    part = PicturePart(picture, size, left, element, bool(caption), 0, below, leads)
    return [part, *caption]
