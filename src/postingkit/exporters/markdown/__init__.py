"""From a document to GitHub-Flavoured Markdown (GFM 0.29); it has no look and writes no words.

Foreign languages, table summaries, column widths, the direction of writing and pictures are what
Markdown cannot say, so they are left out; of a picture its caption stays. The one HTML tag ever
written is ``<br>``, in the cells of tables.
"""

from collections.abc import Callable
from typing import ClassVar

from postingkit.document import Document
from postingkit.exporters.interface import Export, NoOptions
from postingkit.exporters.markdown.blocks import section_lines
from postingkit.exporters.markdown.headings import Headings
from postingkit.look import Look

__all__ = ["MarkdownExporter"]


class MarkdownExporter:
    """Makes Markdown that GitHub shows as meant and markdownlint finds nothing in."""

    suffix: ClassVar[str] = ".md"
    media_type: ClassVar[str] = "text/markdown"
    options_type: type[NoOptions] = NoOptions

    def prepare(self, look: Look, options: NoOptions) -> Callable[[Document], Export]:
        """Give the function that makes a file; Markdown has neither look nor options."""
        del look, options
        return _export


def _export(document: Document) -> Export:
    headings = Headings()
    lines = headings.lines(1, document.meta.title)
    for section in document.sections:
        heading = headings.lines(2, section.title) if section.title else []
        lines += [*heading, *section_lines(section.blocks)]
    return Export("".join(f"{line}\n" for line in lines[:-1]).encode())
