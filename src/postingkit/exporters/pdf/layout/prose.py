"""Inlines as paragraphs of lines, and how wide they are; it draws nothing."""

from postingkit.document import Inlines
from postingkit.exporters.pdf.layout.paragraphs import Label, ParagraphPart
from postingkit.exporters.pdf.layout.setting import Setting
from postingkit.exporters.pdf.layout.styles import TextStyle
from postingkit.exporters.pdf.structure import Element
from postingkit.exporters.pdf.text.lines import Line, broken, ended
from postingkit.exporters.pdf.text.runs import Run, runs
from postingkit.exporters.pdf.text.units import Units, Voice, units
from postingkit.exporters.pdf.text.words import Vocabulary

_WIDE = 10.0**9


def prose(
    inlines: Inlines, style: TextStyle, element: Element, setting: Setting, *, keeps: bool = False
) -> list[ParagraphPart]:
    """Set *inlines* as the text of *element*; nothing where all is blank."""
    return set_units(shaped(inlines, style, setting), style, element, setting, keeps=keeps)


def shaped(inlines: Inlines, style: TextStyle, setting: Setting) -> list[Units]:
    """Shape *inlines*, each line that they begin of its own; once, to be measured and to be set."""
    key = id(inlines), style.family, style.bold, style.italic, setting.language
    known = setting.common.shaped
    if key not in known:
        known[key] = inlines, _shaped(inlines, style, setting)
    return known[key][1]


def _shaped(inlines: Inlines, style: TextStyle, setting: Setting) -> list[Units]:
    found = runs(inlines, Run("", style.bold, style.italic))
    if not any(run.text.strip() for line in found for run in line):
        return []
    voice = Voice(style.family, setting.language, setting.base)
    return [units(line, voice, setting.common.vocabularies) for line in found if line]


def set_units(
    lines: list[Units],
    style: TextStyle,
    element: Element,
    setting: Setting,
    *,
    keeps: bool = False,
    label: Label | None = None,
) -> list[ParagraphPart]:
    """Break shaped text into lines of the setting's width."""
    width = setting.width * 1000 / style.size
    found = [line for one in lines for line in broken(one, width, hyphenate=style.hyphenate)]
    if not found:
        return []
    if setting.base or len(lines) > 1:
        end = vocabulary(style, setting).line_end
        found = [ended(line, end) for line in found]
    if len(lines) == 1 and len(lines[0].sources) == 1 and lines[0].sources[0].language:
        _speak(element, lines[0].sources[0].language, setting)
    return [
        ParagraphPart(
            found,
            style,
            element,
            setting.left,
            setting.width,
            setting.base,
            keeps,
            style.above,
            style.below,
            {},
            label,
        )
    ]


def vocabulary(style: TextStyle, setting: Setting) -> Vocabulary:
    """Give the vocabulary of text in *style*, in the setting's language."""
    return setting.common.vocabularies.of(
        style.family,
        bold=style.bold,
        italic=style.italic,
        language=setting.language,
        rtl=setting.base == 1,
    )


def _speak(element: Element, language: str, setting: Setting) -> None:
    if language != setting.language:
        element.language = language


def one_line(text: str, style: TextStyle, setting: Setting) -> Line:
    """Set *text* on one line, however wide."""
    voice = Voice(style.family, setting.language, setting.base)
    found = units([Run(text, style.bold, style.italic)], voice, setting.common.vocabularies)
    return broken(found, _WIDE, hyphenate=False)[0]


def width(line: Line, style: TextStyle) -> float:
    """Give the width of *line* in *style*."""
    return line.width * style.size / 1000
