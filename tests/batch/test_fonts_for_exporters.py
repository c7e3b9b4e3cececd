"""The computer's fonts: given to exporters that put fonts into files, and to no other."""

from pathlib import Path

import plugins
import pytest

from conftest import Project
from font_files import font
from postingkit.batch import Request, make_plan, run
from postingkit.exporters import Export
from postingkit.exporters.pdf.options import PdfOptions
from postingkit.look import Look
from postingkit.model import LoadedProject, load_project
from postingkit.model.computer_fonts import _index
from postingkit.store import Folder

TEMPLATE = "templates/default/template.yaml"


class Embedding(plugins.Plain):
    """Brings a family, and shows which files it was given."""

    families = frozenset({"Noto Sans"})

    def prepare(self, look: Look, options: object) -> plugins.Make:
        del options
        given = ",".join(Path(file.name).name for file in look.fonts.files)
        return lambda _: Export(given.encode())


class Archiving(plugins.Wrapped):
    """Has the options of PDF, and shows them."""

    options_type = PdfOptions


@pytest.fixture
def computer(tmp_path: Path) -> Path:
    """Give a folder of fonts."""
    (tmp_path / "computer").mkdir()
    for family in ("Inter", "Lora", "Noto Sans"):
        (tmp_path / "computer" / f"{family}.ttf").write_bytes(font(family))
    return tmp_path / "computer"


def loaded(project: Project, template: str) -> LoadedProject:
    files: dict[str, str | bytes] = {"roles/a.yaml": "title: A"}
    project.write(files | {TEMPLATE: f"extends: default\n{template}"})
    return load_project(Path())


def given(project: Project, computer: Path, fonts: str) -> str:
    """Say which files an exporter is given that puts fonts into its files."""
    plan = make_plan(loaded(project, f"theme: {{fonts: {fonts}}}"), Request(("a",), formats=("x",)))
    (result,) = run(plan, Folder(Path("out")), (computer,))
    assert (result.state, result.notices) == ("made", ())
    return project.text("out/roles/a.txt")


@pytest.fixture
def _embedding(monkeypatch: pytest.MonkeyPatch) -> None:
    plugins.install(monkeypatch, x=f"{__name__}:Embedding")


@pytest.mark.usefixtures("_embedding")
@pytest.mark.parametrize(
    ("fonts", "files"),
    [
        ("{body: Inter, headings: Lora}", "Inter.ttf,Lora.ttf"),
        ("{body: INTER}", "Inter.ttf"),
        ("{body: Nowhere}", ""),
        ("{body: noto sans}", ""),
        ("{}", ""),
    ],
)
def test_a_family_that_nobody_brings_is_taken_from_the_computer(
    fonts: str, files: str, project: Project, computer: Path
) -> None:
    assert given(project, computer, fonts) == files


@pytest.mark.usefixtures("_embedding")
def test_a_family_that_the_template_brings_is_not(project: Project, computer: Path) -> None:
    project.write({"templates/default/own.ttf": font("Inter")})
    fonts = "{body: inter, headings: Lora, files: [own.ttf]}"
    assert given(project, computer, fonts) == "own.ttf,Lora.ttf"


@pytest.mark.usefixtures("_embedding")
def test_a_family_that_comes_to_the_computer_later_is_noticed(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    project.write({"postingkit.yaml": "formats: [x]", "roles/a.yaml": "title: A"})
    project.write({TEMPLATE: "extends: default\ntheme: {fonts: {body: Zork Sans}}"})
    for _ in range(2):
        project.run("export")
    project.write({"../fonts/zork.ttf": font("Zork Sans")})
    _index.cache_clear()  # which another process would not have
    assert project.run("export", "--check").code == 1
    project.run("export")
    assert project.text("out/roles/a.txt") == "zork.ttf"


def test_exporters_that_put_no_fonts_into_files_have_none_looked_for(
    project: Project, computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postingkit.batch.fonts.installed_fonts", None)
    plan = make_plan(
        loaded(project, "theme: {fonts: {body: Inter}}"),
        Request(("a",), formats=("docx", "html", "md")),
    )
    assert {each.state for each in run(plan, Folder(Path("out")), (computer,))} == {"made"}


@pytest.fixture
def _archiving(monkeypatch: pytest.MonkeyPatch) -> None:
    plugins.install(monkeypatch, pdf=f"{__name__}:Archiving")


@pytest.mark.usefixtures("_archiving")
@pytest.mark.parametrize(("written", "archive"), [("true", True), ("no", False)])
def test_a_template_says_whether_pdf_files_are_for_archives(
    written: str,
    archive: bool,  # noqa: FBT001 - a value to compare
    project: Project,
) -> None:
    request = Request(("a",), formats=("pdf",))
    plan = make_plan(loaded(project, f"pdf: {{archive: {written}}}"), request)
    assert plan.jobs[0].options == {"pdf": PdfOptions(archive=archive)}


@pytest.mark.usefixtures("_archiving")
@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{archiv: true}", "There is no field “archiv” here. Did you mean “archive”?"),
        ("{archive: maybe}", "“maybe” is neither yes nor no. Write “true” or “false”."),
    ],
)
def test_a_mistake_about_pdf_is_told_at_its_line(written: str, said: str, project: Project) -> None:
    plan = make_plan(loaded(project, f"pdf: {written}"), Request(("a",), formats=("pdf",)))
    (problem,) = plan.problems
    assert str(problem).startswith(f"{TEMPLATE}:2:")
    assert str(problem).endswith(said)
