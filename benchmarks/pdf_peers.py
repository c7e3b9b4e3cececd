"""What the PDF engines beside postingkit share, so that their pages come out like its own."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import postingkit
from postingkit.document import Inlines, Link, Table, lines
from postingkit.look import Look

FONTS = Path(postingkit.__file__).parent / "exporters" / "pdf" / "fonts" / "files"
COLOURS = Look().colours


def shares(table: Table) -> list[float]:
    """Give what each column has of the table's width."""
    total = sum(column.width for column in table.columns)
    return [column.width / total for column in table.columns]


def html_inlines(inlines: Inlines, escaped: Callable[[str], str]) -> str:
    """Give *inlines* as HTML, which platypus reads too, by its own *escaped*."""
    parts = []
    for inline in inlines:
        text = escaped("\n".join(lines((inline,))))
        link = isinstance(inline, Link)
        parts.append(f'<a href="{escape(inline.target)}">{text}</a>' if link else text)
    return "".join(parts)
