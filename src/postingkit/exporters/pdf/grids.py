"""How tables, facts and callouts are ruled and coloured; it sets no text."""

from collections.abc import Sequence
from typing import TypeAlias

from reportlab.platypus import Flowable, TableStyle

from postingkit.exporters.pdf.flowables import Grid, mark_repeated_head
from postingkit.exporters.pdf.fonts import REGULAR
from postingkit.exporters.pdf.styles import Palette, Styles
from postingkit.look import TableStyle as Look

PADDING = 7.0
"""Points between a cell's edges and its content, left and right."""
Span: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
Command: TypeAlias = tuple[str, tuple[int, int], tuple[int, int], *tuple[object, ...]]
Rows: TypeAlias = Sequence[Sequence[Sequence[Flowable]]]

_HAIRLINE = 0.5
_ALL: Span = ((0, 0), (-1, -1))
_HEAD: Span = ((0, 0), (-1, 0))


def table(rows: Rows, widths: list[float], look: Look, styles: Styles, repeated: int) -> Grid:
    """Make a table of set cells, the first row its head, in one of the three looks."""
    palette = styles.palette
    commands: list[Command] = []
    match look:
        case "banded":
            bands: list[Command] = [
                ("BACKGROUND", (0, i), (-1, i), palette.band) for i in range(2, len(rows), 2)
            ]
            commands += [*bands, ("BACKGROUND", *_HEAD, palette.band), _line(_ALL, palette)]
            commands += [("LINEBELOW", *_HEAD, 1.2, palette.accent)]
        case "ruled":
            commands += [_line(_ALL, palette), ("LINEABOVE", *_HEAD, 1.2, palette.accent)]
            commands += [("LINEBELOW", *_HEAD, 1.2, palette.accent)]
        case "plain":
            commands += [("LEFTPADDING", (0, 0), (0, -1), 0)]
    return _grid(rows, widths, commands, styles.spacing, repeated=repeated)


def facts(rows: Rows, widths: list[float], styles: Styles) -> Grid:
    """Make a two-column grid of names and values."""
    palette = styles.palette
    edges: list[Command] = [
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LINEABOVE", *_HEAD, _HAIRLINE, palette.rule),
    ]
    return _grid(rows, widths, [*edges, _line(_ALL, palette)], styles.spacing)


def callout(content: Sequence[Flowable], width: float, styles: Styles) -> Grid:
    """Make a tinted box with a bar at its start."""
    palette, padding = styles.palette, PADDING * styles.spacing
    commands: list[Command] = [
        ("BACKGROUND", *_ALL, palette.band),
        ("LINEBEFORE", *_ALL, 3, palette.accent),
        ("LEFTPADDING", *_ALL, 2 * PADDING),
        ("RIGHTPADDING", *_ALL, 2 * PADDING),
        ("TOPPADDING", *_ALL, 1.4 * padding),
        ("BOTTOMPADDING", *_ALL, 1.6 * padding),
    ]
    box = _grid([[content]], [width], commands, styles.spacing)
    box.spaceBefore = box.spaceAfter
    return box


def _line(cells: Span, palette: Palette) -> Command:
    return ("LINEBELOW", *cells, _HAIRLINE, palette.rule)


def _grid(
    rows: Rows,
    widths: list[float],
    commands: Sequence[Command],
    spacing: float,
    repeated: int = 0,
) -> Grid:
    common: list[Command] = [
        ("FONTNAME", *_ALL, REGULAR),  # else ReportLab puts Helvetica into the file
        ("VALIGN", *_ALL, "TOP"),
        ("LEFTPADDING", *_ALL, PADDING),
        ("RIGHTPADDING", *_ALL, PADDING),
        ("TOPPADDING", *_ALL, 0.6 * PADDING * spacing),
        ("BOTTOMPADDING", *_ALL, 0.9 * PADDING * spacing),
    ]
    return Grid(
        [[list(cell) or "" for cell in row] for row in rows],
        colWidths=widths,
        style=TableStyle([*common, *commands]),
        repeatRows=repeated,
        splitInRow=1,
        hAlign="LEFT",
        spaceBefore=4 * spacing,
        spaceAfter=10 * spacing,
        renderCB=mark_repeated_head,  # type: ignore[arg-type]  # ReportLab only calls it
    )
