"""Profiles: facts about boards as data, each with what is known of it."""

import pytest

from postingkit.boards import UnknownBoard, board_names, load_profile
from postingkit.boards.elements import Element
from postingkit.boards.values import VALUES

BOARDS = {
    "adzuna", "careerjet", "google", "greenhouse", "indeed", "jooble", "lever", "linkedin",
    "repository", "talent", "xing", "ziprecruiter",
}  # fmt: skip


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


def test_every_value_that_can_be_missing_says_where_it_is_written() -> None:
    asked = [
        element.value
        for board in board_names()
        for element in load_profile(board).entry.values()
        if element.need != "optional" and element.value not in {None, "reference"}
    ]
    assert all(VALUES[name or ""].path for name in asked)
