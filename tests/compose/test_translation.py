"""Texts in a document's language: those that are translated, and those that carry their own."""

from collections.abc import Iterator

import pytest
from making import made, role

from postingkit.compose import (
    chosen,
    compose_posting,
    gives,
    in_language,
    translated_organization,
    translated_role,
    translated_title,
    with_suffix,
)
from postingkit.document import Callout, Document, List, Paragraph, Strong, Text
from postingkit.errors import FilePlace
from postingkit.model.organization import Organization
from postingkit.model.project import ComparisonDefinition, LanguageSettings
from postingkit.model.role import Role
from postingkit.model.template import Template

WHOLE = """
    title: Clerk
    summary: Files **all**.
    level: Senior
    responsibilities:
      - title: Filing
        text: Files.
        share: 100
        essential: true
        group: Desk
        items: [Sort, Store]
      - {title: Answering, group: Desk}
    qualifications: [{text: Reads, kind: skill, priority: preferred}]
    technologies: [Python]
    benefits: [Pay, Rest]
    overview: {summary: Files., qualifications: [Reading]}
    sections: [{heading: Day, body: "Long\\n\\n- days"}]
    """


def translated(translation: str, language: str = "de") -> tuple[Role, list[str]]:
    """Give the role above in *language*, and the messages of what is missing."""
    text = WHOLE + f"translations: {{de: {translation}}}"
    result = translated_role(made(Role, text), "en", language)
    return result.value, [notice.message for notice in result.notices]


def posting(composed: Role, template: str = "extends: default") -> Document:
    return compose_posting(composed, made(Organization, ""), made(Template, template), "de")


def test_a_translated_text_takes_the_originals_place_unmarked() -> None:
    result, _ = translated("{title: Kraft, summary: Legt **alles** ab.}")
    assert (result.title.text, result.title.language) == ("Kraft", None)
    assert result.summary is not None
    assert (result.summary.text, result.summary.language) == ("Legt **alles** ab.", None)


def test_a_text_without_a_translation_stays_and_carries_its_language() -> None:
    result, messages = translated("{title: Kraft}")
    assert result.level is not None
    assert (result.level.text, result.level.language) == ("Senior", "en")
    assert "“level” has no text in “de”; it is left in “en”." in messages


def test_what_is_no_text_comes_from_the_role() -> None:
    result, _ = translated(
        "{responsibilities: [{title: Ablage}, Auskunft], qualifications: [Liest]}"
    )
    filing = result.responsibilities[0]
    assert (filing.share, filing.essential) == (100, True)
    assert (result.qualifications[0].kind, result.qualifications[0].priority) == (
        "skill",
        "preferred",
    )


def test_items_are_matched_by_their_position_at_every_depth() -> None:
    result, messages = translated(
        "{responsibilities: [{title: Ablage, items: [Ordnen, {title: Lagern}]}, {}]}"
    )
    filing, answering = result.responsibilities
    assert [str(item.title) for item in filing.items] == ["Ordnen", "Lagern"]
    assert filing.text is not None
    assert filing.text.language == answering.title.language == "en"  # type: ignore[union-attr] # it has one
    assert "“responsibilities[1].text” has no text in “de”; it is left in “en”." in messages
    assert "“responsibilities[2].title” has no text in “de”; it is left in “en”." in messages


def test_a_group_keeps_one_name_where_one_of_its_items_translates_it() -> None:
    result, messages = translated("{responsibilities: [{title: A, group: Tisch}, {title: B}]}")
    assert [str(item.group) for item in result.responsibilities] == ["Tisch", "Tisch"]
    assert not any("group" in message for message in messages)


def test_a_list_without_translations_is_one_notice_at_its_first_item() -> None:
    original = made(Role, WHOLE + "translations: {de: {title: A}}")
    notices = {each.path: each for each in translated_role(original, "en", "de").notices}
    assert "benefits" in notices
    assert "benefits[1]" not in notices
    place = notices["benefits"].place
    assert isinstance(place, FilePlace)
    assert (place.line, place.path) == (15, "benefits[1]")


def test_names_of_technologies_are_the_same_in_every_language_unless_they_differ() -> None:
    kept, messages = translated("{title: A}")
    assert [(each.text, each.language) for each in kept.technologies] == [("Python", None)]
    assert not any("technologies" in message for message in messages)
    assert str(translated("{technologies: [Schlange]}")[0].technologies[0]) == "Schlange"


def test_a_short_form_gives_way_to_a_long_one_that_is_translated() -> None:
    result, messages = translated("{summary: Legt ab., qualifications: [Liest]}")
    assert result.overview.summary is None
    assert result.overview.qualifications == ()
    instead = "has no text in “de”; its long form stands in for it."
    assert f"“overview.summary” {instead}" in messages
    assert f"“overview.qualifications” {instead}" in messages


def test_a_short_form_stays_where_its_long_one_is_not_translated_either() -> None:
    result, messages = translated("{title: A}")
    assert result.overview.summary is not None
    assert result.overview.summary.language == "en"
    assert "“overview.summary” has no text in “de”; it is left in “en”." in messages


