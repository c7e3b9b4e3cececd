"""The four files of a posting say what its document says, as others' parsers read them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import test_docx
import test_html
import test_markdown
import test_pdf

from postingkit.batch import Request, make_plan, run
from postingkit.document import Document, for_format, texts
from postingkit.model import load_project
from postingkit.store import Result, Unit, WrittenState
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
        return self.put_parts(path, (data,))

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:
        self.files[path] = b"".join(parts)
        return "made"


def exported(folder: Path) -> Iterator[tuple[Unit, Document, bytes, Result]]:
    """Yield each unit of a project with its document, its file and what became of it."""
    project = load_project(folder)
    comparisons, openings = project.project.comparisons, tuple(project.openings)
    plan = make_plan(project, Request(project.role_ids, comparisons, openings=openings))
    assert not plan.problems
    memory = Memory()
    results = {result.unit: result for result in run(plan, memory)}
    for job in plan.jobs:
        document = job.source.compose(job.template, job.language)
        for unit in job.units:
            shown = for_format(document, unit.format)
            yield unit, shown, memory.files[unit.path], results[unit]


FILES = [*exported(ROOT), *exported(ROOT / "tests" / "fictional")]
TURNED = [each for each in FILES
          if each[0].format == "pdf" and each[1].meta.direction == "rtl"]  # fmt: skip
"""Files that say their words in the order in which they stand, from left to right."""
AS_READ = [each for each in FILES if each not in TURNED]


def named(files: list[tuple[Unit, Document, bytes, Result]]) -> pytest.MarkDecorator:
    """Run a test for each of *files*, under its path."""
    return pytest.mark.parametrize(
        ("unit", "document", "data"),
        [each[:3] for each in files],
        ids=[unit.path for unit, *_ in files],
    )


def squashed(text: str) -> str:
    return re.sub(r"\s", "", text)


@named(AS_READ)
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


@named(TURNED)
def test_a_file_from_right_to_left_has_its_documents_letters_and_no_more(
    unit: Unit, document: Document, data: bytes
) -> None:
    read, wanted = READERS[unit.format](data), "".join(texts(document))
    assert sorted("".join(words(read))) == sorted("".join(words(wanted)))


def test_every_format_shows_all_of_them() -> None:
    assert [unit.path for unit, _, _, result in FILES if result.notices] == []


def test_a_section_for_some_formats_is_in_those_alone() -> None:
    having = {
        unit.format
        for unit, _, data, _ in FILES
        if unit.id == "clerk" and "A Note" in READERS[unit.format](data)
    }

    assert having == {"pdf", "docx"}
