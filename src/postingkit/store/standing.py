"""Finds out, by digests alone, whether everything that is asked for stands already."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from postingkit.errors import Problem
from postingkit.store.digests import digest_of_texts
from postingkit.store.manifest import Entry, Made, Manifest, ReadManifest, read_manifest
from postingkit.store.places import Place
from postingkit.store.software import software_digest
from postingkit.store.tree import digest_of_tree, input_digests
from postingkit.store.unit import Result


@dataclass(frozen=True, slots=True)
class Before:
    """What is known before a run: the *manifest* of the last one, and the digests of all inputs.

    *folder* is the project's and *place* that of the files; *inputs* gives the digest of each file
    that can be read, by its path from *folder*; *asked* is the digest of what is asked for.
    """

    folder: Path
    place: Place
    read: ReadManifest
    inputs: dict[str, str]
    software: str
    asked: str

    @property
    def manifest(self) -> Manifest:
        """The manifest of the last run."""
        return self.read.manifest

    @property
    def whole(self) -> str:
        """The digest of all that decides about the files of a whole run."""
        return digest_of_texts((self.software, digest_of_tree(self.inputs), self.asked))

    def note(self, result: Result) -> None:
        """Remember a file that was just made."""
        if result.digest:
            self.place.note(result.unit.path, result.digest, result.size)

    def is_intact(self, made: Made) -> bool:
        """Say whether the file of *made* is still as it was made."""
        return self.place.digest(made.path) == made.digest


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that is asked for stands already: the *results* say so, file by file."""

    results: tuple[Result, ...]
    notices: tuple[Problem, ...]


def before(folder: Path, place: Place, asked: tuple[str, ...], software: str = "") -> Before:
    """Read what is known of the project in *folder* and of the files in *place*.

    *asked* says in any words what is asked for; *software* is the digest of what this process has
    loaded, where it is known from before.
    """
    seen = place.seen
    read = read_manifest(place, folder.as_posix())
    inputs = dict(input_digests(folder.resolve().as_posix(), seen))
    software = software or software_digest(seen)
    return Before(folder, place, read, inputs, software, digest_of_texts(asked))


def standing(known: Before) -> Standing | None:
    """Give what stands, if that is everything: no input has changed, and no file that was made."""
    head = known.manifest.head
    if not head.inputs or head.inputs != known.whole:
        return None
    every = [known.manifest.entry(source) for source in known.manifest.sources]
    entries = [entry for entry in every if entry and entry.reads]
    if None in every or not all(known.is_intact(made) for entry in entries for made in entry.files):
        return None
    results = tuple(result for entry in entries for result in unchanged(entry))
    fileless = (notice for entry in entries if not entry.files for notice in entry.notices)
    return Standing(results, (*head.notices, *fileless))


def unchanged(entry: Entry) -> Iterator[Result]:
    """Say of each file of *entry* that it is unchanged; the first one brings what was noticed."""
    notices = entry.notices
    for made in entry.files:
        told = (*notices, *made.notices)
        yield Result(entry.unit(made), "unchanged", made.size, notices=told, digest=made.digest)
        notices = ()
