"""Postings written into an organization's own Word file; python-docx and lxml read them back."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import docx
import make_stationery as made
import pytest
from word_files import Part, part

from postingkit.document import Cell, Column, Document, Meta, Section, Table, Text
from postingkit.errors import FilePlace, StationeryError
from postingkit.exporters.docx import DocxExporter, DocxOptions
from postingkit.exporters.interface import Export
from postingkit.look import Asset, Look
from postingkit.testing import ExporterContract, bullets, every_kind, numbers, paragraph

FILES = sorted(made.HERE.iterdir())
FIELDS = {
    "title": "R&D <Lead>",
    "department": "Data & AI",
    "organization": "ACME",
    "level": "",
    "reports_to": "the board",
}
KEYS = ("responsibilities", "tables")
BODY = "word/document.xml"


def exported(
    stationery: bytes, document: Document, styles: Mapping[str, str] | None = None
) -> Export:
    options = DocxOptions(Asset("letter.docx", stationery), styles or {})
    return DocxExporter().prepare(Look(), options)(document)


def posting(*sections: Section, language: str = "en", **fields: str) -> Document:
    values = FIELDS | fields
    meta = Meta(
        "posting", Text(values["title"]), language, fields=values, section_keys=("tasks", *KEYS)
    )
    return Document(meta, sections)


def file(*content: str, **parts: str) -> bytes:
    """Make a Word file with this *content* of its body."""
    styles = made.styles(made.style("Normal", "Normal", more=' w:default="1"'))
    return made.packed({"document": made.document(*content), "styles": styles, **parts})


def body(*content: str, document: Document | None = None) -> list[str]:
    """Give the paragraphs of what comes of a file with this *content*."""
    data = exported(file(*content), document or posting()).data
    return [each.text for each in part(data, BODY).find("//w:p")]


def refusals(*content: str, **parts: str) -> list[str]:
    with pytest.raises(StationeryError) as caught:
        exported(file(*content, **parts), posting())
    return [str(problem) for problem in caught.value.problems]


P = made.paragraph
ROOM = P("{{ posting }}")
TASKS = Section("tasks", Text("Tasks"), (paragraph("Do it."),))
MORE = Section("more", Text("More"), (paragraph("And more."),))


class TestContract(ExporterContract):
    exporter = DocxExporter()
    options = DocxOptions(Asset("plain.docx", file(P("{{ posting }}"))))

    def read(self, data: bytes) -> str:
        pieces = part(data, BODY).find("//w:p | //w:t | //w:br | //w:tab")
        return "".join(each.element.text or "\n" for each in pieces)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_letterhead_takes_the_posting_and_opens(path: Path) -> None:
    assert path.stat().st_size < 20_000
    document = every_kind()
    document = replace(document, meta=replace(document.meta, fields=FIELDS, section_keys=KEYS))
    export = exported(path.read_bytes(), document)
    assert export == exported(path.read_bytes(), document)
    docx.Document(io.BytesIO(export.data))
    with zipfile.ZipFile(io.BytesIO(export.data)) as package:
        written = "".join(package.read(n).decode() for n in package.namelist() if ".xml" in n)
    assert "{{" not in written
    assert "Guten Tag." in written


def test_the_posting_stands_where_its_field_was() -> None:
    assert body(P("Before"), ROOM, P("After"), document=posting(TASKS)) == [
        "Before",
        "R&D <Lead>",
        "Tasks",
        "Do it.",
        "After",
    ]


def test_a_field_split_over_runs_has_the_look_of_where_it_begins() -> None:
    split = (
        made.run("a {", "<w:b/>") + made.run("{ti") + made.run("tle }", "<w:i/>") + made.run("} b")
    )
    found = part(exported(file(P(split), ROOM), posting()).data, BODY)
    first = found.find("//w:p")[0]
    assert first.text == "a R&D <Lead> b"
    assert first.find("w:r")[0].text == "a R&D <Lead>"
    assert first.find("w:r[1]/w:rPr/w:b")


def test_two_fields_in_one_run_and_capitals_are_filled_in() -> None:
    assert body(P("x {{Title}}, {{ department }} y"), ROOM)[0] == "x R&D <Lead>, Data & AI y"


def test_a_paragraph_with_a_field_without_a_value_is_left_out() -> None:
    assert body(P("Level: {{ level }}"), ROOM) == ["R&D <Lead>"]


def test_a_cell_keeps_its_only_paragraph_and_loses_the_words() -> None:
    table = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
        f"{P('Level: {{ level }}')}</w:tc></w:tr></w:tbl>"
    )
    assert body(table, ROOM) == ["", "R&D <Lead>"]


def test_a_paragraph_with_a_sections_name_takes_that_section_and_the_posting_the_rest() -> None:
    document = posting(TASKS, MORE)
    assert body(ROOM, P("{{ tasks }}"), document=document) == [
        "R&D <Lead>",
        "More",
        "And more.",
        "Tasks",
        "Do it.",
    ]
    assert body(ROOM, P("{{ tasks }}"), document=posting(MORE))[-1] == "And more."


def test_a_section_without_a_place_is_a_notice() -> None:
    export = exported(file(P("{{ tasks }}")), posting(TASKS, MORE))
    (notice,) = export.notices
    assert str(notice).startswith("letter.docx, body: The section “more” has no place in the file")


def test_a_locked_section_without_a_place_is_an_error_that_names_both_places() -> None:
    locked = replace(MORE, locked=FilePlace("template.yaml", 7, 3))
    with pytest.raises(StationeryError) as refused:
        exported(file(P("{{ tasks }}")), posting(TASKS, locked))
    (problem,) = refused.value.problems
    assert str(problem).startswith("letter.docx, body: The section “more” is locked at template.ya")


def test_the_title_is_not_repeated_where_it_has_a_paragraph_of_its_own() -> None:
    data = exported(file(P("{{ title }}"), ROOM), posting(TASKS)).data
    assert [each.text for each in part(data, BODY).find("//w:p")] == [
        "R&D <Lead>",
        "Tasks",
        "Do it.",
    ]
    assert part(data, BODY).strings("//w:p[1]/w:pPr/w:outlineLvl/@w:val") == ["0"]


def test_a_sentence_with_the_title_in_it_does_not_stand_for_the_heading() -> None:
    assert body(P("Be our {{ title }}!"), ROOM) == ["Be our R&D <Lead>!", "R&D <Lead>"]


def test_a_sections_end_stays_when_the_posting_takes_its_paragraph() -> None:
    turn = f"<w:sectPr>{made.SIDEWAYS}</w:sectPr>"
    data = exported(file(P(made.run("{{ posting }}"), turn), P("x")), posting(TASKS)).data
    assert len(part(data, BODY).find("//w:sectPr")) == 2


def test_two_tables_never_touch() -> None:
    table = Table((Column((Text("A"),)),), ((Cell(()),),))
    document = posting(Section("tasks", None, (table,)))
    empty = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    data = exported(file(empty, P("{{ tasks }}"), empty, ROOM), document).data
    assert not part(data, BODY).find("//w:tbl/following-sibling::*[1][self::w:tbl]")


def test_numberings_of_the_file_and_ours_do_not_clash() -> None:
    document = posting(Section("tasks", None, (numbers("a"), numbers("b"), bullets("c"))))
    data = exported((made.HERE / "sections.docx").read_bytes(), document).data
    numbering = part(data, "word/numbering.xml")
    for path in ("//w:num/@w:numId", "//w:abstractNum/@w:abstractNumId"):
        ids = numbering.strings(path)
        assert len(set(ids)) == len(ids)
    used = part(data, BODY).strings("//w:numId/@w:val")
    assert used[:2] == ["1", "1"]
    assert set(used) <= set(numbering.strings("//w:num/@w:numId"))
    assert len(set(used[2:])) == 3
    order = [each.element.tag.rpartition("}")[2] for each in numbering.find("/*/*")]
    assert order == sorted(order)


def test_styles_of_localised_word_are_found_by_their_built_in_names() -> None:
    data = exported((made.HERE / "german.docx").read_bytes(), posting(TASKS), {"table": "HR Grid"})
    assert "berschrift2" in part(data.data, BODY).strings("//w:pStyle/@w:val")
    names = part(data.data, "word/styles.xml").strings("//w:style/w:name/@w:val")
    assert [name.lower() for name in names].count("heading 2") == 1


def test_a_list_takes_the_files_own_bullets() -> None:
    document = posting(Section("tasks", None, (bullets("a"),)))
    data = exported((made.HERE / "german.docx").read_bytes(), document).data
    assert part(data, BODY).strings("//w:numId/@w:val") == ["4"]


def test_a_style_that_is_named_is_used_and_one_that_is_not_there_is_a_problem() -> None:
    table = every_kind().sections[3]
    german = (made.HERE / "german.docx").read_bytes()
    data = exported(german, posting(table), {"table": "hr grid"}).data
    assert set(part(data, BODY).strings("//w:tblStyle/@w:val")) == {"HRGrid"}
    with pytest.raises(StationeryError) as caught:
        exported(german, posting(), {"table": "HR Gird", "tabel": "x"})
    assert [(each.path, each.hint) for each in caught.value.problems] == [
        ("docx.styles.table", "Did you mean “HR Grid”?"),
        ("docx.styles.tabel", "Did you mean “table”?"),
    ]


def test_the_file_speaks_the_language_of_the_posting() -> None:
    data = exported((made.HERE / "german.docx").read_bytes(), posting(language="pl")).data
    assert part(data, "word/styles.xml").strings("//w:docDefaults//w:lang/@w:val") == ["pl"]
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.title, core.language) == ("R&D <Lead>", "pl")


def test_headers_for_the_first_even_and_other_pages_are_filled_and_kept() -> None:
    data = exported((made.HERE / "pages.docx").read_bytes(), posting()).data
    assert [part(data, f"word/header{n}.xml").text for n in (1, 2, 3)] == [
        "  ACME Works",
        "R&D <Lead> · ACME",
        "R&D <Lead>",
    ]
    assert part(data, BODY).find("//w:titlePg")
    assert part(data, "word/settings.xml").find("//w:evenAndOddHeaders")
    assert "word/media/image1.png" in zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_text_boxes_and_content_controls_are_filled() -> None:
    document: Part = part(exported((made.HERE / "boxes.docx").read_bytes(), posting()).data, BODY)
    assert [each.text for each in document.find("//w:txbxContent")] == ["Team Data & AI"]
    assert document.find("//w:sdt//w:sdtContent")[0].text == "Data & AI"
    assert not document.find("//w:showingPlcHdr")


def test_a_template_becomes_a_document() -> None:
    data = exported((made.HERE / "cells.dotx").read_bytes(), posting()).data
    docx.Document(io.BytesIO(data))


def test_a_misspelt_field_is_told_with_its_place_and_the_text_around() -> None:
    header = made.part("hdr", P("x") + P("In {{ departmnt }}"))
    cells = f"<w:tc>{P('a')}</w:tc><w:tc>{P('Our {{ tytle }} now')}</w:tc>"
    rows = f"<w:tr><w:tc>{P('h')}</w:tc></w:tr><w:tr>{cells}</w:tr>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"
    assert [said.partition(": ")[::2] for said in refusals(table, ROOM, header1=header)] == [
        (
            "letter.docx, body, table 1, row 2, cell 2, paragraph 1",
            "There is no field “tytle”, as in “Our {{ tytle }} now”. Did you mean “title”?",
        ),
        (
            "letter.docx, header, paragraph 2",
            "There is no field “departmnt”, as in “In {{ departmnt }}”. Did you mean “department”?",
        ),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (P("x"), "body: The file has no place for the posting."),
        (ROOM + ROOM, "body, paragraph 2: “{{ posting }}” stands here a second time."),
        (P("a {{ posting }}"), "body, paragraph 1: “{{ posting }}” does not stand alone"),
        (ROOM + P("{% if x %}"), "body, paragraph 2: This looks like a field and is none"),
        (ROOM + P("{{ title"), "body, paragraph 2: This looks like a field and is none"),
        (ROOM + P("{{ title | upper }}"), "body, paragraph 2: This looks like a field and is none"),
    ],
)
def test_what_a_file_lacks_or_misuses_is_said_before_anything_is_made(
    content: str, said: str
) -> None:
    with pytest.raises(StationeryError) as caught:
        DocxExporter().prepare(Look(), DocxOptions(Asset("l.docx", file(content))))
    assert any(f"l.docx, {said}" in str(problem) for problem in caught.value.problems)


def test_a_comparison_leaves_out_what_it_has_no_value_for() -> None:
    meta = Meta("comparison", Text("Both"))
    assert body(P("In {{ department }}"), ROOM, document=Document(meta, ())) == ["Both"]


def test_styles_without_a_file_are_a_problem() -> None:
    with pytest.raises(StationeryError, match="no Word file is"):
        DocxExporter().prepare(Look(), DocxOptions(styles={"table": "HR Grid"}))


def test_a_value_is_text_and_never_a_field() -> None:
    assert body(P("{{ department }}"), ROOM, document=posting(department="{{ title }}"))[0] == (
        "{{ title }}"
    )


def test_cells_are_measured() -> None:
    document = posting(Section("responsibilities", None, (every_kind().sections[3].blocks[0],)))
    data = exported((made.HERE / "cells.dotx").read_bytes(), document).data
    widths = part(data, BODY).strings("//w:tc//w:tbl/w:tblPr/w:tblW/@w:w")
    assert widths == [str(6000 - 216)]
