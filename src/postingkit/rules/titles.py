"""How job titles should be, by the rules of search engines and by the habits of languages.

Google's rules for titles: https://developers.google.com/search/docs/appearance/structured-data/job-posting
("title"): no codes, addresses, dates, salaries or company names, and no ``!`` or ``*``.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from postingkit.rules.case import Case, Lack, Remark
from postingkit.rules.rule import Rule

GERMAN_SPEAKING = frozenset({"DE", "AT", "CH"})
AMOUNT = r"\d[\d.,'’ ]*\s?k?"
PAY = re.compile(
    rf"[€$£¥]\s?{AMOUNT}|{AMOUNT}\s?([€$£¥]|\b(EUR|USD|GBP|CHF|CAD)\b)|\b(EUR|USD|GBP|CHF|CAD)\s?\d"
    r"|\b(?!401k)\d{2,3}k\b",
    re.IGNORECASE,
)
DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
LEGAL_FORM = re.compile(
    r",?\s+(inc|ltd|llc|plc|gmbh|ag|se|kg|co|corp|s\.?a|b\.?v)\b\.?.*$", re.IGNORECASE
)
WORD = re.compile(r"\w+")
SHORTEST_NAME = 3  # “in” or “OR” within a title says nothing of a place
MOST_KEPT = 2_000  # titles and names of places, of which many openings have the same
SHORTEST_CAPITALS = 8  # “CEO”, “QA LEAD” are written so

GENDERED = re.compile(
    r"\b((sales|business|crafts|fire|police|repair|handy|chair|fore|delivery|service)"
    r"(man|men|woman|women)|waitress|stewardess|hostess|actress|cleaning lady|salesgirl)\b",
    re.IGNORECASE,
)
"""English titles for one sex alone."""
FOR_ALL = re.compile(
    r"\(([^()]*[^\w()])?(d|x|i|gn|all|alle|div|divers|\*)([^\w()][^()]*)?\)|\ball genders\b",
    re.IGNORECASE,
)
"""A suffix that means everybody: (m/w/d), (w/m/x), (gn), (all genders)."""
TWO_ALONE = re.compile(r"\(\s*[mwf]\s*[/|]\s*[mwf]\s*\)", re.IGNORECASE)
BOTH_FORMS = re.compile(
    r"\w[*:_/]-?in(nen)?\b|\w\(in(nen)?\)|[a-zäöüß]In(nen)?\b|\w/-?(r|frau|mann)\b"
)
NEUTRAL = re.compile(
    r"(kraft|kräfte|leitung|führung|hilfe|person|personal|leute|vertretung|assistenz|team|beratung|"
    r"praktikum|ausbildung|studium|lehre|trainee|betreuung|sachbearbeitung)\b",
    re.IGNORECASE,
)
MEN_AND_WOMEN = "(m/w/d)"
NOT_NEUTRAL = Lack(
    "neutrality",
    "a title that is neutral as to gender",
    "",
    "title",
    "Choose a title for everybody.",
)
GERMAN_WAY_OUT = (
    "In postingkit.yaml, write “language_settings: {de: {title_suffix: (m/w/d)}}”, or choose a "
    "neutral title such as “Fachkraft” or “Leitung”."
)


def gender_neutral_title(case: Case, _: Rule) -> Lack | None:
    """Ask for a title that is for everybody; it is known of English and German titles alone."""
    missing = not_neutral(case)
    if not missing:
        return None
    way_out = GERMAN_WAY_OUT if case.language == "de" else NOT_NEUTRAL.way_out
    return Lack("neutrality", NOT_NEUTRAL.asked, missing, "title", way_out)


def not_neutral(case: Case) -> str:
    """Say how the title fails to be for everybody; an empty string says nothing against it."""
    title = case.shown_title
    if case.language == "de":
        return _not_neutral_in_german(title)
    gendered = GENDERED.search(title) if case.language == "en" else None
    return f"“{gendered.group()}” in the title is for one alone" if gendered else ""


def _not_neutral_in_german(title: str) -> str:
    if TWO_ALONE.search(title):
        return f"the title “{title}” names two genders alone"
    if any(known.search(title) for known in (FOR_ALL, BOTH_FORMS, NEUTRAL)):
        return ""
    return f"the title “{title}” has no suffix such as “{MEN_AND_WOMEN}”"


def title_remarks(case: Case) -> Iterator[Remark]:
    """Find what should not stand in the title; it may be right all the same."""
    for check, way_out in CHECKS:
        wrong = check(case)
        if wrong:
            yield Remark("title", f"The title “{case.title}” {wrong}.", "title", way_out)
    missing = not_neutral(case) if case.language == "de" and _in_german_speaking(case) else ""
    if missing:
        message = f"{missing[0].upper()}{missing[1:]}, as is usual in German postings."
        yield Remark("neutrality", message, "title", GERMAN_WAY_OUT)


def _in_german_speaking(case: Case) -> bool:
    vacancy = case.vacancy
    countries = {each.country for each in vacancy.locations}
    countries |= {each.country for each in vacancy.eligible}
    return not countries.isdisjoint(GERMAN_SPEAKING)


Check = Callable[[Case], str]


def _of_titles(check: Callable[[str], str]) -> Check:
    """Let *check* look at each title once; many openings have the same."""
    checked = lru_cache(MOST_KEPT)(check)
    return lambda case: checked(case.title)


@_of_titles
def _pay(title: str) -> str:
    found = PAY.search(title)
    return f"names pay, “{found.group().strip()}”" if found else ""


@_of_titles
def _date(title: str) -> str:
    found = DATE.search(title)
    return f"names a date, “{found.group()}”" if found else ""


def _place(case: Case) -> str:
    title = case.title
    for each in case.vacancy.locations:
        for name in (each.city, each.region):
            if _names(title, name):
                return f"names a place, “{name}”"
    return ""


def _company(case: Case) -> str:
    name = _without_legal_form(case.vacancy.employer.name)
    return f"names the company, “{name}”" if _names(case.title, name) else ""


@lru_cache(MOST_KEPT)
def _without_legal_form(name: str) -> str:
    return LEGAL_FORM.sub("", name)


def _requisition(case: Case) -> str:
    title, number = case.title, case.vacancy.requisition
    is_named = _has_digit(title) and _has_digit(number) and _names(title, number)
    return f"holds the job's number, “{number}”" if is_named else ""


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


@lru_cache(MOST_KEPT)
def _names(title: str, name: str) -> bool:
    return len(name) >= SHORTEST_NAME and _words(name) in _words(title)


def _words(text: str) -> str:
    return f" {' '.join(WORD.findall(text.casefold()))} "


@_of_titles
def _capitals(title: str) -> str:
    letters = sum(character.isalpha() for character in title)
    return "is in capitals" if title.isupper() and letters >= SHORTEST_CAPITALS else ""


@_of_titles
def _shouting(title: str) -> str:
    found = re.search(r"[!¡！]|\*{2,}|(?<!\w)\*|★", title)
    return f"holds “{found.group()}”, which can count as spam" if found else ""


ELSEWHERE = "A title is the job's name alone; search engines and boards have their own fields."
CHECKS: tuple[tuple[Check, str], ...] = (
    (_pay, ELSEWHERE),
    (_date, ELSEWHERE),
    (_place, ELSEWHERE),
    (_company, ELSEWHERE),
    (_requisition, ELSEWHERE),
    (_capitals, "Write it as any other words."),
    (_shouting, "Take it out."),
)
