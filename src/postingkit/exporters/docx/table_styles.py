"""Defines the styles of tables and of what stands in their cells."""

from postingkit.exporters.docx.definitions import (
    OUR_OWN,
    Derived,
    border,
    colour,
    paragraph_style,
    shade,
    spacing,
)
from postingkit.exporters.docx.prose import standing
from postingkit.look import Look

POSTING_TABLE = "PostingTable"
BOLD = "<w:b/><w:bCs/>"
PADDING_ACROSS = 100
PADDING_ABOVE = 70
PADDING_BELOW = 20
"""Twips between a cell's edges and its paragraphs, which have space below them of their own."""


def table_styles(look: Look) -> str:
    """Define the table style of *look*, and the paragraphs of cells and heads."""
    return (
        paragraph_style("Table Text", spacing(after=3 * look.spacing), origin=OUR_OWN)
        + paragraph_style("Table Heading", "<w:keepNext/>", base="TableText", origin=OUR_OWN)
        + _table_style(look, POSTING_TABLE, "Posting Table", "TableNormal")
    )


def derived_table_style(look: Look, derived: Derived) -> str:
    """Define *derived* in full: LibreOffice inherits no conditional formats from a base."""
    return _table_style(look, derived.id, derived.full_name, derived.base)


def _table_style(look: Look, id_: str, name: str, base: str) -> str:
    return (
        f'<w:style w:type="table"{OUR_OWN} w:styleId="{id_}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/><w:qFormat/>{_paragraphs(look)}'
        f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/>{_rules(look)}{_padding(look)}</w:tblPr>'
        f"{_conditional('firstRow', BOLD + colour(look.colours.accent), _head(look))}"
        f"{_conditional('firstCol', BOLD, '')}{_bands(look)}</w:style>"
    )


def _paragraphs(look: Look) -> str:
    ragged = standing(look.text)
    return f"<w:pPr>{ragged}</w:pPr>" if ragged else ""


def _rules(look: Look) -> str:
    rule = look.colours.rule
    match look.table:
        case "banded" | "ruled":
            lines = border("bottom", rule, width=0.5) + border("insideH", rule, width=0.5)
            return f"<w:tblBorders>{lines}</w:tblBorders>"
        case "plain":
            return ""


def _padding(look: Look) -> str:
    sides = {
        "top": round(PADDING_ABOVE * look.spacing),
        "left": PADDING_ACROSS,
        "bottom": round(PADDING_BELOW * look.spacing),
        "right": PADDING_ACROSS,
    }
    cells = "".join(f'<w:{side} w:w="{gap}" w:type="dxa"/>' for side, gap in sides.items())
    return f"<w:tblCellMar>{cells}</w:tblCellMar>"


def _head(look: Look) -> str:
    colours = look.colours
    under = border("bottom", colours.accent, width=1)
    match look.table:
        case "banded":
            return f"<w:tcBorders>{under}</w:tcBorders>{shade(colours.band)}"
        case "ruled":
            above = border("top", colours.accent, width=1)
            return f"<w:tcBorders>{above}{under}</w:tcBorders>"
        case "plain":
            return ""


def _bands(look: Look) -> str:
    match look.table:
        case "banded":
            return _conditional("band2Horz", "", shade(look.colours.band))
        case "ruled" | "plain":
            return ""


def _conditional(where: str, run: str, cell: str) -> str:
    run_properties = f"<w:rPr>{run}</w:rPr>" if run else ""
    cell_properties = f"<w:tcPr>{cell}</w:tcPr>" if cell else ""
    return f'<w:tblStylePr w:type="{where}">{run_properties}{cell_properties}</w:tblStylePr>'
