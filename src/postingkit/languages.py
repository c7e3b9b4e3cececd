"""What a language's tag says of its writing; it imports nothing but the tree's own words."""

import re
from functools import lru_cache

from postingkit.document import Direction

# Scripts whose writing runs from right to left, by their ISO 15924 codes (Unicode 17, Scripts.txt
# and Bidi_Class).
RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Armi", "Hebr", "Mand", "Mend", "Nkoo", "Phnx", "Rohg", "Samr", "Syrc", "Thaa"}
)

LATIN = "Latn"
# The script that a language is usually written in, where it is not Latin (CLDR, likelySubtags).
SCRIPTS = {
    language: script
    for script, languages in {
        "Arab": "ar ckb fa ks ps sd ug ur",
        "Armi": "arc",
        "Armn": "hy",
        "Beng": "as bn",
        "Cans": "cr iu",
        "Cyrl": "ab av ba be bg ce cv kk kv ky mk mn os ru sr tg tt uk",
        "Deva": "bho hi kok mai mr ne sa",
        "Ethi": "am ti",
        "Geor": "ka",
        "Grek": "el",
        "Gujr": "gu",
        "Guru": "pa",
        "Hans": "zh",
        "Hant": "yue",
        "Hebr": "he iw ji yi",
        "Jpan": "ja",
        "Khmr": "km",
        "Knda": "kn",
        "Kore": "ko",
        "Laoo": "lo",
        "Mlym": "ml",
        "Mymr": "my",
        "Nkoo": "nqo",
        "Orya": "or",
        "Sinh": "si",
        "Syrc": "syr",
        "Taml": "ta",
        "Telu": "te",
        "Thaa": "dv",
        "Thai": "th",
        "Tibt": "bo dz",
        "Yiii": "ii",
    }.items()
    for language in languages.split()
}
TAG = re.compile(
    r"[a-z]{2,3}([-_][a-z]{3})*([-_](?P<script>[a-z]{4}))?([-_](?P<region>[a-z]{2}|\d{3}))?(?![a-z\d])",
    re.ASCII | re.IGNORECASE,
)
"""How a tag begins (RFC 5646, section 2.1): language, script, region."""
WRITING_CHINESE_IN_FULL = frozenset({"HK", "MO", "TW"})


def primary(language: str) -> str:
    """Give the primary subtag of a BCP 47 tag: ``pt`` of ``pt-BR``."""
    return re.split("[-_]", language, maxsplit=1)[0].lower()


def region(language: str) -> str | None:
    """Give the region of a BCP 47 tag: ``BR`` of ``pt-BR``; None where it names none."""
    tag = TAG.match(language)
    return tag["region"].upper() if tag and tag["region"] else None


def script(language: str) -> str:
    """Give the ISO 15924 code of the script of *language*, a BCP 47 tag: ``Arab`` of ``ar-EG``."""
    tag = TAG.match(language)
    if tag and tag["script"]:
        return tag["script"].title()
    if primary(language) == "zh" and region(language) in WRITING_CHINESE_IN_FULL:
        return "Hant"
    return SCRIPTS.get(primary(language), LATIN)


@lru_cache(maxsize=256)
def direction_of(language: str) -> Direction:
    """Say in which direction the script of *language*, a BCP 47 tag, runs."""
    return "rtl" if script(language) in RIGHT_TO_LEFT_SCRIPTS else "ltr"


def serves(given: str, wanted: str) -> bool:
    """Say whether a text in *given* is one in *wanted*, so that it needs no translation.

    A text that is for no region in particular serves each of them: ``pt`` serves ``pt-BR``, but
    ``zh`` not ``zh-TW``, which is written otherwise.
    """
    if given == wanted:
        return True
    alike = primary(given) == primary(wanted) and script(given) == script(wanted)
    return alike and region(given) is None
