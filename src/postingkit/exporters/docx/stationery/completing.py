"""Adds to a Word file's package what every posting brings; it changes no text and no look."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from postingkit.exporters.docx.names import PACKAGE, RELATIONSHIPS
from postingkit.exporters.docx.parts import WORDPROCESSING
from postingkit.exporters.docx.stationery.names import (
    CONTENT_TYPES,
    RELATIONSHIP,
    ROOT_RELATIONSHIPS,
    TYPES,
    Element,
)
from postingkit.exporters.docx.stationery.opening import serialized
from postingkit.exporters.docx.stationery.safety import Parts, main_part, parsed

CORE = "docProps/core.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
IMAGES = {"png": "image/png", "jpeg": "image/jpeg"}
"""The pictures that bodies bring."""
EMPTY = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()


@dataclass(frozen=True, slots=True)
class MainPart:
    """The part with the body: its name and its relationships, by their ids and their kinds."""

    name: str
    targets: Mapping[str, str]
    kinds: Mapping[str, str]

    @classmethod
    def of(cls, parts: Parts) -> "MainPart":
        """Find the main part of *parts*."""
        name = main_part(parts)
        folder, base = posixpath.split(name)
        relationships = parsed(parts.get(f"{folder}/_rels/{base}.rels", EMPTY))
        targets: dict[str, str] = {}
        kinds: dict[str, str] = {}
        for each in relationships.iter(RELATIONSHIP):
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, each.get("Target", "")))
                targets[each.get("Id", "")] = target.lstrip("/")
                kinds.setdefault(each.get("Type", "").rpartition("/")[2], target.lstrip("/"))
        return cls(name, targets, kinds)

    def beside(self, name: str) -> str:
        """Give the whole name of a part beside this one."""
        return posixpath.join(posixpath.dirname(self.name), name)

    @property
    def relationships(self) -> str:
        """The name of the part with the relationships."""
        return self.beside(f"_rels/{posixpath.basename(self.name)}.rels")

    @property
    def styles(self) -> str:
        """The name of the part with the styles, also where there is none yet."""
        return self.kinds.get("styles", self.beside("styles.xml"))

    @property
    def numbering(self) -> str:
        """The name of the part with the numberings, likewise."""
        return self.kinds.get("numbering", self.beside("numbering.xml"))


def completed(parts: Parts, main: MainPart, prefix: str) -> Parts:
    """Give *parts* with all that leads to the styles, numberings, pictures and properties."""
    types = parsed(parts[CONTENT_TYPES])
    _add_types(types, main)
    root = parsed(parts[ROOT_RELATIONSHIPS])
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    _relate(root, f"{prefix}core", core, CORE)
    relationships = parsed(parts.get(main.relationships, EMPTY))
    for kind in ("styles", "numbering"):
        if kind not in main.kinds:
            _relate(relationships, f"{prefix}{kind}", f"{RELATIONSHIPS}/{kind}", f"{kind}.xml")
    return {
        **parts,
        CONTENT_TYPES: serialized(types),
        ROOT_RELATIONSHIPS: serialized(root),
        main.relationships: serialized(relationships),
    }


def _relate(relationships: Element, id_: str, kind: str, target: str) -> None:
    attributes = {"Id": id_, "Type": kind, "Target": target}
    etree.SubElement(relationships, RELATIONSHIP, attributes)


def _add_types(types: Element, main: MainPart) -> None:
    defaults = {each.get("Extension", "").lower() for each in types.iter(TYPES + "Default")}
    for number, (suffix, type_) in enumerate(IMAGES.items()):
        if suffix not in defaults:
            default = etree.Element(TYPES + "Default", {"Extension": suffix, "ContentType": type_})
            types.insert(number, default)
    known = {each.get("PartName") for each in types.iter(TYPES + "Override")}
    wanted = {
        main.styles: f"{WORDPROCESSING}.styles+xml",
        main.numbering: f"{WORDPROCESSING}.numbering+xml",
        CORE: CORE_TYPE,
    }
    for name, type_ in wanted.items():
        if f"/{name}" not in known:
            etree.SubElement(
                types, TYPES + "Override", {"PartName": f"/{name}", "ContentType": type_}
            )
