"""The project in this repository: what is committed in out/ is what it exports, on any machine."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

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


def export(folder, **surroundings):
    command = [sys.executable, "-c", RUN_AT_ANOTHER_TIME, "export", "-q", "-o", str(folder)]
    environment = os.environ | {"clock": "1700000000"} | surroundings
    here = folder.parent if surroundings else ROOT
    subprocess.run([*command, "-p", str(ROOT)], check=True, cwd=here, env=environment)


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("here") / "out"
    export(folder)
    return contents(folder)


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=("hash seed 1", "hash seed 2"))
def test_equal_input_gives_equal_bytes_wherever_and_whenever(exported, surroundings, tmp_path):
    export(tmp_path / "out", **surroundings)

    assert contents(tmp_path / "out") == exported


def test_out_holds_the_files_of_the_project_and_no_others(exported):
    assert sorted(contents(OUT)) == sorted(exported)


def test_what_is_committed_in_out_is_up_to_date(exported):
    stale = [
        path
        for path, data in contents(OUT).items()
        if path in exported and READABLE[Path(path).suffix](data) != content(path, exported)
    ]

    assert not stale, f"{stale} are stale: run “postingkit export” and commit out/"


def content(path, exported):
    return READABLE[Path(path).suffix](exported[path])


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def structure(data):
    """Give what a PDF says, whichever zlib pressed it: text, outline, properties, page sizes."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    return (
        [page.extract_text() for page in reader.pages],
        [tuple(page.mediabox) for page in reader.pages],
        list(titles(reader.outline)),
        dict(reader.metadata or {}),
        str(reader.trailer["/Root"].get_object().get("/Lang")),
    )


def titles(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from titles(entry)
        else:
            yield entry.title


READABLE = {".md": bytes, ".html": bytes, ".docx": parts, ".pdf": structure}
