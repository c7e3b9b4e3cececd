"""The plan: every path known, unique and safe before anything is made."""

import pickle
from pathlib import Path

import pytest
from plugins import Model, Options, install

from conftest import Project
from postingkit.batch import Plan, Request, make_plan
from postingkit.batch.naming import unsafe
from postingkit.document import Document
from postingkit.errors import FilePlace, InvalidInput, UnknownExporter
from postingkit.model import load_project


def plan(request: Request | None = None) -> Plan:
    loaded = load_project(Path())
    whole = Request(loaded.role_ids, loaded.project.comparisons)
    return make_plan(loaded, request or whole)


def paths(made: Plan) -> list[str]:
    return [unit.path for unit in made.units]


def told(made: Plan) -> list[str]:
    return [problem.message for problem in made.problems]


def places(made: Plan) -> list[str]:
    return [str(problem.place) for problem in made.problems]


@pytest.fixture
def plain(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a project of two roles with one installed format."""
    install(monkeypatch, plain="Plain")
    project.write(
        {
            "postingkit.yaml": "formats: [plain]",
            "roles/a.yaml": "title: A",
            "roles/b.yaml": "title: B",
        }
    )
    return project


# What is planned


def test_every_role_and_comparison_is_planned_in_every_format(project: Project) -> None:
    project.write(
        {
            "postingkit.yaml": "comparisons: {both: {title: Both, roles: [a, b]}}",
            "roles/a.yaml": "title: A",
            "roles/b.yaml": "title: B",
        }
    )
    made = plan()
    stems = ["roles/a", "roles/b", "comparisons/both"]
    assert paths(made) == [
        f"{stem}.{name}" for stem in stems for name in ("docx", "html", "md", "pdf")
    ]
    assert made.problems == made.notices == ()


def test_the_projects_formats_hold_unless_others_are_asked_for(project: Project) -> None:
    project.write({"postingkit.yaml": "formats: [md, html]", "roles/a.yaml": "title: A"})
    assert paths(plan()) == ["roles/a.md", "roles/a.html"]
    assert paths(plan(Request(("a",), formats=("pdf", "md", "pdf")))) == [
        "roles/a.pdf",
        "roles/a.md",
    ]


def test_planning_composes_and_writes_nothing(
    plain: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Document:
        raise AssertionError

    monkeypatch.setattr("postingkit.compose.compose_posting", refuse)
    before = plain.paths()
    assert paths(plan()) == ["roles/a.txt", "roles/b.txt"]
    assert plain.paths() == before


def test_the_pattern_of_names_makes_the_paths(plain: Project) -> None:
    plain.write(
        {
            "postingkit.yaml": """
                formats: [plain]
                languages: [en-GB]
                names: "{department}/{language}/{template}/{kind}.{id}"
                comparisons: {both: {title: Both, roles: [a, b]}}
                """,
            "roles/a.yaml": "title: A\ndepartment: data",
            "templates/data/template.yaml": "extends: default",
        }
    )
    assert paths(plan()) == [
        "data/en-GB/data/roles.a.txt",
        "none/en-GB/default/roles.b.txt",
        "none/en-GB/default/comparisons.both.txt",
    ]


def test_a_template_that_is_asked_for_comes_before_the_departments(plain: Project) -> None:
    plain.write(
        {
            "roles/a.yaml": "title: A\ndepartment: data",
            "templates/data/template.yaml": "extends: default",
            "templates/x/template.yaml": "extends: default",
        }
    )
    names = {unit.id: unit.template for unit in plan().units}
    assert names == {"a": "data", "b": "default"}
    assert [unit.template for unit in plan(Request(("a",), template="x")).units] == ["x"]


# What goes wrong


def test_a_bad_role_costs_its_own_files_and_the_comparisons_that_it_is_in(plain: Project) -> None:
    plain.write(
        {
            "postingkit.yaml": """
                formats: [plain]
                comparisons:
                  both: {title: Both, roles: [a, b]}
                  one: {title: One, roles: [b]}
                """,
            "roles/a.yaml": "titel: A",
        }
    )
    made = plan()
    assert paths(made) == ["roles/b.txt", "comparisons/one.txt"]
    assert "The comparison “both” is not made, for a role of it has problems." in told(made)


def test_a_broken_template_costs_the_files_that_are_made_with_it(plain: Project) -> None:
    plain.write(
        {
            "roles/a.yaml": "title: A\ndepartment: data",
            "templates/data/template.yaml": "extends: default\ntabel: plain",
        }
    )
    made = plan()
    assert paths(made) == ["roles/b.txt"]
    assert places(made) == ["templates/data/template.yaml:2:1"]


def test_a_format_that_nobody_installed_is_wrong_usage_or_a_problem_of_the_project(
    plain: Project,
) -> None:
    with pytest.raises(UnknownExporter) as unknown:
        plan(Request(("a",), formats=("odt",)))
    assert (unknown.value.name, unknown.value.known) == ("odt", ("plain",))
    plain.write({"postingkit.yaml": "formats: [plain, odt]"})
    made = plan()
    assert paths(made) == ["roles/a.txt", "roles/b.txt"]
    assert places(made) == ["postingkit.yaml:1:18"]


@pytest.mark.parametrize(
    ("plugin", "said"),
    [
        ("Unmade", "RuntimeError: no licence"),
        ("Incomplete", "it lacks media_type, options_type, prepare"),
        ("Absent", "AttributeError: module 'plugins' has no attribute 'Absent'"),
        ("nowhere.at.all:X", "ModuleNotFoundError: No module named 'nowhere'"),
    ],
)
def test_a_broken_plug_in_costs_its_own_format_and_is_named(
    plain: Project, monkeypatch: pytest.MonkeyPatch, plugin: str, said: str
) -> None:
    install(monkeypatch, plain="Plain", broken=plugin)
    plain.write({"postingkit.yaml": "formats: [plain, broken]"})
    made = plan()
    assert paths(made) == ["roles/a.txt", "roles/b.txt"]
    (message,) = told(made)
    assert message.startswith(f"The format “broken” is installed but cannot be used: {said}")
    assert places(made) == ["postingkit.yaml:1:18"]


@pytest.mark.usefixtures("plain")
def test_a_broken_plug_in_that_nobody_asks_for_is_not_even_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(monkeypatch, plain="Plain", broken="nowhere:X")
    assert paths(plan()) == ["roles/a.txt", "roles/b.txt"]
    assert told(plan()) == []


@pytest.mark.usefixtures("plain")
def test_no_two_files_of_one_document_have_one_path(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, plain="Plain", other="Other")
    made = plan(Request(("a",), formats=("plain", "other")))
    assert paths(made) == []
    assert told(made) == ["A file is not made: “roles/a.txt” is also the name of another file."]


def test_no_two_documents_have_one_path(plain: Project) -> None:
    plain.write(
        {
            "postingkit.yaml": 'formats: [plain]\nnames: "{kind}-{department}-{id}"',
            "roles/a-b.yaml": "title: A\ndepartment: x",
            "roles/b.yaml": "title: B\ndepartment: x-a",
        }
    )
    made = plan()
    assert paths(made) == ["roles-none-a.txt", "roles-x-a-b.txt"]
    assert told(made) == ["A file is not made: “roles-x-a-b.txt” is also the name of another file."]


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("roles/a.txt", True),
        ("roles/console.txt", True),
        ("roles/con.txt", False),
        ("CON/a.txt", False),
        ("nul.tar.gz", False),
        ("lpt1/a", False),
        ("roles//a.txt", False),
        ("roles/.txt", False),
        ("roles/a.", False),
        ("../a.txt", False),
        ("a /b.txt", False),
    ],
)
def test_paths_are_safe_on_every_system_or_refused(path: str, *, safe: bool) -> None:
    assert (unsafe(path) == "") is safe


def test_a_language_without_fixed_words_is_told_at_its_place(plain: Project) -> None:
    plain.write({"postingkit.yaml": "languages: [tlh]"})
    with pytest.raises(InvalidInput) as refused:
        plan()
    (problem,) = refused.value.problems
    assert problem.message == "There are no fixed words for the language “tlh” yet."
    assert str(problem.place) == "postingkit.yaml:1:13"


@pytest.mark.parametrize(
    ("settings", "notices"),
    [
        ("", []),
        ("departments: {data: {}}", []),
        ("departments: {date: {}}", ["Did you mean “date”?"]),
    ],
)
def test_a_department_that_the_project_does_not_name_is_worth_a_notice(
    plain: Project, settings: str, notices: list[str]
) -> None:
    plain.write(
        {
            "postingkit.yaml": f"formats: [plain]\n{settings}",
            "roles/a.yaml": "title: A\ndepartment: data",
        }
    )
    made = plan()
    assert [notice.hint for notice in made.notices] == notices
    assert paths(made) == ["roles/a.txt", "roles/b.txt"]


# Options of exporters


@pytest.fixture
def with_options(plain: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a project whose formats have options."""
    install(monkeypatch, plain="Plain", wrapped="Wrapped", modelled="Modelled")
    plain.write({"postingkit.yaml": "formats: [plain, wrapped, modelled]"})
    return plain


def options(made: Plan) -> dict[str, object]:
    return dict(made.jobs[0].options)


@pytest.mark.usefixtures("with_options")
def test_options_have_their_defaults() -> None:
    found = options(plan())
    assert found["wrapped"] == Options()
    assert found["modelled"] == Model()


def test_a_templates_block_of_an_exporters_name_is_read_into_its_options(
    with_options: Project,
) -> None:
    text = (
        "extends: default\nwrapped: {width: 60, marks: [a, b]}\nmodelled: {paper-size: A5}\nplain:"
    )
    with_options.write({"templates/default/template.yaml": text})
    made = plan()
    assert made.problems == ()
    assert options(made)["wrapped"] == Options(60, ("a", "b"))
    assert options(made)["modelled"] == Model(**{"paper-size": "A5"})


@pytest.mark.parametrize(
    ("block", "place", "said", "lost"),
    [
        ("wrapped: {widht: 60}", "2:11", "There is no field “widht” here.", "wrapped"),
        ("wrapped: {width: wide}", "2:18", "“wide” is no whole number.", "wrapped"),
        ("wrapped: {marks: a}", "2:18", "A list is expected here, not text.", "wrapped"),
        ("modelled: {paper_size: A5}", "2:12", "There is no field “paper_size” here.", "modelled"),
        ("plain: {a: b}", "2:9", "There is no field “a” here.", "plain"),
        ("wraped: {width: 60}", "2:9", "There is no field or format “wraped”.", ""),
    ],
)
def test_options_that_are_wrong_are_told_at_their_place_and_cost_their_format(
    with_options: Project, block: str, place: str, said: str, lost: str
) -> None:
    with_options.write({"templates/default/template.yaml": f"extends: default\n{block}"})
    made = plan()
    assert told(made) == [said]
    assert places(made) == [f"templates/default/template.yaml:{place}"]
    assert sorted(options(made)) == sorted({"plain", "wrapped", "modelled"} - {lost})
    assert all(unit.format != lost for unit in made.units)


def test_options_are_held_against_every_template_used_or_not(with_options: Project) -> None:
    with_options.write({"templates/unused/template.yaml": "extends: default\nthemes: {a: b}"})
    made = plan()
    assert places(made) == ["templates/unused/template.yaml:2:9"]
    assert len(made.units) == 6


@pytest.mark.parametrize("field", ["only", "except"])
def test_a_section_kept_for_a_format_that_there_is_not_is_told(plain: Project, field: str) -> None:
    text = f"extends: default\nsections: {{lead: {{{field}: [plian]}}}}"
    plain.write({"templates/default/template.yaml": text})
    (problem,) = plan().problems
    assert (problem.message, problem.hint) == (
        "There is no format “plian”.",
        "Did you mean “plain”?",
    )
    assert isinstance(problem.place, FilePlace)
    assert problem.place.line == 2


def test_a_plan_can_be_sent_to_another_process() -> None:
    folder = Path(__file__).parent.parent / "fictional"
    project = load_project(folder)
    plan = make_plan(project, Request(project.role_ids, project.project.comparisons))

    assert pickle.loads(pickle.dumps(plan)) == plan  # noqa: S301 - it is our own
