"""Writes postings by pandoc, a program that starts anew for each, from plain HTML."""

import subprocess
from collections.abc import Callable

import pypandoc
from pdf_typst import typst_compiler
from peers import html_page

from postingkit.document import Document

LONGEST = 60
"""Seconds that one run may take."""


def pandoc_docx_writer() -> Callable[[Document], bytes]:
    """Let pandoc write Word files in its own look."""
    return lambda document: _converted(document, "docx", "--output=-")


def pandoc_pdf_writer() -> Callable[[Document], bytes]:
    """Let pandoc write typst's source, and typst compile it in this process, as PDF/UA-1.

    There is no typst among the package index's programs for pandoc to call; one of its own would
    have to start, too.
    """
    compiled = typst_compiler()
    options = ("--standalone", "--variable=mainfont:Noto Sans", "--variable=papersize:a4")
    return lambda document: compiled(_converted(document, "typst", *options).decode())


def _converted(document: Document, format_: str, *options: str) -> bytes:
    command = [pypandoc.get_pandoc_path(), "--from=html", f"--to={format_}"]
    # The page's first heading is its title.
    ran = subprocess.run(  # noqa: S603 - the peer's own program
        [*command, "--shift-heading-level-by=-1", *options],
        input=html_page(document).encode(),
        check=True,
        capture_output=True,
        timeout=LONGEST,
    )
    return ran.stdout
