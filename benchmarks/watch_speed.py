"""Measures how soon after a role was written its files are there anew, while a watch is running.

Run it with ``python benchmarks/watch_speed.py [ROLES]``; without a number there are 1,000 of them.
"""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROLES = 1_000
TIMES = 15
PAUSE = 0.7
TARGET = 0.2
FORMATS = ("docx", "html", "md", "pdf")
TASK = "  - title: Task {task}\n    text: What task {task} of role {number} means, in a sentence.\n"


def write_project(folder: Path, count: int) -> None:
    """Write a project of *count* roles in three departments."""
    (folder / "roles").mkdir()
    departments = "departments: {data: {template: classic}, sales: {template: bold}, other: {}}\n"
    (folder / "postingkit.yaml").write_text(f"organization: {{name: Example}}\n{departments}")
    for number in range(count):
        department = ("data", "sales", "other")[number % 3]
        tasks = "".join(TASK.format(task=task, number=number) for task in range(6))
        head = f"title: Role {number}\ndepartment: {department}\nsummary: About role {number}.\n"
        text = f"{head}responsibilities:\n{tasks}technologies: [Python, SQL]\n"
        (folder / "roles" / f"role-{number:05}.yaml").write_text(text)


def seconds_of(folder: Path, number: int) -> float:
    """Write one role as editors do, beside and renamed, and wait for the last of its files."""
    role = folder / "roles" / f"role-{number:05}.yaml"
    files = [folder / "out" / "roles" / f"{role.stem}.{name}" for name in FORMATS]
    before = [file.stat().st_mtime_ns for file in files]
    beside = role.with_suffix(".new")
    text = role.read_text().partition("level:")[0]
    beside.write_text(f"{text}level: Level {time.time_ns()}\n")
    started = time.perf_counter()
    beside.replace(role)
    while any(file.stat().st_mtime_ns == at for file, at in zip(files, before, strict=True)):
        time.sleep(0.001)
    return time.perf_counter() - started


def main() -> None:
    """Measure, and print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROLES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, count)
        command = [sys.executable, "-m", "postingkit", "export", "-p", name]
        subprocess.run([*command, "--quiet"], check=True)  # noqa: S603 - our own command
        watch = subprocess.Popen([*command, "--watch"], stderr=subprocess.PIPE)  # noqa: S603
        assert watch.stderr  # noqa: S101 - it was asked for
        while b"Watching" not in watch.stderr.readline():
            pass
        time.sleep(5)
        idle = _processor_time(watch.pid)
        time.sleep(5)
        idle = (_processor_time(watch.pid) - idle) / 5
        started = _processor_time(watch.pid)
        found = []
        for number in range(TIMES):
            found.append(seconds_of(folder, number * (count // TIMES)))
            time.sleep(PAUSE)
        used = (_processor_time(watch.pid) - started) / TIMES - idle * PAUSE
        watch.send_signal(signal.SIGINT)
        code = watch.wait()
    print(f"{count:,} roles, {len(FORMATS)} formats, {TIMES} changes of one role each")
    print(f"from the write to the last file replaced: median {statistics.median(found):.3f} s,")
    print(f"  fastest {min(found):.3f} s, slowest {max(found):.3f} s; wanted: {TARGET} s")
    print(f"processor time: {used:.3f} s for a round, {idle:.1%} of a core while idle")
    print(
        f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; exit code {code}"
    )


def _processor_time(process: int) -> float:
    """Give the seconds of processor time that a *process* has had (Linux, proc(5))."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
