"""The project in this repository: what is committed in out/ is what it exports, on any machine."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pypdf
import pytest

ROOT = Path(__file__).parent.parent
OUT = ROOT / "out"

# What a program can read of its surroundings that must not reach a file.
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C", "clock": "951782400"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "clock": "4102444800"},
)
RUN_AT_ANOTHER_TIME = """
import os, sys, time
now = float(os.environ["clock"])
time.time = lambda: now
time.localtime = lambda at=None, real=time.localtime: real(now if at is None else at)
time.gmtime = lambda at=None, real=time.gmtime: real(now if at is None else at)
from postingkit.cli import main
main()
"""


def export(folder: Path, **surroundings: str) -> None:
    command = [sys.executable, "-c", RUN_AT_ANOTHER_TIME, "export", "-q", "-o", str(folder)]
    environment = os.environ | {"clock": "1700000000"} | surroundings
    here = folder.parent if surroundings else ROOT
    subprocess.run([*command, "-p", str(ROOT)], check=True, cwd=here, env=environment)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def documents(files: Mapping[str, bytes]) -> list[str]:
    """Name *files*, but for the manifest, which is not committed."""
    return sorted(path for path in files if not path.startswith("."))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("here") / "out"
    export(folder)
    return contents(folder)


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=("hash seed 1", "hash seed 2"))
def test_equal_input_gives_equal_bytes_wherever_and_whenever(
    exported: Mapping[str, bytes], surroundings: Mapping[str, str], tmp_path: Path
) -> None:
    export(tmp_path / "out", **surroundings)

    assert contents(tmp_path / "out") == exported


def test_out_holds_the_files_of_the_project_and_no_others(exported: Mapping[str, bytes]) -> None:
    assert documents(contents(OUT)) == documents(exported)


def test_what_is_committed_in_out_is_up_to_date(exported: Mapping[str, bytes]) -> None:
    stale = [
        path
        for path, data in contents(OUT).items()
        if path in exported and READABLE[Path(path).suffix](data) != content(path, exported)
    ]

    assert not stale, f"{stale} are stale: run “postingkit export” and commit out/"


def content(path: str, exported: Mapping[str, bytes]) -> object:
    return READABLE[Path(path).suffix](exported[path])


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def structure(data: bytes) -> tuple[object, ...]:
    """Give what a PDF says, whichever zlib pressed it: text, outline, properties, page sizes."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    return (
        [page.extract_text() for page in reader.pages],
        [tuple(page.mediabox) for page in reader.pages],
        list(titles(reader.outline)),
        dict(reader.metadata or {}),
        str(reader.root_object.get("/Lang")),
    )


def titles(outline: Any) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from titles(entry)
        else:
            yield entry.title


READABLE: Mapping[str, Callable[[bytes], object]] = {
    ".md": bytes,
    ".html": bytes,
    ".docx": parts,
    ".pdf": structure,
}
