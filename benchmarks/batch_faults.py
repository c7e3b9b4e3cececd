"""Exports very many roles of which one in a hundred is broken, and measures time and memory.

    python benchmarks/batch_faults.py 10000 --formats docx,pdf,html,md --jobs 2

It prints the files made, the problems told, the exit code, and the most memory that the parent and
the largest of its workers held.
"""

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EVERY = 100
"""One role in so many is broken."""
SOUND = """\
title: Role {number}
department: sales
summary: What role {number} is for, in a sentence of its own.
responsibilities:
  - {{title: First, text: The first thing that it does.}}
  - {{title: Second, text: The second thing that it does.}}
qualifications: [One, Two, Three]
technologies: [Python, SQL]
"""
BROKEN = (
    b"title: [\n",
    b"title: A\n\tsummary: B\n",
    b"title: A\nsalary: 1\n",
    b"title: A\ntitle: B\n",
    b"title: A\nqualifications: 3\n",
    b"title: A\nresponsibilities:\n- {title: B, share: 80}\n- {title: C, share: 90}\n",
    b"title: A\nsummary: B\x07\n",
    b"title: \xff\xfe\n",
    b"title: A\nsummary: " + b"x" * 3_000_000 + b"\n",
    b"title: A\nlanguage: xx-nowhere-at-all\n",
)
"""Ways to break a role: YAML, tab, field, double key, type, shares, control, bytes, size, value."""


def write_project(folder: Path, number: int, formats: str) -> None:
    """Write a project of *number* roles into *folder*."""
    (folder / "postingkit.yaml").write_text(f"formats: [{formats}]\ndepartments: {{sales: {{}}}}\n")
    (folder / "roles").mkdir()
    for index in range(number):
        broken, is_broken = BROKEN[index // EVERY % len(BROKEN)], index % EVERY == 0
        data = broken if is_broken else SOUND.format(number=index).encode()
        (folder / "roles" / f"role-{index:05}.yaml").write_bytes(data)


def main() -> None:
    """Write, export and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("--formats", default="docx,pdf,html,md")
    parser.add_argument("--jobs", default="2")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, options.number, options.formats)
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
        command = [sys.executable, "-m", "postingkit", "export", "-j", options.jobs]
        started = time.monotonic()
        with subprocess.Popen(  # noqa: S603 - our own command
            command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
        ) as run:
            most, (_, err) = _watched(run.pid), run.communicate()
        took = time.monotonic() - started
        files = sum(
            1
            for path in (folder / "out").rglob("*.*")
            if path.is_file() and path.suffix != ".jsonl"
        )
        print(f"{options.number:,} roles, {options.formats}, -j {options.jobs}: {took:.0f} s")
        print(f"exit code {run.returncode}, {files:,} files, {err.splitlines()[-1]}")
        print(f"problems shown: {len(re.findall('error:', err))}")
        print(f"processor: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime:.0f} s")
        for who, kilobytes in most.items():
            print(f"most memory of {who}: {kilobytes / 1024:.0f} MB")


def _watched(parent: int) -> dict[str, int]:
    """Look at the most memory of the process *parent* and of its workers until it ends."""
    most = {"the parent": 0, "a worker": 0}
    while peak := _peak(parent):
        most["the parent"] = max(most["the parent"], peak)
        children = Path(f"/proc/{parent}/task/{parent}/children")
        for child in children.read_text().split() if children.exists() else ():
            most["a worker"] = max(most["a worker"], _peak(int(child)))
        time.sleep(0.1)
    return most


def _peak(pid: int) -> int:
    """Give the most kilobytes that the process *pid* has held, as Linux says it; 0 once ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s*(\d+)", status)
    return int(found[1]) if found else 0


if __name__ == "__main__":
    main()
