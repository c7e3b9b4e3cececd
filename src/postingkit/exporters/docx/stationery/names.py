"""The names of what stands in a Word file, to find and make elements by; it knows no document."""

from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

from postingkit.exporters.docx.names import DRAWING

Element: TypeAlias = _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONSHIPS = "_rels/.rels"


OURS = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": f"{DRAWING}/wordprocessingDrawing",
    "a": f"{DRAWING}/main",
    "pic": f"{DRAWING}/picture",
}
"""The names of namespaces that our bodies use."""


def declaring(root: Element) -> Element:
    """Give *root* so that a body of ours can stand in it, whatever names it has for namespaces."""
    names = {name: space for name, space in root.nsmap.items() if name is not None}
    wider = etree.Element(root.tag, _attributes(root), nsmap=names | OURS)
    wider.extend(list(root))
    return wider


def _attributes(element: Element) -> dict[str, str]:
    return {str(name): str(said) for name, said in element.attrib.items()}


def value(element: Element | None, name: str = "val") -> str:
    """Give the attribute *name* of Word's namespace, or nothing."""
    return "" if element is None else str(element.get(W + name, ""))
