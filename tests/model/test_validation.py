"""Nodes as models: every problem at once, at its place, in words that help."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingkit.errors import FilePlace, InvalidInput, Problem, SheetPlace, WordPlace
from postingkit.model.identity import fault
from postingkit.model.nodes import ListNode, MappingNode, Node, TextNode, located
from postingkit.model.project import Project
from postingkit.model.reading import read_yaml
from postingkit.model.role import Role
from postingkit.model.template import Template
from postingkit.model.validation import dotted, in_order, validated
from postingkit.model.values import MOST_UNKNOWN, Located, suggestion


def problems(text: str, model: type[Located] = Role) -> list[tuple[int, int, str, str, str]]:
    node = read_yaml(text.encode(), "file.yaml")
    with pytest.raises(InvalidInput) as refused:
        validated(model, node)
    return [told(problem) for problem in refused.value.problems]


def told(problem: Problem) -> tuple[int, int, str, str, str]:
    assert isinstance(problem.place, FilePlace)
    return problem.place.line, problem.place.column, problem.path, problem.message, problem.hint


def test_all_problems_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = """\
titel: A
summary: [a]
responsibilities: many
technologies: {a: b}
qualifications:
  - kind: skil
    text: a
  - []
  - {}
"""
    list_hint = "Write one item a line, each beginning with “- ”."
    group_hint = "Write each field on a line of its own, indented, as “name: value”."
    assert problems(text) == [
        (1, 1, "titel", "There is no field “titel” here.", "Did you mean “title”?"),
        (1, 1, "title", "The field “title” is missing.", "Add a line “title: …”."),
        (2, 10, "summary", "Text is expected here, not a list.", ""),
        (3, 19, "responsibilities", "A list is expected here, not text.", list_hint),
        (4, 15, "technologies", "A list is expected here, not a group of fields.", list_hint),
        (
            6,
            11,
            "qualifications[1].kind",
            "“skil” is none of the words that may stand here.",
            "Did you mean “skill”?",
        ),
        (8, 5, "qualifications[2]", "A group of fields is expected here, not a list.", group_hint),
        (
            9,
            5,
            "qualifications[3]",
            "The item has neither a title nor a text.",
            "Add one, or delete it.",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("title: A\nresponsibilities:\n  ~- title\n", 3, 3),
        ("title: A\nresponsibilities:\n  -~a\n  -~b\n", 3, 4),
        ("title: A\noverview:\n  summary:~b\n", 3, 11),
    ],
)
def test_a_text_that_a_no_break_space_makes_of_a_list_or_group_is_told_as_such(
    text: str, line: int, column: int
) -> None:
    ((*place, _, message, hint),) = problems(text.replace("~", "\xa0"))
    assert place == [line, column]
    assert message == "A no-break space (U+00A0) stands here in place of an ordinary one."
    assert hint.startswith("Replace it by an ordinary space")


def test_an_unknown_field_is_told_even_without_a_value() -> None:
    assert problems("title: A\nlevels:") == [
        (2, 1, "levels", "There is no field “levels” here.", "Did you mean “level”?")
    ]


def test_an_id_is_the_files_name_and_no_field() -> None:
    assert problems("id: a\ntitle: A")[0][3] == "There is no field “id” here."


def test_of_very_many_unknown_fields_the_first_are_told() -> None:
    text = "title: A\n" + "".join(f"x{number}: a\n" for number in range(10_000))
    every = problems(text)
    assert len(every) == MOST_UNKNOWN + 1
    assert every[-1][3] == "From here on, 9950 more fields are unknown."
    assert every[-1][0] == MOST_UNKNOWN + 2


@pytest.mark.parametrize(
    ("share", "message"),
    [
        ("0", "0 is not possible here."),
        ("101", "101 is not possible here."),
        ("-5", "-5 is not possible here."),
        ("30%", "“30%” is no whole number."),
        ("2.5", "“2.5” is no whole number."),
        ("nan", "“nan” is no whole number."),
        ("many", "“many” is no whole number."),
        ("9" * 5000, f"“{'9' * 5000}” is no whole number."),
        ("{a: b}", "Text is expected here, not a group of fields."),
        ("[30]", "Text is expected here, not a list."),
    ],
)
def test_a_share_is_a_percentage(share: str, message: str) -> None:
    text = f"title: A\nresponsibilities:\n  - title: B\n    share: {share}"
    ((line, column, path, said, _),) = problems(text)
    assert (line, column, path, said) == (4, 12, "responsibilities[1].share", message)


@pytest.mark.parametrize(
    ("text", "model", "path"),
    [
        ("title: A\noccupation: {onet: [a]}", Role, "occupation.onet"),
        ("title: A\nqualifications: [{text: b, kind: [c]}]", Role, "qualifications[1].kind"),
        ("names: [a]", Project, "names"),
        ("theme: {colours: {text: [a]}}", Template, "theme.colours.text"),
        ("theme: {page: {margins: [a]}}", Template, "theme.page.margins"),
        ("theme: {page: {margins: {top: [a]}}}", Template, "theme.page.margins.top"),
    ],
)
def test_a_list_is_no_text(text: str, model: type[Located], path: str) -> None:
    ((*_, where, message, _),) = problems(text, model)
    assert where == path
    assert message.endswith("is expected here, not a list.")


def test_truth_is_yes_or_no() -> None:
    ((*_, message, hint),) = problems("title: A\nresponsibilities: [{title: B, essential: si}]")
    assert message == "“si” is neither yes nor no."
    assert hint == "Write “true” or “false”."


@pytest.mark.parametrize(
    ("width", "message", "hint"),
    [
        ("nan", "nan is not possible here.", "It must be at most 100."),
        ("inf", "inf is not possible here.", "It must be at most 100."),
        ("0", "0 is not possible here.", "It must be more than 0."),
        ("wide", "“wide” is no number.", "Write digits alone, as in “10.5”."),
    ],
)
def test_a_width_is_a_number_above_nothing(width: str, message: str, hint: str) -> None:
    text = f"sections: {{responsibilities: {{columns: [{{field: text, width: {width}}}]}}}}"
    ((*_, said, way_out),) = problems(text, Template)
    assert (said, way_out) == (message, hint)


def test_what_a_mere_text_stands_for_has_the_texts_path_and_is_told_once() -> None:
    assert problems("theme: {page: {margins: 200mm}}", Template) == [
        (
            1,
            25,
            "theme.page.margins",
            "“200mm” is no length that can stand here.",
            "Write 0mm to 80mm, or use cm, in or pt.",
        )
    ]


def test_an_unsound_key_is_told_where_it_stands() -> None:
    assert problems("departments:\n  My Data: {}", Project) == [
        (
            2,
            3,
            "departments.My Data",
            f"This name cannot be used: {fault('My Data')}.",
            "Write “my-data”, for example.",
        )
    ]


def test_a_key_that_is_none_of_the_choices_is_told_where_it_stands() -> None:
    ((line, column, path, message, hint),) = problems(
        "comparison:\n  titles:\n    sumary: A", Template
    )
    assert (line, column, path) == (3, 5, "comparison.titles.sumary")
    assert message == "“sumary” is none of the words that may stand here."
    assert hint == "Did you mean “summary”?"


def test_an_empty_list_where_there_must_be_one_is_told() -> None:
    ((*_, path, message, _),) = problems("comparisons: {a: {title: A, roles: []}}", Project)
    assert (path, message) == ("comparisons.a.roles", "There must be at least 1 here.")


@pytest.mark.parametrize(
    "invisible", ["' '", '"\\u00a0"', '"\\u200b\\u00ad"', '"\\n \\t"', '"\\ufeff"']
)
def test_a_text_that_nobody_sees_is_empty(invisible: str) -> None:
    ((*_, message, _),) = problems(f"title: {invisible}")
    assert message == "The text is empty."


def test_a_value_of_the_wrong_kind_deep_down_is_told_at_its_own_place() -> None:
    text = (
        "title: A\nresponsibilities:\n  - title: B\n    items:\n      - title: C\n        text: []"
    )
    assert problems(text) == [
        (6, 15, "responsibilities[1].items[1].text", "Text is expected here, not a list.", "")
    ]


# The words about them


def test_dotted_paths_count_from_one() -> None:
    assert dotted(("a", 0, "b", 11)) == "a[1].b[12]"
    assert dotted((2, "a")) == "[3].a"
    assert dotted(()) == ""


def test_problems_are_in_order_and_none_stands_twice() -> None:
    places = [
        None,
        FilePlace("a", 1, 2),
        FilePlace("a", 2, 1),
        FilePlace("a", 10, 1),
        SheetPlace("b", "s", 1, "A"),
        WordPlace("c", "body", 1),
    ]
    ordered = [Problem.at(place, "Wrong.") for place in places]
    assert in_order([*reversed(ordered), *ordered]) == tuple(ordered)


def test_a_suggestion_is_near_or_names_all_there_are_or_is_none_of_very_many() -> None:
    known = ("summary", "title")
    assert suggestion("SUMARY", known) == "Did you mean “summary”?"
    assert suggestion("xyz", known) == "Possible are: summary, title."
    assert suggestion("xyz", ()) == ""
    assert suggestion("xyz", tuple(f"role-{number}" for number in range(1000))) == ""
    assert suggestion("role-9999", ("role-999",)) == "Did you mean “role-999”?"


def test_a_problem_on_one_line_has_its_place_message_and_hint() -> None:
    problem = Problem(FilePlace("a.yaml", 3, 4), "x", "It is wrong.", "Change it.")
    assert str(problem) == "a.yaml:3:4: It is wrong. Change it."
    assert str(replace(problem, place=None, hint="")) == "It is wrong."


def test_places_of_sheets_and_word_files_speak_their_programs_words() -> None:
    assert (
        str(SheetPlace("a.xlsx", "Jobs", 7, "Title")) == "a.xlsx, sheet Jobs, row 7, column Title"
    )
    place = WordPlace("letter.docx", "header", table=1, row=3, cell=2)
    assert str(place) == "letter.docx, header, table 1, row 3, cell 2"


# Anything

HERE = FilePlace("any.yaml", 1, 1)
NAMES = sorted(
    {
        name
        for model in (Role, Template, Project)
        for name in [*model.field_names(), "text", "share", "items", "columns", "data", "roles"]
    }
)
scalars = st.builds(
    TextNode,
    st.one_of(
        st.sampled_from(["A", "30", "true", "table", "en", "pdf", "20mm"]), st.text(max_size=5)
    ),
    st.just(HERE),
)
nodes: st.SearchStrategy[Node] = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.builds(ListNode, st.lists(inner, max_size=3), st.just(HERE)),
        st.dictionaries(
            st.one_of(st.sampled_from(NAMES), st.text(max_size=4)), inner, max_size=4
        ).map(lambda entries: MappingNode(entries, HERE, dict.fromkeys(entries, HERE))),
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("model", [Role, Template, Project])
@given(node=nodes)
def test_a_tree_of_any_kind_is_a_model_or_invalid_input(model: type[Located], node: Node) -> None:
    try:
        value = validated(model, located(node))
    except InvalidInput:
        return
    assert isinstance(value, model)


@given(st.dictionaries(st.sampled_from(Role.field_names()), st.one_of(scalars, nodes), max_size=6))
def test_a_role_with_fields_of_any_kind_is_a_role_or_invalid_input(
    entries: dict[str, Node],
) -> None:
    titled = {"title": TextNode("A", HERE)} | entries
    node = MappingNode(titled, HERE, dict.fromkeys(titled, HERE))
    try:
        assert validated(Role, located(node)).title.text
    except InvalidInput:
        return
