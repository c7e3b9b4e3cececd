"""Fonts of the computer: which files are taken, and that nothing else is read."""

from pathlib import Path

import pytest

from font_files import collection, font
from postingkit.look import Asset
from postingkit.model.computer_fonts import installed_fonts

Files = dict[str, bytes]


def names(folder: Path, files: Files, family: str = "Inter") -> list[str]:
    """Name the files that are taken of *files*, written into *folder* in this order."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    roots = tuple(sorted({folder / Path(path).parts[0] for path in files}))
    return [
        Path(asset.name).relative_to(folder).as_posix() for asset in installed_fonts(family, roots)
    ]


def test_the_four_styles_of_a_family_are_taken_and_no_other(tmp_path: Path) -> None:
    weights = {"Thin": 100, "Regular": 400, "Medium": 500, "Bold": 700}
    files = {f"a/{name}.ttf": font(weight=weight) for name, weight in weights.items()}
    files |= {f"a/{name}Italic.otf": font(weight=weights[name], italic=True) for name in weights}
    files |= {"a/Other.ttf": font("Inter Tight"), "a/Narrow.ttf": font(width=3)}
    assert names(tmp_path, files) == [
        "a/Regular.ttf",
        "a/Bold.ttf",
        "a/RegularItalic.otf",
        "a/BoldItalic.otf",
    ]


def test_a_file_is_read_whole_where_it_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(font())
    asset = Asset((tmp_path / "a.ttf").as_posix(), font())
    assert installed_fonts("Inter", (tmp_path,)) == (asset,)


def test_one_variable_file_serves_all_weights(tmp_path: Path) -> None:
    files = {"a/V.ttf": font(axes=(b"wght",)), "a/Italic.ttf": font(axes=(b"wght",), italic=True)}
    assert names(tmp_path, files) == ["a/V.ttf", "a/Italic.ttf"]


def test_the_nearest_weight_stands_in(tmp_path: Path) -> None:
    assert names(tmp_path, {"a/L.ttf": font(weight=300), "a/M.ttf": font(weight=600)}) == [
        "a/L.ttf",
        "a/M.ttf",
    ]


def test_a_condensed_face_serves_where_the_family_has_no_other(tmp_path: Path) -> None:
    assert names(tmp_path, {"a/N.ttf": font(width=3)}) == ["a/N.ttf"]


@pytest.mark.parametrize("written", ["inter", "INTER"])
def test_capitals_do_not_matter(written: str, tmp_path: Path) -> None:
    assert names(tmp_path, {"a/I.TTF": font()}, written) == ["a/I.TTF"]


def test_the_first_folder_comes_first_and_then_the_first_name(tmp_path: Path) -> None:
    files = {"b/1.ttf": font(), "a/z.ttf": font(), "a/y/2.ttf": font()}
    assert names(tmp_path, files) == ["a/y/2.ttf"]


def test_a_family_is_found_within_a_collection(tmp_path: Path) -> None:
    assert names(tmp_path, {"a/c.ttc": collection("One", "Two")}, "Two") == ["a/c.ttc"]


def test_what_cannot_be_used_is_passed_over(tmp_path: Path) -> None:
    files = {"a/1.ttf": b"", "a/2.ttf": b"text", "a/3.ttf": font(licence=2), "a/4.txt": font()}
    assert names(tmp_path, files) == []
    (tmp_path / "a/5.ttf").symlink_to("nowhere")
    assert installed_fonts("Inter", (tmp_path / "a", tmp_path / "none", tmp_path / "a/1.ttf")) == ()


def test_folders_are_gone_through_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert installed_fonts("Inter", (tmp_path,)) == ()
    monkeypatch.setattr("os.walk", None)
    assert installed_fonts("Lora", (tmp_path,)) == ()
