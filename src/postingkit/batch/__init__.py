"""Plans what is made, makes it, and writes it: the only room that writes files."""

from postingkit.batch.output import CheckedFolder, Folder, Output, Stream, WrittenState
from postingkit.batch.plan import Plan, Request, Unit, make_plan
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
    "run",
]
