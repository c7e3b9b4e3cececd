"""Writes postings by typst, as source made for each and compiled in this process."""

from collections.abc import Callable, Iterator, Sequence

import typst
from peers import COLOURS, FONTS

from postingkit.document import Block, Document, Inlines, Link, List, Paragraph, Table, Text

TYPST_LOOK = f"""
#set page(paper: "a4", margin: 20mm, footer: align(right, text(8.4pt, fill: rgb("{COLOURS.muted}"),
  context [Page #counter(page).display() of #counter(page).final().first()])))
#set text(font: "Noto Sans", size: 10.5pt, fill: rgb("{COLOURS.text}"), lang: "en",
  top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: false)
#set par(leading: 0.45em, spacing: 1em)
#show heading: set text(fill: rgb("{COLOURS.accent}"), weight: "bold")
#show heading.where(level: 1): set text(size: 23.1pt)
#show heading.where(level: 1): set block(above: 0pt, below: 0.55em)
#show heading.where(level: 2): set text(size: 13.65pt)
#show heading.where(level: 2): set block(above: 1.2em, below: 0.7em)
#show link: set text(fill: rgb("{COLOURS.accent}"))
#show link: underline
#set list(spacing: 0.7em, body-indent: 0.8em)
#set enum(spacing: 0.7em, body-indent: 0.8em)
#set table(inset: (x: 7pt, y: 5pt), fill: (_, y) => if calc.even(y) {{ rgb("{COLOURS.band}") }},
  stroke: (_, y) => (bottom: if y == 0 {{ 1.2pt + rgb("{COLOURS.accent}") }}
    else {{ 0.5pt + rgb("{COLOURS.rule}") }}))
#show table.cell.where(y: 0): set text(weight: "bold", fill: rgb("{COLOURS.accent}"))
"""


def typst_writer() -> Callable[[Document], bytes]:
    """Keep one compiler in this process, and let it compile a source for each document."""
    compiled = typst_compiler()
    return lambda document: compiled(TYPST_LOOK + "\n".join(_typst_parts(document)))


def typst_compiler() -> Callable[[str], bytes]:
    """Give what compiles a source in this process, with its fonts kept."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)

    def compiled(source: str) -> bytes:
        made = compiler.compile(source.encode(), format="pdf", pdf_standards=["ua-1"])
        assert isinstance(made, bytes)  # noqa: S101 - it says so where it stores no file
        return made

    return compiled


def _typst_parts(document: Document) -> Iterator[str]:
    title = document.meta.title.text
    yield f"#set document(title: {_typst_string(title)})\n= #{_typst_string(title)}\n"
    for section in document.sections:
        if section.title:
            yield f"== #{_typst_string(section.title.text)}\n"
        for block in section.blocks:
            yield _typst_block(block) + "\n"


def _typst_block(block: Block) -> str:
    match block:
        case Paragraph(inlines):
            return _typst_inlines(inlines)
        case List(items):
            sign = "+" if block.ordered else "-"
            return "\n".join(f"{sign} {_typst_blocks(item.blocks)}" for item in items)
        case Table(columns, rows):
            head = ", ".join(f"[{_typst_inlines(column.title)}]" for column in columns)
            body = ",\n".join(f"[{_typst_blocks(each.blocks)}]" for row in rows for each in row)
            widths = "".join(f"{column.width}fr, " for column in columns)
            return f"#table(columns: ({widths}), table.header({head}),\n{body})"
        case _:
            raise NotImplementedError(type(block).__name__)


def _typst_blocks(blocks: Sequence[Block]) -> str:
    return "\n".join(map(_typst_block, blocks))


def _typst_inlines(inlines: Inlines) -> str:
    parts = []
    for inline in inlines:
        match inline:
            case Link(children, target):
                parts.append(f"#link({_typst_string(target)})[{_typst_inlines(children)}]")
            case Text(text):
                parts.append(f"#{_typst_string(text)};")
            case _:
                raise NotImplementedError(type(inline).__name__)
    return "".join(parts)


def _typst_string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
