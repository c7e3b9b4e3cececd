"""What rules ask of an opening's words, as far as words can be recognised without guessing.

A statement is looked for in the languages whose words stand here; in others, nothing is said.
"""

from dataclasses import replace

from postingkit.rules.case import Case, Lack
from postingkit.rules.rule import Rule
from postingkit.rules.words import (
    AI,
    CANADIAN_EXPERIENCE,
    DISADVANTAGE,
    EQUAL_OPPORTUNITY,
    LICENCE,
    OVERPAYMENT,
    RECORDS,
    VACANCY,
    Words,
)

DESCRIBING = ("lead", "responsibilities", "qualifications")


def _unless_said(case: Case, words: Words, lack: Lack) -> Lack | None:
    unclear = not words.known_in(case.language)
    return None if unclear or case.says(words) else lack


def _if_said(case: Case, words: Words, lack: Lack) -> Lack | None:
    """Give *lack* with the words that should not be there."""
    found = case.says(words)
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
