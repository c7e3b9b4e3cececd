"""Callouts: a tinted box with a bar where its lines begin."""

from postingkit.document import Callout
from postingkit.exporters.pdf.layout.grids import Cell, Edges, Grid, Row, Rule
from postingkit.exporters.pdf.layout.parts import Part, stacked
from postingkit.exporters.pdf.layout.setting import Inner, Setting
from postingkit.exporters.pdf.structure import Element

PADDING = 7.0
"""Points between a cell's edges and its content, left and right."""
_LEAST = 72.0  # points of width
_BAR = 3.0


def callout_parts(block: Callout, parent: Element, setting: Setting, inner: Inner) -> list[Part]:
    """Set a callout; in a narrow column its blocks stand without a box."""
    element = parent.add("Div", block.language)
    if setting.width < _LEAST:
        return inner(block.blocks, element, setting)
    within = setting.within(setting.width - 4 * PADDING, setting.styles.body)
    content = inner(block.blocks, element, within)
    if not content:
        return []
    palette, spacing = setting.styles.palette, setting.styles.spacing
    cell = Cell(stacked(content), 2 * PADDING)
    row = Row((cell,), 1.4 * PADDING * spacing, 1.4 * PADDING * spacing, palette.band)
    edges = Edges(bar=Rule(_BAR, palette.accent), mirrored=setting.mirrored)
    space = 10 * spacing
    return [Grid([row], None, setting.left, setting.width, setting.page, space, space, edges)]
