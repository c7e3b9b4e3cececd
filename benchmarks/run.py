"""Measures postingkit beside its peers, and writes what came of it into the docs.

    python benchmarks/run.py
    python benchmarks/run.py --quick --only pdf,docx

It needs nothing but Python: it makes an environment of its own in the user's cache folder, with
the peers from the package index. A whole run takes about a quarter of an hour on a computer that
has nothing else to do, and writes docs/benchmarks.md and docs/pictures/benchmarks.png and .svg;
any smaller one writes the same files into the cache folder, for its figures say little.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import ROOT, cache_folder, ready_python

CHAPTERS = {
    "pdf": "pdf_speed.py",
    "docx": "docx_speed.py",
    "html": "html_speed.py",
    "batch": "batch_speed.py",
    "growth": "batch_growth.py",
}
HERE = Path(__file__).parent


def main() -> int:
    """Measure the chapters that are asked for; give 0 where all of them could be measured."""
    options = _options()
    names = [name for name in CHAPTERS if name in options.only]
    is_whole = names == list(CHAPTERS) and not options.quick
    target = ROOT / "docs" if is_whole else cache_folder() / "docs"
    print("the environment", file=sys.stderr, flush=True)
    python = ready_python()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    with tempfile.TemporaryDirectory() as folder:
        measured = [_measured(python, name, Path(folder), quick=options.quick) for name in names]
    chapters = [chapter for chapter in measured if chapter]
    found = json.dumps({"load": load, "chapters": chapters})
    (target / "pictures").mkdir(parents=True, exist_ok=True)
    subprocess.run(  # noqa: S603 - our own
        [python, HERE / "report.py", target], input=found, text=True, check=True
    )
    return 0 if len(chapters) == len(names) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few postings, few rounds")
    every = ",".join(CHAPTERS)
    parser.add_argument("--only", default=every, help=f"some of {every}", type=_names)
    return parser.parse_args()


def _names(text: str) -> list[str]:
    names = text.split(",")
    unknown = [name for name in names if name not in CHAPTERS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no chapter “{unknown[0]}”")
    return names


def _measured(python: Path, name: str, folder: Path, *, quick: bool) -> object:
    """Measure a chapter in a process of its own; None where that fails, which is told."""
    print(name, file=sys.stderr, flush=True)
    words = [HERE / CHAPTERS[name], folder / name, *(["--quick"] if quick else [])]
    ran = subprocess.run(  # noqa: S603 - our own
        [python, *words], stdout=subprocess.PIPE, check=False, text=True
    )
    if ran.returncode:
        print(f"{name} could not be measured", file=sys.stderr)
        return None
    return json.loads(ran.stdout)


if __name__ == "__main__":
    raise SystemExit(main())
