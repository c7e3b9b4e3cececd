"""The manifest: what was written is read again, and what is damaged is as good as none."""

import json
from pathlib import Path

import pytest

from postingkit.errors import FilePlace, Problem, SheetPlace, WordPlace
from postingkit.store import Folder
from postingkit.store.manifest import NAME, Entry, Head, Made, Manifest, inputs_of, read_manifest
from postingkit.store.places import FolderPlace
from postingkit.store.seen import Seen

MADE = Made("roles/a.pdf", "1" * 32, "2" * 32, 100, "en", "pdf")
NOTICES = (
    Problem(FilePlace("project/roles/a.yaml", 1, 2, "title: A", "title"), "title", "Odd.", "Why?"),
    Problem(SheetPlace("project/openings/x.csv", "", 3, "pay"), "pay", "Odd.\u2028Very."),
    Problem(WordPlace("elsewhere/letter.docx", "body", table=1, row=2, cell=3), "", "Odd."),
    Problem(None, "roles/a.pdf", "Odd."),
)
ENTRY = Entry(
    "roles", "a", "data", "as", "co", "la", {"roles/a.yaml": "3" * 32}, (MADE,), NOTICES, (MADE,)
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Give a folder with a manifest of one entry."""
    manifest = Manifest("project", Head(), {})
    manifest.set(ENTRY)
    manifest.write(Folder(tmp_path), Head("4" * 32, NOTICES))
    return tmp_path


def place(folder: Path) -> FolderPlace:
    return FolderPlace(folder, Seen(folder / "seen.json"))


def test_what_was_written_is_read_again(output: Path) -> None:
    read = read_manifest(place(output), "project")
    assert read.damage == ""
    assert read.manifest.head == Head("4" * 32, NOTICES)
    assert list(read.manifest.entries()) == [ENTRY]


def test_places_are_named_as_seen_from_the_project(output: Path) -> None:
    assert "project/" not in (output / NAME).read_text("utf-8")
    (entry,) = read_manifest(place(output), "../other").manifest.entries()
    assert str(entry.notices[0].place) == "../other/roles/a.yaml:1:2"
    assert str(entry.notices[2].place).startswith("elsewhere/letter.docx")


def test_a_project_that_one_stands_in_is_named_as_any_other(tmp_path: Path) -> None:
    written = []
    for folder, head in ((".", ""), ("project", "project/")):
        notices = [FilePlace(f"{head}{name}", 1, 1) for name in ("roles/a.yaml", "postingkit.yaml")]
        manifest = Manifest(folder, Head(), {})
        told = tuple(Problem(each, "", "Odd.") for each in (*notices, FilePlace("--set", 1, 1)))
        manifest.set(Entry("roles", "a", notices=told))
        manifest.write(Folder(tmp_path), Head())
        written.append((tmp_path / NAME).read_bytes())
        (entry,) = read_manifest(place(tmp_path), folder).manifest.entries()
        assert entry.notices == told
    assert written[0] == written[1]


def test_the_order_of_what_is_set_does_not_matter(tmp_path: Path) -> None:
    written = []
    for names in (("a", "b", "c"), ("c", "a", "b")):
        manifest = Manifest("", Head(), {})
        for name in names:
            manifest.set(Entry("roles", name))
        manifest.write(Folder(tmp_path), Head())
        written.append((tmp_path / NAME).read_bytes())
    assert written[0] == written[1]


def test_no_manifest_is_an_empty_one(tmp_path: Path) -> None:
    read = read_manifest(place(tmp_path), "project")
    assert (read.damage, read.manifest.sources) == ("", ())


@pytest.mark.parametrize("at", range(0, 900, 60))
def test_a_byte_that_is_lost_is_found_out(output: Path, at: int) -> None:
    path = output / NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + whole[at + 1 :])
    read = read_manifest(place(output), "project")
    same = read.manifest.head == Head("4" * 32, NOTICES) and list(read.manifest.entries()) == [
        ENTRY
    ]
    assert read.damage or same  # a blank between two signs may go


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]\n",
        b"null\n",
        b'"text"\n',
        b"\xff\xfe\n",
        b"PK\x03\x04",
        b'{"postingkit": 2, "digest": ""}\n',
        b'{"postingkit": 1, "digest": "0"}\n{}\n',
    ],
)
def test_another_file_of_that_name_is_no_manifest(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / NAME
    path.parent.mkdir()
    path.write_bytes(data)
    read = read_manifest(place(tmp_path), "project")
    assert read.damage
    assert read.manifest.sources == ()


def test_each_line_is_json_that_begins_with_its_source(output: Path) -> None:
    seal, _, line = (output / NAME).read_text("utf-8").split("\n")[:3]
    assert json.loads(seal)["postingkit"] == 1
    assert next(iter(json.loads(line).items())) == ("source", "roles/a")


def test_the_inputs_of_a_file_depend_on_each_of_them() -> None:
    one = inputs_of("common", "laid", {"a": "1", "b": "2"})
    assert one == inputs_of("common", "laid", {"b": "2", "a": "1"})
    others = [
        inputs_of("other", "laid", {"a": "1", "b": "2"}),
        inputs_of("common", "other", {"a": "1", "b": "2"}),
        inputs_of("common", "laid", {"a": "2", "b": "1"}),
        inputs_of("common", "laid", {"a": "1"}),
        inputs_of("common", "laid", {"a1": "", "b": "2"}),
    ]
    assert one not in others
