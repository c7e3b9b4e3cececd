"""The committed tables of character properties, against Unicode's."""

import pytest
from make_unicode import DATA, tables
from unicode_files import statements

from postingkit.exporters.pdf.text.bidi.classes import LETTERS, classes
from postingkit.exporters.pdf.text.properties import MOST_REMEMBERED, Classes


def test_they_are_what_the_script_makes() -> None:
    statements("LineBreak.txt")
    assert {path.name: path.read_text("ascii") for path in DATA.glob("*.txt")} == tables()


def test_a_character_has_the_class_of_its_range() -> None:
    assert classes("aא1\U0010fffd") == "LREL"
    assert classes("") == ""


def test_not_every_character_is_remembered() -> None:
    table = Classes("bidi.txt", dict.fromkeys(LETTERS, "x"))
    "".join(map(chr, range(0x20000, 0x30000))).translate(table)
    assert len(table) == MOST_REMEMBERED


@pytest.mark.parametrize("file", ["bidi.txt", "breaking.txt", "clusters.txt"])
def test_a_table_begins_with_the_first_code_point(file: str) -> None:
    assert (DATA / file).read_text("ascii").splitlines()[1].startswith("0000 ")
