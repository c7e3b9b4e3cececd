"""Takes text out of a PDF by the programs that people and search engines use; none is ours.

Text is compared without what may be laid out as one likes: white space counts as one space, and
characters that show nothing do not count.
"""

import importlib
import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest

pymupdf: Any = importlib.import_module("pymupdf")  # some releases have types, and some have not
IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point of Unicode 16."""
NEUTRAL = re.compile(r"\u202a(\s+[^\w\s]+)\u202c")
"""Punctuation within a line from right to left, which poppler embeds as left to right, turned."""
STRUCTURE_TEXT = re.compile(r'^(\s*)(?:"(.*)"|(?!Object \d)(\w+)(.*))$')
"""A line of pdfinfo: a text, or an element; an annotation is an Object."""


def words(text: str) -> list[str]:
    """Split *text* at white space, without what shows nothing, in composed form."""
    return unicodedata.normalize("NFC", IGNORABLE.sub("", text)).split()


def program(name: str) -> str:
    """Find the program *name*; where there is none, skip the test, or fail it in CI."""
    found = shutil.which(name)
    if not found and os.environ.get("CI"):
        pytest.fail(f"{name} is not installed")
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def by_pdfium(path: Path) -> str:
    """Give the pages' text as Chromium copies it."""
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def by_poppler(path: Path) -> str:
    """Give the pages' text as Evince and pdftotext copy it."""
    return NEUTRAL.sub(
        lambda found: found[1][::-1],
        _said([program("pdftotext"), "-enc", "UTF-8", str(path), "-"]),
    )


def by_mupdf(path: Path) -> str:
    """Give the pages' text as MuPDF copies it; only its Python wheel knows right from left."""
    with pymupdf.open(path) as pdf:
        return "\n".join(page.get_text() for page in pdf)


EXTRACTORS: Mapping[str, Callable[[Path], str]] = {
    "pdfium": by_pdfium,
    "poppler": by_poppler,
    "mupdf": by_mupdf,
}


def structure_text(path: Path) -> str:
    """Give what poppler reads along the structure tree, a line for each block, without markers."""
    said = _said([program("pdfinfo"), "-struct-text", str(path)])
    parts: list[str] = []
    marker: int | None = None
    for line in said.splitlines():
        found = STRUCTURE_TEXT.match(line)
        if not found:
            continue
        depth, text, tag, rest = len(found[1]), found[2], found[3], found[4]
        if marker is not None and depth > marker:
            continue
        marker = depth if tag == "Lbl" else None
        if text is not None:
            parts.append(text)
        elif not rest.rstrip(":").endswith("(inline)"):
            parts.append("\n")
    return "".join(parts)


def _said(command: list[str]) -> str:
    ran = subprocess.run(command, check=True, capture_output=True)
    # Titles of elements come from pdfinfo as they are in the file, in UTF-16.
    return ran.stdout.decode("utf-8", "replace")
