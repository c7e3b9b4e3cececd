"""A document as the one run of flowables that pages are filled from; it makes no page."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable

from postingkit.document import Document, Section
from postingkit.exporters.pdf.blocks import Setting, flowables
from postingkit.exporters.pdf.flowables import Bookmark, Picture
from postingkit.exporters.pdf.prose import Prose, prose
from postingkit.exporters.pdf.text import recorded
from postingkit.look import Logo, Look

_LEADING = ("title", "heading", "caption")  # styles of paragraphs that belong with what follows
_LINES = 3  # of a paragraph, that must follow a heading on its page
_ROWS = 120.0  # points of a table, likewise
_BELOW_LOGO, _BELOW_BAR = 16.0, 9.0  # points
_MOST = 0.8  # of a page; what needs more may be parted


def story(document: Document, setting: Setting, look: Look) -> list[Flowable]:
    """Set a document: logo, bar and title, then its sections, each with its bookmark."""
    title = document.meta.title
    opening = [
        *(_logo(look.logo, setting) if look.logo else ()),
        *(_bar(setting) if look.accent == "bar" else ()),
        _bookmark("title", title.text, 0),
        *prose((title,), setting.styles.title),
    ]
    sections = [
        flowable
        for number, section in enumerate(document.sections)
        for flowable in _section(section, number, setting)
    ]
    return list(_kept([*opening, *sections], setting))


def _logo(logo: Logo, setting: Setting) -> list[Flowable]:
    """Set the logo, no wider than the page; a drawing is set as the picture that stands for it."""
    image = ImageReader(BytesIO(logo.fallback or logo.data))
    width, height = logo.width * mm, logo.height * mm
    scale = min(1, setting.width / width, setting.height / 4 / height)
    picture = Picture(image, (width * scale, height * scale), 0, None, captioned=False)
    picture.spaceAfter = _BELOW_LOGO * setting.styles.spacing
    return [picture]


def _bar(setting: Setting) -> list[Flowable]:
    """Draw the accent above the title."""
    colour, below = setting.styles.palette.accent, _BELOW_BAR * setting.styles.spacing
    return [HRFlowable("100%", 3, "butt", colour, spaceBefore=0, spaceAfter=below, hAlign="LEFT")]


def _section(section: Section, number: int, setting: Setting) -> list[Flowable]:
    content = flowables(section.blocks, setting)
    if section.title is None:
        return content
    heading = prose((section.title,), setting.styles.heading)
    return [_bookmark(f"section{number}", section.title.text, 1), *heading, *content]


def _bookmark(key: str, title: str, level: int) -> Bookmark:
    return Bookmark(key, recorded(title), level)


def _kept(flowables: Sequence[Flowable], setting: Setting) -> Iterator[Flowable]:
    """Begin a new page before what would lead a page's last lines to nothing."""
    waiting: list[Flowable] = []
    for flowable in flowables:
        waiting.append(flowable)
        if not _leads(flowable):
            yield from _with_break(waiting, setting)
            waiting = []
    yield from waiting


def _with_break(flowables: Sequence[Flowable], setting: Setting) -> list[Flowable]:
    if len(flowables) == 1:
        return list(flowables)
    needed = sum(_needed(flowable, setting) for flowable in flowables)
    return [CondPageBreak(min(needed, _MOST * setting.height)), *flowables]


def _leads(flowable: Flowable) -> bool:
    match flowable:
        case Bookmark():
            return True
        case Prose():
            return flowable.style.name in _LEADING
        case Picture():
            return flowable.captioned
        case _:
            return False


def _needed(flowable: Flowable, setting: Setting) -> float:
    """Give the least height that *flowable* is worth beginning in."""
    height = flowable.wrap(setting.width, setting.height)[1] + flowable.getSpaceBefore()
    match flowable:
        case Prose():
            return min(height, _LINES * flowable.style.leading) + flowable.getSpaceAfter()
        case Picture() | Bookmark():
            return height + flowable.getSpaceAfter()
        case _:
            return min(height, _ROWS)
