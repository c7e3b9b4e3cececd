"""Reads a drawing's XML and its style rules; it resolves no entity and draws nothing."""

import re
from collections.abc import Iterator, Mapping
from typing import NoReturn, TypeAlias
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from postingkit.exporters.pdf.drawings.values import Undrawable

SVG = "http://www.w3.org/2000/svg}"
HREFS = ("href", "http://www.w3.org/1999/xlink}href")

Properties: TypeAlias = Mapping[str, str]
Weight: TypeAlias = tuple[int, int, int]
Rule: TypeAlias = tuple[Weight, tuple[str, frozenset[str]], Properties]

INHERITED = {
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "clip-rule": "nonzero",
    "color": "black",
    "visibility": "visible",
}
"""The properties that an element hands down to those within it, each with what it is at first."""
OWN = {
    "opacity": "1",
    "clip-path": "none",
    "display": "inline",
    "overflow": "hidden",
    "stop-color": "black",
    "stop-opacity": "1",
}
"""The properties that are each element's own."""
PLAIN: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("mask", "filter", "marker", "marker-start", "marker-mid"), ("none",)),
    **dict.fromkeys(("marker-end", "vector-effect", "mask-image", "backdrop-filter"), ("none",)),
    **dict.fromkeys(("rotate", "scale", "translate", "perspective", "offset-path"), ("none",)),
    **dict.fromkeys(("mix-blend-mode", "paint-order"), ("normal",)),
    **dict.fromkeys(("clip", "color-interpolation"), ("auto", "sRGB", "srgb")),
    **dict.fromkeys(("transform-origin", "transform-box", "zoom", "all", "font-size-adjust"), ()),
}
"""Properties that are not drawn, each with the values that change nothing."""
ATTRIBUTES_ALONE = frozenset(
    ("transform", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d")
)
"""What only some readers take from a style rule."""
MOST_RULES = 500
SELECTOR = re.compile(r"\*|([a-zA-Z]+)?((?:[.#][\w-]+)*)")


class Source:
    """A drawing's elements by their ids, and the properties that are declared for each."""

    def __init__(self, data: bytes) -> None:
        self.root = _tree(data)
        self.parents = {child: parent for parent in self.root.iter() for child in parent}
        self.by_id: dict[str, Element] = {}
        for element in self.root.iter():
            identity = element.get("id")
            if identity is not None and self.by_id.setdefault(identity, element) is not element:
                raise Undrawable(identity)
        sheets = (sheet for sheet in self.root.iter() if name_of(sheet) == "style")
        self.rules = sorted(_rules(sheets), key=lambda rule: rule[0])
        if len(self.rules) > MOST_RULES:
            raise Undrawable(len(self.rules))
        self.known: dict[Element, Properties] = {}

    def named(self, reference: str) -> Element:
        """Give the element that *reference*, ``#`` and an id, refers to."""
        if reference[:1] != "#" or reference[1:] not in self.by_id:
            raise Undrawable(reference)
        return self.by_id[reference[1:]]

    def style(self, element: Element, above: Properties) -> Properties:
        """Give all properties of *element*, below one that has the properties *above*."""
        if element not in self.known:
            self.known[element] = self._declared(element)
        declared = self.known[element]
        for name, value in declared.items():
            if name in ATTRIBUTES_ALONE or value not in PLAIN.get(name, (value,)):
                raise Undrawable(name)
        taken = {name: above[name] for name, value in declared.items() if value == "inherit"}
        return {**above, **OWN, **declared, **taken}

    def style_in_place(self, element: Element) -> Properties:
        """Give all properties of *element* where it stands, be it drawn there or not."""
        parent = self.parents.get(element)
        above = INITIAL if parent is None else self.style_in_place(parent)
        return self.style(element, above)

    def _declared(self, element: Element) -> dict[str, str]:
        known = (*INHERITED, *OWN, *PLAIN)
        declared = {name: element.attrib[name].strip() for name in known if name in element.attrib}
        own = _marks(element)
        for _, (tag, marks), declarations in self.rules:
            if tag in ("", name_of(element)) and marks <= own:
                declared |= declarations
        return declared | dict(_declarations(element.get("style", "")))


INITIAL: Properties = {**INHERITED, **OWN}


def name_of(element: Element) -> str:
    """Give the name of an element of SVG, and an empty one for any other."""
    _, _, name = element.tag.rpartition(SVG)
    return "" if "}" in name else name


def href_of(element: Element) -> str:
    """Give what *element* refers to, if anything."""
    return next((element.attrib[name] for name in HREFS if name in element.attrib), "")


def _tree(data: bytes) -> Element:
    builder = TreeBuilder()
    parser = expat.ParserCreate("utf-8", "}")
    parser.StartDoctypeDeclHandler = _refuse
    parser.ProcessingInstructionHandler = _refuse
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.Parse(data, True)  # noqa: FBT003 - expat's own way to say that this is all
    return builder.close()


def _refuse(*_: object) -> NoReturn:
    raise Undrawable("It is not all said here.")


def _marks(element: Element) -> frozenset[str]:
    classes = (f".{name}" for name in element.get("class", "").split())
    return frozenset((*classes, f"#{element.get('id', '')}"))


def _rules(sheets: Iterator[Element]) -> Iterator[Rule]:
    """Yield rules with their weight (Selectors 4, 17) and what they are for."""
    for sheet in sheets:
        css = _without_comments("".join(sheet.itertext()))
        if "@" in css or "media" in sheet.attrib:
            raise Undrawable(css)
        *rules, rest = css.split("}")
        if rest.strip():
            raise Undrawable(rest)
        for rule in rules:
            selectors, brace, body = rule.partition("{")
            if not brace:
                raise Undrawable(rule)
            declarations = dict(_declarations(body))
            for selector in selectors.split(","):
                yield *_selected(selector.strip()), declarations


def _selected(selector: str) -> tuple[Weight, tuple[str, frozenset[str]]]:
    found = SELECTOR.fullmatch(selector)
    if not found or not selector:
        raise Undrawable(selector)
    tag, marks = found[1] or "", re.findall(r"[.#][\w-]+", found[2] or "")
    ids = sum(mark[0] == "#" for mark in marks)
    return (ids, len(marks) - ids, len(tag) and 1), (tag, frozenset(marks))


def _declarations(css: str) -> Iterator[tuple[str, str]]:
    for declaration in _without_comments(css).split(";"):
        name, colon, value = declaration.partition(":")
        if (not colon and name.strip()) or "!" in value:
            raise Undrawable(declaration)
        if colon:
            yield name.strip().lower(), value.strip()


def _without_comments(css: str) -> str:
    first, *others = css.split("/*")
    return " ".join((first, *(part.partition("*/")[2] for part in others)))
