"""Makes what sets text, in the default look, for tests of words and lines; it needs no PDF."""

from functools import cache

from postingkit.exporters.pdf.fonts.library import Library
from postingkit.exporters.pdf.text.lines import Line
from postingkit.exporters.pdf.text.runs import Run
from postingkit.exporters.pdf.text.units import Units, Voice, units
from postingkit.exporters.pdf.text.words import Vocabularies, Vocabulary
from postingkit.look import Fonts

FAMILY = "Noto Sans"


@cache
def vocabularies() -> Vocabularies:
    """Give the vocabularies of the default look, one set for all tests."""
    return Vocabularies(Library(Fonts()))


def vocabulary(language: str = "en", *, rtl: bool = False) -> Vocabulary:
    """Give the vocabulary of upright regular text."""
    return vocabularies().of(FAMILY, bold=False, italic=False, language=language, rtl=rtl)


def voice(language: str = "en", base: int = 0) -> Voice:
    """Give the voice of a paragraph in the default family."""
    return Voice(FAMILY, language, base)


def text_units(*texts: str, language: str = "en", base: int = 0) -> Units:
    """Shape *texts*, every second one in bold."""
    runs = [Run(text, bold=number % 2 == 1) for number, text in enumerate(texts)]
    return units(runs, voice(language, base), vocabularies())


def said(line: Line) -> str:
    """Give the text of a line as it was written."""
    return "".join(word.text for word in line.words)
