"""The small Markdown: what is markup, and that all else stays as typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postingkit.document import (
    Emphasis,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Strong,
    Text,
    lines,
    plain,
)
from postingkit.errors import FilePlace
from postingkit.markup import parse_blocks, parse_inlines
from postingkit.testing import bullets, numbers, paragraph

# Inlines


@pytest.mark.parametrize("text", ["**a**", "__a__"])
def test_two_stars_or_underscores_are_strong(text: str) -> None:
    assert parse_inlines(text) == (Strong((Text("a"),)),)


@pytest.mark.parametrize("text", ["*a*", "_a_"])
def test_one_star_or_underscore_is_emphasis(text: str) -> None:
    assert parse_inlines(text) == (Emphasis((Text("a"),)),)


def test_marks_nest() -> None:
    assert parse_inlines("**a *b* c**") == (
        Strong((Text("a "), Emphasis((Text("b"),)), Text(" c"))),
    )


@pytest.mark.parametrize("text", ["C* and Go", "2 * 3 * 4", "snake_case_name", "**a", "a ** b **"])
def test_what_marks_nothing_stays_as_typed(text: str) -> None:
    assert parse_inlines(text) == (Text(text),)


@pytest.mark.parametrize("escaped", ["\\*a\\*", "\\[a](b)", "\\_a\\_", "\\\\"])
def test_a_backslash_takes_a_characters_meaning(escaped: str) -> None:
    assert parse_inlines(escaped) == (
        Text(escaped.replace("\\", "", escaped.count("\\") - (escaped == "\\\\"))),
    )


@pytest.mark.parametrize("text", ["C:\\dir", "\\o", "a\\"])
def test_a_backslash_before_anything_else_stays(text: str) -> None:
    assert parse_inlines(text) == (Text(text),)


@pytest.mark.parametrize(
    "target",
    ["https://example.org/a?b=1&c=2", "http://example.org", "mailto:a@example.org", "tel:+4930123"],
)
def test_links_lead_to_the_web_to_mail_or_to_a_telephone(target: str) -> None:
    assert parse_inlines(f"[a *b*]({target})") == (
        Link((Text("a "), Emphasis((Text("b"),))), target),
    )


@pytest.mark.parametrize("case", ["HTTPS://example.org", "Mailto:a@example.org"])
def test_the_scheme_of_a_link_may_be_in_capitals(case: str) -> None:
    assert parse_inlines(f"[a]({case})") == (Link((Text("a"),), case),)


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "data:text/html,a", "file:///etc", "page.html", "#a", "//a.b", ""],
)
def test_links_to_anywhere_else_stay_as_typed(target: str) -> None:
    assert parse_inlines(f"[a]({target})") == (Text(f"[a]({target})"),)


def test_a_link_without_words_shows_its_address() -> None:
    assert parse_inlines("[](https://a.b)") == (Link((Text("https://a.b"),), "https://a.b"),)


@pytest.mark.parametrize("end", ["\\\n", "  \n"])
def test_a_backslash_or_two_spaces_end_a_line(end: str) -> None:
    assert parse_inlines(f"a{end}b") == (Text("a"), LineBreak(), Text("b"))


def test_any_other_end_of_a_line_is_a_space() -> None:
    assert parse_inlines("a\nb") == (Text("a b"),)


@pytest.mark.parametrize(
    "text",
    [
        "<b>a</b> <!-- b --> <br>",
        "&amp; &#65; &nbsp;",
        "`a` ~~b~~",
        "![a](https://a.b/c.png)",
        "<https://a.b>",
        "https://a.b www.a.b a@b.c",
        "a (c) (tm) -- ... 'b' \"c\"",
        "{{ title }} {% raw %} ${x}",
    ],
)
def test_all_else_stays_as_typed(text: str) -> None:
    assert parse_inlines(text) == (Text(text),)


@pytest.mark.parametrize("text", ["# a", "- a", "1. a", "> a", "    a", "| a |", "---", "```"])
def test_inline_text_has_no_blocks(text: str) -> None:
    assert parse_inlines(text) == (Text(text.strip()),)


def test_white_space_at_the_ends_is_dropped() -> None:
    assert parse_inlines(" \n a \n ") == (Text("a"),)


def test_nothing_is_no_inlines() -> None:
    assert parse_inlines("") == parse_inlines(" \n ") == ()


def test_neighbouring_texts_are_one() -> None:
    (text,) = parse_inlines("a * b \\* c ![ d & <e>\nf")
    assert text == Text("a * b * c ![ d & <e> f")


def test_the_language_is_that_of_every_text() -> None:
    assert parse_inlines("a **b** [c](https://a.b)\nd", "de") == (
        Text("a ", "de"),
        Strong((Text("b", "de"),)),
        Text(" ", "de"),
        Link((Text("c", "de"),), "https://a.b"),
        Text(" d", "de"),
    )


# Blocks


def test_an_empty_line_parts_paragraphs() -> None:
    assert parse_blocks("a\nb\n\n*c*") == (
        Paragraph((Text("a b"),)),
        Paragraph((Emphasis((Text("c"),)),)),
    )


def test_nothing_is_no_blocks() -> None:
    assert parse_blocks("") == parse_blocks("\n \n") == ()


@pytest.mark.parametrize("marker", ["-", "*", "+"])
def test_lines_with_markers_are_bullets(marker: str) -> None:
    assert parse_blocks(f"{marker} a\n{marker} b") == (bullets("a", "b"),)


@pytest.mark.parametrize("marker", [".", ")"])
def test_lines_with_numbers_are_an_ordered_list(marker: str) -> None:
    assert parse_blocks(f"1{marker} a\n2{marker} b") == (numbers("a", "b"),)


@pytest.mark.parametrize(("number", "start"), [("0", 0), ("1", 1), ("04", 4), ("7", 7)])
def test_an_ordered_list_starts_with_its_first_number(number: str, start: int) -> None:
    (block,) = parse_blocks(f"{number}. a\n{number}. b")
    assert block == List(numbers("a", "b").items, ordered=True, start=start)


def test_loose_lists_are_as_tight_ones() -> None:
    assert parse_blocks("- a\n\n- b") == parse_blocks("- a\n- b")


def test_lists_nest() -> None:
    assert parse_blocks("- a\n  1. b\n     - c\n- d") == (
        List(
            (
                ListItem(
                    (
                        paragraph("a"),
                        List((ListItem((paragraph("b"), bullets("c"))),), ordered=True),
                    )
                ),
                ListItem((paragraph("d"),)),
            )
        ),
    )


def test_an_item_may_hold_several_paragraphs() -> None:
    assert parse_blocks("- a\n\n  b") == (List((ListItem((paragraph("a"), paragraph("b"))),)),)


def test_an_item_may_be_empty() -> None:
    assert parse_blocks("- a\n-") == (List((ListItem((paragraph("a"),)), ListItem(()))),)


@pytest.mark.parametrize(
    "text", ["# a", "> a", "```\na\n```", "---", "| a |\n| - |", "<div>a</div>", "[a]: https://a.b"]
)
def test_other_blocks_stay_as_typed(text: str) -> None:
    (block,) = parse_blocks(text)
    assert block == paragraph(text.replace("\n", " "))


def test_every_block_has_the_place_and_the_language() -> None:
    place = FilePlace("role.yaml", 3, 7)
    first, second = parse_blocks("a\n\n- b", "de", place)
    assert first.place == second.place == place
    assert second == List((ListItem((Paragraph((Text("b", "de"),)),)),))
    assert second.items[0].blocks[0].place == place


# Whatever anyone may write

MARKUP = "*_\\[]()!<>&`#-+.:~|\n 1ab"
anything = st.text() | st.text(MARKUP)


def is_normal(inlines: Inlines) -> bool:
    """Tell whether no text is empty or beside another, all the way down."""
    for index, inline in enumerate(inlines):
        match inline:
            case Text(text):
                if not text or (index and isinstance(inlines[index - 1], Text)):
                    return False
            case Strong(children) | Emphasis(children) | Link(children):
                if not is_normal(children):
                    return False
            case LineBreak():
                pass
    return True


@settings(max_examples=200, deadline=None)
@given(anything)
def test_any_text_is_parsed_into_the_normal_form(text: str) -> None:
    assert is_normal(parse_inlines(text))
    parse_blocks(text)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_characters="\\*_[]\n\r\0", exclude_categories=["Cs"])))
def test_text_without_markup_survives(text: str) -> None:
    assert plain(parse_inlines(text)) == text.strip()


@pytest.mark.parametrize(
    "bit", ["[", "*a ", "**a", "_", "![", "[a](", "\\", "- ", "> ", "1. ", "`"]
)
def test_nobody_can_make_it_hang_or_crash(bit: str) -> None:
    text = bit * 5_000
    assert lines(parse_inlines(text))
    assert parse_blocks(text)
