"""Makes HTML files of documents; it reads its own package data and nothing else."""

from collections.abc import Callable
from importlib.resources import files
from typing import ClassVar

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from postingkit.document import Document
from postingkit.exporters.html.context import Context
from postingkit.exporters.html.elements import NOTHING, Html, clean, written
from postingkit.exporters.html.logo import prepare_logo
from postingkit.exporters.html.sections import TITLE, render_sections
from postingkit.exporters.html.structured_data import job_posting
from postingkit.exporters.html.stylesheet import prepare_stylesheet
from postingkit.exporters.html.vacancy_nodes import address
from postingkit.exporters.interface import Export, NoOptions
from postingkit.look import Look


class HtmlExporter:
    """Makes a document one HTML file with all that it needs inside: style, pictures, print.

    The file is UTF-8, reads in light and dark and from 320 pixels of width on, prints on the look's
    paper, and asks no address for anything.
    """

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"
    options_type = NoOptions

    def prepare(
        self,
        look: Look,
        options: NoOptions,  # noqa: ARG002 - there are none
    ) -> Callable[[Document], Export]:
        """Make page and stylesheet ready, once, and give the function for each document."""
        page, stylesheet = _page(), prepare_stylesheet(look)
        logo = prepare_logo(look.logo) if look.logo else None

        def make(document: Document) -> Export:
            mark = logo(document.meta.organization) if logo else NOTHING
            return Export(_fill(page, document, stylesheet.rules(document), mark).encode())

        return make


def _page() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    source = files(__package__).joinpath("page.html.j2").read_text(encoding="utf-8")
    return environment.from_string(source)


def _fill(page: Template, document: Document, rules: str, logo: Html) -> str:
    meta = document.meta
    context = Context(meta.language, meta.direction, TITLE)
    title_attributes = written(context.marks(meta.title.language))
    filled = page.render(
        meta=meta,
        title_attributes=Markup(title_attributes),  # noqa: S704 - escaped where they are written
        address=address(meta.vacancy.url) if meta.vacancy else "",
        logo=Markup(logo),  # noqa: S704 - escaped where it is written
        rules=Markup(rules),  # noqa: S704 - CSS, and what is not ours in it is escaped as such
        job_posting=Markup(job_posting(document) or ""),  # noqa: S704 - nothing in it ends a script
        body=Markup(render_sections(document)),  # noqa: S704 - escaped where it is written
    )
    return clean(filled)
