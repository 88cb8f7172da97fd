import socket

import pytest

from audiobook.publishing.server.hosts import Hosts

HERE = Hosts()
LAN = Hosts(is_lan=True, names=frozenset(["audiobook-desk.local"]))


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8019", "http://127.0.0.1:8019"),
        ("127.0.0.1", "http://127.0.0.1"),
        ("localhost:8019", "http://localhost:8019"),
        ("LOCALHOST:8019", "http://localhost:8019"),
        ("[::1]:8019", "http://[::1]:8019"),
    ],
)
def test_links_follow_the_name_that_a_client_of_this_computer_uses(host: str, origin: str) -> None:
    assert HERE.origin_for(host) == origin


@pytest.mark.parametrize(
    "host",
    [None, "", "evil.example", "evil.example:8019", "192.168.1.5:8019", "localhost.evil.example",
     "127.0.0.1.evil.example", "127.0.0.1:8019:1", "127.0.0.1/x", "user@127.0.0.1", "127.0.0.1 evil", "[::1",
     "localhost:", "\u0661\u0662\u0667.0.0.1"],
)  # fmt: skip
def test_a_name_that_anybody_can_own_does_not_count(host: str | None) -> None:
    assert HERE.origin_for(host) is None


def test_in_the_network_addresses_and_own_names_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "Desk")
    assert LAN.origin_for("192.168.1.5:8019") == "http://192.168.1.5:8019"
    assert LAN.origin_for("audiobook-desk.local:8019") == "http://audiobook-desk.local:8019"
    assert LAN.origin_for("desk.fritz.box:8019") == "http://desk.fritz.box:8019"
    assert LAN.origin_for("evil.example") is None


def test_links_begin_with_the_base_url_if_there_is_one() -> None:
    hosts = Hosts(base_url="https://books.example.org/listen")
    assert hosts.origin_for("books.example.org") == "https://books.example.org/listen"
    assert hosts.origin_for("127.0.0.1:8019") == "https://books.example.org/listen"
    assert hosts.origin_for("evil.example") is None
