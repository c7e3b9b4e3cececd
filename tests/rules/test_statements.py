"""Wordings are found whatever their capitals."""

import pytest

from postingkit.document import Document, Fact, Facts, Meta, Paragraph, Section, Text
from postingkit.rules import statements
from postingkit.rules.case import Case
from postingkit.rules.statements import Words
from postingkit.vacancy import Employer, Vacancy

VACANCY = Vacancy("a", "R-1", "clerk", "Clerk", "en", Employer("Example"))
ALL_WORDS = {name: value for name, value in vars(statements).items() if isinstance(value, Words)}


def case_of(*sections: Section, language: str = "en") -> Case:
    return Case(Document(Meta("posting", Text("Clerk"), language), sections), VACANCY)


@pytest.mark.parametrize("name", ALL_WORDS)
def test_patterns_are_in_small_letters_by_which_lines_are_looked_through(name: str) -> None:
    for pattern in ALL_WORDS[name].patterns.values():
        letters = pattern.replace(r"\W", "").replace(r"\S", "").replace(r"\D", "")
        assert letters == letters.lower()


@pytest.mark.parametrize(
    ("words", "language", "line"),
    [
        (statements.AI, "en", "We use AI to screen Applicants."),
        (statements.AI, "fr", "L'IA trie les Candidatures."),
        (statements.OVERPAYMENT, "de", "ÜBERZAHLUNG ist möglich."),
        (statements.DISADVANTAGE, "en", "A YOUNG, dynamic team"),
        (statements.EQUAL_OPPORTUNITY, "en", "Protected Veterans and people with Disabilities"),
    ],
)
def test_words_are_found_in_paragraphs_and_facts_as_they_are_written(
    words: Words, language: str, line: str
) -> None:
    text = Paragraph((Text(line),))
    facts = Facts((Fact((Text("Note"),), (text,)),))
    for block in (text, facts):
        found = words.said_in(case_of(Section("about", None, (block,)), language=language))
        assert found
        assert all(each in line for each in found)


def test_words_in_a_heading_beside_facts_are_found() -> None:
    facts = Facts((Fact((Text("Place"),), (Paragraph((Text("Berlin"),)),)),))
    section = Section("facts", Text("Youthful facts"), (facts,))
    assert statements.DISADVANTAGE.said_in(case_of(section)) == ("Youthful",)
