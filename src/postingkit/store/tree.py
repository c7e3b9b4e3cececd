"""The digests of all files that an export of a project reads."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import normpath

from postingkit.store.digests import digest_of_texts
from postingkit.store.seen import Seen

SETTINGS = "postingkit.yaml"
FOLDERS = ("openings", "roles", "templates")
OWN = ".postingkit"
"""The folder, among files that were made, of what is known of them; an export writes it anew."""
BETWEEN = re.compile(r"""[\n\t"'{}\[\],]|[:-] | #""")
"""What stands between the values of YAML, near enough: a name with one of these in it is missed."""


def input_digests(folder: str, seen: Seen) -> Mapping[str, str]:
    """Give the digest of each input file below *folder*, by its path from there, sorted.

    A folder that cannot be read is among them with none, so that it is not taken for an empty one.
    """
    found = {path: _digest(f"{folder}/{path}", seen) for path in sorted(input_paths(folder))}
    return {path: digest for path, digest in found.items() if digest is not None}


def _digest(path: str, seen: Seen) -> str | None:
    return "" if path.endswith("/") else seen.digest(path)


def digest_of_tree(digests: Mapping[str, str]) -> str:
    """Give one digest of many files, their names and what they hold."""
    return digest_of_texts(text for named in sorted(digests.items()) for text in named)


def input_paths(folder: str) -> Iterator[str]:
    """Yield the path, from *folder*, of each file there that an export may read.

    That of a folder that cannot be read ends with a slash.
    """
    yield SETTINGS
    for root in FOLDERS:
        yield from _inputs_below(f"{folder}/{root}", root)
    yield from _named_files(folder)


def _named_files(folder: str) -> Iterator[str]:
    """Yield the files that the settings seem to name, such as the logo of all templates.

    No YAML is parsed, so values that merely look like the path of a file here are among them.
    """
    try:
        text = Path(f"{folder}/{SETTINGS}").read_text("utf-8", "replace").replace("\0", " ")
    except OSError:
        return
    for name in {normpath(each.strip()) for each in BETWEEN.split(text) if each.strip()}:
        is_within = not name.startswith(("/", "../")) and name.partition("/")[0] not in FOLDERS
        if is_within and name != SETTINGS and Path(f"{folder}/{name}").is_file():
            yield name


def _inputs_below(folder: str, name: str) -> Iterator[str]:
    """Yield what `paths_below` does, and each folder that cannot be read."""
    unreadable: list[str] = []
    yield from paths_below(folder, name, unreadable)
    yield from unreadable


def paths_below(folder: str, name: str, unreadable: list[str] | None = None) -> Iterator[str]:
    """Yield the path of each file below *folder*, beginning with *name*; there may be no folder.

    What is known of files that were made is not among them. The paths of folders that are there
    and cannot be read are added to *unreadable*.
    """
    try:
        entries = [entry for entry in os.scandir(folder) if entry.name != OWN]
    except OSError:
        if unreadable is not None and os.path.lexists(folder):
            unreadable.append(f"{name}/")
        return
    for entry in entries:
        if _is_folder(entry) and not _leads_back(entry):
            yield from paths_below(entry.path, f"{name}/{entry.name}", unreadable)
        else:
            yield f"{name}/{entry.name}"


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself, or into what may not be opened
        return False


def _leads_back(entry: os.DirEntry[str]) -> bool:
    """Say whether *entry* is a link to a folder that it stands in, which would never end."""
    if not entry.is_symlink():
        return False
    folder = Path(os.path.realpath(os.path.dirname(entry.path)))  # noqa: PTH120 - of many
    return folder.is_relative_to(os.path.realpath(entry.path))
