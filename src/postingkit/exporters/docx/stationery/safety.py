"""Refuses Word files that could hurt, before anything opens them; it unpacks and judges only.

The limits are far above what letterheads take. What a file refers to outside itself is never
looked at.
"""

import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import chain
from typing import TypeAlias
from urllib.parse import unquote

from lxml import etree

from postingkit.errors import Problem, StationeryError, WordPlace
from postingkit.exporters.docx.stationery.names import (
    CONTENT_TYPES,
    MAIN_TYPE,
    RELATIONSHIP,
    ROOT_RELATIONSHIPS,
    TEMPLATE_TYPE,
    TYPES,
    Element,
)
from postingkit.look import Asset

Parts: TypeAlias = dict[str, bytes]
"""The parts of a file by their names, without a slash in front."""

MOST_PARTS = 1_000
MOST_BYTES = 100_000_000
MOST_XML = 20_000_000
MOST_RATIO = 150
SMALL = 1_000_000
"""Bytes up to which no ratio of compression is suspicious."""
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
    KeyError,
    struct.error,
)
"""What unpacking raises for files that are no zip, or are damaged."""
COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
NAME = re.compile(r"[A-Za-z0-9 _.%()~\[\]-]+(/[A-Za-z0-9 _.%()~\[\]-]+)*")
ENCRYPTED = 1
XML = (".xml", ".rels")
LINK = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
DROPPED_OUTSIDE = "attachedTemplate"
"""The template that a file was begun from, on the computer of whoever made it: it is dropped."""
REFUSED = {
    "vbaProject": "a macro",
    "control": "an ActiveX control",
    "aFChunk": "a file within the file",
    "subDocument": "a document within the document",
}
SAVE_AGAIN = "Open it in Word and save it again as “Word Document (.docx)”."


def checked_parts(asset: Asset) -> Parts:
    """Unpack *asset*; raises `StationeryError` where it is no sound and harmless Word file."""
    parts = _unpacked(asset)
    problems = list(
        chain(_main_problems(asset.name, parts), _relationship_problems(asset.name, parts))
    )
    if problems:
        raise StationeryError(tuple(problems))
    return parts


def _refusal(file: str, message: str, hint: str = "", part: str = "") -> StationeryError:
    return StationeryError((Problem.at(WordPlace(file, part), message, hint),))


