"""Writes HTML's tags and characters, and nothing else does; it knows no document.

`Html` is text that has been through here. Only this module makes it, so a text that skips the
escaping is a type error.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import NewType, TypeAlias

Html = NewType("Html", str)
Attributes: TypeAlias = Mapping[str, str | None]

NOTHING = Html("")
LINE_BREAK = Html("<br>\n")

# https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
# It names what a file holds, not what it refuses: so it searches ten times as fast.
BEYOND_THE_FIRST_PLANE = "".join(
    f"{chr(plane << 16)}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 17)
)
REFUSED = re.compile(f"[^\t\n -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd{BEYOND_THE_FIRST_PLANE}]")


def text(characters: str) -> Html:
    """Give *characters* as they are to be read, whatever they look like."""
    return Html(escape(characters, quote=False))


def element(name: str, content: Html, attributes: Attributes | None = None) -> Html:
    """Put *content* into the element *name*; attributes that are None are left out."""
    return Html(f"<{name}{written(attributes or {})}>{content}</{name}>")


def block(name: str, content: Html, attributes: Attributes | None = None) -> Html:
    """Put *content*, on lines of its own, into the element *name*."""
    return element(name, Html(f"\n{content}\n"), attributes)


def void(name: str, attributes: Attributes) -> Html:
    """Write the element *name*, which has no content and no end."""
    return Html(f"<{name}{written(attributes)}>")


def written(attributes: Attributes) -> Html:
    """Write *attributes* as they stand in a tag, a space before each."""
    pairs = (
        f' {name}="{escape(value)}"' for name, value in attributes.items() if value is not None
    )
    return Html("".join(pairs))


def joined(parts: Iterable[Html]) -> Html:
    """Put *parts* one after the other, as they run."""
    return Html("".join(parts))


def stacked(parts: Iterable[Html]) -> Html:
    """Put the *parts* that are not empty on lines of their own."""
    return Html("\n".join(filter(None, parts)))


def classes(*names: str | None) -> str | None:
    """Give the value of a class attribute, of names made fit for one; None where there are none."""
    return " ".join(slug(name) for name in names if name) or None


def slug(name: str) -> str:
    """Make *name* fit for a class or an id: letters, digits, ``_`` and ``-``, and at least one."""
    return re.sub(r"[^\w-]+", "-", name) or "-"


def clean(page: str) -> str:
    """Drop from a whole *page* the characters that no HTML file can hold."""
    return REFUSED.sub("", page)
