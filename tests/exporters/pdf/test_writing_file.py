"""What every file is made of: objects and streams, pages, and what it says of itself."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from shutil import which
from subprocess import run
from time import process_time

import page
import pytest
from pdf_faults import faults
from pikepdf import Name
from pypdf import PdfReader
from reader import read
from writing_samples import (
    PROPERTIES,
    document,
    everything,
    file,
    glyphs,
    one,
    opened,
    paint,
    sheets,
)

from postingkit.exporters.pdf.fonts.library import Library
from postingkit.exporters.pdf.fonts.used import UsedFonts
from postingkit.exporters.pdf.sheets import Sheet
from postingkit.exporters.pdf.structure import Element
from postingkit.exporters.pdf.writing import Bookmark, Properties, written
from postingkit.look import Fonts

QPDF = which("qpdf") or ""
PLAIN = replace(PROPERTIES, archive=False)


def failures(data: bytes, profile: str) -> list[str]:
    report = page.validate_pdf_bytes(data, profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


@pytest.mark.parametrize(
    ("properties", "profile"), [(PROPERTIES, "2a"), (PROPERTIES, "ua1"), (PLAIN, "ua1")]
)
def test_it_conforms_to_what_it_claims(properties: Properties, profile: str) -> None:
    assert failures(file(*everything(), properties=properties), profile) == []


def test_a_file_with_text_conforms_and_gives_it_back() -> None:
    made, root, fonts = sheets(), document(), UsedFonts()
    face = Library(Fonts()).chain("Noto Sans", bold=False, italic=False, language="en").first
    made[0].begin(root.add("P"))
    glyphs(made[0], fonts, face, "Grüße & more ")
    made[0].end()
    data = written(made, root, fonts, (), (), PROPERTIES)
    assert failures(data, "2a") + failures(data, "ua1") == []
    assert PdfReader(BytesIO(data)).pages[0].extract_text().strip() == "Grüße & more"


def test_its_structure_is_whole() -> None:
    assert faults(read(file(*everything()))) == []


@pytest.mark.skipif(not QPDF, reason="qpdf is not on this machine")
def test_qpdf_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(file(*everything()))
    done = run([QPDF, "--check", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_is_not_ours_reads_every_object() -> None:
    reader = PdfReader(BytesIO(file(*everything())), strict=True)
    assert len(reader.pages) == 2
    assert len(reader.outline) == 2
    for number in range(1, len(reader.xref_objStm)):
        assert reader.get_object(number) is not None


def test_equal_sheets_make_equal_bytes() -> None:
    assert file(*everything()) == file(*everything())


def test_its_identifier_tells_of_its_content() -> None:
    first, second = opened(one()).trailer.ID, opened(one("1 1 3 3 re f")).trailer.ID
    assert bytes(first[0]) == bytes(first[1])
    assert bytes(first[0]) != bytes(second[0])


def test_each_stream_ends_with_a_line_of_its_own() -> None:
    data = file(*everything())
    assert data.count(b"\r\nendstream\nendobj\n") == data.count(b"endstream") > 4


def test_every_page_calls_on_the_same_resources() -> None:
    pages = opened(file(*everything())).pages
    assert len({each.obj.Resources.objgen for each in pages}) == 1


def test_pages_are_as_large_as_their_sheets() -> None:
    pages = opened(file([Sheet(0, 595.2756, 841.89)], document())).pages
    assert [list(map(float, each.mediabox)) for each in pages] == [[0, 0, 595.28, 841.89]]


def test_there_is_no_font_but_those_that_are_used() -> None:
    data = one()
    assert b"Helvetica" not in data
    assert dict(opened(data).pages[0].obj.Resources.Font) == {}


def test_it_says_what_the_colours_mean_only_where_an_archive_asks() -> None:
    intent = opened(one()).Root.OutputIntents[0]
    assert (intent.S, intent.DestOutputProfile.N) == (Name.GTS_PDFA1, 3)
    made, root = sheets(), document()
    assert "/OutputIntents" not in opened(file(made, root, properties=PLAIN)).Root


def test_right_to_left_documents_say_so() -> None:
    preferences = opened(
        file(sheets(), document(), properties=replace(PROPERTIES, right_to_left=True))
    ).Root.ViewerPreferences
    assert (preferences.Direction, preferences.DisplayDocTitle) == (Name.R2L, True)


def test_time_is_linear_in_pages_and_rows() -> None:
    small, large = everything(5, 5), everything(50, 50)
    short, long = seconds(small), seconds(large)
    assert long < short * 100 * 4


def seconds(made: tuple[list[Sheet], Element, list[Bookmark]]) -> float:
    start = process_time()
    file(*made)
    return process_time() - start


def test_its_code_is_compressed() -> None:
    made, root = sheets(), document()
    paint(made[0], root.add("P"), "0 0 9 9 re f\n" * 1000)
    stream = opened(file(made, root)).pages[0].obj.Contents
    assert re.search(rb"(0 0 9 9 re f\s+){1000}", stream.read_bytes())
    assert len(stream.read_raw_bytes()) < 300
