"""What we rely on in ReportLab beyond its manual: a release that changes it is told at once."""

import sys
from subprocess import check_output

import pytest
from reportlab.pdfbase import pdfdoc

from postingkit.exporters.pdf.writing.file import File


def test_the_registry_counts_objects_and_gives_them_names() -> None:
    document = pdfdoc.PDFDocument(invariant=1)
    document.objectcounter += 5
    reference = document.Reference(pdfdoc.PDFDictionary({"A": 1}))  # type: ignore[no-untyped-call]  # its types lack it
    number, generation = document.idToObjectNumberAndVersion[reference.name]
    assert (number, generation) == (document.objectcounter, 0)
    assert document.numberToId[number] == reference.name
    assert isinstance(document.idToObject[reference.name], pdfdoc.PDFDictionary)
    assert reference.format(document) == b"%d 0 R" % number


def test_the_dictionary_of_fonts_is_the_first_object() -> None:
    document = pdfdoc.PDFDocument(invariant=1)
    fonts = document.idToObject[pdfdoc.BasicFonts]
    assert document.numberToId[1] == pdfdoc.BasicFonts
    assert isinstance(fonts, pdfdoc.PDFDictionary)
    assert fonts.dict == {}


def test_catalog_and_page_write_what_their_lists_name() -> None:
    assert {"MarkInfo", "Metadata", "Outlines", "StructTreeRoot", "ViewerPreferences"} <= set(
        pdfdoc.PDFCatalog.__NoDefault__
    )
    assert "Lang" in pdfdoc.PDFCatalog.__Defaults__
    assert {"Annots", "Contents", "MediaBox", "Resources"} <= set(pdfdoc.PDFPage.__NoDefault__)


def test_entries_that_it_would_drop_are_still_needed_of_us() -> None:
    assert "OutputIntents" not in pdfdoc.PDFCatalog.__NoDefault__
    assert not {"StructParents", "Tabs"} & set(pdfdoc.PDFPage.__NoDefault__)


def test_finished_entries_are_written_as_they_are() -> None:
    file = File()
    file.Catalog.MarkInfo = "<</Marked true>>"
    written = pdfdoc.format(file.Catalog, file, toplevel=1)
    assert b"/MarkInfo <</Marked true>>" in written


def test_a_stream_ends_right_behind_its_data() -> None:
    document = pdfdoc.PDFDocument(invariant=1)
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": "/FlateDecode"}), b"data")
    written = pdfdoc.format(stream, document, toplevel=1)
    assert written.endswith(b"stream\ndataendstream\n")


def test_a_document_without_the_time_reads_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1 / 0)
    assert File().objectcounter == 1


def test_only_what_writes_objects_is_loaded() -> None:
    code = "import postingkit.exporters.pdf.writing, sys; print(*sys.modules)"
    loaded = check_output([sys.executable, "-c", code], text=True).split()
    assert "reportlab.pdfbase.pdfdoc" in loaded
    assert not {"reportlab.platypus", "reportlab.graphics", "reportlab.pdfgen.canvas"} & set(loaded)


def test_pages_are_registered_in_order() -> None:
    file = File()
    page = pdfdoc.PDFPage()
    file.addPage(page)
    assert file.Pages.pages == [page]
    assert file.number_of(page) == 2
