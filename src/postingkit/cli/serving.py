"""Lets browsers of this computer ask for the page: the connections, and nothing of the answers."""

import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from postingkit.preview import Answer, Asked, FileName, Scene, Site, answer

LOOPBACK = "127.0.0.1"
BEAT = 10.0
"""Seconds after which a listener is sent a sign of life, so that one that has gone is found out."""
LONGEST_REQUEST = 20.0
"""Seconds that a request may take to come in."""


class Server:
    """Answers on loopback alone, at *port*, or, where that is 0, at a free one.

    Files are made by *make*, as `Site` says. Raises `OSError` where the port cannot be had.
    """

    def __init__(self, port: int, make: Callable[[FileName, str], bytes | None]) -> None:
        self._make = make
        self._news = threading.Condition()
        self._scene = Scene()
        self._is_closed = False
        self._http = _Http(port, self)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.1,), daemon=True)

    @property
    def port(self) -> int:
        """The port that it answers at."""
        return int(self._http.server_address[1])

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{LOOPBACK}:{self.port}/"

    @property
    def site(self) -> Site:
        """What answers are made of now; before the first scene is there, it is waited for."""
        with self._news:
            self._news.wait_for(lambda: self._scene.number or self._is_closed)
            return Site(self.port, self._scene, self._make)

    def __enter__(self) -> Self:
        """Begin to answer."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Answer no more, and let all go that wait."""
        with self._news:
            self._is_closed = True
            self._news.notify_all()
        self._http.shutdown()
        self._http.server_close()

    def show(self, scene: Scene) -> None:
        """Show *scene* from now on, and tell all that listen."""
        with self._news:
            self._scene = scene
            self._news.notify_all()

    def next_number(self, known: int) -> int | None:
        """Wait for a scene other than *known*, or for a beat; None when it is over."""
        with self._news:
            self._news.wait_for(lambda: self._is_closed or self._scene.number != known, BEAT)
            return None if self._is_closed else self._scene.number


class _Http(ThreadingHTTPServer):
    """Takes connections for the server that it was *served* by, each on a thread of its own."""

    daemon_threads = True

    def __init__(self, port: int, served: Server) -> None:
        self.served = served
        super().__init__((LOOPBACK, port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    """Takes one request and gives one answer; every method comes to the same place."""

    server: _Http
    timeout = LONGEST_REQUEST
    server_version = "postingkit"
    sys_version = ""

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)

    def _answer(self) -> None:
        hosts = tuple(self.headers.get_all("Host", ()))
        answered = answer(Asked(self.command, self.path, hosts), self.server.served.site)
        try:
            self._send(answered)
            if answered.is_stream and self.command == "GET":
                self._tell()
        except (BrokenPipeError, ConnectionError, TimeoutError):
            self.close_connection = True  # nobody waits for the rest

    def _send(self, answered: Answer) -> None:
        self.send_response(answered.status)
        for name, value in answered.headers.items():
            self.send_header(name, value)
        if not answered.is_stream:
            self.send_header("Content-Length", str(len(answered.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answered.body)

    def _tell(self) -> None:
        """Send the number of each new scene, and now and then that of the last one again."""
        number = -1
        while (found := self.server.served.next_number(number)) is not None:
            number = found
            self.wfile.write(f"data: {number}\n\n".encode())
            self.wfile.flush()

    def send_error(
        self,
        code: int,
        message: str | None = None,  # noqa: ARG002 - it may repeat what was sent
        explain: str | None = None,  # noqa: ARG002 - as above
    ) -> None:
        """Refuse what is no request at all, in the same form as everything else."""
        status = HTTPStatus(code)
        self.command = self.command or "GET"
        self._send(Answer(status, f"{status.phrase}\n".encode()))
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its base's name
        """Say nothing: people look at the page, not at requests."""
