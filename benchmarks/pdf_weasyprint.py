"""Writes postings by WeasyPrint, from HTML and one style sheet."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

import weasyprint
from pdf_peers import COLOURS, FONTS, html_inlines, shares
from weasyprint.text.fonts import FontConfiguration

from postingkit.document import Block, Cell, Document, List, Paragraph, Table

CSS_LOOK = f"""
@font-face {{ font-family: Sheet; src: url({(FONTS / "NotoSans-Regular.ttf").as_uri()}) }}
@font-face {{ font-family: Sheet; font-weight: bold;
  src: url({(FONTS / "NotoSans-Bold.ttf").as_uri()}) }}
@page {{ size: A4; margin: 20mm; @bottom-right {{ font: 8.4pt Sheet; color: {COLOURS.muted};
  content: "Page " counter(page) " of " counter(pages) }} }}
body {{ font: 10.5pt/1.45 Sheet; color: {COLOURS.text}; margin: 0 }}
h1, h2, th, a {{ color: {COLOURS.accent} }}
h1 {{ font-size: 23.1pt; line-height: 1.2; margin: 0 0 8pt }}
h2 {{ font-size: 13.65pt; line-height: 1.3; margin: 12.3pt 0 5.5pt }}
p, table {{ margin: 0 0 5.8pt }}
ul, ol {{ margin: 0 0 5.8pt; padding-left: 16pt }}
li {{ margin: 0 0 2.6pt }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed }}
td p {{ margin: 0 }}
th, td {{ padding: 5pt 7pt; text-align: left; vertical-align: top;
  border-bottom: 0.5pt solid {COLOURS.rule} }}
th {{ border-bottom: 1.2pt solid {COLOURS.accent} }}
th, tr:nth-child(even) td {{ background: {COLOURS.band} }}
"""


def weasyprint_writer() -> Callable[[Document], bytes]:
    """Load the fonts and parse the style sheet once, then a page for each document."""
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=CSS_LOOK, font_config=fonts)

    def write(document: Document) -> bytes:
        page = weasyprint.HTML(string="".join(_html_parts(document)))
        made = page.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
        assert isinstance(made, bytes)  # noqa: S101 - it says so where it stores no file
        return made

    return write


def _html_parts(document: Document) -> Iterator[str]:
    title = escape(document.meta.title.text)
    yield f'<!DOCTYPE html><html lang="en"><title>{title}</title><h1>{title}</h1>'
    for section in document.sections:
        if section.title:
            yield f"<h2>{escape(section.title.text)}</h2>"
        yield from map(_html_block, section.blocks)


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
            return f"<table>{widths}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        case _:
            raise NotImplementedError(type(block).__name__)


def _html_data(cell: Cell) -> str:
    return f"<td>{_html_cell(cell.blocks)}</td>"


def _html_cell(blocks: Sequence[Block]) -> str:
    return "<br>".join(
        html_inlines(block.inlines, escape) for block in blocks if isinstance(block, Paragraph)
    )
