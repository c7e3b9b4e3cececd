"""Makes inlines HTML; it knows no blocks."""

import re

from postingkit.document import (
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Text,
    plain,
)
from postingkit.exporters.html.context import Context
from postingkit.exporters.html.elements import LINE_BREAK, Html, element, joined, text

SCHEMES = ("http:", "https:", "mailto:", "tel:")
# https://url.spec.whatwg.org/#url-code-points, what lies beyond ASCII taken as it is
NO_ADDRESS_CHARACTER = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})")


def render_inlines(parts: Inlines, context: Context) -> Html:
    """Give *parts* as they run."""
    return joined([_inline(part, context) for part in parts])


def linked(content: Html, target: str, shown: str = "") -> Html:
    """Let *content*, read as *shown*, lead to *target*, unless a click on that could run something.

    A link that shows its own address gets the class ``address``, so that none is printed twice.
    """
    if not target.lower().startswith(SCHEMES):
        return content
    kind = "address" if _is_address(shown, target) else None
    return element("a", content, {"href": _address(target), "class": kind})


def _inline(inline: Inline, context: Context) -> Html:
    match inline:
        case Text(characters, language):
            return _text(characters, language, context)
        case Strong(children):
            return element("strong", render_inlines(children, context))
        case Emphasis(children):
            return element("em", render_inlines(children, context))
        case Link(children, target):
            return linked(render_inlines(children, context), target, plain(children))
        case LineBreak():
            return LINE_BREAK


def _text(characters: str, language: str | None, context: Context) -> Html:
    marks = context.marks(language)
    return element("span", text(characters), marks) if marks else text(characters)


def _is_address(shown: str, target: str) -> bool:
    without_scheme = target.partition(":")[2].removeprefix("//")
    return shown.rstrip("/") in {target.rstrip("/"), without_scheme.rstrip("/")}


def _address(target: str) -> str:
    return NO_ADDRESS_CHARACTER.sub(lambda found: f"%{ord(found[0]):02X}", target)
