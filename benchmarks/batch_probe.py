"""Exports a part of a project in a process of its own, and tells how long that took, as JSON.

    python benchmarks/batch_probe.py PROJECT OUTPUT FIRST LAST WORKERS METHOD

First it exports two small parts of the same length, which no other does: the first one pays for
the start of the workers and for what they make ready, the second one for neither. It says so, and
then waits for a line before it exports the roles from FIRST to before LAST. METHOD is the way
in which workers begin; one worker is this process.
"""

import json
import sys
import time
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path
from typing import cast

from postings import name_of

from postingkit.batch.crew import Alone, Crew, Workers
from postingkit.batch.export import Export
from postingkit.batch.planned import Request
from postingkit.batch.pools import Pool
from postingkit.batch.wanted import Wanted
from postingkit.processes import FORKSERVER, Way, begin_loading
from postingkit.store.places import FolderPlace
from postingkit.store.seen import Seen
from postingkit.store.standing import before

PART = 80
"""Roles in each of the two parts; they stand at the end of the project."""


class KeptPool(Pool):
    """A pool that stays when an export is through."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as its base has it
        """Let the workers wait for the next export."""

    def end(self) -> None:
        """Let the workers go."""
        super().shutdown()


class Probe:
    """Exports parts of *project* into *output* by one crew."""

    def __init__(self, project: Path, output: Path, crew: Crew) -> None:
        self._project, self._output, self._crew = project, output, crew

    def seconds(self, numbers: Iterable[int]) -> float:
        """Export the roles of these *numbers*, and give the seconds between look and last word."""
        place = FolderPlace(self._output, Seen(self._output.with_suffix(".seen")))
        known = before(self._project, place, ())
        wanted = Wanted(Request(), frozenset(map(name_of, numbers)), frozenset())
        export = Export(known, wanted, place.output(), lambda _: self._crew)
        export.look()
        started = time.perf_counter()
        for result in export.results():
            assert result.state == "made", result  # noqa: S101 - all of it is new
        return time.perf_counter() - started


def main() -> None:
    """Measure the two small parts, then, when told to, the large one."""
    project, output, first, last, workers, named = sys.argv[1:]
    method = cast("Way", named)
    start = cache(partial(_begun, int(workers), method))
    crew = Workers(start, int(workers)) if int(workers) > 1 else Alone()
    probe = Probe(Path(project), Path(output), crew)
    count = len(list((Path(project) / "roles").iterdir()))
    cold = probe.seconds(range(count - PART, count))
    warm = probe.seconds(range(count - 2 * PART, count - PART))
    print(json.dumps({"cold": cold, "warm": warm}), flush=True)
    sys.stdin.readline()
    print(json.dumps(probe.seconds(range(int(first), int(last)))), flush=True)
    if int(workers) > 1:
        start().end()


def _begun(workers: int, method: Way) -> KeptPool:
    if method == FORKSERVER:
        begin_loading()
    return KeptPool(workers, method)


if __name__ == "__main__":
    main()
