"""Writes postings as Word files by python-docx and by docxtpl, as their documentation does."""

import io
from collections.abc import Callable

import docx
from docxtpl import DocxTemplate
from peers import cell_text, texts

from postingkit.document import Block, Document, List, Paragraph, Section, Table, plain

TEMPLATE = (
    ("{{ title }}", "Heading 1"),
    ("{%p for section in sections %}", None),
    ("{{ section.title }}", "Heading 2"),
    ("{%p for text in section.paragraphs %}", None),
    ("{{ text }}", None),
    ("{%p endfor %}", None),
    ("{%p for text in section.bullets %}", None),
    ("{{ text }}", "List Bullet"),
    ("{%p endfor %}", None),
    ("{%p for text in section.numbers %}", None),
    ("{{ text }}", "List Number"),
    ("{%p endfor %}", None),
    ("{%p if section.rows %}", None),
    ("", "Table Grid"),
    ("{%p endif %}", None),
    ("{%p endfor %}", None),
)
TABLE = (
    ("{{ section.heads[0] }}", "{{ section.heads[1] }}"),
    ("{%tr for row in section.rows %}", ""),
    ("{{ row[0] }}", "{{ row[1] }}"),
    ("{%tr endfor %}", ""),
)


def python_docx_writer() -> Callable[[Document], bytes]:
    """Add headings, paragraphs and tables to a copy of the default template, read each time."""
    return _as_commonly_written


def _as_commonly_written(document: Document) -> bytes:
    word = docx.Document()
    word.add_heading(document.meta.title.text, 1)
    for section in document.sections:
        if section.title:
            word.add_heading(section.title.text, 2)
        for block in section.blocks:
            _add(word, block)
    word.core_properties.title = document.meta.title.text
    return _saved(word.save)


def _add(word: docx.document.Document, block: Block) -> None:
    match block:
        case Table():
            _add_table(word, block)
        case List():
            style = "List Number" if block.ordered else "List Bullet"
            for text in texts(block):
                word.add_paragraph(text, style=style)
        case _:
            for text in texts(block):
                word.add_paragraph(text)


def _add_table(word: docx.document.Document, block: Table) -> None:
    table = word.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    for column, head in zip(block.columns, table.rows[0].cells, strict=True):
        head.text = plain(column.title)
    for row in block.rows:
        for written, each in zip(table.add_row().cells, row, strict=True):
            written.text = cell_text(each)


def docxtpl_writer() -> Callable[[Document], bytes]:
    """Make the template once, and fill it, read anew as docxtpl has it, for each document."""
    template = _template()

    def write(document: Document) -> bytes:
        word = DocxTemplate(io.BytesIO(template))
        sections = [_context(section) for section in document.sections]
        title = document.meta.title.text
        word.render({"title": title, "sections": sections}, autoescape=True)
        return _saved(word.save)

    return write


def _context(section: Section) -> dict[str, object]:
    paragraphs, bullets, numbers, heads, rows = [], [], [], [], []
    for block in section.blocks:
        match block:
            case Paragraph():
                paragraphs += texts(block)
            case List():
                (numbers if block.ordered else bullets).extend(texts(block))
            case Table(columns):
                heads = [plain(column.title) for column in columns]
                rows = [[cell_text(each) for each in row] for row in block.rows]
            case _:
                raise NotImplementedError(type(block).__name__)
    return {
        "title": section.title.text if section.title else "",
        "paragraphs": paragraphs,
        "bullets": bullets,
        "numbers": numbers,
        "heads": heads,
        "rows": rows,
    }


def _template() -> bytes:
    word = docx.Document()
    for line, style in TEMPLATE:
        if line:
            word.add_paragraph(line, style=style)
            continue
        table = word.add_table(rows=0, cols=len(TABLE[0]), style=style)
        for texts_of_row in TABLE:
            for written, text in zip(table.add_row().cells, texts_of_row, strict=True):
                written.text = text
    return _saved(word.save)


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()
