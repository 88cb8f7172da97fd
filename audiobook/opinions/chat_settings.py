"""How a chat endpoint is reached: read from the environment, checked before anything is sent.

    AUDIOBOOK_OPINION_URL         base address, for example http://localhost:11434/v1
    AUDIOBOOK_OPINION_MODEL       the model's name as the endpoint knows it
    AUDIOBOOK_OPINION_KEY         sent as a bearer token, if the endpoint wants one
    AUDIOBOOK_OPINION_PRICE       per million tokens, for the estimate
    AUDIOBOOK_OPINION_TIMEOUT     seconds the endpoint may take for one answer (120)
    AUDIOBOOK_OPINION_PLAIN_HTTP  "yes" allows http to machines outside the user's own network

The text of an unpublished book and a key travel to that address. So http is taken only for this machine and private
networks, https for all others; the key has a variable of its own and may not be part of the address.
"""

import ipaddress
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from audiobook.errors import EngineError
from audiobook.opinions.secret import Secret

URL = "AUDIOBOOK_OPINION_URL"
MODEL = "AUDIOBOOK_OPINION_MODEL"
KEY = "AUDIOBOOK_OPINION_KEY"
PRICE = "AUDIOBOOK_OPINION_PRICE"
TIMEOUT = "AUDIOBOOK_OPINION_TIMEOUT"
PLAIN_HTTP = "AUDIOBOOK_OPINION_PLAIN_HTTP"

_DEFAULT_TIMEOUT_S = 120.0
_PATH_END = "/chat/completions"
_EXAMPLE = "for a model on this machine: AUDIOBOOK_OPINION_URL=http://localhost:11434/v1"
_VISIBLE = re.compile(r"[\x21-\x7e]+")
_PRIVATE_ENDINGS = (".localhost", ".local", ".lan", ".internal", ".home.arpa")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where requests go; holds no secret and may be printed."""

    is_encrypted: bool
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        """Write it as a URL."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.is_encrypted else 'http'}://{host}:{self.port}{self.path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSettings:
    """Everything about a chat endpoint that a user decides.

    Attributes:
        price: per million tokens, sent or received, in any currency; None if unknown.
        timeout_s: longest silence and longest answer.
    """

    address: Address
    model: str
    key: Secret | None = None
    price: float | None = None
    timeout_s: float = _DEFAULT_TIMEOUT_S


def read_chat_settings(environment: Mapping[str, str]) -> ChatSettings:
    """Read the settings.

    Raises:
        EngineError: one is missing or cannot be used; the key is never part of the message.
    """
    model = environment.get(MODEL, "").strip()
    address = _read_address(environment.get(URL, "").strip(), allow_plain=environment.get(PLAIN_HTTP) == "yes")
    if not model:
        raise EngineError(f"{MODEL} is not set", hint="give the model's name as the endpoint knows it")
    timeout_s = _read_number(environment, TIMEOUT)
    if timeout_s == 0:
        raise EngineError(f"{TIMEOUT} is 0: no endpoint answers in no time", hint="give seconds, for example 300")
    return ChatSettings(
        address=address,
        model=model,
        key=_read_key(environment.get(KEY, "").strip()),
        price=_read_number(environment, PRICE),
        timeout_s=_DEFAULT_TIMEOUT_S if timeout_s is None else timeout_s,
    )


def _read_address(url: str, *, allow_plain: bool) -> Address:
    if not url:
        raise EngineError(f"{URL} is not set", hint=_EXAMPLE)
    parts = _split(url)
    host = parts.hostname or ""
    is_encrypted = parts.scheme == "https"
    if not is_encrypted and not allow_plain and not _is_private(host):
        raise EngineError(
            f"{URL} would send your text unencrypted to {host}",
            hint=f"use https, or set {PLAIN_HTTP}=yes if you know the way there is safe",
        )
    path = parts.path.rstrip("/")
    return Address(
        is_encrypted=is_encrypted,
        host=host,
        port=parts.port or (443 if is_encrypted else 80),
        path=path if path.endswith(_PATH_END) else path + _PATH_END,
    )


def _split(url: str) -> SplitResult:
    """Split a URL into parts that are safe to use; what is wrong with it is said without quoting it."""
    try:
        parts = urlsplit(url)
        has_port = parts.port is None or parts.port > 0
        host = (parts.hostname or "").encode("idna")
    except ValueError as error:  # UnicodeError, from a host that cannot be looked up, is one too
        raise EngineError(f"{URL} is not an address", hint=_EXAMPLE) from error
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise EngineError(f"{URL} holds more than an address", hint=f"put the key into {KEY}; {_EXAMPLE}")
    if parts.scheme not in {"http", "https"} or not host or not has_port or not _VISIBLE.fullmatch(url):
        raise EngineError(f"{URL} is not an http or https address", hint=_EXAMPLE)
    return parts


def _is_private(host: str) -> bool:
    """Say whether a host is this machine or in a network that is not the internet; looks nothing up."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        is_local_name = "." not in host and host[0].isalpha()  # bare digits would be read as an internet address
        return is_local_name or host.endswith(_PRIVATE_ENDINGS)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return not address.is_global


def _read_key(value: str) -> Secret | None:
    if not value:
        return None
    if not _VISIBLE.fullmatch(value):
        raise EngineError(f"{KEY} holds a blank or a character no key has", hint="copy the key again")
    return Secret(value)


def _read_number(environment: Mapping[str, str], name: str) -> float | None:
    text = environment.get(name, "").strip()
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0:
        raise EngineError(f'{name}: "{text}" is not a number', hint="write it like 0.25")
    return number