def _unpacked(asset: Asset) -> Parts:
    if asset.data.startswith(COMPOUND_FILE):
        message = "The file is protected by a password, or it is a .doc of Word 97 to 2003."
        raise _refusal(asset.name, message, "Remove the password, and save it as .docx.")
    try:
        with zipfile.ZipFile(BytesIO(asset.data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            _judge(asset.name, entries)
            parts = {entry.filename: package.read(entry) for entry in entries}
    except DAMAGED as error:
        raise _refusal(asset.name, "The file is damaged, or no Word file.", SAVE_AGAIN) from error
    for name, data in parts.items():
        if name.endswith(XML):
            _refuse_unreadable(asset.name, name, data)
    return parts


def _judge(file: str, entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        size = f"{MOST_PARTS:,} parts or {MOST_BYTES // 1_000_000} MB"
        raise _refusal(file, f"Unpacked, the file has more than {size}.", "No letterhead has.")
    if len({name.lower() for name in names}) < len(names):
        raise _refusal(file, "The file has two parts of one name.", SAVE_AGAIN)
    for entry in entries:
        fault = _fault(entry)
        if fault:
            raise _refusal(file, f"The part “{entry.filename[:80]}” {fault}.", SAVE_AGAIN)


def _fault(entry: zipfile.ZipInfo) -> str:
    """Say what is wrong with *entry*, if anything."""
    if entry.flag_bits & ENCRYPTED:
        return "is protected by a password"
    if not NAME.fullmatch(entry.filename) or {"..", "."} & set(entry.filename.split("/")):
        return "has a name that leads out of the file or that Word never gives"
    if entry.filename.endswith(XML) and entry.file_size > MOST_XML:
        return f"is larger than {MOST_XML // 1_000_000} MB"
    if entry.file_size > SMALL and entry.file_size > MOST_RATIO * entry.compress_size:
        return f"grows more than {MOST_RATIO} times its size when it is unpacked"
    return ""


def _refuse_unreadable(file: str, part: str, data: bytes) -> None:
    """Refuse XML that is broken, or that could bring in anything from outside."""
    try:
        tree = parsed(data).getroottree()
    except etree.XMLSyntaxError as error:
        message = f"The part “{part}” cannot be read: {error.msg}."
        raise _refusal(file, message, SAVE_AGAIN) from error
    if tree.docinfo.internalDTD is not None:
        message = f"The part “{part}” declares a document type, as only a forged file does."
        raise _refusal(file, message, SAVE_AGAIN)


def parsed(data: bytes) -> Element:
    """Parse *data*, without following anything, and without comments and instructions."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)


def _main_problems(file: str, parts: Parts) -> Iterator[Problem]:
    place = WordPlace(file, "")
    if CONTENT_TYPES not in parts or ROOT_RELATIONSHIPS not in parts:
        yield Problem.at(place, "The file is no Word file.", SAVE_AGAIN)
        return
    main = main_part(parts)
    if main not in parts:
        yield Problem.at(place, "The file has no main part, so there is no text in it.", SAVE_AGAIN)
    elif (kind := content_types(parts).get(main, "")) not in {MAIN_TYPE, TEMPLATE_TYPE}:
        said = "has macros" if "macroEnabled" in kind else "is no Word document or template"
        yield Problem.at(place, f"The file {said}.", SAVE_AGAIN)


def main_part(parts: Parts) -> str:
    """Name the part that holds the document's body; empty where there is none."""
    for relationship in _relationships(parts, ROOT_RELATIONSHIPS):
        if relationship.get("Type", "").endswith("/officeDocument"):
            return _target("", relationship)
    return ""


def content_types(parts: Parts) -> Mapping[str, str]:
    """Give the type of each part that has one of its own."""
    overrides = parsed(parts[CONTENT_TYPES]).iter(TYPES + "Override")
    return {
        unquote(each.get("PartName", "")).removeprefix("/"): each.get("ContentType", "")
        for each in overrides
    }


def _relationships(parts: Parts, name: str) -> list[Element]:
    return list(parsed(parts[name]).iter(RELATIONSHIP)) if name in parts else []


def _relationship_problems(file: str, parts: Parts) -> Iterator[Problem]:
    for name in sorted(parts):
        if name.endswith(".rels"):
            for relationship in _relationships(parts, name):
                problem = _relationship_problem(name, relationship, parts)
                if problem:
                    yield Problem.at(WordPlace(file, described(name)), *problem)


def described(name: str) -> str:
    """Name the part whose relationships stand in *name*, as in ``header1``."""
    stem = posixpath.basename(name).removesuffix(".rels").removesuffix(".xml")
    return "body" if stem == "document" else stem


def _relationship_problem(name: str, relationship: Element, parts: Parts) -> tuple[str, str] | None:
    kind = relationship.get("Type", "").rpartition("/")[2]
    target = relationship.get("Target", "")
    if kind in REFUSED:
        return f"There is {REFUSED[kind]} here.", SAVE_AGAIN
    if relationship.get("TargetMode") == "External":
        return _outside_problem(kind, target)
    folder = posixpath.dirname(posixpath.dirname(name))
    if _target(folder, relationship) not in parts:
        return f"The part “{target[:80]}” is missing in the file.", SAVE_AGAIN
    return None


def _outside_problem(kind: str, target: str) -> tuple[str, str] | None:
    if kind == DROPPED_OUTSIDE or (kind == "hyperlink" and LINK.match(target)):
        return None
    if kind == "hyperlink":
        return f"The link to “{target[:80]}” leads to no address of the web, mail or telephone.", (
            "Remove the link, or give it an address that begins with “https://”."
        )
    what = {"image": "The picture"}.get(kind, f"What is embedded as “{kind}”")
    return f"{what} stands outside the file, at “{target[:80]}”.", (
        "Insert it again, and choose “Insert” and not “Link to File”."
    )


def _target(folder: str, relationship: Element) -> str:
    target = relationship.get("Target", "")
    joined = posixpath.normpath(posixpath.join("/" + folder, target))
    return unquote(joined).lstrip("/")
