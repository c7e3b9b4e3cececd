"""The manifest of an output folder: which files were made, and from what.

It is sorted text, a line a source, without times and without paths of the computer, so equal input
gives an equal manifest. One that is damaged is as good as none, and says so.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from postingkit.errors import Problem
from postingkit.store.digests import digest_of, digest_of_texts
from postingkit.store.output import Output
from postingkit.store.places import FOLDER, Place
from postingkit.store.records import problem_from_record, problem_to_record
from postingkit.store.unit import Kind, Unit

NAME = f"{FOLDER}/manifest.jsonl"
VERSION = 1
TEXT = ("utf-8", "surrogatepass")
"""How its text becomes bytes: a path may hold bytes that are no UTF-8, as Python keeps them."""
DAMAGED = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
"""What reading anything else than a manifest of ours raises."""
KEPT = 1_500
"""Entries that are kept as they were read, whatever number there is."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: the digests of all that it was made from and of its bytes.

    *notices* are what was noticed when it was made.
    """

    path: str
    inputs: str
    digest: str
    size: int
    language: str
    format: str
    notices: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What was made of one source: a role, an opening or a comparison.

    *reads* gives the digest of each text that was read, by its name; *common* and *laid* those of
    what all files were made with, and of the template; *asked* that of the formats and languages
    that were asked for. Where something failed, *reads* is empty, and nothing that is there stands.
    *notices* are those of the source itself, and its files have their own.
    *left* are files that were made once, and are not asked for any more.
    """

    kind: Kind
    id: str
    template: str = ""
    asked: str = ""
    common: str = ""
    laid: str = ""
    reads: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Made, ...] = ()
    notices: tuple[Problem, ...] = ()
    left: tuple[Made, ...] = ()

    @property
    def source(self) -> str:
        """The name of the source, as in ``roles/data-engineer``."""
        return f"{self.kind}/{self.id}"

    def unit(self, made: Made) -> Unit:
        """Give the unit that *made* is the file of."""
        return Unit(self.kind, self.id, self.template, made.language, made.format, made.path)


def inputs_of(common: str, laid: str, reads: Mapping[str, str]) -> str:
    """Give the digest of all that a file is made from."""
    named = (text for name in sorted(reads) for text in (name, reads[name]))
    return digest_of_texts((common, laid, *named))


@dataclass(frozen=True, slots=True)
class Head:
    """What holds for a run over a whole project that went well: nothing of it has to be made again.

    *inputs* is the digest of all that such a run reads; *notices* are those of no single source.
    Without *inputs* something was wrong, or the run was not over the whole. *purpose* says what the
    folder is for, in any case.
    """

    inputs: str = ""
    notices: tuple[Problem, ...] = ()
    purpose: str = ""


class Manifest:
    """The entries of an output folder by their sources' names; each is kept as its line of text.

    *folder* is the project's, as places name it.
    """

    def __init__(self, folder: str, head: Head, lines: Mapping[str, str]) -> None:
        self.folder = folder
        self.head = head
        self._lines = dict(lines)

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of all sources, sorted."""
        return tuple(sorted(self._lines))

    def entry(self, source: str) -> Entry | None:
        """Give the entry of *source*, if there is one."""
        line = self._lines.get(source)
        return _read(line, self.folder) if line else None

    def entries(self) -> Iterable[Entry]:
        """Yield every entry, sorted by its source's name."""
        return (entry for source in self.sources if (entry := self.entry(source)))

    def set(self, entry: Entry) -> None:
        """Take *entry* in, in place of the one of its source."""
        self._lines[entry.source] = _dumped(_entry_record(entry, self.folder))

    def remove(self, source: str) -> None:
        """Let the entry of *source* go."""
        self._lines.pop(source, None)

    def write(self, output: Output, head: Head) -> None:
        """Put the manifest into *output*; raises `OutputError`."""
        notices = [problem_to_record(each, self.folder) for each in head.notices]
        first = _dumped({"purpose": head.purpose, "inputs": head.inputs, "notices": notices})
        lines = (first, *(self._lines[source] for source in self.sources))
        body = "".join(f"{line}\n" for line in lines).encode(*TEXT)
        seal = _dumped({"postingkit": VERSION, "digest": digest_of(body)})
        output.put(NAME, f"{seal}\n".encode() + body)


