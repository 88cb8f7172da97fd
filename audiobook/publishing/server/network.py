"""This computer's place in the local network: its addresses, and a name that stays when they change.

Knows the network; refuses to know what is served.
"""

import ipaddress
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, Zeroconf

_ELSEWHERE = ("192.0.2.1", 9)  # an address kept for documents (RFC 5737): nothing is sent to it


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
def announced_name(port: int, addresses: tuple[str, ...]) -> Iterator[str | None]:
    """Announce a name by multicast DNS for the length of the block.

    Yields:
        The name, such as `audiobook-desk.local`, which leads here whatever address this computer has; None where
        multicast is not possible or somebody else has the name. The token of the path is not announced.
    """
    from zeroconf import Error, IPVersion, ServiceInfo, Zeroconf

    name = _own_name()
    service = ServiceInfo(
        "_http._tcp.local.",
        f"{name}._http._tcp.local.",
        port=port,
        server=f"{name}.local.",
        parsed_addresses=list(addresses),
    )
    try:
        zeroconf = Zeroconf(interfaces=list(addresses), ip_version=IPVersion.V4Only)
    except (OSError, Error):
        yield None
        return
    try:
        yield _register(zeroconf, service)
    finally:
        with suppress(OSError, Error):
            zeroconf.close()


def _register(zeroconf: "Zeroconf", service: "ServiceInfo") -> str | None:
    from zeroconf import Error

    try:
        zeroconf.register_service(service)
    except (OSError, Error, TimeoutError):
        return None
    return (service.server or "").rstrip(".")


def _own_name() -> str:
    own = re.sub(r"[^a-z0-9-]+", "-", socket.gethostname().split(".")[0].lower()).strip("-")[:40]
    return f"audiobook-{own}" if own and own != "localhost" else "audiobook"
