"""Follows the operators of one page: what is shown in which marked-content sequence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import pikepdf
from pdf_meanings import Code, code_of
from pikepdf import Dictionary, Name, Object

PAINTING = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"))
Operands: TypeAlias = Sequence[Object]


@dataclass(frozen=True)
class Mark:
    """An open marked-content sequence: its MCID, and what is said in place of its glyphs."""

    tag: str
    number: int | None
    actual: str | None
    language: str | None
    in_text: bool


@dataclass
class Sheet:
    """What stands on one page: text by its MCID, text of artifacts, and what is wrong with it.

    *foreign* is the text by the language of the Span it stands in.
    """

    said: dict[int, str] = field(default_factory=dict)
    furniture: str = ""
    foreign: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def painted(page: pikepdf.Page) -> Sheet:
    """Follow all operators of *page*; what stands in form XObjects counts as a picture."""
    painter = _Painter(page)
    for instruction in pikepdf.parse_content_stream(page):
        painter.follow(str(instruction.operator), list(instruction.operands))
    if painter.marks:
        painter.fault(f"{len(painter.marks)} sequences stay open")
    return painter.sheet


class _Painter:
    def __init__(self, page: pikepdf.Page) -> None:
        self.sheet = Sheet()
        self.resources = page.obj.get("/Resources", Dictionary())
        self.codes: dict[str, Code] = {}
        self.code = Code(1, {})
        self.kept: list[Code] = []
        self.marks: list[Mark] = []
        self.in_text = False

    def fault(self, text: str) -> None:
        self.sheet.faults.append(text)

    def follow(self, operator: str, operands: Operands) -> None:
        match operator:
            case "BT" | "ET":
                self.in_text = operator == "BT"
            case "q":
                self.kept.append(self.code)
            case "Q":
                self.code = self.kept.pop()
            case "Tf":
                self.code = self.font(str(operands[0]))
            case "Tj" | "'" | '"':
                self.show([operands[-1]])
            case "TJ":
                self.show(list(operands[0].as_list()))
            case "BMC" | "BDC":
                self.begin(operands)
            case "EMC":
                self.end()
            case _ if operator in PAINTING and not self.marks:
                self.fault(f"{operator} paints what is neither tagged nor an artifact")
            case _:
                pass

    def font(self, name: str) -> Code:
        if name not in self.codes:
            self.codes[name] = code_of(self.resources.Font[name])
        return self.codes[name]

    def show(self, shown: Operands) -> None:
        strings = [bytes(each) for each in shown if isinstance(each, pikepdf.String | bytes)]
        if all(mark.actual is None for mark in self.marks):
            self.say(self.code.meaning(b"".join(strings)))

    def say(self, text: str) -> None:
        number = next((each.number for each in self.marks[::-1] if each.number is not None), None)
        language = next((each.language for each in self.marks[::-1] if each.language), None)
        if language:
            self.sheet.foreign[language] = self.sheet.foreign.get(language, "") + text
        if number is not None:
            self.sheet.said[number] += text
        elif any(mark.tag == "Artifact" for mark in self.marks):
            self.sheet.furniture += text
        else:
            self.fault(f"{text!r} is neither tagged nor an artifact")

    def begin(self, operands: Operands) -> None:
        facts = operands[1] if len(operands) > 1 else Dictionary()
        if isinstance(facts, Name):
            facts = self.resources.Properties[str(facts)]
        number = int(facts.MCID) if "/MCID" in facts else None
        actual, language = (
            str(facts[key]) if key in facts else None for key in ("/ActualText", "/Lang")
        )
        mark = Mark(str(operands[0])[1:], number, actual, language, self.in_text)
        self.nest(mark)
        self.marks.append(mark)

    def nest(self, mark: Mark) -> None:
        """Note how *mark* may not stand in those that are open."""
        if self.marks and "Artifact" in {each.tag for each in (mark, *self.marks)}:
            self.fault("an artifact and a sequence stand one in the other")
        if mark.number is None:
            return
        if any(each.number is not None for each in self.marks):
            self.fault(f"MCID {mark.number} stands within another")
        if mark.number in self.sheet.said:
            self.fault(f"MCID {mark.number} comes twice")
        self.sheet.said[mark.number] = ""

    def end(self) -> None:
        if not self.marks:
            self.fault("EMC without a beginning")
            return
        mark = self.marks[-1]
        if mark.in_text != self.in_text:
            self.fault(f"a sequence of {mark.tag} crosses BT or ET")
        # Said while the mark is open, for its own MCID counts too.
        if mark.actual is not None and all(each.actual is None for each in self.marks[:-1]):
            self.say(mark.actual)
        self.marks.pop()
