"""``postingkit preview``: what it serves, to whom, and that it follows what is written."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from typing import Any

import pytest

from conftest import Project

SOON = 20.0
FILES = {
    "roles/a.yaml": "title: <b>A</b>\ndepartment: it\nsummary: Does a.",
    "roles/b.yaml": "title: B",
    "roles/broken.yaml": "titel: C",
    "openings/berlin.yaml": "role: b",
    "templates/it/template.yaml": "extends: bold",
    "postingkit.yaml": "formats: [md]\ncomparisons: {both: {title: Both, roles: [a, b]}}",
}


class Preview:
    """A preview that runs in a process of its own."""

    def __init__(self, project: Project) -> None:
        self.project = project
        command = [sys.executable, "-m", "postingkit", "preview"]
        self.process = subprocess.Popen(
            command, cwd=project.folder, stderr=subprocess.PIPE, text=True, env=os.environ.copy()
        )
        assert self.process.stderr
        found = re.match(
            r"http://127\.0\.0\.1:(\d+)/  Ctrl-C ends it\.$", self.process.stderr.readline()
        )
        assert found
        self.port = int(found[1])

    def ask(self, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SOON)
        connection.request(method, path, headers=headers)
        return connection.getresponse()

    def scene(self) -> dict[str, Any]:
        return dict(json.loads(self.ask("/scene.json").read()))

    def send(self, data: bytes) -> bytes:
        """Send bytes that may be no request, and give what comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=SOON) as connection:
            connection.sendall(data)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def next_scene(self, events: HTTPResponse) -> dict[str, Any]:
        """Wait for news of a scene."""
        number = int(events.readline().removeprefix(b"data: "))
        events.readline()
        scene = self.scene()
        assert scene["number"] >= number
        return scene

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(SOON)
        assert self.process.stderr
        assert self.process.stderr.read() == ""
        return code


@pytest.fixture
def preview(project: Project) -> Iterator[Preview]:
    """Give a preview of two sound roles, a broken one, an opening and a comparison."""
    project.write(FILES)
    found = Preview(project)
    try:
        yield found
    finally:
        found.process.kill()
        found.process.wait()
        if found.process.stderr:
            found.process.stderr.close()


def test_everything_is_shown_and_nothing_written(preview: Preview) -> None:
    scene = preview.scene()
    items = {f"{item['kind']}/{item['id']}": item for item in scene["items"]}
    names = ["roles/a", "roles/b", "roles/broken", "openings/berlin", "comparisons/both"]
    assert list(items) == names
    shown = items["roles/a"]["documents"][0]
    assert (shown["title"], shown["template"]) == ("<b>A</b>", "it")
    assert [told["line"] for told in items["roles/broken"]["told"]] == [1, 1]
    heads = {"html": b"<!doctype html>", "pdf": b"%PDF-", "docx": b"PK", "md": b"# "}
    for name, path in shown["files"].items():
        assert preview.ask(path).read().startswith(heads[name])
    plain = preview.ask(f"{shown['files']['html']}?template=quiet").read()
    assert plain not in {preview.ask(shown["files"]["html"]).read(), b""}
    assert preview.ask("/").read().startswith(b"<!doctype html>")
    assert not (preview.project.folder / "out").exists()
    assert preview.end() == 0


def test_the_bytes_are_those_of_an_export(preview: Preview) -> None:
    preview.project.run("export", "-f", "html,md,pdf,docx")
    for item in preview.scene()["items"]:
        for document in item["documents"]:
            for name, path in document["files"].items():
                made = preview.project.folder / "out" / item["kind"] / f"{item['id']}.{name}"
                assert preview.ask(path).read() == made.read_bytes()


def test_the_page_is_told_of_changes_and_recovers(preview: Preview) -> None:
    events = preview.ask("/events")
    first = preview.next_scene(events)
    preview.project.write({"roles/b.yaml": "title: New"})
    second = preview.next_scene(events)
    marks = [[item["mark"] for item in scene["items"]] for scene in (first, second)]
    changed = [one != other for one, other in zip(*marks, strict=True)]
    assert changed == [False, True, False, True, True]
    assert second["items"][1]["documents"][0]["title"] == "New"
    preview.project.write({"postingkit.yaml": "formats: ["})
    broken = preview.next_scene(events)
    assert (broken["items"], broken["told"][0]["severity"]) == ([], "error")
    preview.project.write({"postingkit.yaml": FILES["postingkit.yaml"]})
    assert len(preview.next_scene(events)["items"]) == 5
    preview.project.write({"roles/broken.yaml": "title: C"})
    assert preview.next_scene(events)["items"][2]["told"] == []
    events.close()


def test_only_this_computer_is_answered_and_only_to_look(preview: Preview) -> None:
    assert preview.ask("/", Host="evil.example").status == 421
    assert preview.ask("/scene.json", Host=f"localhost:{preview.port}").status == 200
    assert preview.ask("/", "POST").status == 405
    assert preview.ask("/", "BREW").status == 405
    head = preview.ask("/", "HEAD")
    assert (head.status, head.read()) == (200, b"")
    assert int(head.headers["Content-Length"]) > 0
    assert head.headers["Server"].strip() == "postingkit"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", b" 421 "),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n", b" 421 "),
        (b"GET /../../etc/passwd HTTP/1.0\r\nHost: @\r\n\r\n", b" 404 "),
        (b"GET http://evil.example/ HTTP/1.0\r\nHost: @\r\n\r\n", b" 404 "),
        (b"GET /\xff\xfe%ff HTTP/1.0\r\nHost: @\r\n\r\n", b" 404 "),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.0\r\n\r\n", b" 414 "),
        (b"GET / HTTP/1.0\r\n" + b"X: y\r\n" * 200 + b"\r\n", b" 431 "),
        (b"<script>alert(1)</script>\r\n\r\n", b"Bad Request\n"),
        (b"GET / HTTP/9.9\r\n\r\n", b"Not Supported\n"),
    ],
)
def test_hostile_requests_are_refused(preview: Preview, sent: bytes, status: bytes) -> None:
    host = f"127.0.0.1:{preview.port}".encode()
    answered = preview.send(sent.replace(b"@", host))
    assert status in answered.split(b"\r\n")[0]
    assert b"script" not in answered.partition(b"\r\n\r\n")[2]
    assert preview.ask("/").status == 200


def test_a_port_that_is_taken_is_said(project: Project) -> None:
    project.write(FILES)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = project.run("preview", "--port", str(port))
    assert run.code == 2
    assert f"Port {port} cannot be had" in run.err


def test_a_preview_is_of_a_project(project: Project) -> None:
    run = project.run("preview", "-p", "..")
    assert run.code == 2
    assert "There is no postingkit.yaml" in run.err
