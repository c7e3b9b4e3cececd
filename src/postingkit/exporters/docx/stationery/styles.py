"""Lets a posting take the styles that a file has, and adds ours where the file has none.

Styles are found by their built-in name, which Word writes in English in every language, then by
their id, and headings also by their level in the outline.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from difflib import get_close_matches

from lxml import etree

from postingkit.document import Direction
from postingkit.errors import Problem, WordPlace
from postingkit.exporters.docx.definitions import Derived
from postingkit.exporters.docx.languages import marking
from postingkit.exporters.docx.names import WORD
from postingkit.exporters.docx.numbering import BULLETS, NUMBERS, Counters
from postingkit.exporters.docx.stationery.names import Element, W, value
from postingkit.exporters.docx.stationery.opening import serialized
from postingkit.exporters.docx.stationery.safety import parsed
from postingkit.exporters.docx.styles import styles
from postingkit.look import Look, Prose

STYLE = W + "style"
HEADINGS = {"Heading1": "0", "Heading2": "1", "Heading3": "2"}
NORMAL = "Normal"
KINDS = {
    "title": "Heading1",
    "heading": "Heading2",
    "text": NORMAL,
    "lead": "Lead",
    "bullets": "ListBullet",
    "numbers": "ListNumber",
    "table": "PostingTable",
    "table-text": "TableText",
    "table-heading": "TableHeading",
    "caption": "Caption",
    "callout": "Callout",
    "figure": "Figure",
    "fact": "Fact",
    "fact-name": "FactName",
    "link": "Hyperlink",
}
"""What a template can give a style of the file to, by our style for it."""
EMPTY = f"<w:styles {WORD}/>".encode()
USUAL_SIZE = 10.0
"""The type size in points where a file says none (ISO/IEC 29500-1, 17.3.2.38)."""
MOST_NAMED = 30
AFTER_LANGUAGE = frozenset((W + "eastAsianLayout", W + "specVanish", W + "oMath"))
"""What follows the language in a run's properties (ISO/IEC 29500-1, CT_RPr)."""
REFERENCES = frozenset(f"{W}{name}" for name in ("basedOn", "next", "link"))


