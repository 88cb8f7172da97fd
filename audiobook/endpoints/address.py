"""Where requests go: an address checked before anything is sent, and the settings that go with it.

The text of an unpublished book and a key travel to that address. So http is taken only for this machine and private
networks, https for all others; a key has a setting of its own and may not be part of the address. Refuses to know what
is asked there.
"""

import ipaddress
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from audiobook.endpoints.secret import Secret
from audiobook.errors import EngineError

_VISIBLE = re.compile(r"[\x21-\x7e]+")
_PRIVATE_ENDINGS = (".localhost", ".local", ".lan", ".internal", ".home.arpa")


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingNames:
    """What the settings of one kind of endpoint are called, for messages; environment variables mostly.

    Attributes:
        plain_http: "yes" in it allows http to machines outside the user's own network.
        example: a sentence with an address that would do.
        what: what the endpoint is for: "chat", "speech".
    """

    url: str
    model: str
    key: str
    timeout: str
    plain_http: str
    example: str
    what: str


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


def read_address(url: str, names: SettingNames, *, path_end: str, allow_plain: bool) -> Address:
    """Check an address and complete it with the end that its requests want.

    Raises:
        EngineError: it is missing, no address, holds more than one, or text would go there unencrypted.
    """
    if not url:
        raise EngineError(f"{names.url} is not set", hint=names.example)
    parts = _split(url, names)
    host = parts.hostname or ""
    is_encrypted = parts.scheme == "https"
    if not is_encrypted and not allow_plain and not _is_private(host):
        raise EngineError(
            f"{names.url} would send your text unencrypted to {host}",
            hint=f"use https, or set {names.plain_http}=yes if you know the way there is safe",
        )
    path = parts.path.rstrip("/")
    return Address(
        is_encrypted=is_encrypted,
        host=host,
        port=parts.port or (443 if is_encrypted else 80),
        path=path if path.endswith(path_end) else path + path_end,
    )


def _split(url: str, names: SettingNames) -> SplitResult:
    """Split a URL into parts that are safe to use; what is wrong with it is said without quoting it."""
    try:
        parts = urlsplit(url)
        has_port = parts.port is None or parts.port > 0
        host = (parts.hostname or "").encode("idna")
    except ValueError as error:  # UnicodeError, from a host that cannot be looked up, is one too
        raise EngineError(f"{names.url} is not an address", hint=names.example) from error
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise EngineError(
            f"{names.url} holds more than an address", hint=f"put the key into {names.key}; {names.example}"
        )
    if parts.scheme not in {"http", "https"} or not host or not has_port or not _VISIBLE.fullmatch(url):
        raise EngineError(f"{names.url} is not an http or https address", hint=names.example)
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


def read_key(environment: Mapping[str, str], name: str) -> Secret | None:
    """Read a key; None if there is none.

    Raises:
        EngineError: it cannot be one; it is never part of the message.
    """
    value = environment.get(name, "").strip()
    if not value:
        return None
    if not _VISIBLE.fullmatch(value):
        raise EngineError(f"{name} holds a blank or a character no key has", hint="copy the key again")
    return Secret(value)


def read_timeout_s(environment: Mapping[str, str], name: str, *, otherwise: float) -> float:
    """Read how long an endpoint may take for one answer.

    Raises:
        EngineError: it is no number, or 0.
    """
    timeout_s = read_number(environment, name)
    if timeout_s == 0:
        raise EngineError(f"{name} is 0: no endpoint answers in no time", hint="give seconds, for example 300")
    return otherwise if timeout_s is None else timeout_s


def read_number(environment: Mapping[str, str], name: str) -> float | None:
    """Read a number that is not negative; None if there is none.

    Raises:
        EngineError: it is something else.
    """
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
