"""What ``postingkit.yaml`` may say."""

import pytest

from postingkit.errors import InvalidInput
from postingkit.model.project import Project
from postingkit.model.reading import read_yaml
from postingkit.model.validation import validated


def settings(text: str) -> Project:
    return validated(Project, read_yaml(text.encode(), "postingkit.yaml"))


def message(text: str) -> str:
    with pytest.raises(InvalidInput) as refused:
        settings(text)
    return " ".join(problem.message for problem in refused.value.problems)


def test_everything_may_be_left_out() -> None:
    usual = settings("")
    assert usual.names == "{kind}/{id}"
    assert not any([usual.formats, usual.languages, usual.departments, usual.comparisons])
    assert usual.organization.name is None


def test_a_department_may_be_only_named() -> None:
    departments = settings("departments:\n  data:\n  sales: {template: plain}").departments
    assert departments["data"].template is None
    assert str(departments["sales"].template) == "plain"


def test_a_comparison_that_is_only_named_lacks_its_fields() -> None:
    said = "The field “title” is missing. The field “roles” is missing."
    assert message("comparisons:\n  overview:") == said


def test_a_comparison_has_a_title_and_roles() -> None:
    made = settings("comparisons: {all: {title: All & <more>, roles: [a, b]}}").comparisons["all"]
    assert str(made.title) == "All & <more>"
    assert [str(name) for name in made.roles] == ["a", "b"]


@pytest.mark.parametrize("id_", ["../../x", "CON", "a/b", "A"])
def test_roles_of_a_comparison_are_named_by_sound_ids(id_: str) -> None:
    assert "cannot be used" in message(f"comparisons: {{a: {{title: A, roles: ['{id_}']}}}}")


@pytest.mark.parametrize("tag", ["en", "de", "pt-BR", "zh-Hant", "sr-Latn-RS", "es-419", "gsw"])
def test_languages_are_tags(tag: str) -> None:
    assert [str(each) for each in settings(f"languages: [{tag}]").languages] == [tag]


@pytest.mark.parametrize("tag", ["english", "EN", "en_GB", "e", "en-", "../en", "de-de", "es-٤١٩"])
def test_what_is_no_tag_is_no_language(tag: str) -> None:
    assert message(f"languages: ['{tag}']") == f"“{tag}” is no language tag."


@pytest.mark.parametrize(
    "names",
    [
        "{kind}/{id}",
        "{language}/{department}/{kind}/{id}",
        "{kind}-{id}",
        "jobs.2024/{kind}.{id}",
        "{template}_{kind}_{id}-v1",
    ],
)
def test_patterns_of_names(names: str) -> None:
    assert settings(f"names: '{names}'").names == names


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("{kind}/{role}", "There is no “{role}” to make names of."),
        ("{kind}/{id!r}", "There is no “{id!r}” to make names of."),
        ("{kind}/{id:>90}", "There is no “{id:>90}” to make names of."),
        ("{kind}/{id.__class__}", "There is no “{id.__class__}” to make names of."),
        ("{kind}/{0}/{id}", "There is no “{0}” to make names of."),
        ("{kind}/{}/{id}", "There is no “{}” to make names of."),
        ("{id}", "With “{id}” several postings would get one name."),
        ("{kind}", "With “{kind}” several postings would get one name."),
        *(
            (names, f"“{names}” makes no names that are safe on every system.")
            for names in (
                "../{kind}/{id}",
                "/{kind}/{id}",
                "{kind}//{id}",
                "{kind}/{id}/",
                "{kind}/{id}.",
                "{kind}/../{id}",
                "{kind}/.{id}",
                "{kind}/{id}{",
                "{kind}/{id}}",
                "{{kind}}/{{id}}",
                "{kind}/My {id}",
                "C:{kind}{id}",
                "{kind}\\{id}",
            )
        ),
    ],
)
def test_patterns_that_would_make_no_safe_names(names: str, said: str) -> None:
    assert message(f"names: '{names}'") == said


def test_the_employers_statements_have_the_names_of_their_sections() -> None:
    text = "organization: {name: A, about: '**b**', statements: {equal-opportunity: C}}"
    made = settings(text).organization
    assert str(made.name) == "A"
    assert str(made.statements.equal_opportunity) == "C"
