"""This computer's place in the local network: its addresses, and a name that stays when they change.

Knows the network; refuses to know what is served.
"""

import ipaddress
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zeroconf import Zeroconf

_ELSEWHERE = ("192.0.2.1", 9)  # an address kept for documents (RFC 5737): nothing is sent to it
_KIND = "_http._tcp.local."
_LOOK_EVERY_S = 20.0


def lan_addresses() -> tuple[str, ...]:
    """List the IPv4 addresses under which others may reach this computer, the likeliest first."""
    found = []
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_ELSEWHERE)  # of a datagram socket: asks the system for the way, sends nothing
        found.append(probe.getsockname()[0])
    with suppress(OSError):
        found += socket.gethostbyname_ex(socket.gethostname())[2]
    return tuple(dict.fromkeys(each for each in found if not ipaddress.ip_address(each).is_loopback))


def is_public(address: str) -> bool:
    """Say whether the whole internet can reach this address, unless a firewall stands before it."""
    return ipaddress.ip_address(address).is_global


@contextmanager
def announced_name(port: int) -> Iterator[str | None]:
    """Announce a name by multicast DNS for the length of the block.

    Yields:
        The name, such as `audiobook-desk.local`, which leads here whatever address this computer has or gets; None
        where multicast is not possible or somebody else has the name. The token of the path is not announced.
    """
    announcement = _Announcement(port=port, name=_own_name())
    keeping_up = threading.Thread(target=announcement.keep_up, daemon=True)
    try:
        is_announced = announcement.announce(lan_addresses())
        if is_announced:
            keeping_up.start()
        yield f"{announcement.name}.local" if is_announced else None
    finally:
        announcement.end()


@dataclass(slots=True)
class _Announcement:
    """A name in the local network, announced anew when the addresses it leads to change."""

    port: int
    name: str
    _addresses: tuple[str, ...] = ()
    _zeroconf: "Zeroconf | None" = None
    _ended: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def announce(self, addresses: tuple[str, ...]) -> bool:
        """Announce the name for these addresses in place of those before; False if that is not possible."""
        from zeroconf import Error, IPVersion, ServiceInfo, Zeroconf

        with self._lock:
            self._withdraw()
            self._addresses = addresses
            if self._ended.is_set() or not addresses:
                return False
            try:
                self._zeroconf = Zeroconf(interfaces=list(addresses), ip_version=IPVersion.V4Only)
                self._zeroconf.register_service(
                    ServiceInfo(
                        _KIND,
                        f"{self.name}.{_KIND}",
                        port=self.port,
                        server=f"{self.name}.local.",
                        parsed_addresses=list(addresses),
                    )
                )
            except (OSError, Error, TimeoutError):
                self._withdraw()
                return False
            return True

    def keep_up(self) -> None:
        """Look for other addresses until the end: a laptop moves, a router gives out new ones."""
        while not self._ended.wait(_LOOK_EVERY_S):
            found = lan_addresses()
            if found != self._addresses:
                self.announce(found)

    def end(self) -> None:
        """Take the name back."""
        self._ended.set()
        with self._lock:
            self._withdraw()

    def _withdraw(self) -> None:
        from zeroconf import Error

        if self._zeroconf is not None:
            with suppress(OSError, Error, TimeoutError):
                self._zeroconf.close()
            self._zeroconf = None


def _own_name() -> str:
    own = re.sub(r"[^a-z0-9-]+", "-", socket.gethostname().split(".")[0].lower()).strip("-")[:40].rstrip("-")
    return f"audiobook-{own}" if own and own != "localhost" else "audiobook"
