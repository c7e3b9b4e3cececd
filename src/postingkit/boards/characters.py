"""Characters that any reader takes, written as XML and as HTML; it knows no document."""

import re
from html import unescape

# https://www.w3.org/TR/xml/#charsets, without the characters that it discourages.
REFUSED = re.compile(
    "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd"
    + "".join(f"{chr(plane << 16)}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 17))
    + "]"
)
# https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state
TAG_OPENING = re.compile(r"<(?=[A-Za-z/!?])")
UNSEEN = "\u200b"
"""A space of no width: it keeps apart what would mean something together."""


def clean(text: str) -> str:
    """Drop what no XML file holds: control characters, halves of characters, and the like."""
    if text.isprintable():
        return text
    return REFUSED.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def cdata(text: str) -> str:
    """Put clean *text* into CDATA sections; each ``]]>`` in it is split over two of them."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def entities(text: str) -> str:
    """Escape clean *text* for the content of an XML or HTML element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Escape clean *text* for an attribute in double quotes."""
    return entities(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def bare(text: str) -> str:
    """Write clean *text* as HTML without entities, for a reader that knows none.

    What looks like a tag or an entity gets an unseen space into it, so no reader takes it for one.
    """
    text = TAG_OPENING.sub(f"<{UNSEEN}", text)
    return text if "&" not in text or unescape(text) == text else text.replace("&", f"&{UNSEEN}")
