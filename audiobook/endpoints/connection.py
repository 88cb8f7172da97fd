"""One request to an endpoint and its answer, with an end to every wait and to every size.

Knows HTTP; refuses to know what is asked. Nothing a server says reaches a message of ours: it could repeat the key, or
write to the terminal. No redirect is followed and no proxy used, so the key goes where the user said and nowhere else.
"""

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection

from audiobook.endpoints.address import Address, SettingNames
from audiobook.endpoints.secret import Secret
from audiobook.errors import EngineError

_CHUNK_BYTES = 65_536


class EndpointFailedError(EngineError):
    """No answer this time: the endpoint is away, overloaded, too slow, broken, or did not accept this one request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """An endpoint and how to speak with it.

    Attributes:
        names: of its settings, for messages.
        accept: the media type that is wanted.
        timeout_s: longest silence and longest answer.
    """

    address: Address
    names: SettingNames
    key: Secret | None
    accept: str
    timeout_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long and how often a request is worth trying.

    Attributes:
        connect_s: for reaching the endpoint at all.
        answer_bytes: of one answer.
        attempts: requests for one answer, when the endpoint is overloaded.
        first_wait_s: before the second attempt; doubled before each further one.
        longest_wait_s: an endpoint that asks for more patience has failed.
    """

    connect_s: float = 10.0
    answer_bytes: int = 1_000_000
    attempts: int = 4
    first_wait_s: float = 1.0
    longest_wait_s: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A finished answer; `retry_after` is the header of that name."""

    status: int
    content_type: str
    retry_after: str | None
    body: bytes


class EndpointConnection:
    """Sends requests to an endpoint, each on a connection of its own."""

    def __init__(self, endpoint: Endpoint, limits: Limits, sleep: Callable[[float], None]) -> None:
        self._endpoint = endpoint
        self._limits = limits
        self._sleep = sleep

    def post(self, body: bytes) -> Reply:
        """Send a JSON document and return the answer.

        Raises:
            EndpointFailedError: no answer within the limits.
            EngineError: the endpoint does not take the key, or is not at this address.
        """
        wait_s = self._limits.first_wait_s
        for attempts_left in reversed(range(self._limits.attempts)):
            reply = self._exchange(body)
            if reply.status == HTTPStatus.OK:
                return reply
            asked_s = self._judge_status(reply)
            if attempts_left == 0 or asked_s > self._limits.longest_wait_s:
                break
            self._sleep(max(wait_s, asked_s))
            wait_s *= 2
        raise EndpointFailedError(f"{self._endpoint.address} is overloaded or broken ({_name_status(reply.status)})")

    def _judge_status(self, reply: Reply) -> float:
        """Return the seconds to wait before the next attempt; raise if there should be none."""
        status, address, names = reply.status, self._endpoint.address, self._endpoint.names
        if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return wait_asked_s(reply.retry_after, now=datetime.now(UTC))
        if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
            raise EngineError(f"{address} does not take the key ({_name_status(status)})", hint=f"check {names.key}")
        if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
            raise EngineError(f"{address} sends us elsewhere ({_name_status(status)})", hint=f"check {names.url}")
        if status in {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}:
            raise EngineError(
                f"{address} has no {names.what} endpoint or no such model ({_name_status(status)})",
                hint=f"check {names.url} and {names.model}",
            )
        raise EndpointFailedError(f"{address} does not accept the request ({_name_status(status)})")

    def _exchange(self, body: bytes) -> Reply:
        address, names = self._endpoint.address, self._endpoint.names
        try:
            return self._exchange_once(body)
        except TimeoutError as error:
            raise EndpointFailedError(
                f"{address} did not answer in {self._endpoint.timeout_s:g} s", hint=f"{names.timeout} gives it longer"
            ) from error
        except ssl.SSLError as error:
            raise EndpointFailedError(f"{address} has no certificate that this machine trusts") from error
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise EndpointFailedError(f"{address} cannot be reached: {reason}", hint=f"check {names.url}") from error
        except HTTPException as error:
            raise EndpointFailedError(f"{address} broke off or does not speak HTTP ({type(error).__name__})") from error

    def _exchange_once(self, body: bytes) -> Reply:
        connection = self._open()
        try:
            connection.connect()
            connection.sock.settimeout(self._endpoint.timeout_s)
            connection.request("POST", self._endpoint.address.path, body=body, headers=self._headers())
            deadline_s = time.monotonic() + self._endpoint.timeout_s
            with connection.getresponse() as response:
                is_wanted = response.status == HTTPStatus.OK
                return Reply(
                    status=response.status,
                    content_type=response.headers.get_content_type(),
                    retry_after=response.headers.get("Retry-After"),
                    body=self._read(response, deadline_s) if is_wanted else b"",
                )
        finally:
            connection.close()

    def _open(self) -> HTTPConnection:
        address, timeout_s = self._endpoint.address, min(self._limits.connect_s, self._endpoint.timeout_s)
        if not address.is_encrypted:
            return HTTPConnection(address.host, address.port, timeout=timeout_s)
        context = ssl.create_default_context()
        return HTTPSConnection(address.host, address.port, timeout=timeout_s, context=context)

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": self._endpoint.accept, "Connection": "close"}
        if self._endpoint.key is not None:
            headers["Authorization"] = f"Bearer {self._endpoint.key.reveal()}"
        return headers

    def _read(self, response: HTTPResponse, deadline_s: float) -> bytes:
        """Read a body to its end; a server that sends drop by drop is out of time all the same."""
        body = bytearray()
        while chunk := response.read1(_CHUNK_BYTES):
            body += chunk
            if len(body) > self._limits.answer_bytes:
                raise EndpointFailedError(f"{self._endpoint.address} answers without end")
            if time.monotonic() > deadline_s:
                raise TimeoutError
        if response.length:
            raise EndpointFailedError(f"{self._endpoint.address} broke off in the middle of an answer")
        return bytes(body)


def _name_status(status: int) -> str:
    """Name a status in the words of the standard, not the server's."""
    try:
        return f"HTTP {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"HTTP {status}"


def wait_asked_s(retry_after: str | None, *, now: datetime) -> float:
    """Read `Retry-After`, seconds or a date (RFC 9110, section 10.2.3); what cannot be read asks for nothing."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
