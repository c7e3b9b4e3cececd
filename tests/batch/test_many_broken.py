"""Very many roles of which some are broken in all ways: these are named, the others are made."""

import json
import subprocess
import sys

import pytest

from conftest import Project

SOUND, EVERY, SPARE_MEGABYTES = 900, 9, 15
BROKEN = {
    b"title: [\n": "",
    b"title: A\n\tsummary: B\n": "tab",
    b"title: A\nsalary: 1\n": "“salary”",
    b"title: A\ntitle: B\n": "title",
    b"title: A\nqualifications: 3\n": "",
    b"title: A\nresponsibilities:\n- {title: B, share: 80}\n- {title: C, share: 90}\n": "100",
    b"title: A\nsummary: B\x07\n": "",
    b"title: \xff\xfe\n": "UTF-8",
    b"title: A\nsummary: " + b"x" * 3_000_000 + b"\n": "",
    b"title: A\nlanguage: xx-nowhere-at-all\n": "",
}
RUN = """
import resource, sys
from postingkit.cli import main
try:
    main()
finally:
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        print("memory", resource.getrusage(who).ru_maxrss // 1024)
"""


def export(jobs: str, output: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", RUN, "export", "-o", output, "-j", jobs]
    return subprocess.run(command, capture_output=True, check=False, text=True, timeout=300)


def memory(run: "subprocess.CompletedProcess[str]") -> list[int]:
    return [int(line.split()[1]) for line in run.stdout.splitlines() if line.startswith("memory")]


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_broken_ones_are_named_and_the_others_made(project: Project, jobs: str) -> None:
    project.write({"postingkit.yaml": "formats: [md]"})
    project.write({f"roles/a{n:04}.yaml": f"title: Role {n}" for n in range(SOUND // EVERY)})
    names = [f"roles/a{n:04}b.yaml" for n in range(0, SOUND, EVERY)]
    ways = [*BROKEN] * (len(names) // len(BROKEN))
    project.write(dict(zip(names[: len(BROKEN)], BROKEN, strict=True)))
    few = memory(export(jobs, "few"))
    project.write({f"roles/a{n:04}.yaml": f"title: Role {n}" for n in range(SOUND)})
    project.write(dict(zip(names, ways, strict=True)))
    project.write({"roles/more/a0001.yaml": "title: Of a name that is taken"})
    run = export(jobs, "out")
    assert run.returncode == 1
    assert len(project.paths("out")) == SOUND - 1  # two of one name are both broken
    assert "problems." in run.stderr.splitlines()[-1]
    for now, before in zip(memory(run), few, strict=True):
        assert now < before * 1.1 + SPARE_MEGABYTES
    told = json.loads(project.run("export", "--json", "-j", "1").out)["problems"]
    assert {each["file"] for each in told} >= {*names, "roles/more/a0001.yaml"}
    messages = " ".join(each["message"] for each in told)
    assert [words for words in BROKEN.values() if words not in messages] == []
