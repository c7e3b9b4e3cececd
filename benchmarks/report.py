"""Writes chapters of measurements into a folder: a page, and the picture that goes with it."""

import json
import os
import platform
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import psutil
import pypandoc
from environment import REQUIREMENTS
from plot import draw
from results import Chapter, loaded

PAGE = "benchmarks.md"
OURS = ("postingkit", "uharfbuzz", "lxml")
"""Packages of postingkit that decide about its speed, beside those of the peers."""
WIDTH = 100
BUSY = 0.7
"""So many processes at work before the run, and its figures say little."""
HEAD = """\
# Benchmarks

What postingkit takes beside other ways to make the same postings, all of them run side by side on
one computer:

```sh
python benchmarks/run.py           # about a quarter of an hour on an idle computer
python benchmarks/run.py --quick   # two minutes, to see that it works; its figures say little
```

It needs Python alone: it makes an environment in the user's cache folder and takes the peers from
the package index. Each figure is a median; those of one table come from the same run, in which all
ways took turns. Seconds do not carry over to other computers, ratios do. “Times postingkit” says
how many times as long as postingkit's own file another way takes.

The postings are the three roles of the sample project in turn, with the same sentences, lists and
tables, but in each the words of every sentence stand in an order of their own: none can be made
quickly because it was made before. Everybody gets them as the same tree in memory, writes them with
the same fonts and colours where the format has any, and is used as its own documentation says."""


def main() -> None:
    """Read what `run.py` found, write the page and the picture, and print what people ask for."""
    folder = Path(sys.argv[1])
    found = json.load(sys.stdin)
    chapters = [loaded(json.dumps(each)) for each in found["chapters"]]
    machine = _machine(found["load"])
    page = "\n\n".join(_parts(chapters, machine)) + "\n"
    (folder / PAGE).write_text(page, "utf-8")
    draw([panel for chapter in chapters for panel in chapter.panels], folder / "pictures")
    tables = (f"{chapter.title}\n{_table(chapter.heads, chapter.rows)}" for chapter in chapters)
    print("\n\n".join((machine, *tables, _verdicts(chapters), str(folder / PAGE))))


def _parts(chapters: Sequence[Chapter], machine: str) -> Iterator[str]:
    yield HEAD
    yield "![Bars: the time for a posting by way of making it](pictures/benchmarks.png)"
    yield f"## Measured on\n\n{machine}"
    if verdicts := _verdicts(chapters):
        yield f"## What is to hold\n\n{verdicts}"
    for chapter in chapters:
        table = _table(chapter.heads, chapter.rows)
        yield f"## {chapter.title}\n\n{chapter.introduction}\n\n{table}"


def _verdicts(chapters: Iterable[Chapter]) -> str:
    every = (verdict for chapter in chapters for verdict in chapter.verdicts)
    return "\n".join(_item(f"{'yes' if each.held else '**no**'}: {each.said}") for each in every)


def _item(text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent="- ", subsequent_indent="  ")


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table in Markdown, whose figures stand at the right."""
    every = [heads, *rows]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    rule = [("-" * (width - 1) + (":" if at else "-")) for at, width in enumerate(widths)]
    return "\n".join(_line(row, widths) for row in (every[0], rule, *every[1:]))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        text.rjust(width) if at else text.ljust(width)
        for at, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    return f"| {' | '.join(cells)} |"


def _machine(load: float | None) -> str:
    """Say what it ran on, and how many processes were at work on it before."""
    names = [line.partition("==")[0] for line in REQUIREMENTS.read_text("utf-8").splitlines()]
    memory = psutil.virtual_memory().total / 2**30
    facts = [
        f"{os.cpu_count()} × {_processor()}, {memory:.0f} GB of memory",
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        ", ".join(f"{name} {version(name)}" for name in (*OURS, *names))
        + f", pandoc {pypandoc.get_pandoc_version()}",
    ]
    if load is not None:
        facts.append(f"in the minute before, {load:.1f} processes were at work")
    if load is not None and load > BUSY:
        facts.append("**the computer was busy, so no figure here is to be trusted**")
    return "\n".join(map(_item, facts))


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text("utf-8").splitlines() if cpuinfo.exists() else []
    models = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return next(models, platform.processor() or platform.machine())


if __name__ == "__main__":
    main()
