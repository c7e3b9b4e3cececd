"""Writes single definitions of styles from the values they are made of; it knows no look."""

import re
from dataclasses import dataclass

from postingkit.exporters.docx import escaping
from postingkit.exporters.docx.measures import half_points

LONGEST_NAME = 80
LONGEST_FONT_NAME = 31
"""What the Open XML SDK lets pass of a font's name, in UTF-16 units."""
BUILT_IN = ""
OUR_OWN = ' w:customStyle="1"'


@dataclass(frozen=True, slots=True)
class Derived:
    """A style for blocks of a named style: as its *base* until somebody changes it in Word."""

    kind: str
    base: str
    name: str

    @property
    def id(self) -> str:
        """The style's id."""
        return f"{self.base}-{self.name}"

    @property
    def full_name(self) -> str:
        """The style's name, as Word shows it."""
        return f"{self.base} {self.name}"


def derive(kind: str, base: str, name: str) -> Derived:
    """Derive a style of *kind* ``paragraph`` or ``table``; its *name* may hold any characters."""
    return Derived(kind, base, re.sub(r"[^\w-]", "-", name.lower())[:LONGEST_NAME])


def derived_paragraph_style(derived: Derived) -> str:
    """Define *derived*."""
    return (
        f'<w:style w:type="paragraph"{OUR_OWN} w:styleId="{derived.id}">'
        f'<w:name w:val="{derived.full_name}"/><w:basedOn w:val="{derived.base}"/>'
        f"<w:qFormat/></w:style>"
    )


def paragraph_style(
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    base: str = "Normal",
    following: str = "",
    origin: str = BUILT_IN,
) -> str:
    """Define a paragraph style by what its ``w:pPr`` and ``w:rPr`` hold.

    *following* is the style that Word goes on with after it, if another. *origin* is `BUILT_IN`
    where the *name* is one of Word's own, else `OUR_OWN`.
    """
    after = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph"{origin} w:styleId="{style_id(name)}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/>{after}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def style_id(name: str) -> str:
    """Give the id of the style *name*, as Word makes it: ``heading 1`` is ``Heading1``."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def font(family: str) -> str:
    """Set the *family* for every script."""
    name = font_name(family)
    slots = " ".join(f'w:{slot}="{name}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:rFonts {slots}/>"


def font_name(family: str) -> str:
    """Give the name of a font as attributes hold it, no longer than Word takes it."""
    units = family.encode("utf-16-le", "ignore")[: 2 * LONGEST_FONT_NAME]
    return escaping.attribute(units.decode("utf-16-le", "ignore"))


def size(points: float) -> str:
    """Set the type size, for complex scripts too."""
    return f'<w:sz w:val="{half_points(points)}"/><w:szCs w:val="{half_points(points)}"/>'


def colour(rgb: str) -> str:
    """Set the colour, given as ``#rrggbb``."""
    return f'<w:color w:val="{digits(rgb)}"/>'


def digits(rgb: str) -> str:
    """Give ``#rrggbb`` as Word writes it."""
    return rgb.removeprefix("#").upper()


def spacing(before: float = 0, after: float = 0) -> str:
    """Set the space around a paragraph, in points."""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"/>'


def border(side: str, rgb: str, *, width: float, space: int = 0) -> str:
    """Draw one side; *width* and *space* to the text in points."""
    eighths = round(width * 8)
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{digits(rgb)}"/>'


def shade(rgb: str) -> str:
    """Fill the background."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{digits(rgb)}"/>'
