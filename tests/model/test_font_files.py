"""Font files of a template: read from its folder, and refused where they are none."""

from pathlib import Path

import pytest

from font_files import font
from postingkit.errors import InvalidInput, Problem
from postingkit.look import Asset, Fonts, Prose
from postingkit.model.templates import TemplateFolder


def store(folder: Path, theme: str, **files: bytes) -> TemplateFolder:
    own = folder / "templates" / "a"
    (own / "fonts").mkdir(parents=True)
    for name, data in files.items():
        (own / "fonts" / f"{name}.ttf").write_bytes(data)
    (own / "template.yaml").write_text(f"extends: default\ntheme:\n  {theme}\n", "utf-8")
    return TemplateFolder(folder / "templates")


def refusal(folder: Path, theme: str, **files: bytes) -> Problem:
    with pytest.raises(InvalidInput) as refused:
        store(folder, theme, **files).resolve("a")
    (problem,) = refused.value.problems
    return problem


def test_font_files_are_read_in_their_order(tmp_path: Path) -> None:
    regular, bold = font("Inter"), font("Inter", weight=700)
    theme = "fonts: {body: Inter, files: [fonts/regular.ttf, fonts/bold.ttf]}"
    made = store(tmp_path, theme, bold=bold, regular=regular).resolve("a")
    folder = (tmp_path / "templates/a/fonts").as_posix()
    assert made.look.fonts == Fonts(
        "Inter",
        "Inter",
        files=(Asset(f"{folder}/regular.ttf", regular), Asset(f"{folder}/bold.ttf", bold)),
    )


def test_a_child_keeps_its_parents_fonts_and_where_they_lie(tmp_path: Path) -> None:
    folder = store(tmp_path, "fonts: {files: [fonts/one.ttf]}", one=font())
    (tmp_path / "templates" / "b").mkdir()
    child = "extends: a\ntheme: {fonts: {body: Inter}}"
    (tmp_path / "templates" / "b" / "template.yaml").write_text(child, "utf-8")
    assert folder.resolve("b").look.fonts.files == folder.resolve("a").look.fonts.files


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("fonts/none.ttf", "There is no file"),
        ("../../secret.ttf", "stands outside the template's folder"),
        ("https://example.org/a.ttf", "is an address of the web"),
        ("template.yaml", "it is no TrueType or OpenType font."),
        ("fonts/locked.ttf", "its maker does not let it be embedded"),
    ],
)
def test_what_is_no_font_of_the_folder_is_told_at_its_line(
    name: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "secret.ttf").write_bytes(font())
    theme = f"fonts: {{files: [fonts/sound.ttf, '{name}']}}"
    problem = refusal(tmp_path, theme, sound=font(), locked=font(licence=2))
    assert said in problem.message
    assert problem.hint
    assert problem.path == "theme.fonts.files[2]"
    assert str(problem.place).endswith("template.yaml:3:36")


def test_a_font_is_named_by_its_file_alone(tmp_path: Path) -> None:
    problem = refusal(tmp_path, "fonts: {files: [{file: a.ttf}]}")
    assert problem.message == "The name of a font file is expected here, not a group of fields."


def test_font_files_are_a_list(tmp_path: Path) -> None:
    assert "A list is expected" in refusal(tmp_path, "fonts: {files: fonts/a.ttf}").message


def test_running_text_is_ragged_and_whole_unless_a_theme_asks_otherwise(tmp_path: Path) -> None:
    asked = store(tmp_path / "a", "text: {align: justify, hyphenate: yes}").resolve("a")
    assert asked.look.text == Prose("justify", hyphenate=True)
    assert (
        asked.look.text != store(tmp_path / "b", "table: plain").resolve("a").look.text == Prose()
    )
