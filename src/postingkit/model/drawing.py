"""Judges SVG drawings before anything shows them; it draws nothing and resolves no entity.

What is let pass holds shapes alone: no text, for fonts differ; no script; nothing from elsewhere;
and no more work for who draws it than a logo should make.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from postingkit.model.stylerules import references_by_class, refused_style

NAMESPACE = "http://www.w3.org/2000/svg"
MOST_BYTES = 500_000
MOST_ELEMENTS = 5_000
MOST_WORK = 50_000
"""Elements that are drawn, each counted as often as something refers to it."""
DEEPEST = 50
LARGEST = 100_000.0
UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""Pixels that a unit comes to: https://www.w3.org/TR/css-values/#absolute-lengths"""

CONVERT = "In the drawing program, convert text to paths and save as “plain SVG”."
PLAIN = "Save it as “plain SVG”, with all that it needs inside."
SIMPLER = "Simplify it, or use a PNG."

REFUSED = {
    **dict.fromkeys(("text", "tspan", "textPath", "tref", "altGlyph", "font"), ("text", CONVERT)),
    "script": ("a script", PLAIN),
    "foreignObject": ("a foreign object", CONVERT),
    "image": ("a picture within the drawing", "Trace it, or use the picture itself as PNG."),
    "feImage": ("a picture within the drawing", "Trace it, or use the picture itself as PNG."),
    **dict.fromkeys(("iframe", "audio", "video", "canvas", "a", "handler"), ("web content", PLAIN)),
    **dict.fromkeys(("animate", "animateMotion", "animateTransform", "set"), ("animation", PLAIN)),
}
"""The elements that no logo may have, each with what it is called and the way out."""


