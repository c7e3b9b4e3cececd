"""Profiles: data that is told of when it is wrong, at its line."""

from pathlib import Path

import pytest

from postingkit.boards import UnknownBoard, board_names, load_profile
from postingkit.boards.profile import Element
from postingkit.boards.values import VALUES
from postingkit.errors import FilePlace, InvalidInput, Problem

BOARDS = {
    "adzuna", "careerjet", "google", "greenhouse", "indeed", "jooble", "lever", "linkedin",
    "repository", "talent", "xing", "ziprecruiter",
}  # fmt: skip


def own(folder: Path, text: str, name: str = "own") -> tuple[Problem, ...]:
    """Write a profile, load it, and give what is wrong with it."""
    path = folder / "boards" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_profile(name, folder)
    return caught.value.problems


def where(problem: Problem) -> tuple[int, int]:
    assert isinstance(problem.place, FilePlace)
    return problem.place.line, problem.place.column


def test_these_boards_are_known() -> None:
    assert set(board_names()) == BOARDS


@pytest.mark.parametrize("board", board_names())
def test_each_profile_says_where_its_facts_are_from(board: str) -> None:
    profile = load_profile(board)
    assert profile.name
    assert profile.source
    assert profile.about


@pytest.mark.parametrize("board", board_names())
def test_a_fact_that_is_not_sure_says_where_it_is_from(board: str) -> None:
    def check(fields: dict[str, Element]) -> None:
        for name, element in fields.items():
            if element.confidence == "unconfirmed" and element.need == "required":
                assert element.source or load_profile(board).source, name
            check(element.fields)

    check(load_profile(board).entry)


def test_an_unknown_board_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownBoard, match=r"There is no board “inded”\. Did you mean “indeed”\?"):
        load_profile("inded")


def test_an_unknown_value_is_told_at_its_line(tmp_path: Path) -> None:
    text = "name: Own\nabout: Ours\nentry:\n  job: {value: titel}\n"
    (problem,) = own(tmp_path, text)
    assert where(problem) == (4, 16)
    assert problem.message.startswith("There is no value “titel”. The values are: title, ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: *b", "A value refers to another place by “*”."),
        ("- a", "A profile is a group of fields."),
        ("", "A profile is a group of fields."),
        ("a: &b 1\nc: *b", "A value refers to another place by “*”."),
        ("[" * 5_000, "Groups stand too deep in each other."),
        ("a: [", "This is no YAML"),
        ("extends: nobody", "There is no board “nobody” to extend."),
        ("extends: own", "“own” extends itself."),
        ("a: \x07", "The file holds characters that YAML does not take."),
    ],
)
def test_what_is_no_profile_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (problem,) = own(tmp_path, text)
    assert problem.message.startswith(message)


def test_two_profiles_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    (tmp_path / "boards").mkdir()
    (tmp_path / "boards" / "other.yaml").write_text("extends: own", "utf-8")
    (problem,) = own(tmp_path, "extends: other")
    assert problem.message == "“own” extends itself."


def test_ones_own_profile_may_extend_the_one_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "boards").mkdir()
    (tmp_path / "boards" / "indeed.yaml").write_text("extends: indeed\nname: Ours", "utf-8")
    assert load_profile("indeed", tmp_path).name == "Ours"
    assert load_profile("indeed").name == "Indeed"


def test_a_field_holds_one_thing(tmp_path: Path) -> None:
    text = "name: Own\nabout: Ours\nentry:\n  job: {value: title, literal: x}\n"
    (problem,) = own(tmp_path, text)
    assert "Exactly one of" in problem.message


def test_a_name_that_is_no_name_in_xml_is_refused(tmp_path: Path) -> None:
    text = 'name: Own\nabout: Ours\nentry:\n  "a b>": {value: title}\n'
    assert own(tmp_path, text)


def test_every_value_that_can_be_missing_says_where_it_is_written() -> None:
    asked = [
        element.value
        for board in board_names()
        for element in load_profile(board).entry.values()
        if element.need != "optional" and element.value not in {None, "reference"}
    ]
    assert all(VALUES[name or ""].path for name in asked)
