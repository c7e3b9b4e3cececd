"""Measures how long a posting takes as a page, beside a bare Jinja2 render of the same page."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import DictLoader, Environment
from peers import cell_text, texts
from results import Chapter, publish
from ways import POSTINGKIT, Project, Way, exporting, in_turns, needed, panel, times

from postingkit.document import Block, Document, List, Paragraph, Table, plain

INTRODUCTION = """\
The same postings in the same process, and the same page: Jinja2 fills one template, compiled once,
with texts that are only escaped. Around them stands the head of postingkit's own page, its style
sheet included, as constant text."""
TEMPLATE = """\
HEAD<body class="posting portrait">
<header>
<h1 id="title">{{ title }}</h1>
</header>
<main>
{% for section in sections %}
<section class="section section-{{ section.key }}" aria-labelledby="{{ section.key }}">
{% if section.title %}
<h2 id="{{ section.key }}">{{ section.title.text }}</h2>
{% endif %}
{% for block in section.blocks %}
{% set kind, content = parts(block) %}
{% if kind == "table" %}
<table>
<thead>
<tr>{% for head in block.columns %}<th scope="col">{{ plain(head.title) }}</th>{% endfor %}</tr>
</thead>
<tbody>
{% for row in block.rows %}
<tr>{% for cell in row %}<td>{{ cell_text(cell) }}</td>{% endfor %}</tr>
{% endfor %}
</tbody>
</table>
{% elif kind == "p" %}
{% for text in content %}
<p>{{ text }}</p>
{% endfor %}
{% else %}
<{{ kind }}>
{% for text in content %}
<li>{{ text }}</li>
{% endfor %}
</{{ kind }}>
{% endif %}
{% endfor %}
</section>
{% endfor %}
</main>
</body>
</html>
"""


def jinja_writer(page: bytes) -> Callable[[Document], bytes]:
    """Compile a template whose head is that of *page*, and render it for each document."""
    head = page.decode().partition("<body")[0]
    head = re.sub(r"(<title>).*?(</title>)", r"\1{{ title }}\2", head)
    sources = DictLoader({"page": TEMPLATE.replace("HEAD", head)})
    environment = Environment(autoescape=True, loader=sources, trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(parts=_parts, plain=plain, cell_text=cell_text)
    template = environment.get_template("page")

    def write(document: Document) -> bytes:
        title = document.meta.title.text
        return template.render(title=title, sections=document.sections).encode()

    return write


def _parts(block: Block) -> tuple[str, tuple[str, ...]]:
    match block:
        case Paragraph():
            return "p", tuple(texts(block))
        case List():
            return "ol" if block.ordered else "ul", tuple(texts(block))
        case Table():
            return "table", ()
        case _:
            raise NotImplementedError(type(block).__name__)


def measured(folder: Path, quick: bool) -> Chapter:  # noqa: FBT001 - one of two lengths
    """Measure both ways in one run."""
    project = Project(folder / "project", needed(quick=quick))
    ours = exporting("html")
    bare = jinja_writer(ours(project.documents[0]))
    ways = {POSTINGKIT: Way(ours), "bare Jinja2": Way(bare)}
    in_turns(ways, project.documents, quick=quick)
    base = ways[POSTINGKIT].milliseconds
    rows = tuple(
        (name, f"{way.milliseconds:.3f}", times(way.milliseconds, base), f"{way.size:,}")
        for name, way in ways.items()
    )
    heads = ("", "ms", "times postingkit", "bytes")
    return Chapter("HTML", INTRODUCTION, heads, rows, (panel("A posting as HTML", ways),))


if __name__ == "__main__":
    publish(measured)
