"""One edit to a department's template.yaml, and nothing else, is seen in every format."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from conftest import Project
from postingkit.batch import Request, make_plan, run
from postingkit.model import load_project
from postingkit.store import Folder

ROLE = """\
title: Data Engineer
department: data
summary: You build the pipelines.
responsibilities:
  - {title: Pipelines, text: Build them., share: 60}
  - {title: Storage, text: Keep it., share: 40}
qualifications: [Python]
"""
TEMPLATE = """\
extends: default
order: [responsibilities, qualifications]
sections:
  responsibilities:
    columns: [{field: title}, {field: text}, {field: share}]
"""
FORMATS = ("docx", "html", "md", "pdf")
WITH_COLOUR = ("docx", "html", "pdf")


def exported(project: Project, template: str) -> dict[str, bytes]:
    """Export the role with *template*, and give each file by its format."""
    project.write({"roles/engineer.yaml": ROLE, "templates/data/template.yaml": template})
    plan = make_plan(load_project(Path()), Request(("engineer",)))
    assert plan.problems == ()
    for result in run(plan, Folder(Path("out"))):
        assert result.problems == ()
    return {name: Path(f"out/roles/engineer.{name}").read_bytes() for name in FORMATS}


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


def seen(files: Mapping[str, bytes], name: str) -> str:
    """Give what can be read in the file of a format."""
    match name:
        case "docx":
            return part(files[name], "word/document.xml")
        case "pdf":
            return "\n".join(page.extract_text() for page in PdfReader(BytesIO(files[name])).pages)
        case _:
            return files[name].decode()


@pytest.mark.parametrize("name", FORMATS)
def test_a_renamed_heading_is_seen(name: str, project: Project) -> None:
    edited = TEMPLATE.replace(
        "  responsibilities:\n", "  responsibilities:\n    title: Your Days\n"
    )
    before, after = (seen(exported(project, text), name) for text in (TEMPLATE, edited))
    assert ("Key Responsibilities" in before, "Your Days" in before) == (True, False)
    assert ("Key Responsibilities" in after, "Your Days" in after) == (False, True)


@pytest.mark.parametrize("name", FORMATS)
def test_a_moved_section_is_seen(name: str, project: Project) -> None:
    edited = TEMPLATE.replace(
        "[responsibilities, qualifications]", "[qualifications, responsibilities]"
    )
    before, after = (seen(exported(project, text), name) for text in (TEMPLATE, edited))
    assert before.rindex("Pipelines") < before.rindex("Python")
    assert after.rindex("Pipelines") > after.rindex("Python")


@pytest.mark.parametrize("name", FORMATS)
def test_a_dropped_column_is_seen(name: str, project: Project) -> None:
    edited = TEMPLATE.replace(", {field: share}", "")
    before, after = (seen(exported(project, text), name) for text in (TEMPLATE, edited))
    assert ("Storage" in before, "40%" in before) == (True, True)
    assert ("Storage" in after, "40%" in after) == (True, False)


@pytest.mark.parametrize("name", WITH_COLOUR)
def test_another_accent_is_seen(name: str, project: Project) -> None:
    edited = TEMPLATE + 'theme: {colours: {accent: "#7b2d00"}}\n'
    before, after = (coloured(exported(project, text), name) for text in (TEMPLATE, edited))
    assert (before, after) == (False, True)


def coloured(files: Mapping[str, bytes], name: str) -> bool:
    """Say whether the edited accent is in the file of a format."""
    match name:
        case "docx":
            return 'w:color w:val="7B2D00"' in part(files[name], "word/styles.xml")
        case "html":
            return "--colour-accent: #7b2d00" in files[name].decode()
        case _:
            page = PdfReader(BytesIO(files[name])).pages[0].get_contents()
            assert page is not None
            return b"0.482 0.176 0 rg" in page.get_data()


def test_markdown_has_no_colour_to_change(project: Project) -> None:
    edited = TEMPLATE + 'theme: {colours: {accent: "#7b2d00"}}\n'
    before, after = (exported(project, text)["md"] for text in (TEMPLATE, edited))
    assert before == after
