"""Responsibilities and qualifications as tables and lists."""

import pytest
from making import block_text, posting, rows, section

from postingkit.document import (
    Column,
    Emphasis,
    List,
    ListItem,
    Paragraph,
    Strong,
    Table,
    Text,
    texts,
)
from postingkit.testing import bullets, paragraph

RESPONSIBILITIES = "order: [responsibilities]"
QUALIFICATIONS = "order: [qualifications]"
AS_LIST = f"{RESPONSIBILITIES}\nsections: {{responsibilities: {{as: list}}}}"


def table(role: str, template: str = RESPONSIBILITIES) -> Table:
    (block,) = section(role, template).blocks
    assert isinstance(block, Table)
    return block


def columns(*fields: str) -> str:
    listed = ", ".join(f"{{field: {field}}}" for field in fields)
    return f"{RESPONSIBILITIES}\nsections: {{responsibilities: {{columns: [{listed}]}}}}"


TWO = """\
responsibilities:
  - {title: Files, text: Keeps *them*., share: 60, essential: true}
  - {title: Letters, text: Writes them., share: 40}
"""


def test_responsibilities_are_a_table_of_what_and_what_it_means_and_of_time() -> None:
    made = table(TWO)
    assert made.columns == (
        Column((Text("Responsibility"),), 2),
        Column((Text("What It Means"),), 5),
        Column((Text("Share of Time"),), 1, "end"),
    )
    assert rows(made)[1:] == [["Files", "Keeps them.", "60%"], ["Letters", "Writes them.", "40%"]]
    assert made.rows[0][1].blocks == (
        Paragraph((Text("Keeps "), Emphasis((Text("them"),)), Text("."))),
    )
    assert made.row_headers
    assert made.summary
    assert made.style == "responsibilities"


def test_a_template_says_which_columns_there_are_and_how_they_look() -> None:
    template = f"""
{RESPONSIBILITIES}
sections:
  responsibilities:
    columns:
      - {{field: share, title: Time & More, width: 1.5, align: center}}
      - {{field: essential}}
      - {{field: title}}
"""
    made = table(TWO, template)
    assert made.columns == (
        Column((Text("Time & More"),), 1.5, "center"),
        Column((Text("Essential Function"),)),
        Column((Text("Responsibility"),)),
    )
    assert rows(made)[1:] == [["60%", "Yes", "Files"], ["40%", "", "Letters"]]


def test_a_column_that_would_be_empty_falls_away() -> None:
    made = table("responsibilities: [{title: A, text: B}, {text: C}]")
    assert rows(made) == [["Responsibility", "What It Means"], ["A", "B"], ["", "C"]]


