"""Mends what programs write against the standard, where Word and its validators stumble over it."""

from postingkit.exporters.docx.stationery.names import MC, Element, W

HINT, BINDING = W + "showingPlcHdr", W + "dataBinding"
LEVEL = tuple(
    f"{W}{name}"
    for name in (
        "start",
        "numFmt",
        "lvlRestart",
        "pStyle",
        "isLgl",
        "suff",
        "lvlText",
        "lvlPicBulletId",
        "legacy",
        "lvlJc",
        "pPr",
        "rPr",
    )
)
"""The order in a level of a numbering (ISO/IEC 29500-1, CT_Lvl), which LibreOffice breaks."""


def in_standard_form(root: Element) -> Element:
    """Take of each text box and shape in *root* the form that the standard itself has (VML).

    Word writes them twice, and one of the two in an extension that the schemas do not know, so
    every text in them would stand in the file twice too.
    """
    for each in list(root.iter(MC + "AlternateContent")):
        fallback = each.find(MC + "Fallback")
        parent = each.getparent()
        if parent is not None and fallback is not None and fallback.find(W + "pict") is not None:
            for inner in list(fallback):
                each.addprevious(inner)
            parent.remove(each)
    return root


def release(element: Element) -> None:
    """Let the content controls around *element* keep what is filled in.

    Word would take the words for the hint that goes at a click, or replace them by what the control
    is bound to.
    """
    for control in element.iterancestors(W + "sdt"):
        for properties in control.findall(W + "sdtPr"):
            for each in (*properties.findall(HINT), *properties.findall(BINDING)):
                properties.remove(each)


def in_order(numbering: Element) -> Element:
    """Put what stands in the levels of *numbering* into the order that the standard asks for."""
    for level in numbering.iter(W + "lvl"):
        level[:] = sorted(
            level, key=lambda each: LEVEL.index(str(each.tag)) if each.tag in LEVEL else 0
        )
    return numbering
