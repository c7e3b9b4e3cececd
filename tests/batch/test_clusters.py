"""A Dask cluster makes what processes of this computer make, and outlives its workers' deaths."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from distributed import Client

from postingkit.batch.clusters import DIED, Connected
from postingkit.batch.crew import Workers, lost
from postingkit.batch.planned import Request
from postingkit.batch.tasks import Order, Outcome, Task
from postingkit.store import Folder

pytestmark = pytest.mark.slow
ROLES = 60
PATIENCE = 60
FILES = {
    "postingkit.yaml": "formats: [md, docx]",
    "openings/rows.csv": "id,role,location.city,location.country\nc-1,role-1,Berlin,DE\n",
    "roles/broken.yaml": "title: [",
    "roles/odd.yaml": "title: Odd\nresponsibilities: [One, One]\n",
}


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler and two workers on this computer, each a process, in *folder*."""

    address: str
    folder: Path

    def export(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Begin an export by the cluster."""
        return begun(self.folder, "--executor", "dask", "--scheduler", self.address, *arguments)


def begun(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "postingkit", "export", "-p", "project", *arguments]
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / "cache")}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe)


def ended(run: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    out, err = run.communicate(timeout=PATIENCE)
    return run.returncode, out.decode(), err.decode()


def started(*arguments: str) -> subprocess.Popen[bytes]:
    """Start a part of a cluster, which gives a task up with the first worker that dies of it."""
    environment = os.environ | {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)


def address_in(file: Path) -> str:
    for _ in range(PATIENCE * 10):
        if file.exists() and file.read_text("utf-8").endswith("}"):
            return str(json.loads(file.read_text("utf-8"))["address"])
        time.sleep(0.1)
    raise TimeoutError


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a scheduler without workers."""
    file = tmp_path_factory.mktemp("scheduler") / "scheduler.json"
    named = "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file)
    process = started("scheduler", *named)
    yield address_in(file)
    process.terminate()
    process.wait(PATIENCE)


@pytest.fixture(scope="module")
def cluster(scheduler: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Give a cluster beside a project of many roles, and what one process makes of that."""
    folder = tmp_path_factory.mktemp("shared")
    files = FILES | {f"roles/role-{n}.yaml": f"title: Role {n}" for n in range(ROLES)}
    for path, text in files.items():
        (folder / "project" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "project" / path).write_text(text, "utf-8")
    (folder / "local.json").write_text(ended(begun(folder, "-o", "local", "--json", "-j1"))[1])
    named = "--nworkers", "2", "--nthreads", "1", "--local-directory", str(folder)
    process = started("worker", scheduler, *named)
    yield Cluster(scheduler, folder)
    process.terminate()
    process.wait(PATIENCE)


def held(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def told(text: str) -> dict[str, object]:
    """Give what was told to a program, but for the time it took."""
    report: dict[str, object] = json.loads(text)
    files = report["files"]
    assert isinstance(files, list)
    for each in files:
        del each["milliseconds"]
    return report


def test_a_scheduler_without_workers_is_told(scheduler: str, tmp_path: Path) -> None:
    (tmp_path / "project" / "roles").mkdir(parents=True)
    (tmp_path / "project" / "postingkit.yaml").write_text("formats: [md]", "utf-8")
    code, _, err = ended(Cluster(scheduler, tmp_path).export())
    assert code == 1
    assert err == (
        f"error: The scheduler at “{scheduler}” has no workers. "
        f"Start some with: dask worker {scheduler}\n"
    )


def test_a_cluster_makes_and_tells_the_same_as_one_process(cluster: Cluster) -> None:
    code, out, err = ended(cluster.export("-o", "dask", "--json"))
    assert (code, err) == (1, "")
    assert told(out) == told((cluster.folder / "local.json").read_text())
    assert held(cluster.folder / "dask") == held(cluster.folder / "local")
    assert "roles/role-59.docx" in held(cluster.folder / "dask")


@pytest.mark.parametrize("number", ["2", "4"])
def test_so_do_several_processes(cluster: Cluster, number: str) -> None:
    _, out, _ = ended(begun(cluster.folder, "-o", f"own{number}", "--json", "-j", number))
    assert told(out) == told((cluster.folder / "local.json").read_text())
    assert held(cluster.folder / f"own{number}") == held(cluster.folder / "local")


def test_a_cluster_puts_files_to_an_address(cluster: Cluster) -> None:
    url = f"file://{cluster.folder.as_posix()}/remote"
    _, out, _ = ended(cluster.export("-o", url, "--json", "-j", "3"))
    assert told(out) == told((cluster.folder / "local.json").read_text())
    assert held(cluster.folder / "remote") == held(cluster.folder / "local")


def test_only_what_has_changed_is_made_by_a_cluster(cluster: Cluster) -> None:
    ended(begun(cluster.folder, "-o", "some"))
    (cluster.folder / "some" / "roles" / "role-7.md").unlink()
    _, out, _ = ended(cluster.export("-o", "some", "--json"))
    report = json.loads(out)
    made = [(each["path"], each["why"]) for each in report["files"] if each["state"] == "made"]
    assert made == [("roles/role-7.md", "roles/role-7.md is missing")]
    assert held(cluster.folder / "some") == held(cluster.folder / "local")


def test_a_worker_that_is_killed_in_the_middle_costs_a_retry(cluster: Cluster) -> None:
    client = Client(cluster.address, timeout=PATIENCE, set_as_default=False)
    run = cluster.export("-o", "killed")
    first = cluster.folder / "killed" / "roles"
    while run.poll() is None and not first.exists():
        time.sleep(0.01)
    os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
    client.close()
    code, _, err = ended(run)
    assert code == 1
    assert err.splitlines()[0].startswith("project/roles/broken.yaml:1:1: error:")
    assert err.endswith(" 1 problem.\n")
    assert held(cluster.folder / "killed") == held(cluster.folder / "local")


def test_what_workers_die_of_is_told_and_costs_nothing_else(cluster: Cluster) -> None:
    def make(_: Order, tasks: tuple[Task, ...], *, run: str = "") -> tuple[Outcome, ...]:
        assert run
        if any(task.id == "deadly" for task in tasks):
            os.kill(os.getpid(), signal.SIGKILL)
        return tuple(Outcome(task) for task in tasks)

    names = [*(f"a{n}" for n in range(21)), "deadly", "z"]
    tasks = [Task("roles", name, {}, {}) for name in names]
    order = Order(Path(), Folder(Path()), Request(), "", {})
    workers = Workers(lambda: Connected(cluster.address), 2, DIED)
    outcomes = list(workers.made(make, order, tasks, lost))
    assert [outcome.task.id for outcome in outcomes] == names
    assert [outcome.task.id for outcome in outcomes if outcome.problems] == ["deadly"]


def test_an_interruption_ends_the_tasks_too(cluster: Cluster) -> None:
    run = cluster.export("-o", "interrupted", "-f", "pdf,docx,html,md")
    while run.poll() is None and not (cluster.folder / "interrupted" / "roles").exists():
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    before = time.monotonic()
    assert ended(run)[0] == 130
    assert time.monotonic() - before < 3
    files = held(cluster.folder / "interrupted")
    time.sleep(0.5)
    assert held(cluster.folder / "interrupted") == files
    assert not [path for path in files if "unfinished" in path]
