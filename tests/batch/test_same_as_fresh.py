"""After any series of edits, an export of what has changed gives what a fresh export gives."""

import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as WordDocument
from PIL import Image

from conftest import Project, Run

Edit = Callable[[Project, random.Random], None]
Record = dict[str, object]

SETTINGS = (
    "organization: {{name: {name}}}\nlanguages: [en, de]\nformats: [{formats}]\n"
    "names: '{names}'\ndepartments: {{sales: {{template: sales}}, it: {{name: {it}}}}}\n"
    "comparisons: {{both: {{title: Both, roles: [r0, r1]}}}}\n"
)
ROLE = "title: Role {number}\ndepartment: {department}\nsummary: Does {text}.\n"
GERMAN = "translations: {{de: {{title: Stelle {number}, summary: Tut {text}.}}}}\n"
HEADERS = ("id,role,overrides.department,hours", "id,role,overrides.department,duration")
ROLES, OPENINGS, ROWS = 5, 3, 6


def settings(project: Project, chance: random.Random) -> None:
    text = SETTINGS.format(
        name=chance.choice(["Example", "Sample"]),
        formats=chance.choice(["md, html", "md", "md, docx"]),
        names=chance.choice(["{kind}/{id}", "{language}/{kind}/{id}", "{kind}/{department}/{id}"]),
        it=chance.choice(["IT", "Systems"]),
    )
    project.write({"postingkit.yaml": text})


def role(project: Project, chance: random.Random) -> None:
    number, text = chance.randrange(ROLES), chance.choice(["this", "that", "much"])
    department = chance.choice(["sales", "it", "unknown"])
    content = ROLE.format(number=number, department=department, text=text)
    if chance.random() < 0.5:
        content += GERMAN.format(number=number, text=text)
    folder = chance.choice(["", "more/"]) if not _files(project, f"r{number}.yaml") else None
    if folder is None:
        _files(project, f"r{number}.yaml")[0].write_text(content)
    else:
        project.write({f"roles/{folder}r{number}.yaml": content})


def broken_role(project: Project, chance: random.Random) -> None:
    for path in _files(project, f"r{chance.randrange(ROLES)}.yaml"):
        path.write_text(chance.choice(["title: [", "titel: A", "title: A\ntitle: B"]))


def removed(project: Project, chance: random.Random) -> None:
    found = sorted((project.folder / "roles").rglob("*.yaml"))
    found += sorted((project.folder / "openings").glob("*"))
    if found:
        chance.choice(found).unlink()


def moved_role(project: Project, chance: random.Random) -> None:
    for path in _files(project, f"r{chance.randrange(ROLES)}.yaml"):
        target = project.folder / "roles" / chance.choice(["a", "b"]) / path.name
        target.parent.mkdir(exist_ok=True)
        path.replace(target)


def opening(project: Project, chance: random.Random) -> None:
    number, wanted = chance.randrange(OPENINGS), chance.randrange(ROLES)
    lines = f"role: r{wanted}\nlanguage: {chance.choice(['en', 'de'])}\n"
    lines += f"locations: [{{city: {chance.choice(['Berlin', 'Bonn'])}, country: DE}}]\n"
    project.write({f"openings/o{number}.yaml": lines})


def rows(project: Project, chance: random.Random) -> None:
    table = project.folder / "openings/rows.csv"
    head, *lines = table.read_text().splitlines() if table.is_file() else (HEADERS[0],)
    match chance.randrange(4):
        case 0:
            lines = chance.sample(lines, len(lines))
        case 1 if lines:
            lines.pop(chance.randrange(len(lines)))
        case 2:
            head = chance.choice(HEADERS)
        case _:
            number = chance.randrange(ROWS)
            department = chance.choice(["sales", "other", ""])
            length = chance.choice(["20 a week", "40 a week"])
            lines = [line for line in lines if not line.startswith(f"t{number},")]
            lines.append(f"t{number},r{chance.randrange(ROLES)},{department},{length}")
    project.write({"openings/rows.csv": "\n".join((head, *lines)) + "\n"})


def template(project: Project, chance: random.Random) -> None:
    base = chance.choice(["default", "house"])
    project.write(
        {
            "templates/sales/template.yaml": chance.choice(
                [
                    f"extends: {base}\n",
                    f"extends: {base}\ntheme: {{colours: {{accent: '#aa0000'}}}}\n",
                    f"extends: {base}\nsections: {{lead: {{title: Lead}}}}\n",
                ]
            )
        }
    )


