"""Plans what is made, and makes it, in one process or in several."""

from postingkit.batch.plan import make_plan
from postingkit.batch.planned import Plan, Request
from postingkit.batch.run import run
from postingkit.batch.streaming import Passing, opening_documents, passing_openings
from postingkit.store import (
    CheckedFolder,
    Folder,
    Output,
    Result,
    Stream,
    Unit,
    WrittenState,
    write_parts,
)

__all__ = [
    "CheckedFolder",
    "Folder",
    "Output",
    "Passing",
    "Plan",
    "Request",
    "Result",
    "Stream",
    "Unit",
    "WrittenState",
    "make_plan",
    "opening_documents",
    "passing_openings",
    "run",
    "write_parts",
]
