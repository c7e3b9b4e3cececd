"""The four files of a posting say what its document says, as others' parsers read them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import test_docx
import test_html
import test_markdown
import test_pdf

from postingkit.batch import Request, Result, Unit, WrittenState, make_plan, run
from postingkit.document import Document, for_format, texts
from postingkit.errors import FilePlace
from postingkit.model import load_project
from postingkit.testing import words

ROOT = Path(__file__).parent.parent
READERS = {
    "docx": test_docx.TestContract().read,
    "html": test_html.TestHtml().read,
    "md": test_markdown.TestContract().read,
    "pdf": test_pdf.TestPdf().read,
}


class Memory:
    """Keeps files instead of writing them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put(self, path: str, data: bytes) -> WrittenState:
        self.files[path] = data
        return "made"


def exported(folder: Path) -> Iterator[tuple[Unit, Document, bytes, Result]]:
    """Yield each unit of a project with its document, its file and what became of it."""
    project = load_project(folder)
    plan = make_plan(project, Request(project.role_ids, project.project.comparisons))
    assert not plan.problems
    memory = Memory()
    results = {result.unit: result for result in run(plan, memory)}
    for job in plan.jobs:
        document = job.source.compose(job.template, job.language)
        for unit in job.units:
            shown = for_format(document, unit.format)
            yield unit, shown, memory.files[unit.path], results[unit]


FILES = [*exported(ROOT), *exported(ROOT / "tests" / "fictional")]
NAMES = [unit.path for unit, *_ in FILES]


def squashed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(("unit", "document", "data"), [each[:3] for each in FILES], ids=NAMES)
def test_a_file_says_what_its_document_says_and_no_more(
    unit: Unit, document: Document, data: bytes
) -> None:
    read = READERS[unit.format](data)

    found, position = squashed(read), 0
    for text in texts(document):
        position = found.find(squashed(text), position)
        assert position >= 0, f"{text!r} is missing or out of order"
        position += len(squashed(text))
    assert words(read) == words("\n".join(texts(document)))


def test_what_a_format_cannot_show_is_told_with_the_place_it_came_from() -> None:
    notices = {
        (unit.format, notice.place.line, "GRINNING FACE" in notice.message)
        for unit, _, _, result in FILES
        for notice in result.notices
        if unit.path == "roles/polyglot.pdf" and isinstance(notice.place, FilePlace)
    }

    assert ("pdf", 2, True) in notices
    assert all(unit.format == "pdf" for unit, _, _, result in FILES if result.notices)


def test_a_section_for_some_formats_is_in_those_alone() -> None:
    having = {
        unit.format
        for unit, _, data, _ in FILES
        if unit.id == "clerk" and "A Note" in READERS[unit.format](data)
    }

    assert having == {"pdf", "docx"}
