"""Judges whether a paragraph of the file is the document's heading, and makes it one to readers."""

from lxml import etree

from postingkit.exporters.docx.stationery.names import Element, W, value

AFTER_OUTLINE = frozenset(
    f"{W}{name}" for name in ("divId", "cnfStyle", "rPr", "sectPr", "pPrChange")
)
"""What follows the outline's level in a paragraph's properties (ISO/IEC 29500-1, CT_PPr)."""
TITLE = "title"
DEEPEST = 12


def stands_as_title(paragraph: Element, styles: Element, *, alone: bool) -> bool:
    """Tell whether *paragraph*, which has the title in it, is the heading of the document.

    It is where the title stands *alone*, or where its style is Title or a heading of level 1.
    """
    if alone:
        return True
    style = _style(paragraph, styles)
    return _name(style) == TITLE or _level(style, styles) == "0"


def make_title(paragraph: Element, styles: Element) -> None:
    """Give *paragraph* the outline's first level, which changes nothing in its look."""
    if _level(_style(paragraph, styles), styles) == "0":
        return
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    for each in properties.findall(W + "outlineLvl"):
        properties.remove(each)
    level = etree.Element(W + "outlineLvl", {W + "val": "0"})
    after = next((each for each in properties if each.tag in AFTER_OUTLINE), None)
    if after is None:
        properties.append(level)
    else:
        after.addprevious(level)


def _style(paragraph: Element, styles: Element) -> Element | None:
    return _by_id(value(paragraph.find(f"{W}pPr/{W}pStyle")), styles)


def _by_id(id_: str, styles: Element) -> Element | None:
    found = (each for each in styles.iter(W + "style") if value(each, "styleId") == id_)
    return next(found, None) if id_ else None


def _name(style: Element | None) -> str:
    return "" if style is None else value(style.find(W + "name")).lower()


def _level(style: Element | None, styles: Element) -> str:
    """Give the level that *style* has or inherits."""
    for _ in range(DEEPEST):
        if style is None:
            return ""
        said = value(style.find(f"{W}pPr/{W}outlineLvl"))
        if said:
            return said
        style = _by_id(value(style.find(W + "basedOn")), styles)
    return ""
