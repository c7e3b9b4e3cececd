"""Puts a look before the stylesheet, as custom properties; the rules are in files beside it.

``stylesheet.css`` holds what every page has, ``table-….css`` what one style of table adds,
``text-….css`` what justified or hyphenated text does, ``table-narrow.css`` what becomes of tables
on a narrow screen, ``paper.css`` what printing changes,
``references.css`` what a page of a site adds.
"""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.resources import files

from postingkit.document import Document, Meta, Table
from postingkit.exporters.html.palette import Palette, dark, light
from postingkit.look import Fonts, Look, Page, Prose

COMMON_SIZE = 10.5
"""The points on paper that are read as easily as a browser's usual size on screen."""
LARGEST_ON_SCREEN = 2.0
"""The size of text on screen, in rem, that a poster's does not exceed: it is read from nearby."""

FALLBACKS = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'

ROOT = """\
:root {{
{light}
{fonts}
{measures}
}}

@media screen and (prefers-color-scheme: dark) {{
:root {{
{dark}
}}
}}
"""

OWN = """\
@media screen and (max-width: {narrow:g}rem) {{
{stacked}}}

@page {{
  size: {size};
  margin: {page.top:g}mm {page.right:g}mm {page.bottom:g}mm {page.left:g}mm;
{margins}
}}
"""

MARGIN = "color: var(--colour-muted); font-family: var(--font-body); font-size: 8pt;"
COUNTERS = {"{page}": "counter(page)", "{pages}": "counter(pages)"}

COLUMN = 11.5
"""The width of screen, in rem, that a column of a table needs to be read beside others."""
NARROW, ROOMY = 40.0, 64.0
"""Tables are stacked on every screen narrower than the one, and on none wider than the other."""


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The rules that all documents of one look *share*, and those for *stacked* tables."""

    shared: str
    stacked: str
    page: Page

    def rules(self, document: Document) -> str:
        """Give the whole stylesheet of *document*: with its paper, foot, and widest table."""
        own = OWN.format(
            narrow=min(max(NARROW, COLUMN * _most_columns(document)), ROOMY),
            stacked=self.stacked,
            size=_size(self.page, document.meta),
            page=self.page,
            margins=_margins(document.meta),
        )
        return "\n".join([self.shared, own, *_sited(document.meta)])


def prepare_stylesheet(look: Look) -> Stylesheet:
    """Make the stylesheet ready for documents of one *look*."""
    root = ROOT.format(
        light=_colours(light(look.colours)),
        dark=_colours(dark(look.colours)),
        fonts=_fonts(look.fonts),
        measures=_measures(look),
    )
    names = ("stylesheet.css", f"table-{look.table}.css", *_texts(look.text), "paper.css")
    shared = "\n".join([root, *map(_file, names)])
    return Stylesheet(shared, _file("table-narrow.css"), look.page)


def _sited(meta: Meta) -> Iterator[str]:
    if meta.home or meta.downloads:
        yield _file("references.css")


def _texts(prose: Prose) -> Iterator[str]:
    if prose.align == "justify":
        yield "text-justified.css"
    if prose.hyphenate:
        yield "text-hyphenated.css"


def _most_columns(document: Document) -> int:
    blocks = (block for section in document.sections for block in section.blocks)
    return max((len(block.columns) for block in blocks if isinstance(block, Table)), default=0)


def _size(page: Page, meta: Meta) -> str:
    sides = [f"{page.width:g}mm", f"{page.height:g}mm"]
    return " ".join(reversed(sides) if meta.orientation == "landscape" else sides)


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _colours(palette: Palette) -> str:
    colours: dict[str, str] = asdict(palette)
    return _properties({f"colour-{name}": value for name, value in colours.items()})


def _fonts(fonts: Fonts) -> str:
    return _properties(
        {
            "font-body": _family(fonts.body),
            "font-headings": _family(fonts.headings),
            "size-screen": f"{min(fonts.size / COMMON_SIZE, LARGEST_ON_SCREEN):.4g}rem",
            "size-print": f"{fonts.size:g}pt",
        }
    )


def _measures(look: Look) -> str:
    bar = look.accent == "bar"
    return _properties(
        {
            "spacing": f"{look.spacing:g}",
            "bar-screen": "0.375rem" if bar else "0",
            "bar-print": "3pt" if bar else "0",
        }
    )


def _properties(values: dict[str, str]) -> str:
    return "\n".join(f"  --{name.replace('_', '-')}: {value};" for name, value in values.items())


def _family(name: str) -> str:
    return f"{_string(name)}, {FALLBACKS}"


def _margins(meta: Meta) -> str:
    """Write what stands in the pages' margins: texts at the start, the page's number at the end."""
    start, end = ("left", "right") if meta.direction == "ltr" else ("right", "left")
    boxes = {
        f"top-{start}": _string(meta.header) if meta.header else "",
        f"bottom-{start}": _string(meta.footer) if meta.footer else "",
        f"bottom-{end}": _foot(meta.page_label),
    }
    return "\n".join(
        f"  @{box} {{ {MARGIN} content: {content}; }}" for box, content in boxes.items() if content
    )


def _foot(label: str) -> str:
    """Write a running foot as CSS content, with counters for ``{page}`` and ``{pages}``."""
    parts = re.split(r"(\{pages?\})", label)
    return " ".join(COUNTERS.get(part) or _string(part) for part in parts)


def _string(characters: str) -> str:
    """Write a CSS string, so that nothing in it ends the string or the style element."""
    special = re.sub(r'["\\<\n\t]', lambda found: f"\\{ord(found[0]):x} ", characters)
    return f'"{special}"'
