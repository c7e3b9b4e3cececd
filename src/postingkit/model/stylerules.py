"""Looks through the CSS of an SVG drawing for what reaches outside it; it applies no rule."""

import re
from collections.abc import Mapping

URL = re.compile(r"url\(\s*[\"']?\s*(.)", re.IGNORECASE | re.DOTALL)
REFERENCE = re.compile(r"url\(\s*[\"']?#([^\"')]*)", re.IGNORECASE)
CLASS = re.compile(r"\s*\.([\w-]+)\s*")


def refused_style(style: str) -> str:
    """Say what of *style* reaches outside the drawing; an empty string says that nothing does.

    Escapes and ``@`` rules are refused whole, for they hide addresses and fetch them.
    """
    bare = _bare(style)
    if "\\" in bare or re.search(r"@(?!media|charset)", bare) or "image-set" in bare.lower():
        return "has style rules that can fetch something."
    if any(found[1] != "#" for found in URL.finditer(bare)):
        return "refers to something outside the file."
    return ""


def references_by_class(style: str) -> Mapping[str, tuple[str, ...]] | None:
    """Give the ids that each class refers to; None where a rule of another kind refers to any."""
    found: dict[str, tuple[str, ...]] = {}
    for selectors, rules in re.findall(r"([^{}]*)\{([^{}]*)", _bare(style)):
        references = tuple(REFERENCE.findall(rules))
        if not references:
            continue
        for selector in selectors.split(","):
            name = CLASS.fullmatch(selector)
            if not name:
                return None
            found[name[1]] = found.get(name[1], ()) + references
    return found


def _bare(style: str) -> str:
    return re.sub(r"/\*.*?\*/", " ", style, flags=re.DOTALL)
