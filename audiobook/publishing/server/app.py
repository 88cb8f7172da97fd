"""From a request to its answer: who may ask, what for, and that nothing else is ever told.

A path is looked up in the site's list, decoded once, and never joined to a folder. Where a token is needed, everything
without it gets the same 404.

Knows paths and methods; refuses to know how bytes are sent.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from audiobook.errors import AudiobookError
from audiobook.publishing.page_policy import HEADER_POLICY
from audiobook.publishing.resource import Resource, newer_version_of
from audiobook.publishing.server.answers import answer
from audiobook.publishing.server.hosts import Hosts
from audiobook.publishing.server.live_site import LiveSite
from audiobook.publishing.server.opened import ChangedError, GoneError, Opener

Application = ASGIApp
"""What uvicorn runs."""

_PROTECTION = (
    (b"content-security-policy", HEADER_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),  # the token is in the address of the page
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"x-robots-tag", b"noindex, nofollow"),
)
_WAIT_WHILE_MADE_S = "15"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteServer:
    """Answers for one site.

    Attributes:
        token: first part of every path; None if there is none.
        report: tells the person something in a sentence.
    """

    site: LiveSite[Any]
    hosts: Hosts
    token: str | None
    report: Callable[[str], None]
    opener: Opener = field(default_factory=Opener)

    async def reply(self, request: Request) -> Response:
        """Answer a request of any kind."""
        path = self._below_token(request.scope["path"])
        if path is None:
            return _not_found()
        origin = self.hosts.origin_for(request.headers.get("host"))
        if origin is None:
            return PlainTextResponse("This is not an address of this server.\n", status_code=421)
        base_url = f"{origin}/{self.token}/" if self.token else f"{origin}/"
        try:
            return await run_in_threadpool(self._look_up, request, path, base_url)
        except AudiobookError as error:
            self.report(error.message)
            return _not_now()

    def _below_token(self, path: str) -> str | None:
        """Take the token off a path; None unless it is the right one. Takes as long for any wrong one."""
        if self.token is None:
            return path.removeprefix("/")
        first, _, rest = path.removeprefix("/").partition("/")
        is_right = secrets.compare_digest(first.encode("utf-8", "surrogatepass"), self.token.encode())
        return rest if is_right else None

    def _look_up(self, request: Request, path: str, base_url: str) -> Response:
        """Find and open the resource; runs in a thread, for it reads from the disk."""
        resources = self.site.resources(base_url)
        if not request.scope["path"].endswith("/") and f"{path}/index.html".removeprefix("/") in resources:
            return _with_slash(request)
        resource = resources.get(_file_name(path))
        if resource is None:
            return _not_here(request.method, path, resources)
        if request.method not in ("GET", "HEAD"):
            return PlainTextResponse("GET or HEAD only.\n", 405, {"allow": "GET, HEAD", "connection": "close"})
        try:
            return self._open(request, resource)
        except ChangedError:
            return self._open_after_change(request, path, base_url)
        except GoneError:
            return _not_found()

    def _open(self, request: Request, resource: Resource) -> Response:
        return answer(request.method, request.headers, resource, self.opener.open(resource))

    def _open_after_change(self, request: Request, path: str, base_url: str) -> Response:
        """The file is newer than our list: so may be the list on the disk."""
        resource = self.site.resources_right_now(base_url).get(_file_name(path))
        if resource is None:
            return _not_found()
        try:
            return self._open(request, resource)
        except ChangedError:
            return _not_now()
        except GoneError:
            return _not_found()


def make_app(server: SiteServer) -> Application:
    """Make the application that uvicorn runs."""
    routes = [Route("/{path:path}", _AnyMethod(server))]
    return _Protected(Starlette(routes=routes), report=server.report)


@dataclass(frozen=True, slots=True)
class _AnyMethod:
    """An endpoint that decides itself about methods: an unknown path is 404 whatever the method."""

    server: SiteServer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await self.server.reply(Request(scope, receive))
        except Exception as error:  # noqa: BLE001  one request may fail; the server and its other listeners go on
            self.server.report(_bug(error))
            response = PlainTextResponse("Something went wrong here.\n", status_code=500)
        await response(scope, receive, send)


@dataclass(frozen=True, slots=True)
class _Protected:
    """Adds what protects pages to every answer, and keeps what fails while an answer is sent from being a traceback."""

    app: ASGIApp
    report: Callable[[str], None]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_PROTECTION]
            await send(message)

        try:
            await self.app(scope, receive, send_protected)
        except Exception as error:  # noqa: BLE001  as above; too little was sent, so the client sees that it broke off
            self.report(_bug(error))


def _bug(error: Exception) -> str:
    return f"a request failed, which is a bug in audiobook: {type(error).__name__}: {error}"


def _file_name(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path


def _with_slash(request: Request) -> Response:
    """Send a client from a page's folder to the page; relative, so that it needs no name of this server."""
    folder = request.scope["path"].rpartition("/")[2]
    return PlainTextResponse("", 308, {"location": f"./{quote(folder)}/"})


def _not_here(method: str, path: str, resources: Mapping[str, Resource]) -> Response:
    """Send whoever asks for a version of a file that was made again since to the one that is there now.

    A player that began the earlier one, or an app whose copy of the feed is older, hears the chapter all the same.
    The bytes are others, and so is their tag: a part that is asked for with `If-Range` comes as the whole.
    """
    newer = newer_version_of(path, resources)
    if newer is None or method not in ("GET", "HEAD"):
        return _not_found()
    version, name = newer.split("/")[-2:]
    return PlainTextResponse("", 307, {"location": f"../{quote(version)}/{quote(name)}", "cache-control": "no-store"})


def _not_found() -> Response:
    return PlainTextResponse("Not found.\n", status_code=404)


def _not_now() -> Response:
    return PlainTextResponse(
        "This is being made again. Try again in a moment.\n", 503, {"retry-after": _WAIT_WHILE_MADE_S}
    )