def house(project: Project, chance: random.Random) -> None:
    size = chance.choice(["A4", "Letter"])
    colour = chance.choice(["#999999", "#003366"])
    text = f"extends: default\ntheme: {{page: {{size: {size}}}, colours: {{text: '{colour}'}}}}\n"
    if chance.random() < 0.3:
        text += "order: [lead]\n"
    project.write({"templates/house/template.yaml": text})


def own_default(project: Project, chance: random.Random) -> None:
    path = project.folder / "templates/default/template.yaml"
    if path.is_file() and chance.random() < 0.4:
        path.unlink()
    else:
        title = chance.choice(["Gist", "Core"])
        project.write(
            {path.as_posix(): f"extends: default\nsections: {{lead: {{title: {title}}}}}\n"}
        )


def logo(project: Project, chance: random.Random) -> None:
    picture = io.BytesIO()
    shade = chance.choice(["red", "blue"])
    Image.new("RGB", (8, 8), shade).save(picture, "png")
    project.write({"templates/house/mark.png": picture.getvalue()})
    text = "extends: default\ntheme: {logo: {file: mark.png, alternative: Mark}}\n"
    project.write({"templates/house/template.yaml": text})


def stationery(project: Project, chance: random.Random) -> None:
    word, stream = WordDocument(), io.BytesIO()
    word.sections[0].header.paragraphs[0].text = chance.choice(["One", "Two"])
    word.save(stream)
    text = "extends: default\ndocx: {stationery: paper.docx}\n"
    project.write({"templates/house/paper.docx": stream.getvalue()})
    project.write({"templates/house/template.yaml": text})


def by_others(project: Project, chance: random.Random) -> None:
    made = sorted((project.folder / "out").rglob("*.md"))
    if made:
        path = chance.choice(made)
        path.unlink() if chance.random() < 0.5 else path.write_text("changed by hand")


def partly(project: Project, chance: random.Random) -> None:
    """Run the command for a part of what there is, which the next whole run shall not suffer of."""
    project.run(
        "export",
        *chance.choice(
            [
                ("-f", "html"),
                ("-f", "md", "--clean"),
                ("--lang", "de"),
                ("--lang", "en", "-f", "docx"),
                ("-t", "house"),
                ("--set", "theme.page.size=A5"),
                ("--check",),
                ("--dry-run",),
            ]
        ),
    )


EDITS: tuple[Edit, ...] = (
    *(role, role, role, rows, rows, rows, opening, opening),
    *(settings, removed, moved_role, broken_role, by_others, by_others, partly, partly),
    *(template, house, own_default, logo, stationery),
)


@pytest.mark.parametrize("seed", range(6))
def test_an_export_of_changes_is_as_a_fresh_one(project: Project, seed: int) -> None:
    compare_after_edits(project, random.Random(seed), 12)  # noqa: S311 - a repeatable series


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 112))
def test_an_export_of_changes_is_as_a_fresh_one_for_long(project: Project, seed: int) -> None:
    compare_after_edits(project, random.Random(seed), 30)  # noqa: S311 - a repeatable series


def compare_after_edits(project: Project, chance: random.Random, number: int) -> None:
    settings(project, chance)
    for each in (house, template, role, role, role, opening, rows, rows):
        each(project, chance)
    done = []
    for step in range(number):
        for edit in chance.sample(EDITS, chance.randrange(3)):
            edit(project, chance)
            done.append(edit.__name__)
        changed = project.run("export", "--clean", "--json")
        fresh = project.run("export", "-o", f"../fresh{step}", "--json")
        told = f"after {', '.join(done)}"
        assert changed.code == fresh.code, told
        assert set(_told(changed)) ^ set(_told(fresh)) == set(), told
        _assert_equal(project.folder / "out", project.folder.parent / f"fresh{step}", told, fresh)
        again = project.run("export", "--clean", "--json")
        assert _told(again) == _told(fresh), told
        states = {str(record["state"]) for record in json.loads(again.out)["files"]}
        assert states <= {"unchanged", "failed"}, told


def _assert_equal(changed: Path, fresh: Path, told: str, run: Run) -> None:
    now, expected = _everything(changed), _everything(fresh)
    if run.code == 0:
        assert sorted(now) == sorted(expected), told
        assert now == expected, told
        return
    expected.pop(".postingkit/manifest.jsonl", None)  # it knows the files of what is broken now
    assert {path: now.get(path) for path in expected} == expected, told


def _everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _told(run: Run) -> list[str]:
    return sorted(json.dumps(record) for record in json.loads(run.out)["problems"])


def _files(project: Project, name: str) -> list[Path]:
    return sorted((project.folder / "roles").rglob(name))
