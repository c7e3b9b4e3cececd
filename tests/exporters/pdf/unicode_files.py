"""Unicode's own test files and tables, where they are installed; CI must have them."""

import os
from pathlib import Path

import pytest

DATABASE = Path("/usr/share/unicode")


def statements(file: str) -> list[str]:
    """Give the lines of a file of Unicode 15.0 without comments, or skip the test."""
    path = DATABASE / file
    lines = path.read_text("utf-8").splitlines() if path.exists() else [""]
    if "-15.0.0.txt" in lines[0]:
        return [statement for line in lines if (statement := line.partition("#")[0].strip())]
    reason = f"{path} of Unicode 15.0 is not here; Debian's package unicode-data has it"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def values(file: str) -> dict[str, str]:
    """Give the value of each character that a table of Unicode 15.0 lists."""
    found: dict[str, str] = {}
    for line in statements(file):
        codes, value = (field.strip() for field in line.split(";")[:2])
        first, _, last = codes.partition("..")
        characters = map(chr, range(int(first, 16), int(last or first, 16) + 1))
        found.update(dict.fromkeys(characters, value))
    return found


def broken(line: str) -> tuple[str, bytes]:
    """Read a case of a break test: its text, and after which characters it has a break."""
    signs = line.split()
    return "".join(chr(int(code, 16)) for code in signs[1::2]), bytes(
        sign == "÷" for sign in signs[2::2]
    )
