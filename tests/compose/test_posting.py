"""What a posting's file properties, titles and running feet are made from."""

from dataclasses import replace

from making import posting

from postingkit.compose import languages
from postingkit.compose.labels import labels
from postingkit.document import Meta, Text
from postingkit.languages import direction_of, primary


def test_the_meta_holds_what_no_block_does() -> None:
    text = "summary: |\n  Makes **things**\\\n  [well](https://a.b).\ntechnologies: [Python, C]"
    meta = posting(text, "", "name: Us & Co").meta
    assert replace(meta, fields={}, section_keys=()) == Meta(
        "posting",
        Text("Clerk"),
        "en",
        "ltr",
        "portrait",
        organization="Us & Co",
        description="Makes things well.",
        keywords=("Python", "C"),
        page_label="Page {page} of {pages}",
    )


def test_what_is_not_given_stays_empty() -> None:
    meta = posting("", "").meta
    assert replace(meta, fields={}, section_keys=()) == Meta("posting", Text("Clerk"))


def test_a_posting_is_a_value() -> None:
    text, template = "summary: A", "order: [lead]"
    assert posting(text, template) == posting(text, template)
    assert hash(posting(text, template)) == hash(posting(text, template))


def test_there_are_fixed_words_for_every_language_that_is_named() -> None:
    assert "en" in languages()
    for language in languages():
        words = labels(language)
        english = labels("en")
        for name in ("sections", "columns", "facts", "criteria", "phrases", "terms"):
            assert getattr(words, name).keys() == getattr(english, name).keys()
            assert all(getattr(words, name).values())


def test_a_language_of_a_country_has_the_words_of_the_language() -> None:
    assert primary("en-GB") == "en"
    assert replace(labels("en-GB"), language="en") == labels("en")


def test_scripts_run_in_their_direction() -> None:
    assert [direction_of(tag) for tag in ("en", "ar", "he-IL", "fa")] == [
        "ltr",
        "rtl",
        "rtl",
        "rtl",
    ]
