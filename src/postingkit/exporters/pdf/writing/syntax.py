"""Writes the small things that PDF objects are made of: numbers, strings, streams.

Objects are written as text whose characters stand for bytes (Latin-1).
"""

import re
import zlib
from collections.abc import Mapping

QUICK = 4
"""The zlib level for what differs from file to file.

A full page takes a third of the time of level 6, the default, and becomes a seventh larger.
"""
THOROUGH = 9
"""The zlib level for what is made once and kept."""
_plain = re.compile(r"[ -~¡-¬®-ÿ]*").fullmatch
_ENCODING_MARKS = ("þÿ", "ÿþ", "ï»¿")
_UNSAYABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]+")
_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\r": r"\r", "\n": r"\n"})


def number(value: float) -> str:
    """Write a length in points to a hundredth."""
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")


def rectangle(*corners: float) -> str:
    """Write left, bottom, right and top, in points."""
    return f"[{' '.join(map(number, corners))}]"


def category(kind: str, named: Mapping[str, str]) -> str:
    """Write a category of resources (ISO 32000-1, 7.8.3): what each name stands for."""
    entries = "".join(f"/{name} {written}" for name, written in named.items())
    return f"/{kind}<<{entries}>>" if named else ""


def sayable(text: str) -> str:
    """Put a space where *text* has what neither PDF nor XML can hold: controls, halves of pairs."""
    return _UNSAYABLE.sub(" ", text)


def text_string(text: str) -> str:
    """Write what is sayable of *text* as a text string (ISO 32000-1, 7.9.2.2).

    What PDFDocEncoding shares with Latin-1 stands as it is, all else as UTF-16.
    """
    clean = sayable(text)
    if not _plain(clean) or clean.startswith(_ENCODING_MARKS):
        clean = "\xfe\xff" + clean.encode("utf-16-be").decode("latin-1")
    return f"({clean.translate(_ESCAPES)})"


STREAM_END = b"\r\nendstream"
"""What follows a stream's data; a mere LF after data that ends in CR would seem half of CRLF."""


def stream(entries: str, data: bytes) -> bytes:
    """Write a stream object of *data* as it is, with an end-of-line that does not belong to it.

    *entries* are those of its dictionary but Length (ISO 19005-2, 6.1.7.1).
    """
    head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
    return b"".join((head, data, STREAM_END))


def compressed(entries: str, data: bytes, *, level: int = QUICK) -> bytes:
    """Write a stream object of *data*, compressed."""
    return stream(f"{entries}/Filter/FlateDecode", zlib.compress(data, level))
