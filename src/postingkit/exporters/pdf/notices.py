"""What a reader should know of how a document came out in PDF; it draws nothing."""

from collections.abc import Iterator, Sequence

from postingkit.document import Document, Inlines, Text, plain
from postingkit.errors import Place, Problem
from postingkit.exporters.pdf.fonts.library import Library
from postingkit.exporters.pdf.text.breaking import is_simple, unbroken_script
from postingkit.exporters.pdf.text.runs import described, missing
from postingkit.exporters.pdf.walk import placed
from postingkit.look import Fonts

_TOLD = 5  # characters of one text, at most


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
    unbroken: list[Place | None] = []
    for place, inlines in _texts(document):
        text = plain(inlines)
        if is_simple(text):
            continue
        lost = tuple(dict.fromkeys(missing(text, chain)))
        if lost:
            yield _missing(lost, place)
        if unbroken_script(text):
            unbroken.append(place)
    if unbroken:
        yield _unbroken(unbroken)


def cut_short(name: str) -> Problem:
    """Say that *name*, the header or the footer, is longer than the page's margin."""
    return Problem.at(
        None,
        f"The {name} has more lines than the margin of the page; the PDF leaves out the last ones.",
        "Make the text shorter, or the margin or the paper larger.",
    )


def _missing(lost: Sequence[str], place: Place | None) -> Problem:
    """Tell of all characters of one text, by the first ones."""
    told = ", ".join(f"“{one}” (U+{ord(one):04X})" for one in lost[:_TOLD])
    more = f" and {len(lost) - _TOLD} more" if len(lost) > _TOLD else ""
    return Problem.at(
        place,
        f"No font has {told}{more}; the PDF has names in their place, as [{described(lost[0])}].",
        "Name a font that has them under theme.fonts.files of the template; Chinese, Japanese and "
        "Korean come with: pip install 'postingkit[fonts]'.",
    )


def _unbroken(places: Sequence[Place | None]) -> Problem:
    """Tell of all texts at the first place that is known."""
    texts = "this text" if len(places) == 1 else f"this text and {len(places) - 1} more"
    return Problem.at(
        next((place for place in places if place), None),
        f"The lines of {texts} end between any two syllables of the PDF: "
        "the script has no spaces between words.",
        "Put a zero-width space (U+200B) where a line may end.",
    )


def _texts(document: Document) -> Iterator[tuple[Place | None, Inlines]]:
    meta = document.meta
    yield meta.place, (meta.title,)
    yield from ((None, (Text(text),)) for text in (meta.header, meta.footer, meta.page_label))
    for section in document.sections:
        if section.title:
            yield section.place, (section.title,)
        yield from placed(section.blocks)