def test_a_complete_translation_leaves_nothing_to_tell() -> None:
    text = "title: A\nlevel: B\ntranslations: {de: {title: C, level: D}}"
    assert translated_role(made(Role, text), "en", "de").notices == ()


def test_a_role_without_any_text_in_the_language_is_one_notice() -> None:
    result = translated_role(role("summary: Files."), "en", "de")
    assert [notice.message for notice in result.notices] == [
        "The role has no texts in “de”; those in “en” stand in for them."
    ]
    assert result.value.title.language == "en"


def test_a_role_in_its_own_language_is_as_it_is() -> None:
    original = made(Role, WHOLE)
    assert translated_role(original, "en", "en-GB").value is original


@pytest.mark.parametrize(
    ("language", "answer"), [("en", True), ("de-AT", True), ("de", True), ("fr", False)]
)
def test_a_role_gives_the_languages_that_it_is_written_in(language: str, *, answer: bool) -> None:
    original = made(Role, "title: A\ntranslations: {de: {title: B}}")
    assert gives(original, "en", language) is answer


def test_the_most_particular_setting_of_a_language_is_chosen() -> None:
    assert chosen({"de": 1, "de-AT": 2}, "de-AT") == 2
    assert chosen({"de": 1, "de-AT": 2}, "de-CH") == 1
    assert chosen({"de-AT": 2}, "de") is None


# The document


def languages_of(document: Document) -> Iterator[tuple[str, str | None]]:
    for section in document.sections:
        if section.title:
            yield section.title.text, section.title.language
        for block in section.blocks:
            yield type(block).__name__, block.language


def test_blocks_texts_and_headings_carry_the_language_of_what_is_not_translated() -> None:
    result, _ = translated("{title: Kraft}")
    document = posting(result, "order: [lead, sections, benefits]")
    assert document.meta.title == Text("Kraft")
    assert list(languages_of(document)) == [
        ("Die Rolle", None),
        ("Paragraph", "en"),
        ("Day", "en"),
        ("Paragraph", "en"),
        ("List", "en"),
        ("Was wir bieten", None),
        ("List", None),
    ]
    (lead,) = document.sections[0].blocks
    assert isinstance(lead, Paragraph)
    assert lead.inlines == (Text("Files ", "en"), Strong((Text("all", "en"),)), Text(".", "en"))
    (benefits,) = document.sections[2].blocks
    assert isinstance(benefits, List)
    assert [item.blocks[0].language for item in benefits.items] == ["en", "en"]


def test_a_title_that_is_not_translated_carries_its_language() -> None:
    assert posting(translated("{level: Erfahren}")[0]).meta.title == Text("Clerk", "en")


def test_a_templates_own_words_carry_theirs() -> None:
    template = in_language(
        made(Template, "order: [lead]\nsections: {lead: {title: Hi, intro: Ho, body: Hm}}"), "en"
    )
    document = compose_posting(role(), made(Organization, ""), template, "de")
    (lead,) = document.sections
    assert lead.title == Text("Hi", "en")
    assert [block.inlines for block in lead.blocks if isinstance(block, Paragraph)] == [
        (Text("Ho", "en"),),
        (Text("Hm", "en"),),
    ]


# Titles, and the employer


def test_a_languages_suffix_stands_once_after_a_title() -> None:
    settings = made(LanguageSettings, "title_suffix: (m/w/d)")
    once = with_suffix(role(title="Kraft"), settings)
    assert once.title.text == "Kraft (m/w/d)"
    assert with_suffix(once, settings).title.text == "Kraft (m/w/d)"
    assert with_suffix(role(title="Kraft"), None).title.text == "Kraft"


def test_an_employer_is_translated_but_for_its_name() -> None:
    text = """
        name: Us
        about: We.
        statements: {equal-opportunity: All.}
        translations: {de: {statements: {equal-opportunity: Alle.}}}
        """
    result = translated_organization(made(Organization, text), "en", "de")
    assert result.value.name is not None
    assert result.value.about is not None
    assert (result.value.name.language, result.value.about.language) == (None, "en")
    assert [notice.path for notice in result.notices] == ["about"]
    document = compose_posting(
        role(), result.value, made(Template, "order: [equal-opportunity]"), "de"
    )
    (callout,) = document.sections[0].blocks
    assert isinstance(callout, Callout)
    assert callout.blocks == (Paragraph((Text("Alle."),)),)


def test_a_comparisons_title_is_translated_or_carries_its_language() -> None:
    text = "title: All\nroles: [a]\ntranslations: {de: {title: Alle}}"
    definition = made(ComparisonDefinition, text)
    assert translated_title(definition, "en", "en").value.language is None
    assert str(translated_title(definition, "en", "de").value) == "Alle"
    left = translated_title(definition, "en", "fr")
    assert (left.value.text, left.value.language) == ("All", "en")
    assert [notice.path for notice in left.notices] == ["title"]
