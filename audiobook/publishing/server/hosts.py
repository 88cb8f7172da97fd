"""Under which names this server may be spoken to, and what its links then begin with.

A page of somebody else's can make a browser ask us under that page's own name, by letting the name lead to 127.0.0.1
(DNS rebinding), and would be allowed to read the answer. So names count only if nobody else can own them: addresses
written as numbers, `localhost`, the name announced on the local network, this computer's own name. The last counts
only where a token guards the path as well, for the part behind it may be anybody's (`desk.fritz.box`).

Knows names; refuses to look any of them up.
"""

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosts:
    """The names that count.

    Attributes:
        is_lan: whether others than this computer can reach the server; a token guards it then.
        names: further names in lower case, such as the one announced on the network.
        base_url: what all links begin with, whoever asks; None lets them follow the name that the client used.
    """

    is_lan: bool = False
    names: frozenset[str] = frozenset()
    base_url: str | None = None

    def origin_for(self, host_header: str | None) -> str | None:
        """Say how links begin for a client that used this name, without a slash at the end; None if it does not count.

        Args:
            host_header: the value of `Host`, with a port or without.
        """
        name, port = _split(host_header or "")
        if name is None:
            return None
        if self.base_url is not None and name == urlsplit(self.base_url).hostname:
            return self.base_url
        if not (self._is_address(name) or name == "localhost" or name in self.names or self._is_this_computer(name)):
            return None
        shown = f"[{name}]" if ":" in name else name
        return self.base_url or f"http://{shown}{port}"

    def _is_address(self, name: str) -> bool:
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return self.is_lan or address.is_loopback

    def _is_this_computer(self, name: str) -> bool:
        own = socket.gethostname().split(".")[0].lower()
        return self.is_lan and own not in ("", "localhost") and name.split(".", maxsplit=1)[0] == own


def _split(host: str) -> tuple[str | None, str]:
    """Part a host header into the name in lower case and the port with its colon; no name if it is malformed."""
    match = re.fullmatch(r"(?:\[([0-9a-fA-F:.]{2,45})\]|([^:\[\]]+))(:[0-9]{1,5})?", host)
    if match is None:
        return None, ""
    name = (match[1] or match[2]).lower().rstrip(".")
    if match[2] and not _NAME.fullmatch(name):
        return None, ""
    return name, match[3] or ""
