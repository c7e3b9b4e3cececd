"""The same bytes, whoever makes them: this process, or two or four, however they are started."""

from functools import partial
from pathlib import Path

import pytest

from conftest import Project
from postingkit.batch.crew import Alone, Crew, Workers
from postingkit.batch.export import Export
from postingkit.batch.planned import Request
from postingkit.batch.pools import Pool
from postingkit.batch.wanted import Wanted
from postingkit.processes import FORK, FORKSERVER, SPAWN, Way
from postingkit.store.places import FolderPlace
from postingkit.store.seen import Seen
from postingkit.store.standing import before

CREWS: dict[str, tuple[int, Way]] = {
    "two": (2, FORK),
    "four": (4, FORK),
    "copies of another": (2, FORKSERVER),
    "spawned": (2, SPAWN),
}


def exported(project: Project, name: str, crew: Crew) -> dict[str, bytes]:
    output = project.folder.parent / name
    seen = Seen(project.folder.parent / f"{name}.json")
    known = before(project.folder, FolderPlace(output, seen), ())
    wanted = Wanted(Request(), is_whole=True)
    export = Export(known, wanted, known.place.output(), lambda _: crew)
    export.look()
    assert {result.state for result in export.results()} == {"made"}
    assert not export.problems
    known.place.tidy()
    return _everything(output)


def _everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", CREWS)
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # that it may be of threads
def test_every_crew_makes_the_same_bytes(project: Project, name: str) -> None:
    project.write({"postingkit.yaml": "languages: [en, de]\nformats: [docx, pdf, html, md]"})
    german = "translations: {de: {title: Stelle}}"
    project.write({f"roles/r{n}.yaml": f"title: Role {n}\n{german}" for n in range(50)})
    rows = "".join(f"o{n},r{n % 7},de\n" for n in range(30))
    project.write({"openings/rows.csv": f"id,role,language\n{rows}"})
    alone = exported(project, "alone", Alone())
    assert len(alone) == 4 * (2 * 50 + 30) + 1
    number, way = CREWS[name]
    assert exported(project, name, Workers(partial(Pool, number, way), number)) == alone
