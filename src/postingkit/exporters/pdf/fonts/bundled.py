"""The font files of the wheel and of the extra ``postingkit[fonts]``, as they are known to be.

All are under the SIL Open Font License. None is opened here.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from postingkit.exporters.pdf.fonts.face import Program
from postingkit.exporters.pdf.fonts.sources import Source
from postingkit.typefaces import BOLD, REGULAR, FaceNames

_FILES = Path(__file__).parent / "files"
_EXTRA = "rendercv_fonts"
_EXTRA_FOLDER = "Noto Sans"

_STYLES = {
    "Regular": (REGULAR, False),
    "Bold": (BOLD, False),
    "Italic": (REGULAR, True),
    "BoldItalic": (BOLD, True),
}
_TWO = ("Regular", "Bold")

PLAIN = "Noto Sans"
PICTURES = "Noto Emoji"
_HERE = {
    PLAIN: tuple(_STYLES),
    "Noto Sans Arabic": _TWO,
    "Noto Sans Hebrew": _TWO,
    "Noto Sans Thai": _TWO,
    "Noto Sans Symbols": _TWO,
    "Noto Sans Symbols 2": ("Regular",),
    "Noto Sans Math": ("Regular",),
    PICTURES: ("Regular",),
}
"""The families of the wheel in the order in which they are asked, and the styles of each.

Noto Sans has Latin, Greek, Cyrillic and Devanagari.
"""

JAPANESE, KOREAN, CHINESE = "Noto Sans JP", "Noto Sans KR", "Noto Sans SC"
_THERE = {JAPANESE: _TWO, KOREAN: _TWO, CHINESE: _TWO}

FALLBACKS = tuple(_HERE)


@cache
def sources() -> Mapping[str, tuple[Source, ...]]:
    """Give the faces of each family that is here, by the family's name in small letters.

    Those of the extra are here only where it is installed.
    """
    found = dict(_sources(_HERE, _FILES))
    extra = _extra()
    return {**found, **dict(_sources(_THERE, extra))} if extra else found


def _sources(
    families: Mapping[str, tuple[str, ...]], folder: Path
) -> Iterator[tuple[str, tuple[Source, ...]]]:
    for family, styles in families.items():
        yield family.casefold(), tuple(_source(family, style, folder) for style in styles)


def _source(family: str, style: str, folder: Path) -> Source:
    weight, italic = _STYLES[style]
    name = f"{family.replace(' ', '')}-{style}"
    names = FaceNames(family, weight, italic, variable=False, index=0)
    return Source(name, names, Program(folder / f"{name}.ttf"))


def _extra() -> Path | None:
    """Find the folder of the extra without running the code that comes with it."""
    found = find_spec(_EXTRA)
    if not (found and found.origin):
        return None
    folder = Path(found.origin).parent / _EXTRA_FOLDER
    return folder if folder.is_dir() else None


def ideographic(language: str) -> tuple[str, ...]:
    """Name the families for ideographs in *language* (BCP 47), the best for it first.

    Chinese in traditional characters has no family of its own here: CHINESE has most of them, in
    the shapes of the mainland.
    """
    match language.partition("-")[0].casefold():
        case "ja":
            return JAPANESE, CHINESE, KOREAN
        case "ko":
            return KOREAN, CHINESE, JAPANESE
        case _:
            return CHINESE, JAPANESE, KOREAN


FAMILIES = frozenset(face.names.family for faces in sources().values() for face in faces)
"""All families that need no file of a template's or the computer's."""
