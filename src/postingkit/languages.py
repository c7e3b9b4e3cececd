"""What a language's tag says of its writing; it imports nothing but the tree's own words."""

import re

from postingkit.document import Direction

# Scripts and languages whose writing runs from right to left, by their ISO 15924 and 639 codes
# (Unicode 17, Scripts.txt and Bidi_Class; CLDR's likelySubtags for the languages).
RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"adlm", "arab", "armi", "hebr", "mand", "mend", "nkoo", "phnx", "rohg", "samr", "syrc", "thaa"}
)
RIGHT_TO_LEFT_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur"}
    | {"yi"}
)


def primary(language: str) -> str:
    """Give the primary subtag of a BCP 47 tag: ``pt`` of ``pt-BR``."""
    return re.split("[-_]", language, maxsplit=1)[0].lower()


def direction_of(language: str) -> Direction:
    """Say in which direction the script of *language*, a BCP 47 tag, runs."""
    others = re.split("[-_]", language.lower())[1:]
    script = next((part for part in others if re.fullmatch("[a-z]{4}", part)), None)
    if script:
        return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary(language) in RIGHT_TO_LEFT_LANGUAGES else "ltr"
