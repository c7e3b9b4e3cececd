"""Digests of bytes and of texts: equal for equal input, on every computer."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

SIZE = 16
"""Bytes of a digest: two different inputs with one digest are not to be met (RFC 7693)."""
BLOCK = 1 << 20


def digest_of(data: bytes) -> str:
    """Give the digest of *data*, as 32 hexadecimal digits."""
    return blake2b(data, digest_size=SIZE).hexdigest()


def digest_of_texts(texts: Iterable[str]) -> str:
    """Give the digest of *texts* in their order; where one ends and the next begins counts."""
    hasher = blake2b(digest_size=SIZE)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        hasher.update(len(data).to_bytes(8))
        hasher.update(data)
    return hasher.hexdigest()


def digest_of_file(path: Path) -> str:
    """Give the digest of the bytes of the file at *path*; raises `OSError`."""
    hasher = blake2b(digest_size=SIZE)
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            hasher.update(block)
    return hasher.hexdigest()


class Tally:
    """Counts and digests the bytes of a file as they go by."""

    def __init__(self) -> None:
        self.size = 0
        self._hasher = blake2b(digest_size=SIZE)

    def counted(self, parts: Iterable[bytes]) -> Iterable[bytes]:
        """Pass *parts* on."""
        for part in parts:
            self.size += len(part)
            self._hasher.update(part)
            yield part

    @property
    def digest(self) -> str:
        """The digest of what has gone by."""
        return self._hasher.hexdigest()