@dataclass(frozen=True, slots=True)
class ReadManifest:
    """A manifest that was read, empty where there is none; *damage* says that it was no good."""

    manifest: Manifest
    damage: str = ""


def read_manifest(place: Place, folder: str) -> ReadManifest:
    """Read the manifest that stands in *place*; *folder* is the project's, as problems name it."""
    empty = Manifest(folder, Head(), {})
    try:
        data = place.read(NAME)
    except (FileNotFoundError, NotADirectoryError):
        return ReadManifest(empty)
    except OSError as error:
        return ReadManifest(empty, error.strerror or "it cannot be read")
    try:
        return ReadManifest(_parsed(data, folder))
    except DAMAGED:
        return ReadManifest(empty, "it is damaged, or of another program or version")


def _parsed(data: bytes, folder: str) -> Manifest:
    seal, _, body = data.partition(b"\n")
    if json.loads(seal) != {"postingkit": VERSION, "digest": digest_of(body)}:
        raise ValueError
    first, *lines = [line for line in body.decode(*TEXT).split("\n") if line]
    record = json.loads(first)
    notices = tuple(problem_from_record(each, folder) for each in record["notices"])
    inputs, purpose = record["inputs"], record["purpose"]
    if not (isinstance(inputs, str) and isinstance(purpose, str)):
        raise TypeError
    head = Head(inputs, notices, purpose)
    return Manifest(folder, head, {_source(line): line for line in lines})


def _source(line: str) -> str:
    """Give the name that a *line* begins with: keys are written in the order of `_entry_record`."""
    start = len('{"source": ')
    return str(json.JSONDecoder().raw_decode(line, start)[0])


def _entry_record(entry: Entry, folder: str) -> dict[str, Any]:
    return {
        "source": entry.source,
        "template": entry.template,
        "asked": entry.asked,
        "common": entry.common,
        "laid": entry.laid,
        "reads": {name: entry.reads[name] for name in sorted(entry.reads)},
        "files": _made_records(entry.files, folder),
        "notices": [problem_to_record(each, folder) for each in entry.notices],
        "left": _made_records(entry.left, folder),
    }


def _made_records(files: Iterable[Made], folder: str) -> list[list[Any]]:
    return [_made_record(made, folder) for made in sorted(files, key=lambda made: made.path)]


def _made_record(made: Made, folder: str) -> list[Any]:
    about = [made.path, made.inputs, made.digest, made.size, made.language, made.format]
    return [*about, *(problem_to_record(each, folder) for each in made.notices)]


def _made(record: list[Any], folder: str) -> Made:
    path, inputs, digest, size, language, format_, *told = record
    notices = tuple(problem_from_record(each, folder) for each in told)
    texts = path, inputs, digest, language, format_
    if not all(isinstance(text, str) for text in texts) or not _stays_inside(path):
        raise ValueError
    return Made(path, inputs, digest, int(size), language, format_, notices)


def _stays_inside(path: str) -> bool:
    """Say whether *path* leads nowhere but into the folder that it is seen from."""
    return "\\" not in path and ":" not in path and {"", ".", ".."}.isdisjoint(path.split("/"))


@lru_cache(KEPT)
def _read(line: str, folder: str) -> Entry | None:
    """Read the entry of *line*; a run asks for the same one several times.

    The seal says that nothing is damaged, but not who sealed it: a line that is none of ours, or
    leads out of the folder, is as good as none.
    """
    try:
        return _entry(json.loads(line), folder)
    except DAMAGED:
        return None


def _entry(record: Mapping[str, Any], folder: str) -> Entry:
    kind, _, id_ = record["source"].partition("/")
    reads = {str(name): str(digest) for name, digest in record["reads"].items()}
    return Entry(
        kind,
        id_,
        record["template"],
        record["asked"],
        record["common"],
        record["laid"],
        reads,
        tuple(_made(each, folder) for each in record["files"]),
        tuple(problem_from_record(each, folder) for each in record["notices"]),
        tuple(_made(each, folder) for each in record["left"]),
    )


def _dumped(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)
