import socket
import time

import pytest
import zeroconf

from audiobook.publishing.server import network
from audiobook.publishing.server.network import announced_name, is_public, lan_addresses


@pytest.fixture(autouse=True)
def _on_this_computer_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of these tests goes out into a network."""
    monkeypatch.setattr(network, "lan_addresses", lambda: ("127.0.0.1",))
    monkeypatch.setattr(socket, "gethostname", lambda: "Test Desk.example")


def test_addresses_of_this_computer_alone_are_not_listed() -> None:
    assert not any(address.startswith("127.") for address in lan_addresses())


def test_an_address_of_the_internet_is_told_from_one_at_home() -> None:
    assert is_public("8.8.8.8")
    assert not is_public("192.168.1.5")
    assert not is_public("100.64.0.1")


def test_where_multicast_is_not_possible_there_is_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_options: object) -> None:
        raise OSError("no such device")

    monkeypatch.setattr(zeroconf, "Zeroconf", refuse)
    with announced_name(8019) as name:
        assert name is None


def test_where_there_is_no_network_there_is_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "lan_addresses", tuple)
    with announced_name(8019) as name:
        assert name is None


class Announced:
    """In place of zeroconf's own: remembers what was announced, and sends nothing."""

    def __init__(self, interfaces: list[str], ip_version: object) -> None:
        self.interfaces = interfaces
        self.services: list[zeroconf.ServiceInfo] = []
        self.is_closed = False
        ALL.append(self)

    def register_service(self, service: zeroconf.ServiceInfo) -> None:
        self.services.append(service)

    def close(self) -> None:
        self.is_closed = True


ALL: list[Announced] = []


def test_the_name_is_this_computers_and_follows_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    ALL.clear()
    monkeypatch.setattr(zeroconf, "Zeroconf", Announced)
    monkeypatch.setattr(network, "_LOOK_EVERY_S", 0.01)
    with announced_name(8019) as name:
        assert name == "audiobook-test-desk.local"
        (service,) = ALL[0].services
        assert (service.port, service.server) == (8019, "audiobook-test-desk.local.")
        assert service.parsed_addresses() == ["127.0.0.1"]
        assert not any(b"token" in (key or b"") for key in service.properties)
        monkeypatch.setattr(network, "lan_addresses", lambda: ("127.0.0.2",))
        for _ in range(500):
            if len(ALL) > 1 and ALL[1].services:
                break
            time.sleep(0.01)
        assert ALL[0].is_closed
        assert ALL[1].services[0].parsed_addresses() == ["127.0.0.2"]
    assert ALL[-1].is_closed
