"""Plans what is made, and makes it, in one process or in several."""

from postingkit.batch.plan import make_plan
from postingkit.batch.planned import Plan, Request
from postingkit.batch.run import run
from postingkit.batch.streaming import Passing, opening_documents, passing_openings

__all__ = [
    "Passing",
    "Plan",
    "Request",
    "make_plan",
    "opening_documents",
    "passing_openings",
    "run",
]
