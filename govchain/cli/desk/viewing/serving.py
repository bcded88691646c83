"""A server for one reader on this machine: it gives the page, and whether there is a newer one.

Nothing else is served, to nobody who asks from elsewhere: a page of another site may lead a browser
here, but then the browser says so (`Host`, `Origin`, `Sec-Fetch-Site`), and is refused.
"""

from __future__ import annotations

import json
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from urllib.parse import parse_qs, urlsplit

from govchain.cli.desk.viewing.following import Follower
from govchain.cli.desk.viewing.waiting import waiting_page

HOST = "127.0.0.1"
PATIENCE = 20.0
"""Seconds that a browser waits for a newer page before it asks again."""
_OWN_SITE = ("same-origin", "none")
_FRAME = {
    "/": ("frame.html", "text/html; charset=utf-8"),
    "/frame.js": ("frame.js", "text/javascript; charset=utf-8"),
    "/frame.css": ("frame.css", "text/css; charset=utf-8"),
}
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_POLICY_OF_FRAME = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_POLICY_OF_PAGE = "frame-ancestors 'self'"


class Server(ThreadingHTTPServer):
    """Serves what a follower makes; each request in a thread that ends with the program."""

    daemon_threads = True

    def __init__(self, follower: Follower, port: int, language: str) -> None:
        """OSError where the port is taken; port 0: any that is free."""
        super().__init__((HOST, port), _Reader)
        self.follower, self.language = follower, language

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a reader that has gone."""

    def hosts(self) -> frozenset[str]:
        """What a browser on this machine calls it."""
        return frozenset(f"{name}:{self.server_port}" for name in (HOST, "localhost"))


def serve(server: Server) -> None:
    """Until the program is told to end."""
    is_over = threading.Event()
    looking = threading.Thread(target=server.follower.follow, args=(is_over,), daemon=True)
    looking.start()
    try:
        server.serve_forever()
    finally:
        is_over.set()
        server.server_close()


class _Reader(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    server_version = "govchain"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        if not self._is_from_here():
            self._give(HTTPStatus.FORBIDDEN, b"", "text/plain")
            return
        try:
            asked = urlsplit(self.path)
        except ValueError:  # an address that is none
            self._give(HTTPStatus.BAD_REQUEST, b"", "text/plain")
            return
        if asked.path in _FRAME:
            name, kind = _FRAME[asked.path]
            self._give(HTTPStatus.OK, self._frame(name), kind, _POLICY_OF_FRAME)
        elif asked.path == "/report":
            shown = self.server.follower.newest()
            page = shown.page or waiting_page(shown.troubles, self.server.language)
            content = page.encode(errors="replace")
            self._give(HTTPStatus.OK, content, "text/html; charset=utf-8", _POLICY_OF_PAGE)
        elif asked.path == "/news":
            self._give(HTTPStatus.OK, self._news(asked.query), "application/json")
        else:
            self._give(HTTPStatus.NOT_FOUND, b"", "text/plain")

    def _is_from_here(self) -> bool:
        """It asks for this server by its own name, and no other site sent it."""
        host, origin = self.headers.get("Host", ""), self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "none")
        is_own = origin is None or origin == f"http://{host}"
        return host in self.server.hosts() and is_own and site in _OWN_SITE

    def _frame(self, name: str) -> bytes:
        text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
        return text.replace("{language}", self.server.language).encode()

    def _news(self, query: str) -> bytes:
        known = parse_qs(query).get("after", [""])[0]
        after = int(known) if known.isdecimal() and len(known) < 10 else -1
        shown = self.server.follower.newest(after, PATIENCE)
        return json.dumps({"number": shown.number, "troubles": shown.troubles}).encode()

    def _give(self, status: HTTPStatus, content: bytes, kind: str, policy: str = "") -> None:
        headers = _HEADERS | ({"Content-Security-Policy": policy} if policy else {})
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: who reads sees it."""
