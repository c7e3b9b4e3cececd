"""Builds small fonts of each kind with fontTools, which has no types: squares for letters."""

from io import BytesIO
from typing import TypeVar

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.basePen import AbstractPen  # type: ignore[import-untyped]
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables.TupleVariation import TupleVariation  # type: ignore[import-untyped]

from postingkit.look import Asset

PenT = TypeVar("PenT", bound=AbstractPen)
LETTERS = "abcdefghijklmnopqrstuvwxyz "
UNITS = 2048
CORNERS = ((100, 0), (100, 700), (800, 700), (800, 0))


def truetype(family: str, *, weight: int = 400, italic: bool = False) -> Asset:
    return _asset(_truetype(family, weight=weight, italic=italic).font)


def postscript(family: str, *, weight: int = 400) -> Asset:
    builder = _begun(family, weight, outlines=False)
    shapes = {name: _drawn(T2CharStringPen(1000, None)).getCharString() for name in _names()}
    builder.setupCFF(_postscript_name(family, weight), {}, shapes, {})
    return _asset(_finished(builder, weight, italic=False).font)


def collection(*families: str) -> Asset:
    gathered = TTCollection()
    gathered.fonts = [_truetype(family).font for family in families]
    return _asset(gathered)


def variable(family: str) -> Asset:
    """Make a font whose letters are 400 units wider when bold, and that can lean."""
    builder = _truetype(family)
    axes = [("wght", 100, 400, 900, "Weight"), ("slnt", -10, 0, 0, "Slant")]
    builder.setupFvar(axes, [])
    phantoms = [(0, 0), (800, 0), (0, 0), (0, 0)]  # the second is the end of the advance
    deltas = [(0, 0)] * len(CORNERS) + phantoms
    builder.setupGvar({name: [TupleVariation({"wght": (0, 1, 1)}, deltas)] for name in _names()})
    return _asset(builder.font)


def _truetype(family: str, *, weight: int = 400, italic: bool = False) -> FontBuilder:
    builder = _begun(family, weight, outlines=True)
    builder.setupGlyf({name: _drawn(TTGlyphPen(None)).glyph() for name in _names()})
    return _finished(builder, weight, italic=italic)


def _begun(family: str, weight: int, *, outlines: bool) -> FontBuilder:
    builder = FontBuilder(UNITS, isTTF=outlines)
    builder.setupGlyphOrder(_names())
    characters = {ord(letter): f"u{ord(letter)}" for letter in LETTERS}
    builder.setupCharacterMap({**characters, 0xE000: "u97", 0x1681: "u97", 0xA0: "u32"})
    builder.setupNameTable(
        {"familyName": family, "styleName": "x", "psName": _postscript_name(family, weight)}
    )
    return builder


def _finished(builder: FontBuilder, weight: int, *, italic: bool) -> FontBuilder:
    builder.setupHorizontalMetrics({name: (1000 + i, 100) for i, name in enumerate(_names())})
    builder.setupHorizontalHeader(ascent=1800, descent=-500)
    builder.setupOS2(usWeightClass=weight, fsSelection=0x01 if italic else 0x40, sxHeight=1000)
    builder.setupPost()
    return builder


def _names() -> list[str]:
    return [".notdef", *(f"u{ord(letter)}" for letter in LETTERS)]


def _drawn(pen: PenT) -> PenT:
    first, *others = CORNERS
    pen.moveTo(first)
    for corner in others:
        pen.lineTo(corner)
    pen.closePath()
    return pen


def _postscript_name(family: str, weight: int) -> str:
    return f"{family.replace(' ', '')}-{weight}"


def _asset(font: TTFont | TTCollection) -> Asset:
    file = BytesIO()
    font.save(file)
    return Asset("built", file.getvalue())
