"""The digests of all files that an export of a project reads."""

import os
from collections.abc import Iterator, Mapping

from postingkit.store.digests import digest_of_texts
from postingkit.store.seen import Seen

SETTINGS = "postingkit.yaml"
FOLDERS = ("openings", "roles", "templates")


def input_digests(folder: str, seen: Seen) -> Mapping[str, str]:
    """Give the digest of each input file below *folder*, by its path from there, sorted."""
    found = {path: seen.digest(f"{folder}/{path}") for path in sorted(input_paths(folder))}
    return {path: digest for path, digest in found.items() if digest is not None}


def digest_of_tree(digests: Mapping[str, str]) -> str:
    """Give one digest of many files, their names and what they hold."""
    return digest_of_texts(text for named in sorted(digests.items()) for text in named)


def input_paths(folder: str) -> Iterator[str]:
    """Yield the path, from *folder*, of each file there that an export may read."""
    yield SETTINGS
    for root in FOLDERS:
        yield from paths_below(f"{folder}/{root}", root)


def paths_below(folder: str, name: str) -> Iterator[str]:
    """Yield the path of each file below *folder*, beginning with *name*; there may be no folder."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from paths_below(entry.path, f"{name}/{entry.name}")
        else:
            yield f"{name}/{entry.name}"
