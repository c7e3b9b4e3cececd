"""Texts to paste: counted, and as Markdown with front matter."""

import yaml
from vacancies import opening

from postingkit.boards import load_profile, paste
from postingkit.boards.markdown import markdown
from postingkit.boards.profile import MarkdownDialect
from postingkit.testing import every_kind, only_a_title


def test_counts_stand_beside_their_limits() -> None:
    title, description = paste(opening(), load_profile("linkedin")).counts
    assert str(title) == "title: 18 of 200 characters"
    assert (description.minimum, description.maximum) == (100, 25_000)
    assert not description.is_over


def test_what_is_too_short_says_so() -> None:
    _, description = paste(opening(only_a_title()), load_profile("linkedin")).counts
    assert description.is_under
    assert str(description) == "description: 0 of 25,000 characters, at least 100 (too short)"


def test_a_limit_that_is_not_confirmed_says_so() -> None:
    title = paste(opening(), load_profile("indeed")).counts[0]
    assert str(title) == "title: 18 of 75 characters; the limit is not confirmed"


def test_a_posting_without_an_opening_can_be_pasted_too() -> None:
    assert paste(every_kind(), load_profile("linkedin")).text.startswith("The lead.")


def test_front_matter_names_the_facts_as_the_profile_does() -> None:
    source = markdown(opening(), load_profile("repository"))
    _, front, body = source.split("---\n", 2)
    facts = yaml.safe_load(front)
    assert facts["title"] == "Every Kind & <All>"
    assert facts["expiryDate"] == "2026-12-15"
    assert facts["salary"]["min"] == 65_000
    assert "clearance" not in facts
    assert body.startswith("\n# Every Kind")


def test_a_dialect_without_features_says_them_in_words() -> None:
    profile = load_profile("linkedin").model_copy(update={"markdown": MarkdownDialect(keeps=())})
    source = markdown(opening(), profile)
    assert "|" not in source
    assert "**" not in source
    assert "](" not in source
    assert "## " not in source
    assert "1\\. Again from one" in source


def test_a_full_dialect_is_the_exporters_own_markdown() -> None:
    source = markdown(opening(), load_profile("linkedin"))
    assert "## Lists\n\n- First\n  - Nested one" in source
    assert "| **Area** |" in source
