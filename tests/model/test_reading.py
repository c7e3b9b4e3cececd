"""YAML as nodes: what is read, at which place, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model.nodes import ListNode, MappingNode, TextNode
from postingkit.model.reading import MAXIMUM_DEPTH, MAXIMUM_VALUES, read_yaml
from postingkit.model.source import FORBIDDEN, MAXIMUM_BYTES


def read(text: str) -> MappingNode:
    return read_yaml(text.encode(), "role.yaml")


def problems(data: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInput) as refused:
        read_yaml(data.encode() if isinstance(data, str) else data, "role.yaml")
    return refused.value.problems


def the_problem(data: str | bytes) -> Problem:
    (problem,) = problems(data)
    return problem


def place(problem: Problem) -> tuple[int, int, str]:
    assert isinstance(problem.place, FilePlace)
    return problem.place.line, problem.place.column, problem.place.source


# What is read


def test_scalars_stay_as_written() -> None:
    written = ["No", "1.10", "0123", "1e3", "~", "null", "2024-01-01", "0x1F", "1_000", "12:30:45"]
    assert list(read("a: [" + ", ".join(written) + "]")["a"]) == written


def test_an_empty_value_is_not_there_but_its_key_has_a_place() -> None:
    node = read("title: A\nsummary:\nlevel: ''")
    assert dict(node) == {"title": "A"}
    assert {key: str(place) for key, place in node.key_places.items()} == {
        "title": "role.yaml:1:1",
        "summary": "role.yaml:2:1",
        "level": "role.yaml:3:1",
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_a_file_of_nothing_holds_no_fields(text: str) -> None:
    assert read(text) == {}


def test_a_byte_order_mark_is_no_text() -> None:
    assert read("\ufefftitle: A") == {"title": "A"}


def test_line_ends_of_every_system_are_one() -> None:
    texts = ["a: |\n  b\n  c\n", "a: |\r\n  b\r\n  c\r\n", "a: |\r  b\r  c\r"]
    assert [read(text)["a"] for text in texts] == ["b\nc\n"] * 3


def test_escaped_line_ends_are_line_ends_too() -> None:
    assert read('a: "b\\u2028c\\u0085d\\re\\r\\nf"')["a"] == "b\nc\nd\ne\nf"


def test_letters_have_one_form_whatever_the_file_has() -> None:
    assert read("u\u0308: u\u0308") == {"ü": "ü"}


def test_a_value_knows_its_line_column_source_and_path() -> None:
    node = read("title: A\nitems:\n  - text: Füße\n    kind: x")
    items = node["items"]
    assert isinstance(items, ListNode)
    assert isinstance(items[0], MappingNode)
    kind = items[0]["kind"]
    assert isinstance(kind, TextNode)
    assert kind.place == FilePlace("role.yaml", 4, 11, "    kind: x", "items[1].kind")
    assert str(items[0].key_places["kind"]) == "role.yaml:4:5"
    assert items[0].place.path == "items[1]"


def test_columns_count_characters_not_bytes() -> None:
    node = read("a: [żółć, 😀, x]")["a"]
    assert isinstance(node, ListNode)
    assert [str(item.place) for item in node] == [f"role.yaml:1:{column}" for column in (5, 11, 14)]


# What is refused


def test_a_file_too_large_is_refused_unread() -> None:
    problem = the_problem(b"a" * (MAXIMUM_BYTES + 1))
    assert problem.message == "The file is larger than 2 MB."
    assert place(problem)[:2] == (1, 1)


def test_a_file_as_large_as_can_be_is_read() -> None:
    assert len(read("a: " + "b" * (MAXIMUM_BYTES - 3))["a"]) == MAXIMUM_BYTES - 3


def test_too_many_values_are_refused_where_they_begin() -> None:
    problem = the_problem("a:\n" + "- b\n" * MAXIMUM_VALUES)
    assert problem.message == "The file holds more than 50,000 values."
    assert place(problem)[0] == MAXIMUM_VALUES - 1


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "? "])
def test_what_is_nested_too_deep_is_refused_at_once(bracket: str) -> None:
    problem = the_problem("a:\n " + bracket * 200_000)
    assert f"more than {MAXIMUM_DEPTH} deep" in problem.message
    assert place(problem)[0] == 2


def test_nesting_up_to_the_limit_is_read() -> None:
    depth = MAXIMUM_DEPTH - 1
    assert read("a: " + "[" * depth + "]" * depth)


def test_an_alias_is_refused_before_it_could_grow() -> None:
    laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"
    assert [(place(each)[:2], each.message) for each in problems(laughs)] == [
        ((1, 4), "“&a” names a place."),
        ((2, 4), "“&b” names a place."),
        ((2, 8), "“*a” refers to another place."),
        ((2, 12), "“*a” refers to another place."),
        ((3, 5), "“*b” refers to another place."),
        ((3, 9), "“*b” refers to another place."),
    ]


def test_an_alias_as_a_key_is_refused() -> None:
    assert "“*a” refers to another place." in [each.message for each in problems("*a : b")]


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system [ls]", "!!str x", "!x y"])
def test_tags_are_refused(tag: str) -> None:
    problem = the_problem(f"title: {tag}")
    assert problem.message == "A word that begins with “!” is a YAML tag."
    assert place(problem)[:2] == (1, 8)


def test_a_key_may_stand_once_in_its_group() -> None:
    problem = the_problem("title: A\nlevel: B\ntitle: C")
    assert problem.message == "The field “title” stands here a second time; the first is in line 1."
    assert place(problem) == (3, 1, "title: C")


def test_keys_that_look_alike_are_one_key() -> None:
    assert "second time" in the_problem("ü: A\nu\u0308: B").message


def test_the_same_key_in_two_groups_is_two_keys() -> None:
    assert read("a: {x: 1}\nb: {x: 2}") == {"a": {"x": "1"}, "b": {"x": "2"}}


@pytest.mark.parametrize("key", ["[a]", "{a: b}", "? [a]\n"])
def test_a_key_must_be_text(key: str) -> None:
    assert "A field's name must be plain text." in [each.message for each in problems(f"{key}: b")]


def test_a_second_document_is_refused() -> None:
    problem = the_problem("title: A\n---\ntitle: B")
    assert problem.message == "A second document begins here, and a file holds one."
    assert place(problem)[0] == 2


@pytest.mark.parametrize(("text", "kind"), [("- a\n- b", "a list"), ("words", "text")])
def test_a_file_must_hold_fields(text: str, kind: str) -> None:
    message = the_problem(text).message
    assert message == f"The file must hold fields, each with its name, and not just {kind}."


@pytest.mark.parametrize(
    ("before", "line", "column"),
    [(b"", 1, 1), (b"title: ", 1, 8), (b"a: b\nc: d\xc3\xa9", 2, 6), (b"\xef\xbb\xbfa: b\n", 2, 1)],
)
def test_bytes_that_are_no_utf8_are_refused_at_their_place(
    before: bytes, line: int, column: int
) -> None:
    problem = the_problem(before + b"\xff\xfeh\x00")
    assert problem.message == "The file is not UTF-8 text from here on."
    assert place(problem)[:2] == (line, column)


def test_a_byte_order_mark_does_not_shift_where_bytes_are_wrong() -> None:
    problem = the_problem(b"\xef\xbb\xbftitle: \xc3\xa9\xc3\xa9\xff")
    assert place(problem) == (1, 10, "title: éé")


def test_utf16_is_refused_as_no_utf8() -> None:
    assert "not UTF-8" in the_problem("title: A".encode("utf-16")).message


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ufffe", "\uffff"])
def test_control_characters_are_refused_at_their_place(character: str) -> None:
    problem = the_problem(f"title: A\nlevel: ab{character}c")
    assert f"U+{ord(character):04X}" in problem.message
    assert place(problem)[:2] == (2, 10)


@pytest.mark.parametrize("escape", ["\\a", "\\0", "\\x1b", "\\e", "\\uFFFE"])
def test_escaped_control_characters_are_refused_too(escape: str) -> None:
    problem = the_problem(f'title: "ab{escape}c"')
    assert "may not stand in a text" in problem.message
    assert place(problem)[:2] == (1, 8)


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\ud83d\\ude00", "\\UFFFFFFFF"])
def test_escaped_surrogates_stand_for_no_character(escape: str) -> None:
    problem = the_problem(f'title: "{escape}"')
    assert problem.message == "What follows the backslash here stands for no character."


def test_surrogates_as_bytes_are_no_utf8() -> None:
    assert "not UTF-8" in the_problem(b"title: \xed\xa0\x80").message


def test_every_problem_of_a_file_is_told() -> None:
    text = "a: &x 1\nb: !t 2\nb: 3\n[c]: 4"
    assert [place(each)[0] for each in problems(text)] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("title: Engineer: Data", 1, "A second “: ” on the line cannot be read."),
        ("title: A\nlevel\nsummary: B", 2, "A field's name must be followed by a colon"),
        ("title: @home", 1, "Text cannot begin with this sign"),
        ("title: A\n\tlevel: B", 2, "Lines are indented with spaces, not with tabs."),
        ("title:\n\t- a", 2, "Lines are indented with spaces, not with tabs."),
        ("title: A\n  level: B", 2, "The line is indented deeper than it may be."),
        ("title A\nlevel: B", 1, "must be followed by a colon and a space."),
        ("title: 'Manager's job'", 1, "goes on after a quotation or bracket"),
        ('title: "Great"\xa0pay', 1, "goes on after a quotation or bracket"),
        ('- "Great" pay', 1, "goes on after a quotation or bracket"),
        ("title: Team #5", 1, "The text ends before “#5”"),
        ("title: #0b5d4e", 1, "The text ends before “#0b5d4e”"),
        ("items:\n  - a\n - b", 3, "The line does not fit in with those above it."),
        ("items: [a, b", 1, "A list or group that opens here is not closed."),
        ('title: "A', 1, "A quotation that opens here is not closed."),
        ("items: [a,\n  b\nlevel: c", 1, "A list or group that opens here is not closed."),
        ("title: 'A\nlevel: B", 1, "A quotation that opens here is not closed."),
        ("%TITLE\ntitle: A", 1, "This is no YAML"),
        ("title: A\n}", 2, ""),
    ],
)
def test_what_is_no_yaml_is_told_in_plain_words(text: str, line: int, said: str) -> None:
    problem = the_problem(text)
    assert said in problem.message
    assert place(problem)[0] == line
    assert problem.hint


@pytest.mark.parametrize(
    ("text", "line", "column", "source"),
    [
        ("title: A\nsummary:b\nlevel: c\ntravel: none\n", 2, 1, "summary:b"),
        ("title: A\nfoo bar\n", 2, 1, "foo bar"),
        ("title: A\nfoo bar\n  that goes on\nlevel: b\n", 2, 1, "foo bar"),
        ("title: A\nsummary: b\nthat goes on\nlevel: c\n", 3, 1, "that goes on"),
        ("a: b\nitems:\n  - title: x\n    text:y\n  - title: z\n", 4, 5, "    text:y"),
        ("a: b\nitems:\n  - title: x\n    text y\n\n\n\nlevel: z\n", 4, 5, "    text y"),
        ("title: A\nsummary This is\n# comment\n\nlevel: z\n", 2, 1, "summary This is"),
        ("a: b\nitems:\n- title: x\n  text: |\n   a\n  b\n", 6, 3, "  b"),
        ("title:A\nlevel: b\n", 1, 1, "title:A"),
        ("title:A\n\n\nlevel: b\n", 1, 1, "title:A"),
        ("title:A\n# comment\nlevel: b\n", 1, 1, "title:A"),
    ],
)
def test_a_forgotten_colon_is_told_where_the_field_begins(
    text: str, line: int, column: int, source: str
) -> None:
    problem = the_problem(text)
    assert problem.message == "A field's name must be followed by a colon and a space."
    assert place(problem) == (line, column, source)


# Spaces of other kinds


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("title:~A\n", 1, 7),
        ("title:~A\nlevel: b\n", 1, 7),
        ("title:~A\n# comment\nlevel: b\n", 1, 7),
        ("title: A\nlevel:~B\ntravel: c\n", 2, 7),
        ("title: A\nlevel:~B", 2, 7),
        ("title: A\nitems:\n~~- title: x\n", 3, 1),
        ("title: A\nitems:\n~~- x\n", 3, 1),
        ("items:\n  - a\n ~- b\nlevel: c\n", 3, 2),
        ("items:\n  - title: x\n  ~~text: y\n", 3, 3),
        ("items:\n  - title: x\n~~~~text: y\n", 3, 1),
        ("items:\n  -~title: x\n    text: y\n", 2, 4),
        ("items:\n  - title:~x\n    text: y\n", 2, 11),
        ("group:\n ~name: A\n", 2, 2),
        ("group: {name:~A}\n", 1, 14),
        ("~title: A\n", 1, 1),
        ("title~: A\n", 1, 6),
        ("title: A\n~\nlevel: b\n", 2, 1),
        ("title: A\n~# remark\nlevel: b\n", 2, 1),
        ('title: "A"~\nlevel: b\n', 1, 11),
        ("items: [a]~\nlevel: b\n", 1, 11),
        ("text: |~\n  a\n", 1, 8),
    ],
)
def test_a_no_break_space_in_place_of_a_space_is_told_where_it_stands(
    text: str, line: int, column: int
) -> None:
    problem = the_problem(text.replace("~", "\xa0"))
    assert problem.message == "A no-break space (U+00A0) stands here in place of an ordinary one."
    assert problem.hint.startswith("Replace it by an ordinary space")
    assert place(problem)[:2] == (line, column)


def test_other_spaces_are_told_by_their_names_and_each_in_its_line() -> None:
    told = problems("a:\n\u3000\u3000b: c\n\u202fd: e")
    assert [(place(each)[:2], each.message) for each in told] == [
        ((2, 1), "An ideographic space (U+3000) stands here in place of an ordinary one."),
        ((3, 1), "A narrow no-break space (U+202F) stands here in place of an ordinary one."),
    ]


@pytest.mark.parametrize(
    "text",
    ["a: 10~km", "a: ~b", "a: b~", "a: note:~b", "a:\n  ~b", "a: |\n  ~b\n  c:~d", "a: '~b'"],
)
def test_no_break_spaces_may_stand_in_texts(text: str) -> None:
    assert "\xa0" in str(read(text.replace("~", "\xa0"))["a"])


@pytest.mark.parametrize("key", ["Gehalt~von", "'~von'", "Gehalt~von~(€)"])
def test_no_break_spaces_may_stand_in_names(key: str) -> None:
    assert read(f"{key}: b".replace("~", "\xa0"))


# Anything


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_give_fields_or_a_clear_refusal(data: bytes) -> None:
    try:
        node = read_yaml(data, "role.yaml")
    except InvalidInput:
        return
    assert isinstance(node, MappingNode)


marks = st.sampled_from(
    [*"ab:-?[]{},#&*!|>'\"%@`~\\ \t\n\r", "\u2028", "\x85", ": ", "- ", "---\n"]
)


@given(st.lists(marks, max_size=40).map("".join))
def test_marks_of_any_kind_give_fields_or_a_clear_refusal(text: str) -> None:
    try:
        node = read(text)
    except InvalidInput as error:
        for problem in error.problems:
            assert isinstance(problem.place, FilePlace)
            assert problem.place.line >= 1
            assert problem.place.column >= 1
    else:
        assert isinstance(node, MappingNode)


@given(st.text().filter(lambda text: not FORBIDDEN.search(text)))
def test_a_quoted_text_is_read_as_it_was_written(text: str) -> None:
    quoted = text.encode("unicode_escape").decode().replace('"', '\\"')
    node = read(f'a: "{quoted}"\nb: c')
    assert node["b"] == "c"
