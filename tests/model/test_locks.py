"""Clauses that a template locks stand in every template above it, unchanged."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from postingkit.errors import InvalidInput, Problem
from postingkit.model.nodes import MappingNode
from postingkit.model.overlay import overlay
from postingkit.model.reading import read_yaml
from postingkit.model.templates import TemplateFolder

LOCKING = """\
order: [lead, note]
sections:
  note:
    body: All are welcome.
    locked: true
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("templates")


def store(
    folder: Path, templates: Mapping[str, str], settings: MappingNode | None = None
) -> TemplateFolder:
    for name, text in templates.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "template.yaml").write_text(text, "utf-8")
    return TemplateFolder(folder, settings)


def problem(templates: TemplateFolder, name: str) -> Problem:
    with pytest.raises(InvalidInput) as refused:
        templates.resolve(name)
    (only,) = refused.value.problems
    return only


@pytest.mark.parametrize(
    "change",
    [
        "{body: Some are welcome.}",
        "{title: Not this}",
        "{only: [html]}",
        "{except: [pdf]}",
        "{when: level}",
        "{locked: false}",
        "{heading: hidden}",
    ],
)
def test_a_locked_section_cannot_be_changed(folder: Path, change: str) -> None:
    above = f"extends: company\nsections:\n  note: {change}\n"
    found = problem(store(folder, {"company": LOCKING, "sales": above}), "sales")
    assert found.message == (
        "The section “note” is locked at templates/company/template.yaml:5:13 "
        "and cannot be changed here."
    )
    assert str(found.place) == "templates/sales/template.yaml:3:3"


def test_a_locked_section_cannot_be_left_out(folder: Path) -> None:
    above = "extends: company\norder: [lead]\n"
    found = problem(store(folder, {"company": LOCKING, "sales": above}), "sales")
    assert "must stand in the order" in found.message
    assert found.hint == "Add “- note”."
    assert str(found.place) == "templates/sales/template.yaml:2:8"


def test_a_lock_holds_over_any_depth(folder: Path) -> None:
    templates = {
        "company": LOCKING,
        "division": "extends: company\norder: [note, lead]\n",
        "sales": "extends: division\nsections: {note: {body: x}}\n",
    }
    assert "templates/company" in problem(store(folder, templates), "sales").message


def test_a_setting_of_the_command_line_cannot_change_a_lock(folder: Path) -> None:
    templates = store(folder, {"company": LOCKING}, overlay(["sections.note.body=x"]))
    assert "is locked" in problem(templates, "company").message


def test_who_locks_may_say_where_it_shows(folder: Path) -> None:
    own = LOCKING + "    only: [pdf]\n"
    assert store(folder, {"company": own}).resolve("company").settings.sections["note"].locked


def test_the_companys_settings_lie_between_the_shipped_template_and_the_departments(
    folder: Path,
) -> None:
    company = read_yaml(b"theme: {table: plain, colours: {accent: '#111111'}}", "postingkit.yaml")
    (folder / "sales").mkdir(parents=True)
    (folder / "sales" / "template.yaml").write_text(
        "extends: default\ntheme: {colours: {accent: '#222222'}}", "utf-8"
    )
    templates = TemplateFolder(folder, company=company)
    assert templates.resolve("default").look.colours.accent == "#111111"
    assert templates.resolve("sales").look.colours.accent == "#222222"
    assert templates.resolve("sales").look.table == "plain"
