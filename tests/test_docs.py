"""The pages in docs/ do what they say."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import docx
import pytest

from font_files import NOTO_SANS

DOCS = Path(__file__).parent.parent / "docs"
Plugin: TypeAlias = tuple[Path, Mapping[str, str]]

BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text("utf-8")
    return [code for name, code in BLOCK.findall(text) if name == language]


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Plugin:
    """Install the plug-in of the page, from its code, beside postingkit; give its environment."""
    folder = tmp_path_factory.mktemp("postingkit-plaintext")
    (folder / "pyproject.toml").write_text(blocks("exporters.md", "toml")[0], "utf-8")
    module, test = blocks("exporters.md", "python")
    (folder / "postingkit_plaintext.py").write_text(module, "utf-8")
    (folder / "test_plaintext.py").write_text(test, "utf-8")
    site = folder / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-index", "--no-deps", "--no-build-isolation", "--target", str(site)]
    subprocess.run([*pip, *offline, str(folder)], check=True)
    return folder, os.environ | {"PYTHONPATH": str(site), "PYTHONUTF8": "1"}


def run(
    environment: Mapping[str, str], folder: Path, *command: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        check=False,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_the_plugin_holds_the_contract(plugin: Plugin) -> None:
    folder, environment = plugin

    tested = run(environment, folder, "pytest", "-q", "-p", "no:cacheprovider", "test_plaintext.py")

    assert tested.returncode == 0, tested.stdout
    assert re.search(r"\d+ passed", tested.stdout)


def test_the_plugin_is_listed_with_its_distribution(plugin: Plugin) -> None:
    folder, environment = plugin

    listed = run(environment, folder, "postingkit", "formats")

    assert re.search(r"^  txt +postingkit-plaintext 1\.0$", listed.stdout, re.MULTILINE)


def test_the_plugin_exports_and_its_options_are_read(plugin: Plugin, tmp_path: Path) -> None:
    _, environment = plugin
    (tmp_path / "postingkit.yaml").write_text("formats: [txt]\n")
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "cook.yaml").write_text("title: Cook\nsummary: Cooks *well*.\n")
    template = tmp_path / "templates" / "default" / "template.yaml"
    template.parent.mkdir(parents=True)
    template.write_text(blocks("exporters.md", "yaml")[0])

    exported = run(environment, tmp_path, "postingkit", "export")

    assert exported.returncode == 0, exported.stderr
    text = (tmp_path / "out" / "roles" / "cook.txt").read_bytes()
    assert text == b"Cook\n\nMain Role\n\nCooks well.\n"


def test_a_misspelt_option_is_told_at_its_line(plugin: Plugin, tmp_path: Path) -> None:
    _, environment = plugin
    (tmp_path / "postingkit.yaml").write_text("formats: [txt]\n")
    template = tmp_path / "templates" / "default" / "template.yaml"
    template.parent.mkdir(parents=True)
    template.write_text('extends: default\ntxt:\n  betwen: "\\n"\n')
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "cook.yaml").write_text("title: Cook\n")

    exported = run(environment, tmp_path, "postingkit", "export", "--json")

    assert exported.returncode == 1
    (problem,) = json.loads(exported.stdout)["problems"]
    assert (problem["line"], problem["column"], problem["hint"]) == (
        3,
        3,
        "Did you mean “between”?",
    )


def write_poster(folder: Path, settings: str) -> None:
    (folder / "fonts").mkdir(parents=True)
    (folder / "template.yaml").write_text(f"extends: default\n{settings}", "utf-8")
    for name in re.findall(r"fonts/[\w-]+\.ttf", settings):
        (folder / name).write_bytes(NOTO_SANS.read_bytes())


def test_the_way_from_nothing_to_a_departments_postings(tmp_path: Path) -> None:
    departments, template, poster, stationery, company = blocks("templates.md", "yaml")
    (tmp_path / "postingkit.yaml").write_text(f"organization: {{name: Us}}\n{departments}")
    (tmp_path / "roles").mkdir()
    role = "title: Seller\ndepartment: field-sales\nsummary: Sells.\nreports_to: The Boss\n"
    (tmp_path / "roles" / "seller.yaml").write_text(role)
    begin, check, letterhead, make = blocks("templates.md", "sh")

    for line in begin.splitlines():
        assert run(os.environ, tmp_path, *line.split()).returncode == 0
    (tmp_path / "templates" / "sales" / "template.yaml").write_text(template, "utf-8")
    write_poster(tmp_path / "templates" / "poster", poster)
    for line in (*check.splitlines(), "postingkit template check poster", letterhead):
        done = run(os.environ, tmp_path, *line.split())
        assert done.returncode == 0, done.stderr
    with (tmp_path / "templates" / "sales" / "template.yaml").open("a", encoding="utf-8") as file:
        file.write(stationery)
    done = run(os.environ, tmp_path, *make.split())
    assert done.returncode == 0, done.stderr

    letter = docx.Document(str(tmp_path / "out" / "roles" / "seller.docx"))
    assert letter.sections[0].header.paragraphs[0].text == "Us"
    assert letter.paragraphs[0].text == "Seller"

    page = (tmp_path / "out" / "roles" / "seller.html").read_text("utf-8")
    assert "Seller at Us" in page
    assert "You will report to The Boss." in page
    assert "How to Apply" not in (tmp_path / "out" / "roles" / "seller.md").read_text("utf-8")

    settings = (tmp_path / "postingkit.yaml").read_text()
    (tmp_path / "postingkit.yaml").write_text(settings + company)
    locked = run(os.environ, tmp_path, "postingkit", "template", "check", "sales")
    assert "“pay” is locked at postingkit.yaml" in locked.stderr
