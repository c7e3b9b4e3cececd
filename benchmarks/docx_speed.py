"""Measures how long a posting takes as a Word file, beside other ways to make one."""

from collections.abc import Callable
from pathlib import Path

from docx_peers import docxtpl_writer, python_docx_writer
from pandoc import pandoc_docx_writer
from postings import ROOT
from results import Chapter, Verdict, publish
from ways import POSTINGKIT, Project, Way, exporting, in_turns, needed, panel, times
from word_validity import validity

from postingkit.document import Document
from postingkit.exporters.docx import DocxExporter, DocxOptions
from postingkit.look import Asset, Look

LETTERHEAD = ROOT / "tests/exporters/stationery/pages.docx"
STATIONERY = f"{POSTINGKIT}, on stationery"
JUDGED = 3
"""Files of each way that the SDK judges: one of each role of the sample project."""
INTRODUCTION = f"""\
The same postings in the same process. “{STATIONERY}” writes into a company's
own Word file, of two pages. python-docx is used as it commonly is: a new `Document()` for each,
then `add_heading`, `add_paragraph`, `add_table` and `cell.text`. docxtpl fills a template that says
the same, and pandoc, a program that starts for each posting, reads HTML. What is valid says the
Open XML SDK, for Microsoft 365 and Office 2019, of {JUDGED} files each."""


def on_stationery() -> Callable[[Document], bytes]:
    """Make what writes into a letterhead, read once."""
    asset = Asset(LETTERHEAD.name, LETTERHEAD.read_bytes())
    make = DocxExporter().prepare(Look(), DocxOptions(stationery=asset))
    return lambda document: make(document).data


def measured(folder: Path, quick: bool) -> Chapter:  # noqa: FBT001 - one of two lengths
    """Measure all ways in one run."""
    ways = {
        POSTINGKIT: Way(exporting("docx")),
        STATIONERY: Way(on_stationery()),
        "docxtpl": Way(docxtpl_writer()),
        "python-docx": Way(python_docx_writer()),
        "pandoc": Way(pandoc_docx_writer(), starts_anew=True),
    }
    project = Project(folder / "project", needed(quick=quick))
    in_turns(ways, project.documents, quick=quick)
    base = ways[POSTINGKIT].milliseconds
    valid = {name: validity(way.files[:JUDGED]) for name, way in ways.items()}
    rows = tuple(
        (
            name,
            f"{way.milliseconds:.2f}",
            times(way.milliseconds, base),
            f"{way.size:,}",
            valid[name],
        )
        for name, way in ways.items()
    )
    heads = ("", "ms", "times postingkit", "bytes", "Open XML SDK")
    is_valid = all(not valid[name].startswith("no:") for name in (POSTINGKIT, STATIONERY))
    verdicts = (Verdict(f"Every Word file is valid: {valid[POSTINGKIT]}", is_valid),)
    return Chapter("DOCX", INTRODUCTION, heads, rows, (panel("A posting as DOCX", ways),), verdicts)


if __name__ == "__main__":
    publish(measured)
