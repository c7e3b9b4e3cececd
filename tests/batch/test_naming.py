"""Paths are safe on every system, and no two files share one."""

from types import SimpleNamespace
from typing import cast

import pytest

from postingkit.batch.naming import Names, tells_apart
from postingkit.exporters import AnyExporter
from postingkit.store import Unit


def unit(path: str) -> Unit:
    return Unit("roles", "a", "default", "en", "md", path)


def formats(*suffixes: str) -> dict[str, AnyExporter]:
    return {each: cast("AnyExporter", SimpleNamespace(suffix=each)) for each in suffixes}


@pytest.mark.parametrize(
    ("pattern", "apart"),
    [
        ("{kind}/{id}", True),
        ("{kind}/{language}/{id}", True),
        ("out/{kind}/{id}.{language}", True),
        ("{kind}.{id}", True),
        ("{kind}-{id}", False),
        ("{kind}/posting-{id}", False),
        ("{kind}/{department}/{id}", False),
        ("{kind}/{id}-{template}", False),
    ],
)
def test_a_pattern_tells_files_apart_by_itself_or_not(pattern: str, *, apart: bool) -> None:
    assert tells_apart(pattern, formats(".md", ".pdf")) is apart


def test_two_formats_of_one_suffix_are_not_told_apart() -> None:
    assert not tells_apart("{kind}/{id}", formats(".md", ".MD"))


def test_a_path_is_taken_once_whatever_its_capitals() -> None:
    names = Names([unit("roles/a.md")])
    assert names.take([unit("roles/b.md")]) is None
    for path in ("roles/a.md", "Roles/B.md"):
        wrong = names.take([unit(path)])
        assert wrong
        assert wrong.message == f"A file is not made: “{path}” is also the name of another file."


def test_of_files_that_clash_none_is_taken() -> None:
    names = Names()
    assert names.take([unit("a.md"), unit("A.md")])
    assert names.take([unit("a.md"), unit("con.md")])
    assert names.take([unit("a.md")]) is None
