"""The role: what it holds, what a mere text stands for, and its own rules."""

import pytest

from postingkit.errors import FilePlace, InvalidInput
from postingkit.model.loading import read_role
from postingkit.model.role import Role


def role(text: str) -> Role:
    return read_role(text.encode(), "role.yaml")


def message(text: str) -> str:
    with pytest.raises(InvalidInput) as refused:
        role(text)
    (problem,) = refused.value.problems
    return problem.message


def test_a_title_is_enough() -> None:
    made = role("title: Data Engineer")
    assert str(made.title) == "Data Engineer"
    assert made.model_fields_set == {"title"}


def test_a_title_is_all_that_must_be_there() -> None:
    assert message("department: data") == "The field “title” is missing."


def test_texts_that_yaml_would_take_for_something_else_stay_texts() -> None:
    made = role("title: No\nlevel: 1.10\ntravel: 2024-01-01\ntechnologies: [~, 0x1F, 1e3]")
    assert [str(made.title), str(made.level), str(made.travel)] == ["No", "1.10", "2024-01-01"]
    assert [str(each) for each in made.technologies] == ["~", "0x1F", "1e3"]


def test_a_mere_text_is_a_responsibilitys_title_and_a_qualifications_text() -> None:
    made = role("title: A\nresponsibilities: [B]\nqualifications: [C]")
    assert str(made.responsibilities[0].title) == "B"
    assert made.responsibilities[0].text is None
    assert str(made.qualifications[0].text) == "C"
    assert made.qualifications[0].title is None


def test_every_value_keeps_its_place() -> None:
    made = role("title: A\nresponsibilities:\n  - B\n  - text: C")
    first, second = made.responsibilities
    assert made.place == FilePlace("role.yaml", 1, 1, "title: A", "")
    assert made.title.place == FilePlace("role.yaml", 1, 8, "title: A", "title")
    assert first.place == FilePlace("role.yaml", 3, 5, "  - B", "responsibilities[1]")
    assert second.text is not None
    assert second.text.place.path == "responsibilities[2].text"


def test_names_stand_on_one_line_and_keep_their_other_spaces() -> None:
    assert str(role("title: |\n  A\n  B\tC\n\n  D").title) == "A B C D"
    assert str(role("title: '  A\u00a0 B  '").title) == "A\u00a0 B"


def test_texts_keep_their_lines_for_markdown_has_breaks() -> None:
    assert str(role("title: A\nsummary: |\n  a  \n  b\n").summary) == "a  \nb"


def test_an_item_says_something() -> None:
    text = "title: A\nresponsibilities: [{share: 100}]"
    assert message(text) == "The item has neither a title nor a text."


@pytest.mark.parametrize("shares", [(100,), (30, 70), (1, 99), (50, None, 50)])
def test_shares_add_up_to_a_hundred(shares: tuple[int | None, ...]) -> None:
    assert [item.share for item in role(shared(shares)).responsibilities] == list(shares)


@pytest.mark.parametrize(("shares", "total"), [((30,), 30), ((50, 51), 101), ((99, None), 99)])
def test_shares_that_do_not_add_up_are_told(shares: tuple[int | None, ...], total: int) -> None:
    said = f"The shares of the working time add up to {total}, not to 100."
    assert message(shared(shares)) == said


def test_shares_of_nested_items_count_too() -> None:
    text = "title: A\nresponsibilities: [{title: B, items: [{title: C, share: 60}]}]"
    assert "add up to 60" in message(text)


def shared(shares: tuple[int | None, ...]) -> str:
    items = (f"{{title: B, share: {share}}}" if share else "B" for share in shares)
    return f"title: A\nresponsibilities: [{', '.join(items)}]"


@pytest.mark.parametrize("field", ["responsibilities", "qualifications"])
def test_items_nest_to_a_depth_of_three(field: str) -> None:
    three = "{text: a, items: [{text: b, items: [{text: c}]}]}"
    assert str(role(f"title: A\n{field}: [{three}]").title) == "A"
    four = three.replace("{text: c}", "{text: c, items: [d]}")
    assert message(f"title: A\n{field}: [{four}]") == "Items stand more than 3 deep in each other."


def test_a_qualification_is_a_must_unless_it_says_otherwise() -> None:
    must, preferred = role(
        "title: A\nqualifications: [{text: b, kind: skill}, {text: c, priority: preferred}]"
    ).qualifications
    assert (must.priority, must.kind) == ("must", "skill")
    assert (preferred.priority, preferred.kind) == ("preferred", None)


@pytest.mark.parametrize(
    ("code", "sound", "unsound"),
    [
        ("onet", "15-1252.00", "15-1252"),
        ("isco", "2512", "25123"),
        ("esco", "http://data.europa.eu/esco/occupation/x", "https://example.org/esco/"),
    ],
)
def test_codes_of_occupations_have_their_forms(code: str, sound: str, unsound: str) -> None:
    made = role(f"title: A\noccupation: {{{code}: '{sound}'}}").occupation
    assert made is not None
    assert getattr(made, code) == sound
    said = message(f"title: A\noccupation: {{{code}: '{unsound}'}}")
    assert said == f"“{unsound}” does not have the form that is expected here."


@pytest.mark.parametrize("department", ["../../x", "CON", "con", "My Data", "data/x", "-a", "ä"])
def test_a_department_is_named_by_a_sound_id(department: str) -> None:
    assert message(f"title: A\ndepartment: '{department}'").startswith("This name cannot be used")


@pytest.mark.parametrize(
    "title", ["R&D <senior>", "C* and *Go*", "{{ title }}", "Główny 😀 Ελληνικά Кириллица", "1. a"]
)
def test_a_title_is_never_parsed(title: str) -> None:
    assert str(role(f"title: '{title}'").title) == title


def test_a_text_is_not_without_letters_to_see_but_needs_no_latin_ones() -> None:
    assert str(role("title: '…'").title) == "…"
    assert str(role("title: 工程师").title) == "工程师"
