"""Tasks that are made on another computer are told of as if they were made here."""

import json
import subprocess
import sys
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from distributed.protocol.pickle import dumps

from conftest import Project
from postingkit.batch import fitness
from postingkit.batch.abroad import end, make_abroad, new_run
from postingkit.batch.bench import make_outcomes
from postingkit.batch.clusters import question
from postingkit.batch.fitness import Expected, unfitness
from postingkit.batch.laid import made_with
from postingkit.batch.plan import Planner
from postingkit.batch.planned import Request
from postingkit.batch.tasks import Order, Outcome, Task
from postingkit.errors import Unreachable
from postingkit.model import load_undated
from postingkit.store import Folder
from postingkit.store.digests import digest_of
from postingkit.store.seen import Seen
from postingkit.store.software import software_digest
from postingkit.store.tree import input_digests

SETTINGS = "formats: [md]"


@pytest.fixture
def order(project: Project) -> Order:
    """Give the order to export a project that the working folder holds, into ``out``."""
    project.write(
        {
            "work/postingkit.yaml": SETTINGS,
            "work/roles/clerk.yaml": "title: Clerk",
            "work/roles/broken.yaml": "title: [",
        }
    )
    seen, folder = Seen(Path("nowhere")), Path("work")
    loaded = load_undated(folder, ())
    planner = Planner(loaded, Request())
    planner.prepare()
    found = made_with(
        loaded,
        planner.formats,
        inputs=input_digests(folder.as_posix(), seen),
        software=software_digest(seen),
        settings=(),
        font_folders=(),
    )
    return Order(folder, Folder(Path("out")), Request(), found.common, found.laid)


def task(name: str) -> Task:
    return Task("roles", name, {name: Path(f"work/roles/{name}.yaml")}, {})


def quick(outcome: Outcome) -> Outcome:
    return replace(outcome, results=tuple(replace(r, milliseconds=0) for r in outcome.results))


def test_what_is_told_names_paths_as_they_were_given(
    project: Project, order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = task("clerk"), task("broken")
    here = make_outcomes(order, tasks)
    (project.folder / "out/roles/clerk.md").unlink()
    monkeypatch.chdir(tmp_path)
    there = make_abroad(project.folder, make_outcomes, order, tasks, run=new_run())
    assert tuple(map(quick, there)) == tuple(map(quick, here))
    assert there[1].problems[0].place
    assert there[1].problems[0].place.file == "work/roles/broken.yaml"
    assert (project.folder / "out/roles/clerk.md").exists()


def test_so_do_files_that_cannot_be_written(
    project: Project, order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.folder / "out/roles/clerk.md").mkdir(parents=True)
    here = make_outcomes(order, (task("clerk"),))
    monkeypatch.chdir(tmp_path)
    there = make_abroad(project.folder, make_outcomes, order, (task("clerk"),), run=new_run())
    assert there == here
    assert "“out/roles/clerk.md” could not be written" in there[0].results[0].problems[0].message


def test_a_worker_that_would_make_other_files_is_refused(project: Project, order: Order) -> None:
    project.write({"work/postingkit.yaml": "formats: [html]"})
    with pytest.raises(Unreachable, match=r"A worker would make other files than this computer"):
        make_abroad(project.folder, make_outcomes, order, (task("clerk"),), run=new_run())
    assert not (project.folder / "out").exists()


def test_nothing_is_begun_of_a_run_that_has_ended(project: Project, order: Order) -> None:
    run = new_run()
    end(run)
    assert make_abroad(project.folder, make_outcomes, order, (task("clerk"),), run=run) == ()


@pytest.fixture
def expected(project: Project, order: Order) -> Expected:
    """Give what this process has and sees."""
    (project.folder / "out").mkdir()
    (project.folder / "out" / "a.sign").touch()
    return Expected(
        software_digest(Seen(Path("nowhere"))),
        (project.folder / order.folder).as_posix(),
        digest_of(SETTINGS.encode()),
        (project.folder / "out" / "a.sign").as_posix(),
        f"file://{project.folder.as_posix()}/out",
    )


def test_a_worker_that_has_and_sees_everything_is_fit(expected: Expected) -> None:
    assert unfitness(expected) == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"software": ""}, "has another postingkit than this computer"),
        ({"folder": "/nowhere"}, "does not see the project in “/nowhere” as it is here"),
        ({"settings": ""}, "as it is here. All workers must share that folder"),
        ({"sign": "/nowhere/a"}, "does not see the folder of “/nowhere/a”, where files go"),
        ({"url": "nothing://ann:secret@host"}, "cannot put files where they go. “nothing://host”"),
    ],
)
def test_what_a_worker_lacks_is_told(expected: Expected, change: dict[str, str], said: str) -> None:
    found = unfitness(replace(expected, **change))
    assert said in found
    assert "secret" not in found


def test_a_worker_without_postingkit_can_answer(
    expected: Expected, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert question()("lacking", astuple(expected)) == ""
    monkeypatch.setitem(sys.modules, fitness.__name__, None)
    assert question()("lacking", astuple(expected)) == "lacking"


def test_the_question_can_be_read_where_there_is_no_postingkit() -> None:
    code = (
        "import pickle, sys; sys.modules['postingkit'] = None; "
        "print(pickle.load(sys.stdin.buffer)('lacking', ()))"
    )
    asked = dumps(question())
    answer = subprocess.run([sys.executable, "-c", code], input=asked, stdout=-1, check=True)
    assert answer.stdout == b"lacking\n"


def test_a_cluster_without_its_package_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write({"postingkit.yaml": SETTINGS, "roles/clerk.yaml": "title: Clerk"})
    monkeypatch.setitem(sys.modules, "postingkit.batch.clusters", None)
    run = project.run("export", "--executor", "dask", "--scheduler", "tcp://127.0.0.1:1")
    assert run.code == 1
    assert run.err == "error: --executor dask needs a package: pip install 'postingkit[dask]'\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--executor", "dask"), "--executor dask and --scheduler tcp://host:port go together."),
        (("--scheduler", "tcp://127.0.0.1:1"), "go together."),
        (("--executor", "dask", "--scheduler", "a", "--watch"), "goes with neither --watch"),
        (("--executor", "dask", "--scheduler", "a", "x.yaml"), "goes with neither --watch"),
    ],
)
def test_what_goes_with_no_cluster_is_told(
    project: Project, arguments: tuple[str, ...], said: str
) -> None:
    run = project.run("export", *arguments)
    assert run.code == 2
    assert said in run.err


def test_an_address_that_is_none_is_told(project: Project) -> None:
    project.write({"postingkit.yaml": SETTINGS, "roles/clerk.yaml": "title: Clerk"})
    run = project.run("export", "--executor", "dask", "--scheduler", "nonsense")
    assert run.code == 1
    assert run.err.startswith("error: The scheduler at “nonsense” does not answer.")
    assert not list((project.folder / "out").rglob("*.sign"))


def test_a_plan_needs_no_cluster(project: Project) -> None:
    project.write({"postingkit.yaml": SETTINGS, "roles/clerk.yaml": "title: Clerk"})
    arguments = "--executor", "dask", "--scheduler", "nonsense", "--dry-run", "--json"
    run = project.run("export", *arguments)
    assert [file["path"] for file in json.loads(run.out)["files"]] == ["roles/clerk.md"]
