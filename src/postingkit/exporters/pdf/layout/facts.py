"""Facts: names with their values beside them, or above them where there is little room."""

from postingkit.document import Facts, Strong
from postingkit.exporters.pdf.layout.boxes import PADDING
from postingkit.exporters.pdf.layout.grids import Cell, Edges, Grid, Row, Rule
from postingkit.exporters.pdf.layout.parts import Part, stacked
from postingkit.exporters.pdf.layout.prose import prose, set_units, shaped
from postingkit.exporters.pdf.layout.setting import Inner, Setting
from postingkit.exporters.pdf.structure import Element

_LEAST = 216.0  # points of width for two columns
_NAMES = 0.4  # of the width, at most
HAIRLINE = 0.5


def facts_parts(block: Facts, parent: Element, setting: Setting, inner: Inner) -> list[Part]:
    """Set facts as a table whose row heads are the names."""
    if not block.facts or setting.width < _LEAST:
        return _listed(block, parent, setting, inner)
    styles = setting.styles
    names = [shaped(fact.name, styles.fact, setting) for fact in block.facts]
    widest = max((units.width for name in names for units in name), default=0)
    first = min(widest * styles.fact.size / 1000 + 2 * PADDING, _NAMES * setting.width)
    widths = (first - PADDING, setting.width - first)
    body = parent.add("Table", block.language).add("TBody")
    rule = Rule(HAIRLINE, styles.palette.rule)
    rows = []
    for fact, name in zip(block.facts, names, strict=True):
        element = body.add("TR")
        head, value = element.add("TH"), element.add("TD")
        head.scope = "Row"
        named = set_units(name, styles.fact, head.add("P"), setting.within(widths[0], styles.fact))
        told = inner(fact.value, value, setting.within(widths[1], styles.cell))
        names_left = setting.width - widths[0] if setting.mirrored else 0
        values_left = 0 if setting.mirrored else first
        cells = Cell(stacked(named), names_left), Cell(stacked(told), values_left)
        rows.append(Row(cells, *padding(styles.spacing), rule=rule))
    above, below = 4 * styles.spacing, 10 * styles.spacing
    edges = Edges(above=rule)
    return [Grid(rows, None, setting.left, setting.width, setting.page, above, below, edges)]


def padding(spacing: float) -> tuple[float, float]:
    """Give the points above and below what stands in a cell."""
    return 0.75 * PADDING * spacing, 0.75 * PADDING * spacing


def _listed(block: Facts, parent: Element, setting: Setting, inner: Inner) -> list[Part]:
    """Set each name on the page of its value, above it."""
    result: list[Part] = []
    for fact in block.facts:
        name = parent.add("P", block.language)
        result += prose((Strong(fact.name),), setting.text, name, setting, keeps=True)
        result += inner(fact.value, parent, setting)
    return result
