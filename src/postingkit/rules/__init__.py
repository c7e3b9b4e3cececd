"""What laws and good sense ask of openings, held against documents; it reads no file of a project.

The rules of law are dated data, in ``law/`` and in a project's own files. Nothing in here reads
the clock, and nothing is legal advice.
"""

from postingkit.rules.judging import ADVICE, Judge, Verdict, judged
from postingkit.rules.rule import Rule, RuleFile
from postingkit.rules.shipped import rules_with, shipped_files

__all__ = [
    "ADVICE",
    "Judge",
    "Rule",
    "RuleFile",
    "Verdict",
    "judged",
    "rules_with",
    "shipped_files",
]
