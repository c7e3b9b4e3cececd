"""Reads what the codes of a PDF's font mean, from its ToUnicode stream (ISO 32000-1, 9.10.3)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pikepdf import Name, Object

HEX = r"<([0-9A-Fa-f\s]*)>"
CHARACTER = re.compile(rf"{HEX}\s*{HEX}")
RANGE = re.compile(rf"{HEX}\s*{HEX}\s*(?:{HEX}|\[(.*?)\])", re.DOTALL)


@dataclass(frozen=True)
class Code:
    """How many bytes a code of a font has, and what each code means."""

    width: int
    meanings: Mapping[int, str]

    def meaning(self, shown: bytes) -> str:
        """Give the text of a string that is *shown*; U+FFFD where the font says none."""
        codes = (shown[at : at + self.width] for at in range(0, len(shown), self.width))
        return "".join(self.meanings.get(int.from_bytes(each), "\ufffd") for each in codes)


def code_of(font: Object) -> Code:
    """Read the code of *font*."""
    width = 2 if font.get("/Subtype") == Name.Type0 else 1
    if "/ToUnicode" not in font:
        return Code(width, {})
    return Code(width, dict(_meanings(font.ToUnicode.read_bytes().decode("latin-1"))))


def _meanings(source: str) -> Iterator[tuple[int, str]]:
    for block in _blocks(source, "bfchar"):
        for code, text in CHARACTER.findall(block):
            yield int(code, 16), _utf16(text)
    for block in _blocks(source, "bfrange"):
        for first, last, text, several in RANGE.findall(block):
            codes = range(int(first, 16), int(last, 16) + 1)
            if several:
                yield from zip(codes, map(_utf16, re.findall(HEX, several)), strict=True)
            else:
                head, tail = _utf16(text)[:-1], ord(_utf16(text)[-1])
                yield from ((code, head + chr(tail + at)) for at, code in enumerate(codes))


def _blocks(source: str, kind: str) -> list[str]:
    return re.findall(rf"begin{kind}(.*?)end{kind}", source, re.DOTALL)


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")
