"""What a reader should know of how a document came out in PDF; it draws nothing."""

from collections.abc import Iterator

from postingkit.document import Document, Inlines, plain
from postingkit.errors import Place, Problem
from postingkit.exporters.pdf.fonts.library import Library
from postingkit.exporters.pdf.text.breaking import is_simple, unbroken_script
from postingkit.exporters.pdf.text.runs import described, missing
from postingkit.exporters.pdf.walk import placed
from postingkit.look import Fonts


def notices(document: Document, fonts: Fonts, library: Library) -> tuple[Problem, ...]:
    """Name the fonts that are not there, and each block's characters that no font has."""
    return (*_substituted(library), *_texts_notices(document, fonts, library))


def _substituted(library: Library) -> Iterator[Problem]:
    for family in library.substituted:
        yield Problem.at(
            None,
            f"The PDF is set in Noto Sans, not in “{family}”: that font is nowhere to be found.",
            "Put its files into the template and name them under theme.fonts.files, "
            "or name another font.",
        )


def _texts_notices(document: Document, fonts: Fonts, library: Library) -> Iterator[Problem]:
    chain = library.chain(fonts.body, bold=False, italic=False, language=document.meta.language)
    for place, inlines in _texts(document):
        text = plain(inlines)
        if is_simple(text):
            continue
        for character in dict.fromkeys(missing(text, chain)):
            yield _missing(character, place)
        if unbroken_script(text):
            yield _unbroken(place)


def _missing(character: str, place: Place | None) -> Problem:
    return Problem.at(
        place,
        f"No font has “{character}” (U+{ord(character):04X}); "
        f"the PDF has its name in its place: [{described(character)}].",
        "Name a font that has it under theme.fonts.files of the template; Chinese, Japanese and "
        "Korean come with: pip install 'postingkit[fonts]'.",
    )


def _unbroken(place: Place | None) -> Problem:
    return Problem.at(
        place,
        "The lines of this text end between any two syllables of the PDF: "
        "its script has no spaces between words.",
        "Put a zero-width space (U+200B) where a line may end.",
    )


def _texts(document: Document) -> Iterator[tuple[Place | None, Inlines]]:
    yield document.meta.place, (document.meta.title,)
    for section in document.sections:
        if section.title:
            yield section.place, (section.title,)
        yield from placed(section.blocks)
