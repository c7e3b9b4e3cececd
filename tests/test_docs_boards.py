"""docs/boards.md does what it says, and says everything that a profile can hold."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from postingkit.boards import board_names, load_profile
from postingkit.boards.conditions import CONDITIONS
from postingkit.boards.elements import Data
from postingkit.boards.values import EACH, VALUES
from test_docs import DOCS, blocks, run

PAGE = (DOCS / "boards.md").read_text("utf-8")
OPENING = """\
role: clerk
locations: [{city: Berlin, country: DE}]
employment_types: [full_time]
closes: 2026-12-15
apply: {url: "https://example.org/apply"}
contact: {email: jobs@example.org}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a project with one opening, and the page's own profile."""
    (tmp_path / "postingkit.yaml").write_text(
        "organization: {name: Us, url: 'https://example.org'}\nsite: {url: https://example.org/jobs}\n"
    )
    for name in ("roles", "openings", "boards"):
        (tmp_path / name).mkdir()
    (tmp_path / "roles" / "clerk.yaml").write_text("title: Clerk\nsummary: You keep our files.\n")
    (tmp_path / "openings" / "clerk-berlin.yaml").write_text(OPENING)
    own, nearly = blocks("boards.md", "yaml")
    (tmp_path / "boards" / "regional.yaml").write_text(own, "utf-8")
    (tmp_path / "boards" / "indeed.yaml").write_text(nearly, "utf-8")
    return tmp_path


def lines(folder: Path, code: str) -> Iterator[tuple[int, str, str]]:
    """Run each line of *code*, and give its exit code and what it said."""
    for line in code.splitlines():
        done = run(os.environ, folder, *line.partition(" > ")[0].split())
        yield done.returncode, done.stdout, done.stderr


def test_the_way_from_what_a_board_says_to_its_feed(folder: Path) -> None:
    *_, seen, written = blocks("boards.md", "sh")
    (_, listed, _), (code, _, told) = lines(folder, seen)
    assert re.search(r"^regional +xml +XML feed, fetched every night", listed, re.MULTILINE)
    assert code == 0, told
    assert list(lines(folder, written)) == [(0, "", "Regional Jobs: 1 opening read.\n")]
    (feed,) = blocks("boards.md", "xml")
    assert (folder / "feeds" / "regional.xml").read_text("utf-8") == feed


def test_a_profile_begins_from_another(folder: Path) -> None:
    found = run(os.environ, folder, "postingkit", "feed", "indeed").stdout
    assert "<client><![CDATA[4711]]></client>" in found
    assert "<email>" not in found


def test_every_command_does_something(folder: Path) -> None:
    checks, pastes, feeds, *_ = blocks("boards.md", "sh")
    for code, _, told in lines(folder, pastes + feeds):
        assert code == 0, told
    for code, _, told in lines(folder, checks):
        assert code in {0, 1}
        assert "1 opening checked" in told


def test_the_table_names_every_board_as_its_profile_does() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", PAGE, re.MULTILINE)
    profiles = {name: load_profile(name) for name in board_names()}
    assert rows == [
        (
            name,
            each.name,
            each.feed.form.upper() if each.feed else "–",
            each.confidence,
            each.source,
        )
        for name, each in profiles.items()
    ]


def keys(model: type[BaseModel]) -> Iterator[str]:
    """Give the names of the fields of *model* and of the groups within it."""
    yield from model.model_fields
    for each in model.__subclasses__():
        yield from keys(each)


def test_every_key_value_and_condition_is_explained() -> None:
    explained = set(re.findall(r"`([\w.]+)`", PAGE))
    assert {*keys(Data), *VALUES, *CONDITIONS, *EACH} - explained == set()
