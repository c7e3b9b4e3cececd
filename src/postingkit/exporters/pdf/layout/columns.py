"""How wide a table's columns are: as the document asks, but no word is broken without need."""

from collections.abc import Iterator, Sequence

from postingkit.document import Blocks, Inlines, List, Table
from postingkit.exporters.pdf.layout.boxes import PADDING
from postingkit.exporters.pdf.layout.prose import shaped
from postingkit.exporters.pdf.layout.setting import Setting
from postingkit.exporters.pdf.layout.styles import TextStyle
from postingkit.exporters.pdf.walk import placed

_MARK = 2.0  # of the type size, for a list's marks
_SHORT_HEAD = 0.2  # of the table's width, for a head on one line
_EASY = 0.7  # of the table's width, that heads on one line may have together


def least_widths(block: Table, setting: Setting) -> list[float]:
    """Give the width that each column needs: for its longest word, or a short head on one line.

    Where they need more than there is, the widest are cut to one width.
    """
    needed = [_least(block, index, setting) for index in range(len(block.columns))]
    wished = [
        max(least, _head(block.columns[index].title, setting)) for index, least in enumerate(needed)
    ]
    if sum(wished) <= _EASY * setting.width:
        return wished
    return _levelled(needed, setting.width)


def _head(title: Inlines, setting: Setting) -> float:
    """Give the width of a head on one line; a long one may as well have several."""
    style = setting.styles.head
    lines = [units.width for units in shaped(title, style, setting)]
    width = max(lines, default=0) * style.size / 1000 + 2 * PADDING + 1
    return width if width <= _SHORT_HEAD * setting.width else 0


def _levelled(widths: Sequence[float], total: float) -> list[float]:
    """Cut the largest of *widths* to one size, so that their sum is at most *total*."""
    left, most = total, total
    for number, width in enumerate(sorted(widths)):
        most = left / (len(widths) - number)
        if width > most:
            break
        left -= width
    return [min(width, most) for width in widths] if sum(widths) > total else list(widths)


def _least(block: Table, index: int, setting: Setting) -> float:
    styles = setting.styles
    style = styles.row_head if block.row_headers and index == 0 else styles.cell
    widest = _longest(block.columns[index].title, styles.head, setting)
    marks = 0.0
    for blocks in _cells(block, index):
        for _, inlines in placed(blocks):
            widest = max(widest, _longest(inlines, style, setting))
        if any(isinstance(one, List) for one in blocks):
            marks = _MARK * style.size
    return widest + marks + 2 * PADDING + 1


def _cells(block: Table, index: int) -> Iterator[Blocks]:
    return (row[index].blocks for row in block.rows if index < len(row))


def _longest(inlines: Inlines, style: TextStyle, setting: Setting) -> float:
    words = [units.longest for units in shaped(inlines, style, setting)]
    return max(words, default=0) * style.size / 1000


def divided(shares: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Divide *total* by *shares*, giving no column less than its *least*.

    The least widths together must not exceed *total*.
    """
    free = set(range(len(shares)))
    while True:
        rest = total - sum(least[i] for i in range(len(shares)) if i not in free)
        unit = rest / (sum(shares[i] for i in free) or 1)
        short = {i for i in free if shares[i] * unit < least[i]}
        if not short:
            return [shares[i] * unit if i in free else least[i] for i in range(len(shares))]
        free -= short
