"""What a browser is answered: the page and what is planned, to this computer alone."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from postingkit.errors import FilePlace, Problem
from postingkit.preview import Answer, Asked, Document, FileName, Item, Scene, Site, answer

HOST = "127.0.0.1:8000"
DOCUMENT = Document("Clerk", "en", "ltr", "plain", ("html", "docx", "pdf", "md"))
SCENE = Scene(3, "Example", (Item("roles", "clerk", (DOCUMENT,), mark="1"),), ("plain", "bold one"))
PAGE = "/files/roles/clerk/en/clerk.html"


def made(name: FileName, template: str) -> bytes | None:
    return f"{name.id} {name.format} {template}".encode()


def asked(
    target: str,
    method: str = "GET",
    hosts: tuple[str, ...] = (HOST,),
    make: Callable[[FileName, str], bytes | None] = made,
) -> Answer:
    return answer(Asked(method, target, hosts), Site(8000, SCENE, make))


@pytest.mark.parametrize(
    ("target", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/?posting=roles%2Fclerk", "text/html; charset=utf-8"),
        ("/page.css", "text/css; charset=utf-8"),
        ("/problems.css", "text/css; charset=utf-8"),
        ("/page.js", "text/javascript; charset=utf-8"),
        ("/scene.json", "application/json"),
        ("/events", "text/event-stream"),
        (PAGE, "text/html; charset=utf-8"),
        (f"{PAGE}?template=bold%20one", "text/html; charset=utf-8"),
        (PAGE.replace("html", "pdf"), "application/pdf"),
        (PAGE.replace("html", "md"), "text/plain; charset=utf-8"),
    ],
)
def test_what_there_is_is_given(target: str, media_type: str) -> None:
    found = asked(target)
    assert (found.status, found.media_type) == (200, media_type)
    assert found.is_stream == (target == "/events")
    assert bool(found.body) != found.is_stream


def test_all_that_the_page_asks_for_is_given() -> None:
    parts = re.findall(r' (?:href|src)="([a-z.]+)"', asked("/").body.decode())
    assert len(parts) == 5
    assert [asked(f"/{part}").status for part in parts] == [200] * 5


def test_a_file_is_made_in_its_own_template_or_another() -> None:
    assert asked(PAGE).body == b"clerk html "
    assert asked(f"{PAGE}?template=bold%20one").body == b"clerk html bold one"


@pytest.mark.parametrize(
    "target",
    [
        "",
        "*",
        "//evil.example/",
        "http://127.0.0.1:8000/",
        "/../../etc/passwd",
        "/page.css/../page.html",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/answers.py",
        "/__init__.py",
        "/files/",
        "/files/roles/clerk/en/clerk.exe",
        "/files/roles/clerk/de/clerk.html",
        "/files/roles/../clerk/en/clerk.html",
        "/files/roles/..%2f..%2fsecret/en/clerk.html",
        "/files/roles/clerk/en/clerk.html%00",
        "/files//etc/passwd",
        f"{PAGE}?template=none",
        f"{PAGE}?template=../../secret",
        f"{PAGE}?template=plain&template=plain",
        f"{PAGE}?{'&' * 10_000}",
        "/" + "a" * 60_000,
        "/\x00\r\nX: y",
    ],
)
def test_nothing_else_is_given(target: str) -> None:
    assert asked(target).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get"])
def test_nothing_can_be_changed(method: str) -> None:
    refused = asked("/", method)
    assert (refused.status, refused.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "hosts",
    [
        (),
        ("",),
        ("evil.example",),
        ("evil.example:8000",),
        ("127.0.0.1",),
        ("127.0.0.1:80",),
        ("127.0.0.1:8000.evil.example",),
        ("127.0.0.1:8000@evil.example",),
        ("localhost.evil.example:8000",),
        ("0.0.0.0:8000",),
        (HOST, HOST),
        (HOST, "evil.example"),
    ],
)
def test_another_host_is_refused(hosts: tuple[str, ...]) -> None:
    assert asked("/scene.json", hosts=hosts).status == 421


@pytest.mark.parametrize("host", [HOST, "localhost:8000", "LocalHost:8000", "[::1]:8000"])
def test_this_computer_is_answered(host: str) -> None:
    assert asked("/", hosts=(host,)).status == 200


def test_the_usual_port_may_go_unsaid() -> None:
    site = Site(80, SCENE, made)
    assert answer(Asked("GET", "/", ("localhost",)), site).status == 200


@pytest.mark.parametrize("target", ["/", "/none", PAGE, "/scene.json", "/events"])
def test_no_answer_is_kept_guessed_at_or_used_by_others(target: str) -> None:
    headers = asked(target).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in headers["Content-Security-Policy"] or target == PAGE


def test_a_posting_runs_no_script_and_stays_within_the_page() -> None:
    policy = asked(PAGE).headers["Content-Security-Policy"]
    assert "script-src" not in policy
    assert "frame-ancestors 'self'; sandbox allow-same-origin" in policy


def test_files_have_names_and_word_files_are_kept() -> None:
    word = PAGE.replace("html", "docx")
    assert asked(word).headers["Content-Disposition"] == 'attachment; filename="clerk.docx"'
    assert asked(PAGE).headers["Content-Disposition"] == 'inline; filename="clerk.html"'


def test_what_cannot_be_made_is_said() -> None:
    assert asked(PAGE, make=lambda *_: None).status == 422


def test_a_problem_keeps_its_line_and_caret() -> None:
    place = FilePlace("roles/clerk.yaml", 7, 211, "x" * 210 + "titel: A" + "y" * 300)
    item = replace(SCENE.items[0], problems=(Problem.at(place, "No.", "Write it."),))
    scene = replace(SCENE, items=(item,))
    site = Site(8000, scene, made)
    body = answer(Asked("GET", "/scene.json", (HOST,)), site).body
    told = json.loads(body)["items"][0]["told"][0]
    assert told["source"][told["column"] :].startswith("titel: A")
    assert len(told["source"]) == 120
    assert (told["where"], told["line"]) == ("roles/clerk.yaml:7:211", 7)
    assert (told["severity"], told["message"], told["hint"]) == ("error", "No.", "Write it.")
