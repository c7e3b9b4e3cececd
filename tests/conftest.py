"""Project folders made of a few texts, and the command line run on them in this process."""

import io
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import hypothesis
import pytest

from postingkit.cli import main

# A run that fails for one must fail for all; POSTINGKIT_EXPLORE=1 looks for new examples.
hypothesis.settings.register_profile("repeatable", derandomize=True)
if os.environ.get("POSTINGKIT_EXPLORE") != "1":
    hypothesis.settings.load_profile("repeatable")


@dataclass(frozen=True, slots=True)
class Run:
    """What a command said and how it ended."""

    code: int
    data: bytes
    err: str

    @property
    def out(self) -> str:
        """Standard output as text."""
        return self.data.decode()


class Project:
    """A project folder of a test's own, which is the working folder too."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write *files*, each a text that may be indented or bytes, by their paths."""
        for path, content in files.items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())

    def run(self, *arguments: str, stdin: bytes = b"") -> Run:
        """Run postingkit with *arguments*; a bug in it fails the test with its log."""
        out, err = _stream(), _stream()
        with self.monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["postingkit", *arguments])
            patch.setattr(sys, "stdin", _stream(stdin))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as ended:
                main()
        run = Run(int(ended.value.code or 0), _written(out), _written(err).decode())
        assert run.code != 3, (self.folder.parent / "postingkit/postingkit-error.log").read_text()
        return run

    def text(self, path: str) -> str:
        """Give the text of the file at *path*."""
        return (self.folder / path).read_text("utf-8")

    def paths(self, below: str = ".") -> list[str]:
        """Name every file *below* a folder, but for what is known of them."""
        root = self.folder / below
        every = (path for path in root.rglob("*.*") if ".postingkit" not in path.parts)
        return sorted(path.relative_to(root).as_posix() for path in every)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give an empty project folder, with no project above it."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for name in ("NO_COLOR", "FORCE_COLOR", "_POSTINGKIT_COMPLETE"):
        monkeypatch.delenv(name, raising=False)
    made = Project(folder, monkeypatch)
    made.write({"postingkit.yaml": ""})
    return made


def _stream(data: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), "utf-8", "backslashreplace", newline="\n")


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue()
