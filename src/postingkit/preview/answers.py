"""Decides what a browser is answered: only what the page needs, and only to the page itself.

A page of somebody else's must neither read what is shown here nor find out what there is, even
where its name was made to lead to this computer (DNS rebinding): so requests must name this
computer as their host, and no answer may be used by another page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import quote

from postingkit.preview.scene import FileName, Scene

METHODS = ("GET", "HEAD")
HOSTS = ("127.0.0.1", "localhost", "[::1]")
PAGE = {
    "/": ("page.html", "text/html; charset=utf-8"),
    "/page.css": ("page.css", "text/css; charset=utf-8"),
    "/list.css": ("list.css", "text/css; charset=utf-8"),
    "/posting.css": ("posting.css", "text/css; charset=utf-8"),
    "/problems.css": ("problems.css", "text/css; charset=utf-8"),
    "/page.js": ("page.js", "text/javascript; charset=utf-8"),
}
MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "md": "text/plain; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
OTHER_TYPE = "application/octet-stream"
INLINE = ("html", "md", "pdf")
PLAIN = "text/plain; charset=utf-8"
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
DOCUMENT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
"""A document brings its own style and pictures, and runs no script (`sandbox`). It stays of the
page's origin so that the page may keep its place when it is made anew."""
SAFE_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a browser asks for: the *method* and *target* of its request, and each host it names."""

    method: str
    target: str
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser is answered; where it *is_stream*, news of each new scene follow."""

    status: HTTPStatus
    body: bytes = b""
    media_type: str = PLAIN
    policy: str = PAGE_POLICY
    further: Mapping[str, str] = field(default_factory=dict)
    is_stream: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """All headers but the length."""
        own = {"Content-Type": self.media_type, "Content-Security-Policy": self.policy}
        return {**own, **SAFE_HEADERS, **self.further}


@dataclass(frozen=True, slots=True)
class Site:
    """What answers are made of: the *port*, the *scene*, and a function that makes a file.

    That is given the file's name and a template, or an empty text for the document's own; it gives
    None for a file that cannot be made.
    """

    port: int
    scene: Scene
    make: Callable[[FileName, str], bytes | None]


def answer(asked: Asked, site: Site) -> Answer:
    """Answer a browser."""
    if asked.method not in METHODS:
        return _refused(HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": ", ".join(METHODS)})
    if len(asked.hosts) != 1 or asked.hosts[0].lower() not in _own_names(site.port):
        return _refused(HTTPStatus.MISDIRECTED_REQUEST)
    path, _, query = asked.target.partition("?")
    if path in PAGE:
        name, media_type = PAGE[path]
        return Answer(HTTPStatus.OK, _part(name), media_type)
    match path:
        case "/scene.json":
            return Answer(HTTPStatus.OK, site.scene.data, "application/json")
        case "/events":
            return Answer(HTTPStatus.OK, media_type="text/event-stream", is_stream=True)
        case _:
            return _file(path, query, site)


def _own_names(port: int) -> frozenset[str]:
    named = frozenset(f"{host}:{port}" for host in HOSTS)
    return named | set(HOSTS) if port == 80 else named  # noqa: PLR2004 - the usual port goes unsaid


def _file(path: str, query: str, site: Site) -> Answer:
    """Give a file that is planned, in a template that there is."""
    name = site.scene.files.get(path)
    templates = {"": "", **{f"template={quote(each)}": each for each in site.scene.templates}}
    if name is None or query not in templates:
        return _refused(HTTPStatus.NOT_FOUND)
    data = site.make(name, templates[query])
    if data is None:
        return _refused(HTTPStatus.UNPROCESSABLE_ENTITY)
    where = "inline" if name.format in INLINE else "attachment"
    further = {"Content-Disposition": f'{where}; filename="{name.id}.{name.format}"'}
    media_type = MEDIA_TYPES.get(name.format, OTHER_TYPE)
    policy = PAGE_POLICY if name.format == "pdf" else DOCUMENT_POLICY
    return Answer(HTTPStatus.OK, data, media_type, policy, further)


def _refused(status: HTTPStatus, further: Mapping[str, str] | None = None) -> Answer:
    return Answer(status, f"{status.phrase}\n".encode(), further=further or {})


@cache
def _part(name: str) -> bytes:
    """Give a part of the page that comes with postingkit."""
    return files(__package__).joinpath(name).read_bytes()
