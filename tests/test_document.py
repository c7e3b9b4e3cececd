"""The tree's own functions: what of it is seen, and what is shown where."""

from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest

from postingkit import document
from postingkit.document import (
    Block,
    Callout,
    Column,
    Document,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Image,
    LineBreak,
    Link,
    List,
    ListItem,
    Meta,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
    for_format,
    lines,
    plain,
    texts,
)
from postingkit.errors import FilePlace
from postingkit.testing import PIXEL, SAMPLES, bullets, cell, paragraph


def of(*blocks: Block) -> list[str]:
    """Give the visible texts of *blocks*, without the title of their document."""
    title, *rest = texts(Document(Meta("posting", Text("Title")), (Section("s", None, blocks),)))
    assert title == "Title"
    return rest


INLINES = (
    Text("a "),
    Strong((Text("b "), Emphasis((Text("c"),)))),
    LineBreak(),
    Link((Text("d"),), "https://example.org"),
)


def test_lines_gives_the_characters_of_each_line() -> None:
    assert lines(INLINES) == ("a b c", "d")


def test_lines_of_nothing_is_one_empty_line() -> None:
    assert lines(()) == ("",)


def test_a_break_within_a_mark_ends_the_line() -> None:
    assert lines((Strong((Text("a"), LineBreak(), Text("b"))),)) == ("a", "b")


def test_plain_is_one_line() -> None:
    assert plain(INLINES) == "a b c d"


def test_texts_are_the_lines_of_paragraphs() -> None:
    assert of(Paragraph(INLINES)) == ["a b c", "d"]


def test_texts_skip_lines_without_characters() -> None:
    assert of(Paragraph((Text(" "), LineBreak(), Text("a"), LineBreak())), Paragraph(())) == ["a"]


def test_texts_of_lists_go_item_by_item_into_the_nested_ones() -> None:
    nested = List((ListItem((paragraph("a"), bullets("b", "c"))), ListItem((paragraph("d"),))))
    assert of(nested) == ["a", "b", "c", "d"]


def test_texts_of_facts_are_each_name_and_its_value() -> None:
    facts = Facts((Fact((Text("a"),), (paragraph("b"), bullets("c"))), Fact((Text("d"),), ())))
    assert of(facts) == ["a", "b", "c", "d"]


def test_texts_of_a_table_are_caption_heads_and_rows_but_no_summary() -> None:
    table = Table(
        (Column((Text("a"),)), Column((Text("b"),))),
        ((cell("c", "d"), cell("e")), (cell(), cell("f"))),
        caption=(Text("g"),),
        summary="not seen",
    )
    assert of(table) == ["g", "a", "b", "c", "d", "e", "f"]


def test_texts_of_a_callout_are_those_of_its_blocks() -> None:
    assert of(Callout((paragraph("a"), bullets("b")))) == ["a", "b"]


def test_texts_of_a_figure_are_its_caption_but_neither_alternative_nor_link() -> None:
    image = Image(PIXEL, "image/png", 1, 1)
    assert of(Figure(image, "not seen", "https://example.org", (Text("a"),))) == ["a"]


def test_texts_give_titles_of_sections_before_their_blocks() -> None:
    sections = (Section("a", Text("A"), (paragraph("a"),)), Section("b", None, (paragraph("b"),)))
    assert list(texts(Document(Meta("posting", Text("T")), sections))) == ["T", "A", "a", "b"]


@pytest.mark.parametrize(
    ("only", "hidden_from", "shown_in"),
    [
        (set(), set(), {"md", "pdf"}),
        ({"md"}, set(), {"md"}),
        ({"md", "pdf"}, {"pdf"}, {"md"}),
        (set(), {"md"}, {"pdf"}),
        ({"docx"}, set(), set()),
    ],
)
def test_a_section_is_shown_only_where_it_is_for(
    only: set[str], hidden_from: set[str], shown_in: set[str]
) -> None:
    section = Section("s", None, (), frozenset(only), frozenset(hidden_from))
    whole = Document(Meta("posting", Text("T")), (section,))
    assert {name for name in ("md", "pdf") if for_format(whole, name).sections} == shown_in


def test_the_sections_that_are_shown_keep_their_order() -> None:
    sections = tuple(Section(key, None, ()) for key in "abc")
    hidden = replace(sections[1], hidden_from=frozenset({"md"}))
    whole = Document(Meta("posting", Text("T")), (sections[0], hidden, sections[2]))
    assert [section.key for section in for_format(whole, "md").sections] == ["a", "c"]


def test_a_document_that_hides_nothing_is_equal_for_each_format() -> None:
    for make in SAMPLES.values():
        assert for_format(make(), "md") == make()


def test_the_place_of_a_block_does_not_count() -> None:
    here, there = FilePlace("a.yaml", 1, 1), FilePlace("b.yaml", 2, 2)
    assert Paragraph((Text("a"),), place=here) == Paragraph((Text("a"),), place=there)
    assert List((), place=here) == List((), place=there)


def test_documents_are_values_that_can_be_hashed() -> None:
    for make in SAMPLES.values():
        assert hash(make()) == hash(make())


def test_every_value_is_frozen() -> None:
    kinds = [one for one in vars(document).values() if isinstance(one, type) and is_dataclass(one)]
    for kind in kinds:
        value = object.__new__(kind)
        for field in fields(kind):
            with pytest.raises(FrozenInstanceError):
                setattr(value, field.name, None)
