"""Exporters as plug-ins would bring them, sound and broken, and a way to install them."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import EntryPoint
from typing import NoReturn

import pytest
from pydantic import BaseModel, ConfigDict, Field

from postingkit.document import Document, texts
from postingkit.errors import ExportFailed, Problem
from postingkit.exporters import Export
from postingkit.exporters.interface import NoOptions
from postingkit.look import Look

Make = Callable[[Document], Export]


class Plain:
    """Writes the texts one below the other."""

    suffix = ".txt"
    media_type = "text/plain"
    options_type: type[object] = NoOptions

    def prepare(self, look: Look, options: object) -> Make:
        del look, options
        return lambda document: Export("\n".join(texts(document)).encode())


class Other(Plain):
    """Has the suffix of another format."""

    suffix = ".TXT"


@dataclass(frozen=True, slots=True)
class Options:
    """Options as a dataclass."""

    width: int = 72
    marks: tuple[str, ...] = ("-",)


class Wrapped(Plain):
    """Has options, and shows them."""

    options_type: type[object] = Options
    suffix = ".wrapped"

    def prepare(self, look: Look, options: object) -> Make:
        del look
        return lambda _: Export(repr(options).encode())


class Model(BaseModel):
    """Options as a pydantic model."""

    model_config = ConfigDict(frozen=True)

    paper_size: str = Field("A4", alias="paper-size")


class Modelled(Wrapped):
    """Has options that are a model."""

    options_type = Model
    suffix = ".modelled"


class Noticing(Plain):
    """Notices something about each document."""

    suffix = ".noticed"

    def prepare(self, look: Look, options: object) -> Make:
        del look, options
        return lambda _: Export(b"", (Problem(None, "", "It looks odd."),))


class Refusing(Plain):
    """Cannot make a document."""

    suffix = ".refused"

    def prepare(self, look: Look, options: object) -> Make:
        del look, options
        return self._refuse

    def _refuse(self, document: Document) -> NoReturn:
        raise ExportFailed(Problem(None, "", f"{document.meta.title.text} is too odd."))


class Failing(Plain):
    """Has a bug that each document brings out."""

    suffix = ".failed"

    def prepare(self, look: Look, options: object) -> Make:
        del look, options
        return lambda _: Export(bytes([1 // 0]))


class Unprepared(Plain):
    """Has a bug in what it does beforehand."""

    suffix = ".unprepared"

    def prepare(self, look: Look, options: object) -> NoReturn:
        del look, options
        raise KeyError("font")


class Unmade(Plain):
    """Cannot even begin."""

    def __init__(self) -> None:
        raise RuntimeError("no licence")


class Incomplete:
    """Is no exporter."""

    suffix = ".incomplete"


def install(monkeypatch: pytest.MonkeyPatch, **plugins: str) -> None:
    """Let these formats be all that are installed: each a name and what it points to."""
    points = [
        EntryPoint(name, value if ":" in value else f"plugins:{value}", "postingkit.exporters")
        for name, value in plugins.items()
    ]
    monkeypatch.setattr("postingkit.exporters.registry.entry_points", lambda **_: points)


class _Interrupted:
    """A field whose making somebody interrupts."""

    def __set_name__(self, owner: type[object], name: str) -> None:
        raise KeyboardInterrupt


def interrupted() -> object:
    """Load as a module does that is interrupted while it makes a class."""

    class Made:
        field = _Interrupted()

    return Made
