"""The address a site has on the web, checked before it goes into every link of every feed."""

import ipaddress
import re
from urllib.parse import SplitResult, quote, urlsplit

from audiobook.errors import UsageError

_NAME = re.compile(
    r"(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\.?"
)
_KEPT = "/%!$&'()*+,;=:@~"
_EXAMPLE = "write it like https://example.org/audiobooks/"


def read_site_address(given: str) -> str:
    """Check the absolute address under which a site will be found.

    Returns:
        It in ASCII, ending in "/".

    Raises:
        UsageError: it is no http or https address, or has a part that no site's root has.
    """
    shown = given if given.isprintable() else ascii(given)
    if not given.isprintable() or " " in given:
        raise UsageError(f"{shown} is no web address: there is a blank or control character in it", hint=_EXAMPLE)
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError as error:
        raise UsageError(f"{shown} is no web address: {error}", hint=_EXAMPLE) from error
    wrong = _what_is_wrong(parts)
    if wrong is not None:
        raise UsageError(f"{shown}: {wrong}", hint=_EXAMPLE)
    host = _ascii_host(parts.hostname or "", shown)
    place = host if port is None else f"{host}:{port}"
    return f"{parts.scheme}://{place}{quote(parts.path.rstrip('/'), safe=_KEPT)}/"


def _what_is_wrong(parts: SplitResult) -> str | None:
    if parts.scheme not in ("http", "https"):
        return "the address of a site begins with https:// or http://"
    if parts.username is not None or parts.password is not None:
        return "a name or password here would be published with every link"
    if parts.query or parts.fragment:
        return "the address of a site has no ? and no #"
    if any(step in (".", "..") for step in parts.path.split("/")) or "//" in parts.path or "\\" in parts.path:
        return "the path of this address is not one a site can have"
    return None


def _ascii_host(host: str, shown: str) -> str:
    """The host as links write it: international names in their ASCII form, IPv6 in brackets."""
    try:
        return f"[{ipaddress.IPv6Address(host)}]"
    except ValueError:
        pass
    try:
        name = host.encode("idna").decode()
    except UnicodeError as error:
        raise UsageError(f"{shown}: {host!r} is no name of a computer", hint=_EXAMPLE) from error
    if _NAME.fullmatch(name) is None:
        raise UsageError(f"{shown}: {host!r} is no name of a computer", hint=_EXAMPLE)
    return name