class FileStyles:
    """The styles of one file.

    *ids* gives the file's id for each of our styles that the file has one for, *chosen* says which
    of ours a template has given one. *size* is the type size of the text in points.
    """

    def __init__(self, data: bytes | None, look: Look) -> None:
        self.root = parsed(data or EMPTY)
        self.chosen: set[str] = set()
        self.size = self._size()
        self.look = replace(look, fonts=replace(look.fonts, size=self.size), text=Prose())
        self._ours = self._our_styles("und", "ltr", ())
        self.ids = {
            value(ours, "styleId"): value(theirs, "styleId")
            for ours in self._ours
            if (theirs := self._counterpart(ours)) is not None
        }

    def use(self, wanted: Mapping[str, str], file: str) -> tuple[Problem, ...]:
        """Take the *wanted* styles, by `KINDS`, and tell of those that are not there."""
        for kind, name in wanted.items():
            ours = KINDS.get(kind, "")
            theirs = self._named(self._type_of(ours), name) if ours else None
            if theirs is not None:
                self.ids[ours] = value(theirs, "styleId")
                self.chosen.add(ours)
        for ours, level in HEADINGS.items():
            self._let_be_heading(self.ids.get(ours, ""), level)
        return tuple(self._problems(wanted, WordPlace(file, "styles")))

    def numbering_of(self, style: str) -> str:
        """Give the numbering of the file's own *style* for lists; nothing where it has none."""
        theirs = self._by_id(self.ids.get(style, ""))
        return "" if theirs is None else value(theirs.find(f"{W}pPr/{W}numPr/{W}numId"))

    def with_ours(
        self, language: str, direction: Direction, derived: Sequence[Derived], counters: Counters
    ) -> bytes:
        """Write the part for documents of one *language* and *direction*, with our styles added."""
        root = deepcopy(self.root)
        _speak(root, language)
        taken = {value(each, "styleId") for each in root.iter(STYLE)}
        numbers = {str(BULLETS): str(counters.bullets), str(NUMBERS): str(counters.numbers)}
        for ours in self._our_styles(language, direction, derived):
            id_ = value(ours, "styleId")
            if id_ not in self.ids and id_ not in taken:
                root.append(_adapted(ours, self.ids, numbers))
        return serialized(root)

    def _our_styles(
        self, language: str, direction: Direction, derived: Sequence[Derived]
    ) -> list[Element]:
        written = styles(self.look, language, direction, derived).encode()
        return parsed(written).findall(STYLE)

    def _counterpart(self, ours: Element) -> Element | None:
        type_ = value(ours, "type")
        name = value(ours.find(W + "name"))
        default = self._default(type_) if value(ours, "default") == "1" else None
        if default is not None:
            return default
        by_name = self._named(type_, name)
        if by_name is not None:
            return by_name
        by_id = self._by_id(value(ours, "styleId"))
        if by_id is not None and value(by_id, "type") == type_:
            return by_id
        return self._of_level(HEADINGS.get(value(ours, "styleId"), ""))

    def _default(self, type_: str) -> Element | None:
        defaults = (
            each for each in self._of_type(type_) if value(each, "default") in {"1", "true"}
        )
        return next(defaults, None)

    def _of_type(self, type_: str) -> Iterator[Element]:
        return (
            each
            for each in self.root.iter(STYLE)
            if (value(each, "type") or "paragraph") == type_ and value(each, "styleId")
        )

    def _named(self, type_: str, name: str) -> Element | None:
        wanted = name.lower()
        return next((each for each in self._of_type(type_) if wanted in _names(each)), None)

    def _by_id(self, id_: str) -> Element | None:
        found = (each for each in self.root.iter(STYLE) if value(each, "styleId") == id_)
        return next(found, None) if id_ else None

    def _of_level(self, level: str) -> Element | None:
        leveled = (
            each
            for each in self._of_type("paragraph")
            if level and value(each.find(f"{W}pPr/{W}outlineLvl")) == level
        )
        return next(leveled, None)

    def _let_be_heading(self, id_: str, level: str) -> None:
        """Give the style *id_* the outline's *level*, unless it has one."""
        style = self._by_id(id_)
        if style is None or style.find(f"{W}pPr/{W}outlineLvl") is not None:
            return
        properties = style.find(W + "pPr")
        if properties is None:
            properties = etree.Element(W + "pPr")
            before = [f"{W}{name}" for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")]
            after = next((each for each in style if each.tag in before), None)
            if after is None:
                style.append(properties)
            else:
                after.addprevious(properties)
        etree.SubElement(properties, W + "outlineLvl", {W + "val": level})

    def _size(self) -> float:
        """Give the type size of the text in points."""
        normal = self._default("paragraph")
        said = "" if normal is None else value(normal.find(f"{W}rPr/{W}sz"))
        said = said or value(self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz"))
        return int(said) / 2 if said.isdecimal() and int(said) else USUAL_SIZE

    def _type_of(self, ours: str) -> str:
        return next(value(each, "type") for each in self._ours if value(each, "styleId") == ours)

    def _problems(self, wanted: Mapping[str, str], place: WordPlace) -> Iterator[Problem]:
        for kind, name in wanted.items():
            path = f"docx.styles.{kind}"
            if kind not in KINDS:
                message = f"A style can be given to nothing that is called “{kind}”."
                yield Problem(place, path, message, _hint(kind, list(KINDS)))
                continue
            type_ = self._type_of(KINDS[kind])
            if self._named(type_, name) is None:
                message = f"The file has no {type_} style “{name}”."
                yield Problem(place, path, message, _hint(name, self._visible(type_)))

    def _visible(self, type_: str) -> list[str]:
        names = (value(each.find(W + "name")) for each in self._of_type(type_))
        return sorted({name for name in names if name})


def _names(style: Element) -> set[str]:
    """Give the names of *style* in small letters, aliases included."""
    said = ",".join(value(style.find(W + tag)) for tag in ("name", "aliases")).lower()
    return {said.partition(",")[0], *map(str.strip, said.split(","))}


def _adapted(ours: Element, ids: Mapping[str, str], numbers: Mapping[str, str]) -> Element:
    """Fit *ours* into the file: based on its styles, in its fonts, with numberings of its own."""
    for each in list(ours.iter()):
        if each.tag in REFERENCES:
            each.set(W + "val", ids.get(value(each), value(each)))
        elif each.tag == W + "numId":
            each.set(W + "val", numbers.get(value(each), value(each)))
        elif each.tag == W + "rFonts":
            parent = each.getparent()
            if parent is not None:
                parent.remove(each)
    return ours


def _speak(root: Element, language: str) -> None:
    """Let the text of the file be in *language* unless a run says otherwise."""
    marked = marking(language)
    if not marked:
        return
    spoken = etree.fromstring(f"<w:r {WORD}>{marked}</w:r>")[0]
    for style in root.iter(STYLE):
        own = style.find(W + "rPr")
        if own is not None and value(style, "default") and value(style, "type") == "paragraph":
            _drop_language(own)
    properties = _below(_below(_below(root, "docDefaults"), "rPrDefault"), "rPr")
    _drop_language(properties)
    after = next((each for each in properties if each.tag in AFTER_LANGUAGE), None)
    if after is None:
        properties.append(spoken)
    else:
        after.addprevious(spoken)


def _drop_language(properties: Element) -> None:
    for said in properties.findall(W + "lang"):
        properties.remove(said)


def _below(parent: Element, name: str) -> Element:
    """Give the element *name* in *parent*, put in front where there is none."""
    found = parent.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        parent.insert(0, found)
    return found


def _hint(written: str, known: list[str]) -> str:
    near = get_close_matches(written.lower(), [name.lower() for name in known], n=1)
    if near:
        return f"Did you mean “{next(name for name in known if name.lower() == near[0])}”?"
    return f"There are: {', '.join(known[:MOST_NAMED])}." if known else ""
