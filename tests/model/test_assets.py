"""Files that settings name: read from the folder of the setting, and from nowhere else."""

from pathlib import Path

import pytest

from postingkit.errors import FilePlace, InvalidInput
from postingkit.look import Asset
from postingkit.model import assets
from postingkit.model.nodes import ListNode, TextNode


def read(folder: Path, name: str) -> Asset:
    return assets.read_asset(TextNode(name, FilePlace((folder / "template.yaml").as_posix(), 3, 9)))


def refusal(folder: Path, name: str) -> str:
    with pytest.raises(InvalidInput) as caught:
        read(folder, name)
    (problem,) = caught.value.problems
    assert str(problem.place).endswith("template.yaml:3:9")
    return problem.message


def test_a_file_is_read_from_the_folder_of_the_setting_and_below(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "a.docx").write_bytes(b"x")
    found = read(tmp_path, "word/a.docx")
    assert found == Asset((tmp_path / "word/a.docx").as_posix(), b"x")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../secret", "stands outside the template's folder"),
        ("link", "stands outside the template's folder"),
        ("circle", "is no name of a file"),
        ("/etc/passwd", "names a file by its whole path"),
        ("C:\\Users\\a.docx", "names a file by its whole path"),
        ("\\\\server\\a.docx", "names a file by its whole path"),
        ("https://example.org/a.docx", "an address of the web"),
        ("none.docx", "There is no file"),
        (".", "There is no file"),
    ],
)
def test_no_other_file_is(tmp_path: Path, name: str, said: str) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (folder / "link").symlink_to("../secret")
    (folder / "circle").symlink_to("circle")
    found = refusal(folder, name)
    assert said in found or (name == "circle" and "There is no file" in found)


def test_a_file_may_be_20_mb_large_and_no_larger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "MAXIMUM_BYTES", 3)
    (tmp_path / "a").write_bytes(b"123")
    (tmp_path / "b").write_bytes(b"1234")
    assert read(tmp_path, "a").data == b"123"
    assert "is larger than" in refusal(tmp_path, "b")


def test_a_list_names_no_file() -> None:
    with pytest.raises(InvalidInput, match="not a list"):
        assets.read_asset(ListNode((), FilePlace("a.yaml", 1, 1)))
