"""Makes a Word file ready, once: its parts, what is filled in, and what ours is called there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from postingkit.errors import Problem, StationeryError, WordPlace
from postingkit.exporters.docx.parts import WORDPROCESSING
from postingkit.exporters.docx.stationery.compiling import Compiled, compile_part
from postingkit.exporters.docx.stationery.completing import MainPart, completed
from postingkit.exporters.docx.stationery.mending import in_standard_form
from postingkit.exporters.docx.stationery.names import Element, R, W, declaring, value
from postingkit.exporters.docx.stationery.numbering import FileNumbering
from postingkit.exporters.docx.stationery.opening import opened_parts
from postingkit.exporters.docx.stationery.safety import Parts, content_types, parsed
from postingkit.exporters.docx.stationery.styles import FileStyles
from postingkit.look import Asset, Look

FILLED = {
    f"{WORDPROCESSING}.{kind}+xml": kind for kind in ("header", "footer", "footnotes", "endnotes")
}
"""The types of the parts that fields are filled into, besides the body."""
PAGES = {"first": "first-page {}", "even": "even-page {}"}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The *parts* of the file *name*, those that are *compiled*, and what ours is called in them.

    *drawings* is the last number that a drawing has; *prefix* begins no name of the file's.
    """

    name: str
    parts: Parts
    main: MainPart
    compiled: Compiled
    styles: FileStyles
    numbering: FileNumbering
    drawings: int
    prefix: str


def open_letterhead(asset: Asset, look: Look, wanted: Mapping[str, str]) -> Letterhead:
    """Open *asset*, and let the *wanted* styles of it be used.

    Raises `StationeryError` with all that is wrong with it.
    """
    parts = opened_parts(asset)
    main = MainPart.of(parts)
    styles = FileStyles(parts.get(main.styles), look)
    compiled = _compiled(asset.name, parts, main, styles.root)
    problems = (*compiled.problems, *styles.use(wanted, asset.name))
    if problems:
        raise StationeryError(problems)
    prefix = _free_prefix(parts)
    return Letterhead(
        asset.name,
        completed(parts, main, prefix),
        main,
        compiled,
        styles,
        FileNumbering(parts.get(main.numbering), styles),
        _last_drawing(parts),
        prefix,
    )


def _compiled(file: str, parts: Parts, main: MainPart, styles: Element) -> Compiled:
    compiled = Compiled()
    body = declaring(in_standard_form(parsed(parts[main.name])))
    said = _pages(body, main)
    compile_part(main.name, body, WordPlace(file, "body"), styles, compiled)
    for name, type_ in sorted(content_types(parts).items()):
        if type_ in FILLED and name in parts:
            place = WordPlace(file, said.get(name, FILLED[type_]))
            compile_part(name, in_standard_form(parsed(parts[name])), place, styles, compiled)
    if not compiled.places and not compiled.problems:
        message = "The file has no place for the posting."
        hint = "Write {{ posting }} into an empty paragraph, where the text shall begin."
        compiled.problems.append(Problem.at(WordPlace(file, "body"), message, hint))
    return compiled


def _pages(body: Element, main: MainPart) -> Mapping[str, str]:
    """Give the headers and footers by the pages that Word shows them on."""
    said: dict[str, str] = {}
    for kind in ("header", "footer"):
        for each in body.iter(f"{W}{kind}Reference"):
            called = PAGES.get(value(each, "type"), "{}").format(kind)
            said.setdefault(main.targets.get(each.get(R + "id", ""), ""), called)
    return said


def _last_drawing(parts: Parts) -> int:
    """Give the highest number that a drawing has in any part."""
    return max((number for data in parts.values() for number in _drawings(data)), default=0)


def _drawings(data: bytes) -> Iterator[int]:
    if b"docPr" in data and data.lstrip().startswith(b"<"):
        for each in parsed(data).iter("{*}docPr"):
            if each.get("id", "").isdecimal():
                yield int(each.get("id", ""))


def _free_prefix(parts: Parts) -> str:
    """Give what no relationship and no picture of the file begins with."""
    relationships = (data for name, data in parts.items() if name.endswith(".rels"))
    taken = b"\n".join((*map(str.encode, parts), *relationships))
    number = 1
    while f"posting{number}-".encode() in taken:
        number += 1
    return f"posting{number}-"
