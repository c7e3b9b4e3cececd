"""breaking: where a line of text may end; it measures nothing and breaks no line."""

from postingkit.exporters.pdf.text.breaking.clusters import emergency, unbroken_script
from postingkit.exporters.pdf.text.breaking.rules import ALLOWED, MANDATORY, NONE, opportunities
from postingkit.exporters.pdf.text.breaking.simple import is_simple, parts

__all__ = [
    "ALLOWED",
    "MANDATORY",
    "NONE",
    "emergency",
    "is_simple",
    "opportunities",
    "parts",
    "unbroken_script",
]
