"""Plans what is made, makes it, and writes it: the only room that writes files."""

from postingkit.batch.output import CheckedFolder, Folder, Output, Stream, WrittenState, write_parts
from postingkit.batch.plan import make_plan, opening_documents
from postingkit.batch.planned import Plan, Request, Unit
from postingkit.batch.run import Result, run

__all__ = [
    "CheckedFolder",
    "Folder",
    "Output",
    "Plan",
    "Request",
    "Result",
    "Stream",
    "Unit",
    "WrittenState",
    "make_plan",
    "opening_documents",
    "run",
    "write_parts",
]
