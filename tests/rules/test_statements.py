"""Wordings are found whatever their capitals, and wherever in a posting they stand."""

import pytest

from postingkit.document import (
    Document,
    Fact,
    Facts,
    LineBreak,
    Link,
    Meta,
    Paragraph,
    Section,
    Text,
)
from postingkit.rules import words
from postingkit.rules.case import Case
from postingkit.rules.words import EVERY, Words
from postingkit.vacancy import Employer, Vacancy

VACANCY = Vacancy("a", "R-1", "clerk", "Clerk", "en", Employer("Example"))
ALL_WORDS = {name: value for name, value in vars(words).items() if isinstance(value, Words)}


def case_of(*sections: Section, language: str = "en") -> Case:
    return Case(Document(Meta("posting", Text("Clerk"), language), sections), VACANCY)


def test_all_that_is_looked_for_is_among_what_lines_are_looked_through_for() -> None:
    assert set(EVERY) == set(ALL_WORDS.values())


@pytest.mark.parametrize("name", ALL_WORDS)
def test_patterns_are_in_small_letters_by_which_lines_are_looked_through(name: str) -> None:
    for pattern in ALL_WORDS[name].patterns.values():
        letters = pattern.replace(r"\W", "").replace(r"\S", "").replace(r"\D", "")
        assert letters == letters.lower()


@pytest.mark.parametrize(
    ("looked_for", "language", "line"),
    [
        (words.AI, "en", "We use AI to screen Applicants."),
        (words.AI, "fr", "L'IA trie les Candidatures."),
        (words.OVERPAYMENT, "de", "ÜBERZAHLUNG ist möglich."),
        (words.DISADVANTAGE, "en", "A YOUNG, dynamic team"),
        (words.EQUAL_OPPORTUNITY, "en", "Protected Veterans and people with Disabilities"),
        (words.DISADVANTAGE, "en", "DİGİTAL NATIVEſ wanted"),
        (words.DISADVANTAGE, "en", "dıgital natıve"),
    ],
)
def test_words_are_found_in_paragraphs_and_facts_as_they_are_written(
    looked_for: Words, language: str, line: str
) -> None:
    text = Paragraph((Text(line),))
    facts = Facts((Fact((Text("Note"),), (text,)),))
    for block in (text, facts):
        found = case_of(Section("about", None, (block,)), language=language).says(looked_for)
        assert found
        assert all(each in line for each in found)


def test_words_in_a_heading_beside_facts_are_found() -> None:
    facts = Facts((Fact((Text("Place"),), (Paragraph((Text("Berlin"),)),)),))
    section = Section("facts", Text("Youthful facts"), (facts,))
    assert case_of(section).says(words.DISADVANTAGE) == ("Youthful",)


@pytest.mark.parametrize("name", ["", "Talent Office"])
@pytest.mark.parametrize("address", ["youthful@example.org", "https://example.org/youthful"])
def test_an_address_says_nothing_whatever_stands_beside_it(name: str, address: str) -> None:
    lines = (Text(name), LineBreak(), Link((Text(address),), address))
    fact = Fact((Text("Contact"),), (Paragraph(lines),))
    section = Section("apply", Text("Apply"), (Facts((fact,)),))
    assert not case_of(section).says(words.DISADVANTAGE)


def test_words_that_lead_to_an_address_are_found() -> None:
    link = Link((Text("Youthful"),), "https://example.org/youthful")
    section = Section("facts", None, (Facts((Fact((Text("Employer"),), (Paragraph((link,)),)),)),))
    assert case_of(section).says(words.DISADVANTAGE) == ("Youthful",)
