"""What rules look for in the words of a posting, in each language, and where it is said.

Hardly a line says any of it. So all lines are first looked through for all of it at once, those of
a section or a fact once for all postings that share it, and each rule reads only what is found.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import TypeAlias

from postingkit.document import (
    Document,
    Fact,
    Facts,
    Inlines,
    List,
    ListItem,
    Section,
    Text,
    block_texts,
    has_facts,
    lines,
)
from postingkit.once import MOST_FACTS, MOST_KEPT, once

Lines: TypeAlias = tuple[str, ...]
AS_GOOD_AS = str.maketrans({"ı": "i", "ſ": "s", "\u0307": None})  # the last one is left of “İ”


class Words:
    """What is looked for in each line of a posting: a pattern for each language, in small letters.

    Capitals in a line do not matter.
    """

    def __init__(self, **by_language: str) -> None:
        self.patterns = by_language
        self._compiled = {tag: re.compile(each, re.IGNORECASE) for tag, each in by_language.items()}
        self._said = lru_cache(MOST_KEPT)(self._wordings)  # of lines that many openings share

    def known_in(self, language: str) -> bool:
        """Say whether it is known what to look for in *language*."""
        return language in self.patterns

    def said_in(self, lines: Lines, language: str) -> Lines:
        """Give what was found, each wording once; in a language without a pattern, nothing."""
        return self._said(lines, language) if lines and self.known_in(language) else ()

    def _wordings(self, lines: Lines, language: str) -> Lines:
        pattern = self._compiled[language]
        found = (each.group() for line in lines for each in pattern.finditer(line))
        return tuple({each.casefold(): each for each in found}.values())


OVERPAYMENT = Words(
    de=r"über(be)?zahl|höhere?s? (gehalt|entgelt)|mehr(be)?zahlung",
    en=r"overpay|above the minimum|higher (pay|salary)|pay(ing)? (you )?more|more than the minimum",
)
AI = Words(
    en=r"^(?=.*(\bai\b|artificial intelligence))"
    r"(?=.*(screen|assess|select|applica|candidate|hiring|recruit))",
    fr=r"^(?=.*(\bia\b|intelligence artificielle))"
    r"(?=.*(candidat|recrut|sélection|tri\b|embauche))",
)
VACANCY = Words(
    en=r"(existing|current|actual|immediate|present|future) (vacanc|opening)|vacancy exists|"
    r"is vacant",
    fr=r"poste (est )?(actuellement )?vacant|vacance (existante|actuelle)|poste à pourvoir",
)
EQUAL_OPPORTUNITY = Words(
    en=r"^(?=.*veteran)(?=.*disabilit)", es=r"^(?=.*veteran)(?=.*discapacidad)"
)
CANADIAN_EXPERIENCE = Words(
    en=r"canadian (\w+ ){0,2}experience|experience (\w+ )?in canada",
    fr=r"expérience (\w+ )?(canadienne|au canada)",
)
LICENCE = Words(en=r"driver['’]?s?['’]? licen[cs]e|driving licen[cs]e", es=r"licencia de conducir")
RECORDS = Words(
    en=r"no felon\w*|no criminal (record|history|background)|clean (background|record)",
    es=r"sin antecedentes penales",
)
DISADVANTAGE = Words(
    de=r"junge[sn]?,? (und )?(dynamische[sn]? )?team|muttersprachl\w*|höchstalter|"
    r"nicht älter als \d+|(bewerbungs|licht|pass)(foto|bild)\w*|digital native\w*",
    en=r"young(,| and) \w+ team|youthful|digital natives?|recent (college |university )?graduates?|"
    r"native (english )?speakers?|under \d\d years|no older than \d+|maximum age",
)
EVERY = (
    OVERPAYMENT,
    AI,
    VACANCY,
    EQUAL_OPPORTUNITY,
    CANADIAN_EXPERIENCE,
    LICENCE,
    RECORDS,
    DISADVANTAGE,
)


def telling_lines(document: Document, language: str) -> Lines:
    """Give the lines of *document* that say anything of what is looked for in *language*."""
    reader = _reader(language)
    found = [*reader.of_title(document.meta.title)]
    for section in document.sections:
        found += reader.of_section(section)
    return tuple(found)


class _Reader:
    """Finds the lines of titles and sections in which anything of a *pattern* is said."""

    def __init__(self, pattern: str) -> None:
        # Without regard to capitals, a search takes many times as long.
        self._says: Callable[[str], object] = re.compile(pattern).search
        self.of_title: Callable[[Text], Lines] = once(lambda title: self._among((title.text,)))
        self.of_section = once(self._in_section, has_facts)
        self._of_name: Callable[[Inlines], Lines] = once(lambda name: self._among(lines(name)))
        self._of_fact = once(self._in_fact, most=MOST_FACTS)
        self._of_items: Callable[[tuple[ListItem, ...]], Lines] = once(self._in_items)

    def _in_section(self, section: Section) -> list[str]:
        found = [*self.of_title(section.title)] if section.title else []
        for block in section.blocks:
            match block:
                case Facts(facts):
                    for fact in facts:
                        found += self._of_fact(fact)
                case List(items):
                    found += self._of_items(items)
                case _:
                    found += self._among(block_texts((block,)))
        return found

    def _in_fact(self, fact: Fact) -> Lines:
        return (*self._of_name(fact.name), *self._among(block_texts(fact.value)))

    def _in_items(self, items: tuple[ListItem, ...]) -> Lines:
        return self._among(block_texts((List(items),)))

    def _among(self, lines: Iterable[str]) -> Lines:
        says = self._says
        return tuple([line for line in lines if not _is_address(line) and says(_small(line))])


def _is_address(line: str) -> bool:
    """Say whether *line* is the address of a page or of a mailbox, in which nothing is said."""
    return " " not in line and ("://" in line or "@" in line)


def _small(line: str) -> str:
    """Write *line* in small letters, and those that are as good as others as these others.

    Without regard to capitals, patterns take ``ı`` and ``İ`` for an i, and ``ſ`` for an s
    (https://docs.python.org/3/library/re.html#re.IGNORECASE).
    """
    written = line.lower()
    return written if written.isascii() else written.translate(AS_GOOD_AS)


@cache
def _reader(language: str) -> _Reader:
    """Give the reader of *language*; of one in which nothing is looked for, it finds nothing."""
    patterns = [words.patterns[language] for words in EVERY if language in words.patterns]
    return _Reader("|".join(f"(?:{each})" for each in patterns) or "(?!)")
