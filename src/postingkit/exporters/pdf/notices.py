"""What a reader should know of how a document came out in PDF; it draws nothing."""

from collections.abc import Iterator

from postingkit.document import Document, Inlines, plain
from postingkit.errors import Place, Problem
from postingkit.exporters.pdf.fonts import FAMILY
from postingkit.exporters.pdf.text import described, named
from postingkit.exporters.pdf.walk import placed
from postingkit.look import Fonts


def notices(document: Document, fonts: Fonts) -> tuple[Problem, ...]:
    """Name the fonts that are not used, and each block's characters that stand as their names."""
    return (*_other_fonts(fonts), *_missing(document))


def _other_fonts(fonts: Fonts) -> Iterator[Problem]:
    for family in sorted({fonts.body, fonts.headings} - {FAMILY}):
        yield Problem.at(
            None,
            f"The PDF is set in {FAMILY}, not in “{family}”.",
            f"PDF files have no other font yet; name {FAMILY} to have all formats alike.",
        )


def _missing(document: Document) -> Iterator[Problem]:
    for place, inlines in _texts(document):
        for character in named(plain(inlines)):
            yield Problem.at(
                place,
                f"{FAMILY} cannot show “{character}” (U+{ord(character):04X}); "
                f"the PDF has its name in its place: [{described(character)}].",
                "Write it in other words, or keep this text from PDF files.",
            )


def _texts(document: Document) -> Iterator[tuple[Place | None, Inlines]]:
    yield document.meta.place, (document.meta.title,)
    for section in document.sections:
        if section.title:
            yield section.place, (section.title,)
        yield from placed(section.blocks)
