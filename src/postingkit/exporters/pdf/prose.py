"""Inlines as platypus paragraphs, made from finished fragments; it parses no markup of any kind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from urllib.parse import quote

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paraparser import ParaFrag

from postingkit.document import Emphasis, Inlines, LineBreak, Link, Strong, Text
from postingkit.exporters.pdf.fonts import BOLD, BOLD_ITALIC, ITALIC, face
from postingkit.exporters.pdf.text import drawable

# Platypus needs quadratic time for a paragraph; pieces of about a thousand words are quick enough.
_PIECE = 6000
_PIECES = re.compile(rf"(?s).{{1,{_PIECE}}}(?:\s|\Z)|.{{1,{_PIECE}}}")
_SCHEMES = ("http:", "https:", "mailto:", "tel:")
_UNDERLINE = ("underline", None, "", "", 0, 1, "")


class Prose(Paragraph):
    """A paragraph that breaks its lines once for each width, however often a table asks."""

    _wrapped: tuple[float, tuple[float, float]] | None = None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Break the lines, unless they are broken for this width already."""
        if self._wrapped is None or self._wrapped[0] != aW or not hasattr(self, "blPara"):
            self._wrapped = aW, super().wrap(aW, aH)
        return self._wrapped[1]

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Split in two or not at all: a table's cell knows what to do with nothing else."""
        parts = super().split(aW, aH)
        return parts if len(parts) == 2 else []  # noqa: PLR2004 - the two parts


@dataclass(frozen=True, slots=True)
class _Run:
    """What the fragments of a run of text share."""

    style: ParagraphStyle
    bold: bool
    italic: bool
    link: tuple[int, str] | None = None

    def fragment(self, text: str) -> ParaFrag:
        return ParaFrag(
            text=drawable(text),
            fontName=face(bold=self.bold, italic=self.italic),
            fontSize=self.style.fontSize,
            textColor=self.style.linkColor if self.link else self.style.textColor,
            rise=0,
            link=[self.link] if self.link else [],
            us_lines=[(self.link[0], *_UNDERLINE)] if self.link else [],
        )


def prose(inlines: Inlines, style: ParagraphStyle, marker: str = "") -> list[Flowable]:
    """Set *inlines* as a paragraph, with a list's *marker* before it; nothing where all is blank.

    A very long paragraph comes as several, which on the page join without a gap.
    """
    bold, italic = style.fontName in (BOLD, BOLD_ITALIC), style.fontName in (ITALIC, BOLD_ITALIC)
    fragments = list(_fragments(inlines, _Run(style, bold, italic), count()))
    if not marker and not any(fragment.text.strip() for fragment in fragments):
        return []
    pieces = list(_pieces(fragments))
    last = len(pieces) - 1
    return [
        Prose(
            "",
            _joined(style, first=number == 0, last=number == last),
            bulletText=marker if marker and number == 0 else None,
            frags=piece,
        )
        for number, piece in enumerate(pieces)
    ]


def _joined(style: ParagraphStyle, *, first: bool, last: bool) -> ParagraphStyle:
    if first and last:
        return style
    return ParagraphStyle(
        style.name,
        style,
        spaceBefore=style.spaceBefore if first else 0,
        spaceAfter=style.spaceAfter if last else 0,
    )


def _fragments(inlines: Inlines, run: _Run, links: Iterator[int]) -> Iterator[ParaFrag]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield run.fragment(text)
            case Strong(children):
                yield from _fragments(children, replace(run, bold=True), links)
            case Emphasis(children):
                yield from _fragments(children, replace(run, italic=True), links)
            case Link(children, target):
                yield from _fragments(children, _linked(run, target, next(links)), links)
            case LineBreak():
                yield run.fragment("").clone(lineBreak=True)


def _linked(run: _Run, target: str, number: int) -> _Run:
    written = address(target)
    return replace(run, link=(number, written)) if written else run


def address(target: str) -> str | None:
    """Give *target* in the 7-bit ASCII of a PDF's addresses (ISO 32000-1, 12.6.4.7).

    None for other schemes than a link may have: ReportLab takes some for places inside the file.
    """
    if not target.lower().startswith(_SCHEMES):
        return None
    return quote(target, safe="!#$%&'()*+,-./:;=?@[]_~", errors="replace")


def _pieces(fragments: Iterable[ParaFrag]) -> Iterator[list[ParaFrag]]:
    piece: list[ParaFrag] = []
    length = 0
    for fragment in fragments:
        for text in _PIECES.findall(fragment.text) or [""]:
            if piece and length + len(text) > _PIECE + 1:
                yield piece
                piece, length = [], 0
            piece.append(fragment.clone(text=text))
            length += len(text)
    yield piece
