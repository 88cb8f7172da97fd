"""One large file from a server, with whatever a bad line does to it on the way.

Knows HTTP; refuses to know what the file is and where it is kept: whoever asks proves what arrives. Goes on where it
was cut (RFC 9110, section 14), follows redirects, for the homes of models keep their files elsewhere, and gives up
only when nothing more arrives. Proxies of the environment are used. Nothing a server says reaches a message of ours.
"""

import re
import ssl
import time
import urllib.request
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from audiobook.endpoints.connection import wait_asked_s
from audiobook.errors import EngineError

_CHUNK_BYTES = 1 << 18
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(?:(\d+)|\*)")
_VISIBLE = re.compile(r"[\x21-\x7e]+")
_AGAIN = "run the same command again to go on where it was, or use --from with files from elsewhere"
_BUSY = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}


class Sink(Protocol):
    """Takes what arrives."""

    @property
    def size_bytes(self) -> int:
        """How much of the file is there."""
        ...

    def append(self, data: bytes) -> None:
        """Add what comes next."""
        ...

    def restart(self) -> None:
        """Forget everything: the file comes from its beginning."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long and how often a download is worth trying.

    Attributes:
        silence_s: longest wait for a connection, and between two pieces.
        attempts: in a row that bring nothing.
        first_wait_s: before the second attempt; doubled before each further one.
        longest_wait_s: a server that asks for more has failed.
    """

    silence_s: float = 30.0
    attempts: int = 5
    first_wait_s: float = 1.0
    longest_wait_s: float = 120.0


class _InterruptedError(Exception):
    """It may go better next time; says what happened, and how long the server wants to be left alone."""

    def __init__(self, what: str, *, asked_s: float = 0.0) -> None:
        super().__init__(what)
        self.asked_s = asked_s


def download(
    url: str, sink: Sink, *, size_bytes: int, patience: Patience, sleep: Callable[[float], None] = time.sleep
) -> None:
    """Fetch the rest of a file.

    Args:
        url: http or https.
        sink: what is there already; whatever arrives is added, so that nothing is fetched twice.
        size_bytes: of the whole file, known beforehand.

    Raises:
        EngineError: the server does not have the file, has another one, or does not get it here.
    """
    _require_address(url)
    fruitless, wait_s = 0, patience.first_wait_s
    while sink.size_bytes < size_bytes:
        before = sink.size_bytes
        try:
            _fetch_rest(url, sink, size_bytes=size_bytes, silence_s=patience.silence_s)
        except _InterruptedError as fault:
            if sink.size_bytes > before:
                fruitless, wait_s = 0, patience.first_wait_s
            fruitless += 1
            if fruitless >= patience.attempts or fault.asked_s > patience.longest_wait_s:
                raise EngineError(f"{url}: {fault}", hint=f"check your connection, then {_AGAIN}") from fault
            sleep(max(wait_s, fault.asked_s))
            wait_s *= 2


def _require_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or not _VISIBLE.fullmatch(url):
        raise EngineError(
            f'"{url}" is not the address of a web server', hint="write it like https://example.org/models"
        )


def _fetch_rest(url: str, sink: Sink, *, size_bytes: int, silence_s: float) -> None:
    try:
        with closing(_ask(url, start=sink.size_bytes, silence_s=silence_s)) as response:
            start, total = _extent(response)
            if total is not None and total != size_bytes:
                raise EngineError(
                    f"{url}: there is another file of {total} bytes, not the one of {size_bytes}",
                    hint="check that nothing stands between you and this server, such as a sign-in page",
                )
            if start != sink.size_bytes:
                if start:
                    raise _InterruptedError(f"the server began at byte {start} instead of {sink.size_bytes}")
                sink.restart()
            _receive(response, sink, size_bytes=size_bytes)
    except ssl.SSLError as error:
        raise EngineError(f"{url}: the server has no certificate that this machine trusts") from error
    except (HTTPException, OSError) as error:
        raise _InterruptedError(_describe(error)) from error


def _ask(url: str, *, start: int, silence_s: float) -> HTTPResponse:
    headers = {"User-Agent": "audiobook", "Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  the opener knows http and https only
    try:
        response: HTTPResponse = _opener().open(request, timeout=silence_s)
    except HTTPError as error:
        with error:
            raise _judge_status(url, error) from error
    except URLError as error:
        if isinstance(error.reason, OSError):
            raise error.reason from error
        raise EngineError(f"{url}: the server sends us to something that is no web server") from error
    return response


def _judge_status(url: str, error: HTTPError) -> Exception:
    """Say whether a refusal is for good."""
    status = error.code
    what = f"HTTP {status}" + (f" {HTTPStatus(status).phrase}" if status in list(HTTPStatus) else "")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _BUSY:
        asked_s = wait_asked_s(error.headers.get("Retry-After"), now=datetime.now(UTC))
        return _InterruptedError(f"the server is overloaded or broken ({what})", asked_s=asked_s)
    return EngineError(
        f"{url}: the server does not give this file ({what})", hint="get the files another way, then use --from"
    )


def _extent(response: HTTPResponse) -> tuple[int, int | None]:
    """Say where an answer begins within the file, and how long the file is, as far as the server tells."""
    if response.status == HTTPStatus.PARTIAL_CONTENT:
        found = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
        if found is None:
            raise _InterruptedError("the server does not say which part of the file it sends")
        return int(found[1]), int(found[2]) if found[2] else None
    return 0, response.length


def _receive(response: HTTPResponse, sink: Sink, *, size_bytes: int) -> None:
    while chunk := response.read1(_CHUNK_BYTES):
        if sink.size_bytes + len(chunk) > size_bytes:
            sink.restart()
            raise EngineError(f"{response.url}: more came than the {size_bytes} bytes of the file")
        sink.append(chunk)
    if sink.size_bytes < size_bytes:
        raise _InterruptedError(f"it broke off at byte {sink.size_bytes} of {size_bytes}")


def _describe(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "the server fell silent"
    if isinstance(error, OSError):
        return f"it cannot be reached: {(error.strerror or type(error).__name__).lower()}"
    return f"the answer broke off ({type(error).__name__})"


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but from https to nothing less."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(req.full_url).scheme == "https" and urlsplit(newurl).scheme != "https":
            raise EngineError(f"{req.full_url}: the server sends us to an address without encryption")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> urllib.request.OpenerDirector:
    """Make what opens http and https and nothing else: no files, no ftp."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
        _SafeRedirects(),
    ):
        opener.add_handler(handler)
    return opener
