"""A Word file made ready once: what it says, what is filled in, and what it must not be used for."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from postingkit.errors import Problem, StationeryError, WordPlace
from postingkit.exporters.docx.names import PACKAGE, RELATIONSHIPS
from postingkit.exporters.docx.parts import WORDPROCESSING
from postingkit.exporters.docx.stationery.compiling import POSTING, Compiled, compile_part
from postingkit.exporters.docx.stationery.names import (
    CONTENT_TYPES,
    RELATIONSHIP,
    ROOT_RELATIONSHIPS,
    TYPES,
    Element,
    R,
    W,
    value,
)
from postingkit.exporters.docx.stationery.numbering import FileNumbering
from postingkit.exporters.docx.stationery.opening import opened_parts
from postingkit.exporters.docx.stationery.safety import Parts, content_types, main_part, parsed
from postingkit.exporters.docx.stationery.styles import FileStyles
from postingkit.look import Asset, Look

FILLED = {
    f"{WORDPROCESSING}.{kind}+xml": kind for kind in ("header", "footer", "footnotes", "endnotes")
}
"""The types of the parts that fields are filled into, besides the body."""
PAGES = {"first": "first-page {}", "even": "even-page {}", "default": "{}"}
STYLES, NUMBERING, CORE = "styles.xml", "numbering.xml", "docProps/core.xml"
IMAGE_TYPES = {"png": "image/png", "jpeg": "image/jpeg"}
"""The pictures that bodies bring."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A file's *parts*, those *compiled*, its *main* part, and what ours are called in it."""

    name: str
    parts: Parts
    main: str
    compiled: Compiled
    styles: FileStyles
    numbering: FileNumbering
    drawings: int
    prefix: str

    @property
    def folder(self) -> str:
        """The folder of the main part, from which its relationships lead."""
        return posixpath.dirname(self.main)

    @property
    def relationships(self) -> str:
        """The name of the part with the relationships of the main one."""
        return f"{self.folder}/_rels/{posixpath.basename(self.main)}.rels"

    def beside(self, name: str) -> str:
        """Give the full name of a part beside the main one."""
        return f"{self.folder}/{name}"


def open_letterhead(asset: Asset, look: Look, wanted: Mapping[str, str]) -> Letterhead:
    """Open *asset*, and let the *wanted* styles of it be used.

    Raises `StationeryError` with all that is wrong with it.
    """
    parts = opened_parts(asset)
    main = main_part(parts)
    folder = posixpath.dirname(main)
    styles = FileStyles(parts.get(f"{folder}/{STYLES}"), look)
    styles.use(wanted, asset.name)
    compiled = _compiled(asset.name, parts, main, styles.root)
    if compiled.problems:
        raise StationeryError(tuple(compiled.problems))
    return Letterhead(
        asset.name,
        _completed(parts, folder),
        main,
        compiled,
        styles,
        FileNumbering(parts.get(f"{folder}/{NUMBERING}"), styles),
        _last_drawing(parts),
        _free_prefix(parts),
    )


def _compiled(file: str, parts: Parts, main: str, styles: Element) -> Compiled:
    compiled = Compiled()
    compile_part(main, parsed(parts[main]), WordPlace(file, "body"), styles, compiled)
    for name, said in _filled_parts(parts, main):
        compile_part(name, parsed(parts[name]), WordPlace(file, said), styles, compiled)
    if not compiled.places and not compiled.problems:
        message = "The file has no place for the posting."
        hint = "Write {{ posting }} into an empty paragraph, where the text shall begin."
        compiled.problems.append(Problem.at(WordPlace(file, "body"), message, hint))
    return compiled


def _filled_parts(parts: Parts, main: str) -> Iterator[tuple[str, str]]:
    """Yield the parts besides the body that fields may stand in, each as Word calls it."""
    folder = posixpath.dirname(main)
    relationships = f"{folder}/_rels/{posixpath.basename(main)}.rels"
    targets = {
        each.get("Id", ""): posixpath.normpath(posixpath.join(folder, each.get("Target", "")))
        for each in parsed(parts[relationships]).iter(RELATIONSHIP)
    } if relationships in parts else {}
    said: dict[str, str] = {}
    for each in parsed(parts[main]).iter(W + "headerReference", W + "footerReference"):
        kind = "header" if each.tag == W + "headerReference" else "footer"
        called = PAGES.get(value(each, "type"), "{}").format(kind)
        said.setdefault(targets.get(each.get(R + "id", ""), ""), called)
    for name, type_ in sorted(content_types(parts).items()):
        if type_ in FILLED and name in parts:
            yield name, said.get(name, FILLED[type_])


def _completed(parts: Parts, folder: str) -> Parts:
    """Give *parts* with all that leads to the parts which every posting brings."""
    added = {
        f"{folder}/{STYLES}": f"{WORDPROCESSING}.styles+xml",
        f"{folder}/{NUMBERING}": f"{WORDPROCESSING}.numbering+xml",
        CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    }
    types = parsed(parts[CONTENT_TYPES])
    known = {each.get("PartName") for each in types.iter(TYPES + "Override")}
    defaults = {each.get("Extension", "").lower() for each in types.iter(TYPES + "Default")}
    written = "".join(
        f'<Default Extension="{suffix}" ContentType="{type_}"/>'
        for suffix, type_ in IMAGE_TYPES.items()
        if suffix not in defaults
    ) + "".join(
        f'<Override PartName="/{name}" ContentType="{type_}"/>'
        for name, type_ in added.items()
        if f"/{name}" not in known
    )
    core = (
        f'<Relationship Id="posting" Type="{PACKAGE}/relationships/metadata/core-properties" '
        f'Target="{CORE}"/>'
    )
    return {
        **parts,
        CONTENT_TYPES: before_end(parts[CONTENT_TYPES], written),
        ROOT_RELATIONSHIPS: before_end(parts[ROOT_RELATIONSHIPS], core),
    }


def before_end(part: bytes, written: str) -> bytes:
    """Give *part* with *written* before the end of its root."""
    start, end, rest = part.rpartition(b"</")
    return start + written.encode() + end + rest


def missing_relationships(parts: Parts, letterhead: str, folder: str, prefix: str) -> str:
    """Write the relationships to the styles and numberings, where the file has none."""
    known = {each.get("Type") for each in parsed(parts[letterhead]).iter(RELATIONSHIP)}
    return "".join(
        f'<Relationship Id="{prefix}{kind}" Type="{RELATIONSHIPS}/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "numbering")
        if f"{RELATIONSHIPS}/{kind}" not in known
    )


def _last_drawing(parts: Parts) -> int:
    """Give the highest number that a drawing has in any part."""
    numbers = [
        int(found.get("id", "0"))
        for name, data in parts.items()
        if name.endswith(".xml") and b"docPr" in data
        for found in parsed(data).iter("{*}docPr")
        if found.get("id", "").isdecimal()
    ]
    return max(numbers, default=0)


def _free_prefix(parts: Parts) -> str:
    """Give a beginning that no relationship and no picture of the file has."""
    taken = b"\n".join([*map(str.encode, parts), *(v for n, v in parts.items() if n.endswith(".rels"))])
    number = 1
    while f"posting{number}-".encode() in taken:
        number += 1
    return f"posting{number}-"
