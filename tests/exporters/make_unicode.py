"""Makes the tables of character properties that the PDF's text is set by; run it by hand.

    python tests/exporters/make_unicode.py

It reads the Unicode Character Database 15.0 of Debian's package ``unicode-data``.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

DATABASE = Path("/usr/share/unicode")
DATA = Path(__file__).parents[2] / "src/postingkit/exporters/pdf/text/data"
HEAD = (
    "# {} of Unicode 15.0: each line begins a range. "
    "Made by tests/exporters/make_unicode.py; changed from Unicode's own, see LICENSE.unicode.\n"
)
LAST = 0x10FFFF

CONJOINING = {0x094D, 0x09CD, 0x0ACD, 0x0B4D, 0x0C4D, 0x0CCD, 0x0D4D}
"""The viramas that join consonants in the scripts of India (GB9c of later Unicode)."""
LEADING = {*range(0x0E40, 0x0E45), *range(0x0EC0, 0x0EC5)}
"""Thai and Lao vowels that are written before their consonant."""
TRAILING = {0x0E2F, 0x0E46, 0x0EAF, 0x0EC6}
"""Thai and Lao signs that shorten or repeat the word before them."""


def fields(file: str) -> Iterator[tuple[range, str]]:
    """Yield the ranges of a file of the database, each with its value."""
    for line in (DATABASE / file).read_text("utf-8").splitlines():
        statement = line.split("#")[0]
        if ";" in statement:
            codes, value = (field.strip() for field in statement.split(";")[:2])
            first, _, last = codes.partition("..")
            yield range(int(first, 16), int(last or first, 16) + 1), value


def table(*files: str) -> dict[int, str]:
    """Give the value of each code point that *files* list, the later ones over the earlier."""
    return {code: value for file in files for codes, value in fields(file) for code in codes}


def members(file: str, value: str) -> set[int]:
    """Give the code points that have *value* in a file of the database."""
    return {code for codes, each in fields(file) if each == value for code in codes}


def bidi() -> Callable[[int], str]:
    """Bidi_Class; the file lists the classes of unassigned code points in comments."""
    listed = table("extracted/DerivedBidiClass.txt")
    names = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL"}
    missing: dict[int, str] = {}
    for line in (DATABASE / "extracted/DerivedBidiClass.txt").read_text("utf-8").splitlines():
        if line.startswith("# @missing:"):
            codes, value = line.removeprefix("# @missing:").split(";")
            first, last = (int(code, 16) for code in codes.split(".."))
            value = value.strip()
            name = names.get(value, "ET" if value == "European_Terminator" else value)
            missing.update(dict.fromkeys(range(first, last + 1), name))
    return lambda code: listed.get(code) or missing[code]


def breaking() -> Callable[[int], str]:
    """Line_Break, resolved by LB1 but for CJ and SA letters; what LB30 and LB30b ask is added."""
    listed = table("LineBreak.txt")
    category = table("extracted/DerivedGeneralCategory.txt")
    wide = {code for code, width in table("EastAsianWidth.txt").items() if width in {"F", "W", "H"}}
    pictures = members("emoji/emoji-data.txt", "Extended_Pictographic")

    def named(code: int) -> str:
        match listed.get(code, "XX"):
            case "AI" | "SG" | "XX":
                name = "AL"
            case "SA" if category[code] in {"Mn", "Mc"}:
                name = "CM"
            case "OP" | "CP" as bracket if code in wide:
                name = f"{bracket}-wide"
            case other:
                name = other
        return "ID-free" if code in pictures and category.get(code, "Cn") == "Cn" else name

    return named


def clusters() -> Callable[[int], str]:
    """Grapheme_Cluster_Break, with Indic conjuncts and the order of Thai and Lao vowels."""
    listed = table("auxiliary/GraphemeBreakProperty.txt")
    syllabic = table("IndicSyllabicCategory.txt")
    pictures = members("emoji/emoji-data.txt", "Extended_Pictographic")

    def named(code: int) -> str:
        if code in CONJOINING or syllabic.get(code) == "Invisible_Stacker":
            return "Linker"
        if code in LEADING:
            return "Prepend"
        if code in TRAILING:
            return "SpacingMark"
        if code in pictures:
            return "Pictographic"
        return listed.get(code) or ("Consonant" if syllabic.get(code) == "Consonant" else "Other")

    return named


def compact(name: str, value: Callable[[int], str]) -> str:
    """Give the file of a property: a line wherever it changes."""
    lines, last = [HEAD.format(name)], ""
    for code in range(LAST + 1):
        now = value(code)
        if now != last:
            lines.append(f"{code:04X} {now}\n")
            last = now
    return "".join(lines)


def tables() -> dict[str, str]:
    """Make the files of ``data/``, by their names."""
    return {
        "bidi.txt": compact("Bidi_Class", bidi()),
        "breaking.txt": compact("Line_Break", breaking()),
        "clusters.txt": compact("Grapheme_Cluster_Break", clusters()),
    }


if __name__ == "__main__":
    for file, content in tables().items():
        (DATA / file).write_text(content, "ascii")
