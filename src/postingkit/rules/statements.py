"""What rules ask of an opening's words, as far as words can be recognised without guessing.

A statement is looked for in the languages whose words stand here; in others, nothing is said.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from postingkit.document import Fact, Facts, Section, block_texts, has_facts
from postingkit.once import MOST_FACTS, Once
from postingkit.rules.case import FACT_LINES, Case, Lack
from postingkit.rules.rule import Rule

DESCRIBING = ("lead", "responsibilities", "qualifications")


class Words:
    """What is looked for in each line of a posting: a pattern for each language, in small letters.

    Capitals in a line do not matter.
    """

    def __init__(self, **by_language: str) -> None:
        self.patterns = by_language
        self._readers = {tag: _Reader(pattern) for tag, pattern in by_language.items()}

    def known_in(self, language: str) -> bool:
        """Say whether it is known what to look for in *language*."""
        return language in self._readers

    def said_in(self, case: Case) -> tuple[str, ...]:
        """Give what was found, each wording once; in a language without a pattern, nothing."""
        reader = self._readers.get(case.language)
        if reader is None:
            return ()
        found = reader.of_lines([case.document.meta.title.text])
        for section in case.document.sections:
            found += reader.of_section(section)
        return tuple({each.casefold(): each for each in found}.values())


class _Reader:
    """Finds a *pattern* in lines and sections, each read once; those of facts, fact by fact."""

    def __init__(self, pattern: str) -> None:
        # Without regard to capitals, a search takes many times as long; few lines need it.
        compiled, in_small_letters = re.compile(pattern, re.IGNORECASE), re.compile(pattern)

        def of_lines(lines: Iterable[str]) -> list[str]:
            return [
                found.group()
                for line in lines
                if in_small_letters.search(line.lower())
                for found in compiled.finditer(line)
            ]

        of_fact: Once[Fact, list[str]] = Once(
            lambda fact: of_lines(FACT_LINES(fact)), most=MOST_FACTS
        )

        def of_section(section: Section) -> list[str]:
            found = of_lines([section.title.text]) if section.title else []
            for block in section.blocks:
                if isinstance(block, Facts):
                    for fact in block.facts:
                        found += of_fact(fact)
                else:
                    found += of_lines(block_texts((block,)))
            return found

        self.of_lines = of_lines
        self.of_section = Once(of_section, has_facts)


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


def _unless_said(case: Case, words: Words, lack: Lack) -> Lack | None:
    unclear = not words.known_in(case.language)
    return None if unclear or words.said_in(case) else lack


def _if_said(case: Case, words: Words, lack: Lack) -> Lack | None:
    """Give *lack* with the words that should not be there."""
    found = words.said_in(case)
    if not found:
        return None
    said = ", ".join(f"“{each}”" for each in found)
    return replace(lack, missing=f"{said} {'stands' if len(found) == 1 else 'stand'} in it")


NO_OVERPAYMENT = Lack(
    "statement",
    "a word on whether more than the minimum may be paid",
    "none was found",
    "pay",
    "Say under “pay” as “extras” whether you pay more for qualifications or experience.",
)
NO_AI = Lack(
    "statement",
    "a statement on the use of artificial intelligence in choosing among applicants",
    "none was found",
    "",
    "Write it as a section of the template, or among the statements of the organization.",
)
NO_VACANCY = Lack(
    "statement",
    "a statement on whether the vacancy exists",
    "none was found",
    "",
    "Write, for example, “This posting is for an existing vacancy.”",
)
NO_EQUAL_OPPORTUNITY = Lack(
    "statement",
    "a statement that protected veterans and people with disabilities are considered alike",
    "none was found",
    "",
    "Write it as the organization's statement “equal-opportunity”.",
)
SAYS_CANADIAN = Lack(
    "wording", "a posting that requires no Canadian experience", "", "", "Name the skill itself."
)
SAYS_LICENCE = Lack(
    "wording",
    "a posting without a driver's license, unless the work needs driving and nothing else will do",
    "",
    "",
    "Take it out where other means of transport would do.",
)
SAYS_RECORDS = Lack(
    "wording",
    "a posting that shuts nobody out for a criminal record",
    "",
    "",
    "Take it out, or name the law that bars people with certain records.",
)
SAYS_DISADVANTAGE = Lack(
    "wording",
    "a posting that prefers nobody for age, origin or another protected trait",
    "",
    "",
    "Say what the work needs instead.",
)
NO_DESCRIPTION = Lack(
    "statement",
    "the description of the job, if there is one",
    "the posting shows none",
    "",
    "Let the template show the section “responsibilities”.",
)


def overpayment_statement(case: Case, _: Rule) -> Lack | None:
    """Ask whether more than the minimum is paid; a range that goes higher says so."""
    pay = case.vacancy.pay
    if pay is None or (pay.minimum and pay.maximum and pay.maximum > pay.minimum):
        return None
    return _unless_said(case, OVERPAYMENT, NO_OVERPAYMENT)


def ai_statement(case: Case, _: Rule) -> Lack | None:
    """Ask for a line that speaks of artificial intelligence and of applicants."""
    return _unless_said(case, AI, NO_AI)


def vacancy_statement(case: Case, _: Rule) -> Lack | None:
    """Ask for words on whether there is a vacancy."""
    return _unless_said(case, VACANCY, NO_VACANCY)


def equal_opportunity_statement(case: Case, _: Rule) -> Lack | None:
    """Ask for words on veterans and on disabilities."""
    return _unless_said(case, EQUAL_OPPORTUNITY, NO_EQUAL_OPPORTUNITY)


def job_description(case: Case, _: Rule) -> Lack | None:
    """Ask for a section that describes the job."""
    return None if any(map(case.shows, DESCRIBING)) else NO_DESCRIPTION


def no_canadian_experience(case: Case, _: Rule) -> Lack | None:
    """Ask that no experience in Canada be required."""
    return _if_said(case, CANADIAN_EXPERIENCE, SAYS_CANADIAN)


def no_licence_without_driving(case: Case, _: Rule) -> Lack | None:
    """Ask whether a driving licence that the posting names is needed."""
    return _if_said(case, LICENCE, SAYS_LICENCE)


def no_bar_for_records(case: Case, _: Rule) -> Lack | None:
    """Ask that nobody be shut out for a criminal record."""
    return _if_said(case, RECORDS, SAYS_RECORDS)


def no_discriminatory_wording(case: Case, _: Rule) -> Lack | None:
    """Ask that a few well-known wordings of preference be left out; it is no full reading."""
    return _if_said(case, DISADVANTAGE, SAYS_DISADVANTAGE)