@pytest.mark.parametrize("fields", [("share",), ("essential",), ("share", "essential")])
def test_where_no_column_is_left_there_is_no_section(fields: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not enough values"):
        section("responsibilities: [{title: A, text: B}]", columns(*fields))


@pytest.mark.parametrize(
    ("role", "fields", "named"),
    [
        (TWO, ("title", "text"), True),
        (TWO, ("text", "title"), False),
        ("responsibilities: [{title: A, text: B}, {text: C}]", ("title", "text"), False),
    ],
)
def test_rows_are_named_by_their_first_cell_where_it_is_each_ones_title(
    role: str, fields: tuple[str, ...], *, named: bool
) -> None:
    assert table(role, columns(*fields)).row_headers is named


def test_without_any_text_responsibilities_are_a_numbered_list() -> None:
    (block,) = section("responsibilities: [A, {title: B, share: 100}]", RESPONSIBILITIES).blocks
    timed = ListItem((Paragraph((Text("B"), Text(" (100%)"))),))
    assert block == List((ListItem((paragraph("A"),)), timed), ordered=True)


def test_a_template_may_ask_for_a_table_even_without_texts() -> None:
    template = f"{RESPONSIBILITIES}\nsections: {{responsibilities: {{as: table}}}}"
    assert rows(table("responsibilities: [A, B]", template)) == [["Responsibility"], ["A"], ["B"]]


def test_a_template_may_ask_for_a_list_even_with_texts() -> None:
    (block,) = section(TWO, AS_LIST).blocks
    assert block == List(
        (
            ListItem(
                (
                    Paragraph(
                        (
                            Strong((Text("Files"),)),
                            Text(": "),
                            Text("Keeps "),
                            Emphasis((Text("them"),)),
                            Text("."),
                            Text(" (60%)"),
                        )
                    ),
                )
            ),
            ListItem(
                (
                    Paragraph(
                        (
                            Strong((Text("Letters"),)),
                            Text(": "),
                            Text("Writes them."),
                            Text(" (40%)"),
                        )
                    ),
                )
            ),
        ),
        ordered=True,
    )


NESTED = """\
responsibilities:
  - title: A
    text: B
    items:
      - C
      - {title: D, items: [E]}
"""
NESTED_LIST = List(
    (
        ListItem((paragraph("C"),)),
        ListItem((paragraph("D"), bullets("E"))),
    )
)


def test_nested_items_are_a_list_within_the_cell_of_the_text() -> None:
    assert table(NESTED).rows[0][1].blocks == (paragraph("B"), NESTED_LIST)


def test_nested_items_alone_fill_the_cell_of_the_text() -> None:
    made = table(NESTED.replace("    text: B\n", ""))
    assert made.rows[0][1].blocks == (NESTED_LIST,)


def test_nested_items_are_a_list_within_the_list() -> None:
    (block,) = section(NESTED, AS_LIST).blocks
    assert isinstance(block, List)
    assert block.items[0].blocks[1:] == (NESTED_LIST,)


GROUPED = """\
responsibilities:
  - {title: A, text: a, group: One}
  - {title: B, text: b, group: Two}
  - {title: C, text: c}
  - {title: D, text: d, group: One}
"""


def test_each_group_has_a_table_under_its_name_and_those_of_none_come_first() -> None:
    blocks = section(GROUPED, RESPONSIBILITIES).blocks
    found = [
        (block.caption, [row[0] for row in rows(block)[1:]])
        for block in blocks
        if isinstance(block, Table)
    ]
    assert found == [((), ["C"]), ((Text("One"),), ["A", "D"]), ((Text("Two"),), ["B"])]


def test_each_group_has_a_list_under_its_name() -> None:
    items = "{text: A, group: One}, {text: B, group: Two}, C, {text: D, group: One}"
    one, two = (Paragraph((Strong((Text(name),)),), "group") for name in ("One", "Two"))
    assert section(f"qualifications: [{items}]", QUALIFICATIONS).blocks == (
        bullets("C"),
        one,
        bullets("A", "D"),
        two,
        bullets("B"),
    )


def test_qualifications_are_bullets_with_markdown_in_their_texts_and_none_in_titles() -> None:
    text = "qualifications: ['*A*', {title: '*B*', text: '**C**'}, {title: '*D*'}]"
    (block,) = section(text, QUALIFICATIONS).blocks
    assert block == List(
        (
            ListItem((Paragraph((Emphasis((Text("A"),)),)),)),
            ListItem((Paragraph((Strong((Text("*B*"),)), Text(": "), Strong((Text("C"),)))),)),
            ListItem((paragraph("*D*"),)),
        )
    )


@pytest.mark.parametrize("template", [RESPONSIBILITIES, AS_LIST])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TWO, "Files Letters Keeps them. Writes them. 60% 40%"),
        (NESTED, "A B C D E"),
        (GROUPED, "A B C D a b c d One Two"),
    ],
)
def test_no_word_is_lost_whatever_the_form(template: str, text: str, words: str) -> None:
    found = " ".join(texts(posting(text, template)))
    assert [word for word in words.split() if word not in found] == []


def test_blocks_know_the_place_that_they_came_from() -> None:
    made = table("responsibilities:\n  - title: A\n    text: B")
    assert str(made.place) == "role.yaml:3:5"
    assert str(made.rows[0][1].blocks[0].place) == "role.yaml:4:11"


def test_a_preferred_qualification_says_so() -> None:
    text = "qualifications: [{text: German, priority: preferred}, {text: English}]"
    (block,) = section(text, "order: [qualifications]").blocks
    assert isinstance(block, List)
    assert [block_text(item.blocks[0]) for item in block.items] == ["German (preferred)", "English"]
