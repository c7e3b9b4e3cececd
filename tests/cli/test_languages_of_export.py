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


LACKING = """\
roles/b.yaml:1:8: notice: The role has no texts in “de”, so it is not compared in it.
  1 | title: Cook
    |        ^
  in: title
  help: Write them under “translations”, “de”.
"""


@pytest.mark.parametrize(("into", "summary"), [([], ""), (["-f", "md"], "No files. 1 notice.\n")])
def test_a_comparison_in_a_language_that_a_role_lacks_is_explained(
    bilingual: Project, into: list[str], summary: str
) -> None:
    bilingual.write({"roles/b.yaml": "title: Cook"})
    run = bilingual.run("compare", "a", "b", "--lang", "de", *into)
    assert (run.code, run.out, run.err) == (0, "", LACKING + summary)


POSTED_IN_ENGLISH = """\
openings/o.yaml:1:7: notice: The opening is posted in “en” alone, so nothing of it is made in “de”.
  1 | role: a
    |       ^
  in: role
  help: Leave out --lang, or write the “language” of its posting into the opening.
"""


@pytest.mark.parametrize("into", [["-o", "-"], []])
def test_a_named_opening_in_another_language_than_those_asked_for_is_explained(
    bilingual: Project, into: list[str]
) -> None:
    bilingual.write({"openings/o.yaml": "role: a"})
    assert "is posted in" not in bilingual.run("export", "--lang", "de").err
    for _ in range(2):
        run = bilingual.run("export", "o", "--lang", "de", *into)
        assert (run.code, run.out, run.err) == (0, "", f"{POSTED_IN_ENGLISH}No files. 1 notice.\n")


def test_a_comparison_tells_of_the_texts_that_it_shows_alone(bilingual: Project) -> None:
    role = """\
        title: Cook
        level: Senior
        summary: Cooks.
        responsibilities: [Cooking]
        overview: {summary: Cooks}
        translations: {de: {overview: {summary: Kocht}}}
        """
    bilingual.write(
        {
            "postingkit.yaml": "languages: [en, de]\norganization: {name: Us, about: We.}",
            "roles/b.yaml": role,
        }
    )
    run = bilingual.run("compare", "a", "b", "--lang", "de")
    told = [line.split(": ", 2)[2] for line in run.err.splitlines() if "notice: " in line]
    assert run.code == 0
    assert told == [
        "“title” has no text in “de”; it is left in “en”.",
        "“responsibilities” has no text in “de”; it is left in “en”.",
    ]
