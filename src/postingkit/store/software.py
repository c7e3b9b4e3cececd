"""The digest of the software that files are made with: another version may make other bytes."""

import platform
import re
import unicodedata
import zlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, entry_points
from pathlib import Path

from postingkit.store.digests import digest_of_texts
from postingkit.store.seen import Seen
from postingkit.store.tree import paths_below

OURS = "postingkit"
GROUP = "postingkit.exporters"
NAME = re.compile(r"[A-Za-z0-9._-]+")
OTHERS = re.compile(r"extra == .(?!fonts)")
"""What marks a package that only an extra brings; but for fonts, files are made without these."""
VERSION = re.compile(r"^Version: *(\S+)", re.MULTILINE)


def software_digest(seen: Seen) -> str:
    """Give the digest of postingkit itself, of the packages that it needs, and of plug-ins.

    postingkit counts with what its files hold, which a change during development changes too; the
    others count with their versions.
    """
    return digest_of_texts((*_python(), *_own(seen), *_packages(), *_plugins()))


def _python() -> Iterator[str]:
    yield platform.python_version()
    yield zlib.ZLIB_RUNTIME_VERSION
    yield unicodedata.unidata_version


def _own(seen: Seen) -> Iterator[str]:
    folder = Path(__file__).parent.parent.as_posix()
    for path in sorted(paths_below(folder, OURS)):
        if "/__pycache__/" not in path:
            yield path
            yield seen.digest(f"{folder}/{path.removeprefix(OURS + '/')}") or ""


def _packages() -> Iterator[str]:
    try:
        needed = distribution(OURS).requires or []
    except PackageNotFoundError:  # it is run from its folder
        needed = []
    always = (each for each in needed if not OTHERS.search(each))
    names = {found[0] for each in always if (found := NAME.match(each))}
    for name in sorted(names):
        yield f"{name} {_version(name)}"


def _version(name: str) -> str:
    """Read the version alone: parsing all that a package says of itself takes far longer."""
    try:
        about = distribution(name).read_text("METADATA") or ""
    except PackageNotFoundError:  # it belongs to an extra that is not installed
        return ""
    found = VERSION.search(about)
    return found[1] if found else ""


def _plugins() -> Iterator[str]:
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        owner = f"{point.dist.name} {point.dist.version}" if point.dist else ""
        yield f"{point.name} {point.value} {owner}"
