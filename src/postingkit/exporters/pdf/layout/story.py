"""A document as the parts that pages are filled with: logo, bar and title, then its sections."""

from dataclasses import dataclass, replace

from postingkit.document import Document, Meta, Section, Text
from postingkit.exporters.pdf.layout.areas import MILLIMETRE
from postingkit.exporters.pdf.layout.blocks import parts
from postingkit.exporters.pdf.layout.paragraphs import Entry
from postingkit.exporters.pdf.layout.parts import Paper, Part
from postingkit.exporters.pdf.layout.pictures import PicturePart
from postingkit.exporters.pdf.layout.prose import prose
from postingkit.exporters.pdf.layout.setting import Setting
from postingkit.exporters.pdf.layout.styles import TextStyle
from postingkit.exporters.pdf.structure import Element
from postingkit.exporters.pdf.text.runs import recorded
from postingkit.look import Logo, Look

_BELOW_LOGO, _BELOW_BAR, _BAR = 16.0, 9.0, 3.0  # points
_TALLEST_LOGO = 4  # a page's height holds so many at least


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of *colour* across the column, *height* thick."""

    width: float
    colour: str
    height: float
    below: float
    above: float = 0
    keeps: bool = True

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> "tuple[Part, Part] | None":  # noqa: ARG002 - whole as it is
        """Leave it whole."""
        return None

    def cut(self, room: float) -> "tuple[Part, Part] | None":  # noqa: ARG002 - whole as it is
        """Leave it whole."""
        return None

    def draw(self, paper: Paper, left: float, top: float) -> None:
        """Draw it as an adornment."""
        box = f"{left:.2f} {top - self.height:.2f} {self.width:.2f} {self.height:.2f}"
        paper.sheet.decorate(f"{self.colour} rg {box} re f")


def story(document: Document, setting: Setting, look: Look, root: Element) -> list[Part]:
    """Set a document, its elements below *root*."""
    meta = document.meta
    return [
        *(_logo(look.logo, meta, root, setting) if look.logo else ()),
        *(_bar(setting) if look.accent == "bar" else ()),
        *_heading(meta.title, root.add("H1"), setting.styles.title, setting, 0),
        *(part for section in document.sections for part in _section(section, root, setting)),
    ]


def _logo(logo: Logo, meta: Meta, root: Element, setting: Setting) -> list[Part]:
    """Set the logo, no wider than the page; it says the organization's name or its own text."""
    element = root.add("Figure")
    element.alternative = logo.alternative or meta.organization
    width, height = logo.width * MILLIMETRE, logo.height * MILLIMETRE
    scale = min(1, setting.width / width, setting.page / _TALLEST_LOGO / height)
    size = (width * scale, height * scale)
    left = setting.width - size[0] if setting.mirrored else 0
    picture = setting.common.pictures.logo(logo, element.alternative)
    below = _BELOW_LOGO * setting.styles.spacing
    return [PicturePart(picture, size, left, element, keeps=True, above=0, below=below)]


def _bar(setting: Setting) -> list[Part]:
    below = _BELOW_BAR * setting.styles.spacing
    return [Bar(setting.width, setting.styles.palette.accent, _BAR, below)]


def _section(section: Section, root: Element, setting: Setting) -> list[Part]:
    content = section.title
    heading = (
        _heading(content, root.add("H2"), setting.styles.heading, setting, 1) if content else []
    )
    return [*heading, *parts(section.blocks, root, setting)]


def _heading(
    title: Text, element: Element, style: TextStyle, setting: Setting, level: int
) -> list[Part]:
    speaking = setting.speaking(title.language)
    found = prose((title,), style, element, speaking, keeps=True)
    return [replace(part, entry=Entry(recorded(title.text), level)) for part in found]
