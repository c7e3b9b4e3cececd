"""Translations: texts alone, each beside the one that it translates."""

import pytest

from postingkit.errors import InvalidInput
from postingkit.model.loading import read_role
from postingkit.model.organization import Organization
from postingkit.model.project import ComparisonDefinition
from postingkit.model.reading import read_yaml
from postingkit.model.role import FreeSection, Overview, Qualification, Responsibility, Role
from postingkit.model.translation import (
    OverviewTranslation,
    QualificationTranslation,
    ResponsibilityTranslation,
    SectionTranslation,
    Translation,
)
from postingkit.model.validation import validated
from postingkit.model.values import Located

NO_TEXTS = {"department", "language", "occupation", "translations"} | {
    "share",
    "essential",
    "kind",
    "priority",
}


@pytest.mark.parametrize(
    ("own", "translation"),
    [
        (Role, Translation),
        (Responsibility, ResponsibilityTranslation),
        (Qualification, QualificationTranslation),
        (Overview, OverviewTranslation),
        (FreeSection, SectionTranslation),
    ],
)
def test_every_text_can_be_translated_and_nothing_else(
    own: type[Located], translation: type[Located]
) -> None:
    assert set(translation.model_fields) == set(own.model_fields) - NO_TEXTS
    assert not any(field.is_required() for field in translation.model_fields.values())


def told(text: str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as refused:
        read_role(text.encode(), "role.yaml")
    return [(problem.path, problem.message) for problem in refused.value.problems]


def test_a_mere_text_stands_for_what_it_stands_for_in_the_role() -> None:
    text = (
        "title: A\nresponsibilities: [B]\nqualifications: [C]\n"
        "translations: {de: {responsibilities: [D], qualifications: [E]}}"
    )
    translation = read_role(text.encode(), "role.yaml").translations["de"]
    assert str(translation.responsibilities[0].title) == "D"
    assert str(translation.qualifications[0].text) == "E"


@pytest.mark.parametrize(
    ("own", "translation", "path", "message"),
    [
        ("", "level: B", "level", "“level” translates nothing: the original has none."),
        (
            "responsibilities: [B]",
            "responsibilities: [{text: C}]",
            "responsibilities[1].text",
            "“text” translates nothing: the original has none.",
        ),
        (
            "benefits: [B, C]",
            "benefits: [D, E, F]",
            "benefits[3]",
            "“benefits” is a list of 3 here, and of 2 in the original.",
        ),
        (
            "responsibilities: [{title: B, items: [C, D]}]",
            "responsibilities: [{title: E, items: [F]}]",
            "responsibilities[1].items[1]",
            "“items” is a list of 1 here, and of 2 in the original.",
        ),
        (
            "sections: [{heading: B, body: C}, {heading: D, body: E}]",
            "sections: [{heading: F}]",
            "sections[1]",
            "“sections” is a list of 1 here, and of 2 in the original.",
        ),
    ],
)
def test_what_translates_nothing_is_told_at_its_place(
    own: str, translation: str, path: str, message: str
) -> None:
    text = f"title: A\n{own}\ntranslations: {{de: {{{translation}}}}}"
    assert told(text) == [(f"translations.de.{path}", message)]


def test_an_item_that_is_translated_in_part_or_not_at_all_is_no_mistake() -> None:
    text = "title: A\nresponsibilities: [B, C]\ntranslations: {de: {responsibilities: [{}, D]}}"
    assert (
        read_role(text.encode(), "role.yaml").translations["de"].responsibilities[0].title is None
    )


@pytest.mark.parametrize("tag", ["deutsch", "DE", "d", "de-at"])
def test_a_language_is_a_tag(tag: str) -> None:
    message = f"“{tag}” is no language tag."
    assert told(f"title: A\nlanguage: {tag}") == [("language", message)]
    assert told(f"title: A\ntranslations: {{{tag}: {{}}}}") == [(f"translations.{tag}", message)]


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (Organization, "translations: {de: {about: A}}"),
        (Organization, "translations: {de: {name: A}}"),
        (ComparisonDefinition, "title: A\nroles: [a]\ntranslations: {de: {roles: [b]}}"),
    ],
)
def test_employers_and_comparisons_have_translations_of_their_texts_alone(
    model: type[Located], text: str
) -> None:
    with pytest.raises(InvalidInput):
        validated(model, read_yaml(text.encode(), "file.yaml"))
