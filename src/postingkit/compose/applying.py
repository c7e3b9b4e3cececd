"""How to apply to an opening: the ways, the last day and whom to ask, for screens and paper."""

import re
from dataclasses import replace
from operator import attrgetter

from postingkit.compose.application import application_figure
from postingkit.compose.facts import CLOSING
from postingkit.compose.labels import Labels
from postingkit.compose.sayings import FactPlaces, Lines, Linked, Saying, Sayings
from postingkit.compose.texts import paragraph
from postingkit.document import Blocks, Callout, Facts, Paragraph, Section, Text
from postingkit.model.opening import Opening
from postingkit.model.values import InlineText
from postingkit.vacancy import Contact, Vacancy

PAPER = frozenset({"docx", "pdf"})
"""The formats that people print, on which a code to be read by a telephone is of use."""
LONGEST_CODED = 900
"""How many bytes of an address a code on paper can hold and still be read."""


def application_blocks(opening: Opening, vacancy: Vacancy, labels: Labels) -> Blocks:
    """Give the instructions, then the ways to apply, the last day and whom to ask; else nothing."""
    if vacancy.status == "closed" or not (opening.apply or opening.contact):
        return ()
    said = opening.apply.instructions if opening.apply else None
    instructions = (_instructions(said, vacancy),) if said else ()
    facts = APPLYING.of(vacancy, labels.language)
    if not facts:
        return instructions
    place, places = opening.place_of("apply"), FactPlaces(tuple(facts), vacancy)
    listed = Facts(tuple(facts.values()), "apply", place=place, places=places)
    return (*instructions, listed)


def _instructions(said: InlineText, vacancy: Vacancy) -> Paragraph:
    return replace(paragraph(said), place=vacancy.where.get("apply.instructions"))


def code_blocks(vacancy: Vacancy, labels: Labels) -> Blocks:
    """Give the code that leads to the application, where it has an address that fits one."""
    address = vacancy.apply.url
    if not can_be_coded(address):
        return ()
    alternative = labels.phrases["apply_code"].replace("{address}", address)
    return (application_figure(address, alternative),)


def can_be_coded(address: str) -> bool:
    """Say whether there is an *address* that is short enough for a code on paper."""
    return 0 < len(address.encode()) <= LONGEST_CODED


def closed_section(vacancy: Vacancy, labels: Labels) -> Section:
    """Give what stands on top of an opening that one can no longer apply to."""
    words = Paragraph((Text(labels.phrases["closed"]),), place=vacancy.where.get("status"))
    return Section("closed", None, (Callout((words,), "closed"),))


def _web(address: str, _: Labels) -> Lines:
    return (Linked(address, address),) if address else ()


def _mail(address: str, _: Labels) -> Lines:
    return (Linked(address, f"mailto:{address}"),) if address else ()


def _contact(contact: Contact, labels: Labels) -> Lines:
    return (contact.name, *_mail(contact.email, labels), _telephone(contact.phone))


def _telephone(number: str) -> str | Linked:
    """Give a *number* as a link to call it, where it has a country's prefix (RFC 3966, 5.1.4)."""
    digits = re.sub(r"[\s()./\u2010-\u2015-]", "", number.replace("(0)", ""))
    if not re.fullmatch(r"\+\d{3,15}", digits, re.ASCII):
        return number
    return Linked(number, f"tel:{digits}")


APPLYING = Sayings(
    Saying("apply_online", attrgetter("apply.url"), _web),
    Saying("apply_email", attrgetter("apply.email"), _mail),
    CLOSING,
    Saying("contact", attrgetter("contact"), _contact),
)