class RefusedDrawing(Exception):  # noqa: N818 - it says what is so, and is told as a problem
    """A drawing that cannot be shown: *reason* ends the sentence “The drawing …”."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint


@dataclass(slots=True)
class _Element:
    """An element with what it holds and the ids that it refers to."""

    references: list[str]
    children: list["_Element"] = field(default_factory=list)
    has_class: str = ""


def drawing_size(data: bytes) -> tuple[float, float]:
    """Give the width and height of the SVG drawing in *data*, in pixels.

    Raises `RefusedDrawing` for one that cannot be shown.
    """
    if len(data) > MOST_BYTES:
        raise RefusedDrawing(f"is larger than {MOST_BYTES // 1000} KB.", SIMPLER)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise RefusedDrawing("is not written in UTF-8.", PLAIN) from error
    return _Reading().read(data)


class _Reading:
    def __init__(self) -> None:
        self.count = 0
        self.style: list[str] = []
        self.stack: list[_Element] = []
        self.names: list[str] = []
        self.by_id: dict[str, _Element] = {}
        self.size = (0.0, 0.0)

    def read(self, data: bytes) -> tuple[float, float]:
        root = _Element([])
        self.stack.append(root)
        parser = expat.ParserCreate("utf-8", " ")
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.ProcessingInstructionHandler = _refuse_instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(data, True)  # noqa: FBT003 - expat's own way to say that this is all
        except expat.ExpatError as error:
            reason = f"is no sound XML: {expat.ErrorString(error.code)}, line {error.lineno}."
            raise RefusedDrawing(reason, PLAIN) from error
        self._judge_style()
        if _Work(self.by_id).of(root) > MOST_WORK:
            raise RefusedDrawing("repeats its parts too often.", SIMPLER)
        return self.size

    def _start(self, full_name: str, attributes: dict[str, str]) -> None:
        namespace, _, name = full_name.rpartition(" ")
        if not self.names:
            self.size = _size(namespace, name, attributes)
        self.names.append(name)
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.names) > DEEPEST:
            raise RefusedDrawing("has too many parts.", SIMPLER)
        if name in REFUSED:
            what, hint = REFUSED[name]
            raise RefusedDrawing(f"holds {what}.", hint)
        element = _Element(list(_references(attributes)), has_class=attributes.get("class", ""))
        self.stack[-1].children.append(element)
        self.stack.append(element)
        if "id" in attributes:
            self.by_id[attributes["id"]] = element

    def _end(self, _: str) -> None:
        self.names.pop()
        self.stack.pop()

    def _characters(self, text: str) -> None:
        if self.names[-1] == "style":
            self.style.append(text)

    def _judge_style(self) -> None:
        style = "".join(self.style)
        _refuse_style(style)
        by_class = references_by_class(style)
        if by_class is None:
            raise RefusedDrawing("refers to its parts by rules that are not of a class.", PLAIN)
        for element in _every(self.stack[0]):
            for name in element.has_class.split():
                element.references += by_class.get(name, ())


def _every(element: _Element) -> Iterator[_Element]:
    waiting = [element]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += one.children


class _Work:
    """Counts what is drawn, where elements draw each other."""

    def __init__(self, by_id: dict[str, _Element]) -> None:
        self.by_id = by_id
        self.known: dict[int, int] = {}
        self.entered: set[int] = set()

    def of(self, element: _Element) -> int:
        key = id(element)
        if key in self.entered:
            raise RefusedDrawing("has a part that refers to itself.", SIMPLER)
        if key not in self.known:
            self.entered.add(key)
            if len(self.entered) > 4 * DEEPEST:
                raise RefusedDrawing("has parts too deep in each other.", SIMPLER)
            below = [*element.children, *filter(None, map(self.by_id.get, element.references))]
            self.known[key] = min(1 + sum(map(self.of, below)), MOST_WORK + 1)
            self.entered.discard(key)
        return self.known[key]


def _refuse_doctype(*_: object) -> NoReturn:
    raise RefusedDrawing("has a document type, which can bring text from elsewhere.", PLAIN)


def _refuse_instruction(*_: object) -> NoReturn:
    raise RefusedDrawing("has an instruction for programs, such as a stylesheet elsewhere.", PLAIN)


def _references(attributes: dict[str, str]) -> Iterator[str]:
    """Yield the ids that *attributes* refer to; refuses what lies outside, and event handlers."""
    for full_name, value in attributes.items():
        name = full_name.rpartition(" ")[2]
        if name.lower().startswith("on"):
            raise RefusedDrawing(f"has a script, in “{name}”.", PLAIN)
        if name in ("href", "src", "base"):
            if not value.startswith("#"):
                raise RefusedDrawing("refers to something outside the file.", PLAIN)
            yield value[1:]
        elif name == "style" or "(" in value:
            _refuse_style(value)
            yield from re.findall(r"url\(\s*[\"']?#([^\"')]*)", value, re.IGNORECASE)


def _refuse_style(style: str) -> None:
    reason = refused_style(style)
    if reason:
        raise RefusedDrawing(reason, PLAIN)


def _size(namespace: str, name: str, attributes: dict[str, str]) -> tuple[float, float]:
    if (namespace, name) != (NAMESPACE, "svg"):
        raise RefusedDrawing("is no SVG.", "Save it as “plain SVG”.")
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    usual = [_number(number) for number in box[2:]] if len(box) == 4 else [None, None]  # noqa: PLR2004 - x, y, width, height
    width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
    if width is None or height is None:
        width, height = usual
    if not width or not height or max(width, height) > LARGEST or min(width, height) < 1 / LARGEST:
        raise RefusedDrawing("has no size.", "Give it a “viewBox”; drawing programs do.")
    return width, height


def _pixels(written: str | None) -> float | None:
    found = re.fullmatch(r"\s*([0-9.eE+-]+)([a-z]*)\s*", written or "")
    number = _number(found[1]) if found and found[2] in UNITS else None
    return number * UNITS[found[2]] if found and number is not None else None


def _number(written: str) -> float | None:
    try:
        number = float(written)
    except ValueError:
        return None
    return number if 0 < number < float("inf") else None
