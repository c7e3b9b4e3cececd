"""Turns the parts of a Word file into segments, and finds all that its author must be told of."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from postingkit.errors import Problem, WordPlace
from postingkit.exporters.docx.stationery.fields import (
    Line,
    line,
    place_marks,
    section_key,
)
from postingkit.exporters.docx.stationery.mending import release
from postingkit.exporters.docx.stationery.names import Element, W
from postingkit.exporters.docx.stationery.optional import (
    empty,
    freed,
    holds_more,
    leave_out,
    must_stay,
)
from postingkit.exporters.docx.stationery.outline import make_title, stands_as_title
from postingkit.exporters.docx.stationery.rooms import Place, place
from postingkit.exporters.docx.stationery.scanning import Spot, spots
from postingkit.exporters.docx.stationery.segments import Segments, mark, segments

POSTING = "posting"
TITLE = "title"


@dataclass(frozen=True, slots=True)
class Use:
    """A field where it is used: its name, as it was written, and the text around."""

    name: str
    written: str
    around: str
    place: WordPlace


@dataclass(slots=True)
class Compiled:
    """What was found so far in the parts of a file.

    *titled* says that the title has a paragraph of its own, so the posting does not repeat it.
    """

    parts: dict[str, Segments] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    titled: bool = False


def compile_part(name: str, root: Element, at: WordPlace, styles: Element, into: Compiled) -> None:
    """Compile the part *root*; one without a field stays as it is."""
    before = len(into.uses) + len(into.places)
    found = list(spots(root, at))
    compiler = _Compiler(root.find(W + "body"), styles, into, found)
    for spot in found:
        compiler.take(spot)
    if len(into.uses) + len(into.places) > before:
        into.parts[name] = segments(etree.tostring(root, encoding="unicode"))


class _Compiler:
    """Compiles one part; *lasting* are the paragraphs that stay in every document."""

    def __init__(
        self, body: Element | None, styles: Element, into: Compiled, found: Iterable[Spot]
    ) -> None:
        self.body = body
        self.styles = styles
        self.into = into
        paragraphs = (spot.paragraph for spot in found)
        self.lasting = [each for each in paragraphs if not line(each).fields()]

    def take(self, spot: Spot) -> None:
        written = line(spot.paragraph)
        fields = written.fields()
        if not spot.repeated:
            self._tell(spot, written)
        if not fields:
            return
        alone = written.text.strip() == written.text[fields[0].start : fields[0].end]
        if alone and fields[0].name == POSTING:
            self._posting(spot)
        elif alone and self.body is not None and not spot.boxed:
            self._alone(spot, fields[0].name)
        else:
            self._title(spot.paragraph, spot, [each.name for each in fields], alone=alone)
            self._fill(spot.paragraph, written, stays=self._stays(spot.paragraph))

    def _tell(self, spot: Spot, written: Line) -> None:
        """Note the fields that are used, and tell of what looks like one and is none."""
        for each in written.fields():
            around = written.around(each.start, each.end)
            if each.name != POSTING:
                self.into.uses.append(Use(each.name, each.written, around, spot.place))
            elif written.text.strip() != written.text[each.start : each.end]:
                self._refuse(
                    spot,
                    f"“{{{{ posting }}}}” does not stand alone in “{around}”.",
                    "Give it a paragraph of its own.",
                )
        stray = written.stray()
        if stray is not None:
            self._refuse(
                spot,
                f"This looks like a field and is none: “{written.around(stray, stray + 2)}”.",
                "A field is one name between braces, as in {{ title }}.",
            )

    def _refuse(self, spot: Spot, message: str, hint: str) -> None:
        self.into.problems.append(Problem.at(spot.place, message, hint))

    def _posting(self, spot: Spot) -> None:
        if self.body is None or spot.boxed:
            message = "“{{ posting }}” stands where no posting fits."
            self._refuse(spot, message, "Move it to the text, outside headers and text boxes.")
        elif any(each.key == POSTING for each in self.into.places):
            self._refuse(spot, "“{{ posting }}” stands here a second time.", "Keep one of the two.")
        else:
            paragraph = freed(spot.paragraph)
            paragraph.addprevious(mark("room", self._room(POSTING, paragraph, self.body)))
            _remove(paragraph)

    def _alone(self, spot: Spot, name: str) -> None:
        """Take a paragraph that is a section's place; without the section, it is a field's."""
        paragraph = freed(spot.paragraph)
        self._title(paragraph, spot, [name], alone=True)
        room = self._room(section_key(name), paragraph, self.body)
        stays = self._stays(paragraph)
        paragraph.addprevious(mark("either", room))
        paragraph.addnext(mark("end"))
        self._fill(paragraph, line(paragraph), stays=stays)

    def _room(self, key: str, paragraph: Element, body: Element | None) -> str:
        """Note a place for the section *key*, and give its number."""
        self.into.places.append(place(key, paragraph, body))
        return str(len(self.into.places) - 1)

    def _stays(self, paragraph: Element) -> bool:
        return holds_more(paragraph) or must_stay(paragraph, self.lasting)

    def _fill(self, paragraph: Element, written: Line, *, stays: bool) -> None:
        """Put marks for the fields; without a value, the paragraph goes unless it *stays*."""
        names = dict.fromkeys(each.name for each in written.fields())
        for element, _ in written.pieces:
            release(element)
        if stays:
            self.lasting.append(paragraph)
            place_marks(written)
            empty(paragraph, written, names)
        else:
            place_marks(written)
            leave_out(paragraph, names)

    def _title(self, paragraph: Element, spot: Spot, names: list[str], *, alone: bool) -> None:
        """Let *paragraph* be the document's heading, if it is."""
        if self.body is None or spot.boxed or self.into.titled or TITLE not in names:
            return
        if stands_as_title(paragraph, self.styles, alone=alone):
            make_title(paragraph, self.styles)
            self.into.titled = True


def _remove(paragraph: Element) -> None:
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)
