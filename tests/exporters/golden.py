"""Holds what an exporter wrote against the text that it wrote when a person last looked at it."""

import os
from pathlib import Path

FOLDER = Path(__file__).with_name("golden")


def check(name: str, actual: str) -> None:
    """Compare *actual* with the golden *name*; POSTINGKIT_UPDATE_GOLDENS=1 writes it anew."""
    golden = FOLDER / name
    if os.environ.get("POSTINGKIT_UPDATE_GOLDENS") == "1":
        golden.write_text(actual, encoding="utf-8", newline="\n")
    assert golden.exists(), f"{name} is missing; make it with POSTINGKIT_UPDATE_GOLDENS=1"
    assert actual == golden.read_text(encoding="utf-8")
