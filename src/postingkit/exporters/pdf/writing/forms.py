"""Writes vector drawings as forms: operators that pages call on by one name."""

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from postingkit.exporters.pdf.writing.file import File
from postingkit.exporters.pdf.writing.syntax import THOROUGH, category, rectangle, stream

if TYPE_CHECKING:
    from postingkit.exporters.pdf.drawings.values import VectorDrawing

REMEMBERED = 32
"""How many drawings' operators are kept compressed."""


def write_form(file: File, drawing: "VectorDrawing", group: str = "") -> int:
    """Write a form XObject (ISO 32000-1, 8.10), and give its number.

    *group* is the colour space of a transparency group (11.6.6), if it is to be one.
    """
    box = rectangle(0, 0, drawing.width, drawing.height)
    grouped = f"/Group<</S/Transparency/CS/{group}>>" if group else ""
    resources = f"/Resources<<{_resources(file, drawing)}>>"
    entries = f"/Type/XObject/Subtype/Form/BBox{box}{grouped}{resources}/Filter/FlateDecode"
    return file.add_stream(stream(entries, _operators(drawing.code)))


def _resources(file: File, drawing: "VectorDrawing") -> str:
    named = {
        kind: {name: written.decode("latin-1") for name, written in each.items()}
        for kind, each in drawing.resources.items()
    }
    for name, form in drawing.forms.items():
        reference = f"{write_form(file, form, 'DeviceRGB')} 0 R"
        named.setdefault("XObject", {})[name] = reference
    for name, form in drawing.masks.items():
        state = f"<</SMask<</S/Luminosity/G {write_form(file, form, 'DeviceGray')} 0 R>>>>"
        named.setdefault("ExtGState", {})[name] = state
    return "".join(category(kind, each) for kind, each in named.items())


@lru_cache(REMEMBERED)
def _operators(code: str) -> bytes:
    return zlib.compress(code.encode("latin-1"), THOROUGH)
