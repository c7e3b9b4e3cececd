"""``--lang``: the languages of one run."""

import pytest

from conftest import Project


@pytest.fixture
def bilingual(project: Project) -> Project:
    """Give a project of one role in two languages."""
    project.write(
        {
            "postingkit.yaml": "languages: [en, de]\nformats: [md]",
            "roles/a.yaml": "title: Clerk\ntranslations: {de: {title: Bürokraft}}",
        }
    )
    return project


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        ([], ["roles/a.de.md", "roles/a.md"]),
        (["--lang", "de"], ["roles/a.de.md"]),
        (["--lang", "de,en"], ["roles/a.de.md", "roles/a.md"]),
        (["--lang", "de", "--lang", "en"], ["roles/a.de.md", "roles/a.md"]),
        (["--lang", "de-AT"], ["roles/a.de-AT.md"]),
        (["--lang", "DE-at"], ["roles/a.de-AT.md"]),
        (["--lang", "DE,EN,de"], ["roles/a.de.md", "roles/a.md"]),
    ],
)
def test_export_makes_the_projects_languages_or_those_asked_for(
    bilingual: Project, arguments: list[str], paths: list[str]
) -> None:
    assert bilingual.run("export", *arguments).code == 0
    assert bilingual.paths("out") == paths


def test_standard_output_takes_the_first_language_unless_another_is_asked_for(
    bilingual: Project,
) -> None:
    assert bilingual.run("export", "a", "-o", "-").out.startswith("# Clerk")
    assert bilingual.run("export", "a", "--lang", "de", "-o", "-").out.startswith("# Bürokraft")
    assert bilingual.run("compare", "a").out.count("Clerk") == 1
    assert "Bürokraft" in bilingual.run("compare", "a", "--lang", "de").out


@pytest.mark.parametrize(
    ("language", "hint"),
    [("tlh", "Possible are: ar, de, en"), ("de_AT", "Possible are: ar, de, en")],
)
def test_a_language_without_fixed_words_is_wrong_usage(
    bilingual: Project, language: str, hint: str
) -> None:
    run = bilingual.run("export", "--lang", language)
    assert run.code == 2
    assert f"There are no fixed words for “{language}”." in run.err
    assert hint in run.err
    assert bilingual.paths("out") == []
