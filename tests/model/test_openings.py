"""The openings of a project: files and rows, each by its id, broken ones at their own cost."""

from pathlib import Path

import pytest

from conftest import Project
from postingkit.errors import FilePlace
from postingkit.model import BrokenOpening, LoadedProject, Opening, load_project, streamed_openings
from postingkit.model.loading import load_settings

HERE = Path()
ROLE = {"roles/a.yaml": "title: A"}


def told(loaded: LoadedProject) -> list[str]:
    return [f"{each.place}: {each.message}" for each in loaded.problems]


def test_openings_are_files_and_rows(project: Project) -> None:
    project.write(
        {
            **ROLE,
            "openings/x.yaml": "role: a",
            "openings/deep/y.yml": "role: a",
            "openings/rows.csv": "id,role,requisition\nz,a,\n,a,DE-2026/014\n",
            "openings/.hidden.yaml": "[",
            "openings/~$rows.xlsx": "",
            "openings/README.md": "",
        }
    )
    loaded = load_project(HERE)
    assert loaded.opening_ids == ("de-2026-014", "x", "y", "z")
    assert tuple(loaded.openings) == loaded.opening_ids
    assert {id_: each.id for id_, each in loaded.openings.items()} == {
        id_: id_ for id_ in loaded.opening_ids
    }
    assert loaded.openings["de-2026-014"].number == "DE-2026/014"
    assert loaded.problems == ()


def test_a_broken_opening_costs_itself_only(project: Project) -> None:
    project.write(
        {
            **ROLE,
            "openings/b.yaml": "role: a\ncloses: x",
            "openings/c.yaml": "[",
            "openings/rows.csv": "id,role,closes\ny,a,x\nz,a,rolling\n",
        }
    )
    loaded = load_project(HERE)
    assert tuple(loaded.openings) == ("z",)
    assert loaded.opening_ids == ("b", "c", "y", "z")
    assert [each.partition(" ")[0] for each in told(loaded)] == [
        "openings/b.yaml:2:9:",
        "openings/c.yaml:1:1:",
        "openings/rows.csv,",
    ]


def test_an_id_is_one_over_files_and_rows(project: Project) -> None:
    project.write(
        {
            **ROLE,
            "openings/a/x.yaml": "role: a\nhours: first",
            "openings/b/x.yaml": "role: a\nhours: second",
            "openings/rows.csv": "id,role\nx,a\nz,a\nz,a\n",
        }
    )
    loaded = load_project(HERE)
    # The table's name comes before “x”, so its row is the first.
    assert told(loaded) == [
        "openings/a/x.yaml:1:1: “x” is also the id of the opening at openings/rows.csv, row 2.",
        "openings/b/x.yaml:1:1: “x” is also the id of the opening at openings/rows.csv, row 2.",
        "openings/rows.csv, row 4: “z” is also the id of the opening at openings/rows.csv, row 3.",
    ]
    assert tuple(loaded.openings) == ("x", "z")


@pytest.mark.parametrize("stem", ["CON", "My Opening", "a_b", "ä"])
def test_a_files_name_must_be_an_id(project: Project, stem: str) -> None:
    project.write({**ROLE, f"openings/{stem}.yaml": "role: a"})
    (problem,) = load_project(HERE).problems
    assert problem.message.startswith("The file's name cannot be used")


def test_the_role_must_be_there_but_may_be_broken(project: Project) -> None:
    project.write({"roles/a.yaml": "[", "openings/x.yaml": "role: a", "openings/y.yaml": "role: b"})
    loaded = load_project(HERE)
    assert tuple(loaded.openings) == ("x",)
    assert told(loaded)[0] == "openings/y.yaml:1:7: There is no role “b”."


@pytest.mark.parametrize(
    ("languages", "language", "is_one"),
    [("", "en", True), ("", "de", False), ("[de, fr]", "fr", True), ("[de, fr]", "en", False)],
)
def test_the_language_is_one_of_the_projects(
    project: Project, languages: str, language: str, *, is_one: bool
) -> None:
    settings = f"languages: {languages}" if languages else ""
    project.write(
        {**ROLE, "postingkit.yaml": settings, "openings/x.yaml": f"role: a\nlanguage: {language}"}
    )
    assert (load_project(HERE).problems == ()) == is_one


def test_only_what_is_wanted_is_loaded_and_told_of(project: Project) -> None:
    project.write({**ROLE, "openings/b.yaml": "[", "openings/rows.csv": "id,role\ny,a\nz,nobody\n"})
    loaded = load_project(HERE, ("a",))
    assert (loaded.openings, loaded.problems) == ({}, ())
    assert loaded.opening_ids == ("b", "y", "z")
    loaded = load_project(HERE, (), openings=("y",))
    assert (tuple(loaded.openings), loaded.problems) == (("y",), ())
    assert len(load_project(HERE, (), openings=("y", "z")).problems) == 1


def test_a_stream_gives_each_opening_sound_or_broken(project: Project) -> None:
    project.write({**ROLE, "openings/rows.csv": "id,role\nx,a\ny,b\n", "openings/z.xls": ""})
    read = list(streamed_openings(HERE, load_settings(HERE)))
    assert [(type(each), each.id) for each in read] == [
        (Opening, "x"),
        (BrokenOpening, "y"),
        (BrokenOpening, ""),
    ]


def test_a_stream_begins_before_a_file_has_been_read(project: Project) -> None:
    rows = "".join(f"x{number},a\n" for number in range(20_000))
    project.write({**ROLE, "openings/rows.csv": f'id,role\n{rows}"y'})
    stream = streamed_openings(HERE, load_settings(HERE))
    assert next(stream).id == "x0"
    *_, last = stream
    assert isinstance(last, BrokenOpening)
    assert [str(each.place) for each in last.problems] == ["openings/rows.csv, row 20002"]


@pytest.mark.parametrize(
    ("settings", "path", "message"),
    [
        (
            "openings: {columns: {Gehalt: pay.minimum}}",
            "openings.columns.Gehalt",
            "There is no field “pay.minimum” of an opening that a column can hold.",
        ),
        (
            "organization: {logo_url: 'http://localhost/x.png'}",
            "organization.logo_url",
            "“localhost” is a host within an organization: job boards cannot fetch it.",
        ),
        ("site: {}", "site.url", "The field “url” is missing."),
        ("site: {url: example.org}", "site.url", "“example.org” is no address of the web."),
    ],
)
def test_settings_are_judged(project: Project, settings: str, path: str, message: str) -> None:
    project.write({"postingkit.yaml": settings})
    run = project.run("list")
    assert run.code == 1
    assert f"in: {path}" in run.err
    assert message in run.err


def test_a_role_has_the_place_of_its_cell(project: Project) -> None:
    project.write({**ROLE, "openings/rows.csv": "id;Role\nx;a\n"})
    place = load_project(HERE).openings["x"].role.place
    assert str(place) == "openings/rows.csv, row 2, column Role"
    assert not isinstance(place, FilePlace)
