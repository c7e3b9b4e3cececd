"""What the engines beside postingkit share, so that their files say and look what its own do."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

import postingkit
from postingkit.document import Block, Cell, Document, Inlines, Link, List, Paragraph, Table, lines
from postingkit.look import Look

FONTS = Path(postingkit.__file__).parent / "exporters" / "pdf" / "fonts" / "files"
COLOURS = Look().colours


def shares(table: Table) -> list[float]:
    """Give what each column has of the table's width."""
    total = sum(column.width for column in table.columns)
    return [column.width / total for column in table.columns]


def texts(block: Block) -> Iterator[str]:
    """Yield the texts of a block without a table: a line, or an item of a list, each."""
    match block:
        case Paragraph(inlines):
            yield from lines(inlines)
        case List(items):
            for item in items:
                yield " ".join(text for inner in item.blocks for text in texts(inner))
        case _:
            raise NotImplementedError(type(block).__name__)


def cell_text(cell: Cell) -> str:
    """Give the text of a table's cell."""
    return "\n".join(text for block in cell.blocks for text in texts(block))


def html_inlines(inlines: Inlines, escaped: Callable[[str], str]) -> str:
    """Give *inlines* as HTML, which platypus reads too, by its own *escaped*."""
    parts = []
    for inline in inlines:
        text = escaped("\n".join(lines((inline,))))
        link = isinstance(inline, Link)
        parts.append(f'<a href="{escape(inline.target)}">{text}</a>' if link else text)
    return "".join(parts)


def html_page(document: Document) -> str:
    """Give *document* as the plain HTML that other programs read."""
    title = escape(document.meta.title.text)
    head = f'<!DOCTYPE html><html lang="en"><head><title>{title}</title></head>'
    parts = [f"{head}<body><h1>{title}</h1>"]
    for section in document.sections:
        if section.title:
            parts.append(f"<h2>{escape(section.title.text)}</h2>")
        parts += map(_html_block, section.blocks)
    return "".join((*parts, "</body></html>"))


def _html_block(block: Block) -> str:
    match block:
        case Paragraph(inlines):
            return f"<p>{html_inlines(inlines, escape)}</p>"
        case List(items):
            inner = "".join(f"<li>{_html_cell(item.blocks)}</li>" for item in items)
            return f"<ol>{inner}</ol>" if block.ordered else f"<ul>{inner}</ul>"
        case Table(columns, rows):
            head = "".join(f"<th>{html_inlines(each.title, escape)}</th>" for each in columns)
            body = "".join(f"<tr>{''.join(map(_html_data, row))}</tr>" for row in rows)
            widths = "".join(f'<col style="width: {each:.2%}">' for each in shares(block))
            return (
                f"<table><colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead>"
                f"<tbody>{body}</tbody></table>"
            )
        case _:
            raise NotImplementedError(type(block).__name__)


def _html_data(cell: Cell) -> str:
    return f"<td>{_html_cell(cell.blocks)}</td>"


def _html_cell(blocks: Sequence[Block]) -> str:
    return "<br>".join(
        html_inlines(block.inlines, escape) for block in blocks if isinstance(block, Paragraph)
    )
