"""Who may know whom: each room imports what the design allows it, and starting imports little."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "postingkit"
MODULES = sorted(SOURCE.rglob("*.py"))

TREE = {"errors", "document", "languages", "vacancy"}
ROOMS = {
    "": set(),
    "errors": set(),
    "contrast": set(),
    "look": set(),
    "vacancy": {"errors"},
    "inlines": set(),
    "meta": {"errors", "inlines", "vacancy"},
    "document": {"errors", "inlines", "meta"},
    "languages": {"document"},
    "typefaces": set(),
    "markup": {"errors", "document"},
    "once": set(),
    "portions": set(),
    "processes": set(),
    "model": {"errors", "look", "typefaces", "vacancy"},
    "compose": {*TREE, "markup", "model", "once"},
    "exporters": {*TREE, "contrast", "look", "typefaces"},
    "site": {*TREE, "exporters", "look"},
    "store": {"errors"},
    "batch": {
        "",
        *TREE,
        "compose",
        "contrast",
        "exporters",
        "look",
        "model",
        "portions",
        "processes",
        "site",
        "store",
        "typefaces",
    },
    "preview": {"errors"},
    "rules": {*TREE, "once"},
    "boards": {*TREE, "look", "exporters", "once"},
    "cli": {
        "",
        "store",
        "document",
        "errors",
        "model",
        "compose",
        "batch",
        "boards",
        "exporters",
        "preview",
        "processes",
        "rules",
    },
    "testing": {"document", "look", "exporters"},
    "__main__": {"cli"},
}
"""What each room may import of the others."""

THIRD = {
    "babel": {"compose"},
    "PIL": {"model.logo", "exporters.pdf.writing"},
    "click": {"cli"},
    "distributed": {"batch.clusters"},
    "filelock": {"cli.folders"},
    "fsspec": {"store.filesystems"},
    "docx": {"exporters.docx"},
    "jinja2": {"model.wording", "compose", "exporters.html"},
    "lxml": {"exporters.docx"},
    "markupsafe": {"exporters.html"},
    "markdown_it": {"markup", "exporters.markdown"},
    "openpyxl": {"model.tables.excel_values", "model.tables.xlsx_files"},
    "pydantic": {"model", "batch", "boards", "rules"},
    "pydantic_core": {"model", "boards", "rules"},
    "pyphen": {"exporters.pdf"},
    "pytest": {"testing"},
    "reportlab": {"exporters.pdf"},
    "resvg_py": {"model.logo"},
    "segno": {"compose.application"},
    "uharfbuzz": {"exporters.pdf.fonts"},
    "yaml": {"model", "boards", "compose", "rules"},
}
"""Who may import which library."""

EXPORTERS = sorted(path.name for path in (SOURCE / "exporters").iterdir() if path.is_dir())
HEAVY = {
    "PIL",
    "babel",
    "distributed",
    "docx",
    "fsspec",
    "jinja2",
    "lxml",
    "markdown_it",
    "openpyxl",
    "pydantic",
    "pyphen",
    "reportlab",
    "resvg_py",
    "segno",
    "uharfbuzz",
    "yaml",
}


def name(path: Path) -> str:
    """Name the module at *path* below postingkit: ``model.role``, ``exporters.pdf``."""
    steps = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(step for step in steps if step != "__init__")


def imports(path: Path) -> Iterator[str]:
    """Yield what the module at *path* imports, at its top or within it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                own = module == "postingkit"
                yield from (f"{module}.{each.name}" if own else module for each in names)
            case ast.ImportFrom():
                yield "a relative import"
            case _:
                pass


def below(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


def imported_rooms(path: Path) -> set[str]:
    within = (each for each in imports(path) if below(each, "postingkit"))
    rooms = {each.split(".")[1] for each in within}
    return {"" if room.startswith("__") else room for room in rooms}


def test_every_room_stands_in_the_table() -> None:
    assert {name(path).split(".")[0] for path in MODULES} == set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_imports_what_its_room_may(path: Path) -> None:
    room = name(path).split(".")[0]
    assert sorted(imported_rooms(path) - {room} - ROOMS[room]) == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_library_is_known_to_its_rooms_alone(path: Path) -> None:
    known = {*sys.stdlib_module_names, "postingkit"}
    foreign = {each.split(".")[0] for each in imports(path)} - known
    wrong = [
        each for each in foreign if not any(below(name(path), room) for room in THIRD.get(each, ()))
    ]
    assert wrong == []


@pytest.mark.parametrize("exporter", EXPORTERS)
def test_no_exporter_knows_another(exporter: str) -> None:
    others = [other for other in EXPORTERS if other != exporter]
    for path in (SOURCE / "exporters" / exporter).rglob("*.py"):
        for each in imports(path):
            assert not any(below(each, f"postingkit.exporters.{other}") for other in others)


@pytest.mark.parametrize(
    "path", [path for path in MODULES if not below(name(path), "cli")], ids=name
)
def test_nobody_but_the_command_line_prints_or_reads_its_surroundings(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert not names & {"print", "input"}
    assert "sys" not in set(imports(path))
    attributes = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    clocks = {"time.time", "datetime.now", "datetime.today", "date.today"}
    assert not attributes & {"os.environ", "os.getenv", *clocks}


def loaded(*arguments: str) -> set[str]:
    """Name the libraries that are loaded once postingkit has run with *arguments*."""
    code = (
        "import json, sys\n"
        f"sys.argv = {['postingkit', *arguments]!r}\n"
        "from postingkit.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    print(json.dumps(sorted(sys.modules)), file=sys.stderr)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return {module.split(".")[0] for module in json.loads(run.stderr.splitlines()[-1])}


@pytest.mark.parametrize(
    "arguments", [("--version",), ("--help",), ("export", "--help"), ("completion", "bash")]
)
def test_starting_loads_no_library_but_the_command_lines(arguments: tuple[str, ...]) -> None:
    found = loaded(*arguments)
    assert "click" in found
    assert sorted(found & HEAVY) == []


def test_the_formats_are_listed_without_loading_any() -> None:
    assert sorted(loaded("formats") & {"docx", "reportlab", "lxml"}) == []


def test_one_format_loads_no_other(tmp_path: Path) -> None:
    (tmp_path / "role.yaml").write_text("title: Clerk", "utf-8")
    found = loaded("export", str(tmp_path / "role.yaml"), "-f", "md", "-o", str(tmp_path / "out"))
    assert (tmp_path / "out" / "roles" / "role.md").exists()
    assert sorted(found & {"docx", "reportlab", "lxml", "fsspec", "distributed"}) == []
