"""Measures how long a posting takes as PDF, and in all four formats, beside other engines."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import page
import pikepdf
from pandoc import pandoc_pdf_writer
from pdf_fpdf2 import fpdf2_writer
from pdf_platypus import platypus_writer
from pdf_typst import typst_writer
from pdf_weasyprint import weasyprint_writer
from results import Chapter, Verdict, publish
from ways import POSTINGKIT, Project, Way, exporting, in_turns, needed, panel, times

from postingkit.batch.plan import FORMATS, Planner
from postingkit.batch.planned import Request
from postingkit.batch.run import Workshop
from postingkit.document import Document
from postingkit.exporters import registry
from postingkit.look import Look
from postingkit.model import load_role, load_undated
from postingkit.store import Folder

COLD = f"{POSTINGKIT}, caches emptied"
ALL = f"{POSTINGKIT}, all four formats"
WHOLE = f"{POSTINGKIT}, from YAML to four files"
TYPST, WEASYPRINT, PLATYPUS = "typst (UA-1)", "WeasyPrint (UA-1)", "platypus (untagged)"
MOST = 1.25
"""How much of typst's time for a PDF a posting in all four formats may take."""
INTRODUCTION = f"""\
Everyone writes the same postings, one after the other in one process, with fonts and style sheets
kept where the engine can keep them. The exception is pandoc, a program that starts for each
posting; typst then compiles its source in process. “{COLD}” has forgotten every
word that it measured. “{ALL}” makes the DOCX, PDF, HTML and Markdown files of
the same document; “{WHOLE}” also reads the role's YAML file, composes the
document and writes the files to disk, none of which the other engines do. PDF/UA-1 is judged by
`page`, over every file that was timed."""


class Cold:
    """The exporter behind the name `pdf`, which can be made to forget."""

    def __init__(self) -> None:
        self.exporter = registry.load("pdf")
        self._prepare()

    def _prepare(self) -> None:
        self.make = self.exporter.prepare(Look(), self.exporter.options_type())

    def write(self, document: Document) -> bytes:
        """Write *document*."""
        return self.make(document).data

    def forget(self) -> None:
        """Empty every cache, so that the next document's words are all new; fonts stay loaded."""
        for name, module in list(sys.modules.items()):
            if name.startswith("postingkit.exporters.pdf"):
                for cached in vars(module).values():
                    getattr(cached, "cache_clear", int)()
        press = getattr(self.make, "__self__", None)
        getattr(press, "forget", self._prepare)()


def all_formats() -> Callable[[Document], bytes]:
    """Make what writes a document in all four formats, one after the other."""
    makers = [exporting(name) for name in FORMATS]
    return lambda document: b"".join([make(document) for make in makers])


def whole_way(project: Project) -> Callable[[Document], bytes]:
    """Make what reads a posting's role, composes it and writes it to disk in all four formats."""
    loaded = load_undated(project.folder, ())
    planner = Planner(loaded, Request())
    planner.prepare()
    workshop = Workshop(Folder(project.folder / "out", project.folder / "unfinished"), ())
    roles = sorted((project.folder / "roles").glob("*.yaml"))
    paths = {
        each.meta.title.text: path for each, path in zip(project.documents, roles, strict=True)
    }

    def write(document: Document) -> bytes:
        path = paths[document.meta.title.text]
        (job,) = planner.posting(path.stem, load_role(path))
        assert all(each.digest for each in workshop.results(job))  # noqa: S101 - none may fail
        return b""

    return write


def measured(folder: Path, quick: bool) -> Chapter:  # noqa: FBT001 - one of two lengths
    """Measure all engines in one run."""
    project = Project(folder / "project", needed(quick=quick))
    cold = Cold()
    ways = {
        POSTINGKIT: Way(exporting("pdf")),
        COLD: Way(cold.write, cold.forget),
        ALL: Way(all_formats()),
        WHOLE: Way(whole_way(project)),
        TYPST: Way(typst_writer()),
        PLATYPUS: Way(platypus_writer()),
        "fpdf2 (untagged)": Way(fpdf2_writer()),
        WEASYPRINT: Way(weasyprint_writer()),
        "pandoc with typst (UA-1)": Way(pandoc_pdf_writer(), starts_anew=True),
    }
    in_turns(ways, project.documents, quick=quick)
    heads = ("", "ms", "times postingkit", "bytes", "pages", "PDF/UA-1")
    rows = tuple(_row(name, way, ways[POSTINGKIT].milliseconds) for name, way in ways.items())
    pictures = (panel("A posting as PDF", ways),)
    return Chapter("PDF", INTRODUCTION, heads, rows, pictures, tuple(_verdicts(ways)))


def _row(name: str, way: Way, base: float) -> tuple[str, ...]:
    figures = (name, f"{way.milliseconds:.2f}", times(way.milliseconds, base))
    if name in {ALL, WHOLE}:
        return (*figures, "", "", "")
    return (*figures, f"{way.size:,}", _pages(way), "yes" if _is_accessible(way) else "no")


def _pages(way: Way) -> str:
    numbers = {len(pikepdf.open(io.BytesIO(data)).pages) for data in way.files}
    return ", ".join(map(str, sorted(numbers)))


def _is_accessible(way: Way) -> bool:
    return all(page.is_pdf_compliant_bytes(data, profile="ua1") for data in way.files)


def _verdicts(ways: dict[str, Way]) -> Iterator[Verdict]:
    def ratio(name: str, to: str) -> float:
        return ways[name].milliseconds / ways[to].milliseconds

    every, whole = ratio(ALL, TYPST), ratio(WHOLE, TYPST)
    said = (
        f"A posting in all four formats takes at most {MOST} times typst's PDF alone: {every:.2f}"
    )
    yield Verdict(f"{said} (from YAML to files on disk: {whole:.2f})", every <= MOST)
    warm, weasyprint = ratio(POSTINGKIT, TYPST), ratio(POSTINGKIT, WEASYPRINT)
    yield Verdict(f"A PDF takes at most 0.7 of typst's time: {warm:.2f}", warm <= 0.7)  # noqa: PLR2004
    said = f"A PDF takes at most 0.1 of WeasyPrint's time: {weasyprint:.3f}"
    yield Verdict(said, weasyprint <= 0.1)  # noqa: PLR2004
    cold = ratio(COLD, PLATYPUS)
    said = f"With caches emptied, a PDF takes at most platypus's time, untagged: {cold:.2f}"
    yield Verdict(said, cold <= 1)
    size = ways[POSTINGKIT].size / ways[TYPST].size
    yield Verdict(f"A PDF is no larger than typst's: {size:.2f} of its bytes", size <= 1)
    accessible = _is_accessible(ways[POSTINGKIT]) and _is_accessible(ways[COLD])
    yield Verdict("Every PDF is PDF/UA-1", accessible)


if __name__ == "__main__":
    publish(measured)
