"""Where files go, and what is known of those that stand there: the only room that writes files.

It knows neither roles nor formats, and loads nothing but the standard library, so that a run with
nothing to do ends before anything else is loaded.
"""

from postingkit.store.output import (
    CheckedFolder,
    Comparing,
    Folder,
    Output,
    Stream,
    WrittenState,
    write_parts,
)
from postingkit.store.unit import Kind, Result, State, Unit

__all__ = [
    "CheckedFolder",
    "Comparing",
    "Folder",
    "Kind",
    "Output",
    "Result",
    "State",
    "Stream",
    "Unit",
    "WrittenState",
    "write_parts",
]
