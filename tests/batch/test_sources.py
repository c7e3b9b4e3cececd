"""Which languages there are files in, where they lie, and what is told of the rest."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from plugins import install

from conftest import Project
from postingkit.batch import Plan, Request, make_plan
from postingkit.document import Document
from postingkit.errors import InvalidInput
from postingkit.model import load_project


@pytest.fixture
def plain(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a project in three languages, with one role in two of them and one in one."""
    install(monkeypatch, plain="Plain")
    project.write(
        {
            "postingkit.yaml": settings(),
            "roles/a.yaml": "title: A\ntranslations: {de: {title: Ä}}",
            "roles/b.yaml": "title: B",
        }
    )
    return project


def settings(more: str = "", languages: str = "[en, de, fr]") -> str:
    return f"formats: [plain]\nlanguages: {languages}\n{more}"


def plan(languages: tuple[str, ...] = ()) -> Plan:
    loaded = load_project(Path())
    return make_plan(
        loaded, Request(loaded.role_ids, loaded.project.comparisons, languages=languages)
    )


def paths(made: Plan) -> list[str]:
    return [unit.path for unit in made.units]


def documents(made: Plan) -> Mapping[str, Document]:
    return {job.units[0].path: job.source.compose(job.template, job.language) for job in made.jobs}


@pytest.mark.usefixtures("plain")
def test_a_role_is_posted_in_the_first_language_and_in_those_it_has_texts_for() -> None:
    made = plan()
    assert paths(made) == ["roles/a.txt", "roles/a.de.txt", "roles/b.txt"]
    assert [unit.language for unit in made.units] == ["en", "de", "en"]
    assert made.problems == made.notices == ()


def test_a_comparison_is_made_in_the_languages_of_all_its_roles(plain: Project) -> None:
    comparisons = "comparisons: {one: {title: O, roles: [a]}, both: {title: X, roles: [a, b]}}"
    plain.write({"postingkit.yaml": settings(comparisons)})
    assert [path for path in paths(plan()) if path.startswith("comparisons")] == [
        "comparisons/one.txt",
        "comparisons/one.de.txt",
        "comparisons/both.txt",
    ]


def test_a_pattern_of_names_with_the_language_in_it_is_left_as_it_is(plain: Project) -> None:
    plain.write({"postingkit.yaml": settings('names: "{language}/{kind}/{id}"')})
    assert paths(plan()) == ["en/roles/a.txt", "de/roles/a.txt", "en/roles/b.txt"]


def test_a_role_can_be_written_in_a_language_of_its_own(plain: Project) -> None:
    plain.write({"roles/a.yaml": "title: Ä\nlanguage: de\ntranslations: {en: {title: A}}"})
    made = plan()
    assert paths(made) == ["roles/a.txt", "roles/a.de.txt", "roles/b.txt"]
    titles = [document.meta.title.text for document in documents(made).values()]
    assert titles == ["A", "Ä", "B"]
    assert made.notices == ()


def test_a_role_without_texts_in_the_first_language_is_posted_all_the_same(plain: Project) -> None:
    plain.write({"roles/a.yaml": "title: Ä\nlanguage: de"})
    made = plan()
    assert paths(made)[:2] == ["roles/a.txt", "roles/a.de.txt"]
    assert [notice.message for notice in made.notices] == [
        "The role has no texts in “en”; those in “de” stand in for them."
    ]
    assert documents(made)["roles/a.txt"].meta.title.language == "de"


def test_a_missing_translation_is_a_notice_at_its_place_told_once(plain: Project) -> None:
    plain.write(
        {
            "postingkit.yaml": settings("comparisons: {c: {title: C, roles: [a]}}"),
            "roles/a.yaml": "title: A\nlevel: Top\ntranslations: {de: {title: Ä}}",
        }
    )
    places = [str(notice.place) for notice in plan().notices]
    assert places == ["postingkit.yaml:3:26", "roles/a.yaml:2:8"]


def test_the_settings_of_a_language_hold_for_the_titles_of_its_postings(plain: Project) -> None:
    plain.write(
        {
            "postingkit.yaml": settings(
                "language_settings: {de: {title_suffix: (m/w/d)}}\n"
                "comparisons: {c: {title: C, roles: [a], translations: {de: {title: V}}}}",
                "[en, de-AT]",
            )
        }
    )
    made = documents(plan())
    assert made["roles/a.de-AT.txt"].meta.title.text == "Ä (m/w/d)"
    assert made["roles/a.de-AT.txt"].meta.fields["title"] == "Ä (m/w/d)"
    assert made["roles/a.txt"].meta.title.text == "A"
    assert made["comparisons/c.de-AT.txt"].meta.keywords == ("Ä",)


def test_what_is_asked_for_is_made_alone_and_told_of_where_it_cannot_be(plain: Project) -> None:
    plain.write({"postingkit.yaml": settings(languages="[en]")})
    made = plan(("de",))
    assert paths(made) == ["roles/a.de.txt"]
    assert [notice.message for notice in made.notices] == [
        "The role has no texts in “de”, so it is not posted in it."
    ]


def test_every_language_without_fixed_words_is_told_at_its_place(plain: Project) -> None:
    plain.write({"postingkit.yaml": settings(languages="[en, tlh, xx]")})
    with pytest.raises(InvalidInput) as refused:
        plan()
    assert [str(each.place) for each in refused.value.problems] == [
        "postingkit.yaml:2:17",
        "postingkit.yaml:2:22",
    ]
