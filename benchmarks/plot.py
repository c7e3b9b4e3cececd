"""Draws what was measured as bars, as a PNG and an SVG file that equal figures make equal."""

import textwrap
from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from peers import FONTS
from results import Panel

OURS, THEIRS, TEXT, MUTED = "#0b5d8f", "#c2c7cd", "#1c1e21", "#555b63"
"""A dark blue and a light grey, which differ in lightness and so for every eye."""
COLUMNS, WIDTH, BAR, AROUND = 2, 11.0, 0.36, 0.95
"""Panels beside one another; inches of the picture, of a bar, and of what is around bars."""
NAME = 38
"""Characters of a label's line."""
LEGEND = "Dark bars are postingkit's, light ones others'. Shorter is better."
SETTINGS = {
    "font.family": "Noto Sans",
    "font.size": 10,
    "svg.hashsalt": "postingkit",
    "text.color": TEXT,
    "ytick.color": TEXT,
}


def draw(panels: Sequence[Panel], folder: Path) -> None:
    """Draw *panels* into the files ``benchmarks.png`` and ``benchmarks.svg`` of *folder*."""
    for font in FONTS.glob("NotoSans-*.ttf"):
        mpl.font_manager.fontManager.addfont(font)
    pairs = [panels[at : at + COLUMNS] for at in range(0, len(panels), COLUMNS)]
    heights = [max(len(panel.bars) for panel in pair) * BAR + AROUND for pair in pairs]
    with mpl.rc_context(SETTINGS):
        figure = Figure(figsize=(WIDTH, sum(heights)), layout="constrained")
        figure.get_layout_engine().set(hspace=0.06, wspace=0.04)
        grid = figure.subplots(len(pairs), COLUMNS, squeeze=False, height_ratios=heights)
        for pair, row in zip(pairs, grid, strict=True):
            for axes in row[len(pair) :]:
                axes.set_visible(False)
            most = max(len(panel.bars) for panel in pair)
            for panel, axes in zip(pair, row, strict=False):
                _draw(panel, axes, most)
        figure.supxlabel(LEGEND, fontsize=9.5, color=MUTED)
        figure.savefig(folder / "benchmarks.png", dpi=144)
        figure.savefig(folder / "benchmarks.svg", metadata={"Date": None})


def _draw(panel: Panel, axes: Axes, most: int) -> None:
    labels = [textwrap.fill(name, NAME) for name in panel.bars]
    values = list(panel.bars.values())
    colours = [OURS if name in panel.ours else THEIRS for name in panel.bars]
    bars = axes.barh(labels, values, color=colours, height=0.62)
    axes.bar_label(bars, [f"{_short(value)} {panel.unit}" for value in values], padding=4)
    axes.set_title(panel.title, loc="left", fontweight="bold", fontsize=11.5, pad=8)
    axes.set_ylim(most - 0.5, -0.5)  # so that bars of all panels are equally thick
    axes.set_xlim(0, max(values) * 1.22)
    axes.xaxis.set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.spines["left"].set_color(MUTED)
    axes.spines["left"].set_bounds(-0.5, len(bars) - 0.5)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three figures
