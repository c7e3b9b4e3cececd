"""Writes how running text is set: justified or ragged, hyphenated or not; it writes no words."""

from postingkit.look import Prose

MOST_HYPHENS = 2
"""How many lines in a row may end in a hyphen."""


def flowing(prose: Prose) -> str:
    """Align the text of the whole document, tables excepted, which have `standing` in a style."""
    return '<w:jc w:val="both"/>' if prose.align == "justify" else ""


def standing(prose: Prose) -> str:
    """Leave lines ragged where the others are not: in headings, captions, facts and cells."""
    return '<w:jc w:val="left"/>' if prose.align == "justify" else ""


def unstretched(prose: Prose) -> str:
    """Let a line that ends in a break be ragged, as the last one is, for the compatibility."""
    return "<w:doNotExpandShiftReturn/>" if prose.align == "justify" else ""


def undivided(prose: Prose) -> str:
    """Keep words whole where the others are not: in headings."""
    return "<w:suppressAutoHyphens/>" if prose.hyphenate else ""


def hyphenation(prose: Prose) -> str:
    """Let Word divide words, for the settings, behind the tab stops (ISO/IEC 29500-1, CT_Settings).

    Word divides words in the languages that it has the rules of.
    """
    if not prose.hyphenate:
        return ""
    return (
        f'<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="{MOST_HYPHENS}"/>'
        "<w:doNotHyphenateCaps/>"
    )
