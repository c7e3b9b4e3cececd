"""Roles side by side: rows, fallbacks, groups of roles, and the page."""

import pytest
from making import comparison, role, rows, tables

from postingkit.compose.labels import labels
from postingkit.document import (
    Cell,
    Column,
    Emphasis,
    List,
    ListItem,
    Meta,
    Paragraph,
    Strong,
    Text,
    texts,
)
from postingkit.model.role import Role
from postingkit.testing import bullets, numbers, paragraph

FULL = """\
summary: Long **summary**.
responsibilities: [{title: A, text: a, items: [X]}, {text: '*B*'}]
qualifications: [C, {title: D, text: d}]
technologies: [E, F]
"""
SHORT = """\
overview:
  summary: Short.
  responsibilities: [a]
  qualifications: [c]
  technologies: [e]
"""


def cells(made: Role) -> dict[str, Cell]:
    """Give the cell of one role in each row by the row's name."""
    (table,) = tables(comparison(made))
    names = [row[0] for row in rows(table)[1:]]
    return {name: row[1] for name, row in zip(names, table.rows, strict=True)}


def test_criteria_are_rows_and_roles_are_columns() -> None:
    (table,) = tables(comparison(role(FULL), role("summary: B.", title="'*B* & Co'")))
    assert table.columns == (
        Column((Text("Criteria"),), 1),
        Column((Text("Clerk"),), 2),
        Column((Text("*B* & Co"),), 2),
    )
    assert [row[0] for row in rows(table)[1:]] == [
        "Main Roles",
        "Key Responsibilities",
        "Qualifications",
        "Technologies",
    ]
    assert table.row_headers
    assert table.summary
    assert table.caption == ()
    assert table.style == "comparison"


def test_cells_hold_real_lists() -> None:
    found = cells(role(FULL))
    assert found["Main Roles"].blocks == (
        Paragraph((Text("Long "), Strong((Text("summary"),)), Text("."))),
    )
    second = ListItem((Paragraph((Emphasis((Text("B"),)),)),))
    assert found["Key Responsibilities"].blocks == (
        List((ListItem((paragraph("A"),)), second), ordered=True),
    )
    assert found["Qualifications"].blocks == (bullets("C", "D"),)
    assert found["Technologies"].blocks == (paragraph("E, F"),)


def test_the_short_forms_are_used_where_there_are_any() -> None:
    assert cells(role(FULL + SHORT)) == {
        "Main Roles": Cell((paragraph("Short."),)),
        "Key Responsibilities": Cell((numbers("a"),)),
        "Qualifications": Cell((bullets("c"),)),
        "Technologies": Cell((paragraph("e"),)),
    }


@pytest.mark.parametrize("kept", ["summary", "responsibilities", "qualifications", "technologies"])
def test_each_short_form_that_is_left_out_falls_back_to_the_long_one(kept: str) -> None:
    only = "".join(line for line in SHORT.splitlines(keepends=True) if f" {kept}:" in line)
    long, short = cells(role(FULL)), cells(role(FULL + SHORT))
    name = labels("en").criteria[kept]
    assert cells(role(f"{FULL}overview:\n{only}")) == long | {name: short[name]}


def test_a_criterion_that_no_role_has_falls_away() -> None:
    (table,) = tables(comparison(role("summary: A."), role("technologies: [B]")))
    assert rows(table)[1:] == [["Main Roles", "A.", ""], ["Technologies", "", "B"]]


def test_roles_that_are_only_titles_are_still_named() -> None:
    assert list(texts(comparison(role(title="A"), role(title="B")))) == [
        "Compared",
        "Criteria",
        "A",
        "B",
    ]


def test_a_template_chooses_the_criteria_and_words_them() -> None:
    template = """
comparison:
  criteria: [technologies, summary]
  titles: {summary: In *Short*}
  corner: Roles & Co
  intro: Before.
"""
    document = comparison(role(FULL), template=template)
    (table,) = tables(document)
    assert rows(table) == [
        ["Roles & Co", "Clerk"],
        ["Technologies", "E, F"],
        ["In *Short*", "Long summary."],
    ]
    assert document.sections[0].blocks[0] == paragraph("Before.")


@pytest.mark.parametrize(
    ("count", "most", "groups"),
    [
        (1, 4, [1]),
        (4, 4, [4]),
        (5, 4, [2, 3]),
        (9, 4, [3, 3, 3]),
        (10, 4, [3, 3, 4]),
        (3, 1, [1, 1, 1]),
        (17, 8, [5, 6, 6]),
    ],
)
def test_more_roles_than_a_page_holds_are_divided_evenly(
    count: int, most: int, groups: list[int]
) -> None:
    roles = [role("summary: A.", title=f"Role {number}") for number in range(1, count + 1)]
    made = tables(comparison(*roles, template=f"comparison: {{roles_per_table: {most}}}"))
    assert [len(table.columns) - 1 for table in made] == groups
    assert [name for table in made for name in rows(table)[0][1:]] == [
        each.title.text for each in roles
    ]


def test_each_group_repeats_the_criteria_and_says_which_roles_it_holds() -> None:
    roles = [role("summary: A.", title=f"Role {number}") for number in range(1, 6)]
    first, second = tables(comparison(*roles))
    assert [first.caption, second.caption] == [
        (Text("Roles 1 to 2 of 5"),),
        (Text("Roles 3 to 5 of 5"),),
    ]
    assert [row[0] for row in rows(first)] == [row[0] for row in rows(second)]


@pytest.mark.parametrize(
    ("count", "settings", "orientation"),
    [
        (2, "", "portrait"),
        (3, "", "landscape"),
        (5, "", "landscape"),
        (2, "comparison: {landscape_from: 2}", "landscape"),
        (4, "comparison: {landscape_from: 9}", "portrait"),
        (9, "comparison: {roles_per_table: 2}", "portrait"),
    ],
)
def test_a_wide_table_turns_the_page(count: int, settings: str, orientation: str) -> None:
    roles = [role(title=f"Role {number}") for number in range(count)]
    assert comparison(*roles, template=settings).meta.orientation == orientation


def test_the_meta_names_the_roles() -> None:
    roles = (role(title="A"), role(title="B"))
    assert comparison(*roles, organization="name: Us").meta == Meta(
        "comparison",
        Text("Compared"),
        organization="Us",
        description="A, B",
        keywords=("A", "B"),
    )
