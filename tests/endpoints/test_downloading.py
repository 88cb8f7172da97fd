import random

import pytest

from audiobook.endpoints.downloading import Patience, download
from audiobook.errors import EngineError
from tests.endpoints.file_server import FileServer, Manner, serving_files

CONTENT = random.Random(1).randbytes(700_000)
OTHER = random.Random(2).randbytes(700_000)
QUICK = Patience(silence_s=0.3, attempts=3, first_wait_s=0.01, longest_wait_s=10)


class Memory:
    """A sink that keeps what it gets."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data
        self.restarts = 0

    @property
    def size_bytes(self) -> int:
        return len(self.data)

    def append(self, data: bytes) -> None:
        self.data += data

    def restart(self) -> None:
        self.data = b""
        self.restarts += 1


class Fetched:
    """What came of a download."""

    def __init__(self, sink: Memory, asked: list[tuple[str, str | None]], waits: list[float]) -> None:
        self.data, self.restarts = sink.data, sink.restarts
        self.ranges = [asked_range for _, asked_range in asked]
        self.waits = waits


def fetch(*manners: Manner, already: bytes = b"", path: str = "model.onnx") -> Fetched:
    with serving_files({"model.onnx": CONTENT}, *manners) as server:
        return fetch_from(server, already=already, path=path)


def fetch_from(server: FileServer, *, already: bytes = b"", path: str = "model.onnx") -> Fetched:
    sink, waits = Memory(already), list[float]()
    download(f"{server.url}/{path}", sink, size_bytes=len(CONTENT), patience=QUICK, sleep=waits.append)
    return Fetched(sink, server.asked, waits)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def test_a_file_arrives_whole() -> None:
    assert fetch().data == CONTENT


def test_what_is_there_is_not_fetched_again() -> None:
    fetched = fetch(already=CONTENT[:300_000])
    assert fetched.data == CONTENT
    assert fetched.ranges == ["bytes=300000-"]


def test_a_whole_file_asks_nobody() -> None:
    assert fetch(already=CONTENT).ranges == []


def test_a_cut_line_goes_on_where_it_was_cut() -> None:
    fetched = fetch(Manner(cut_after=200_000), Manner(cut_after=100_000), Manner())
    assert fetched.data == CONTENT
    assert fetched.ranges == [None, "bytes=200000-", "bytes=300000-"]
    assert fetched.restarts == 0


def test_a_line_cut_without_a_length_is_noticed() -> None:
    assert fetch(Manner(cut_after=200_000, tells_length=False), Manner()).data == CONTENT


def test_a_server_that_always_starts_from_the_beginning_is_borne_with() -> None:
    fetched = fetch(Manner(obeys_range=False), already=OTHER[:300_000])
    assert fetched.data == CONTENT
    assert fetched.restarts == 1


def test_a_part_from_another_place_is_not_glued_on() -> None:
    fetched = fetch(Manner(begins_at=100_000), Manner(), already=CONTENT[:300_000])
    assert fetched.data == CONTENT


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
def test_an_overloaded_server_is_asked_again_after_longer_and_longer(status: int) -> None:
    fetched = fetch(Manner(status=status), Manner(status=status), Manner())
    assert fetched.data == CONTENT
    assert fetched.waits == [0.01, 0.02]


def test_the_wait_that_a_server_asks_for_is_kept() -> None:
    assert fetch(Manner(status=503, headers={"Retry-After": "7"}), Manner()).waits == [7.0]


def test_a_server_that_asks_for_too_much_patience_has_failed() -> None:
    with pytest.raises(EngineError, match="503"):
        fetch(Manner(status=503, headers={"Retry-After": "3600"}))


def test_each_piece_that_arrives_earns_new_patience() -> None:
    assert fetch(*[Manner(cut_after=80_000)] * 8, Manner()).data == CONTENT


def test_a_server_that_stays_overloaded_is_given_up() -> None:
    with pytest.raises(EngineError, match="HTTP 503 Service Unavailable") as caught:
        fetch(Manner(status=503))
    assert "run the same command again" in str(caught.value.hint)


def test_a_silent_server_is_given_up() -> None:
    with pytest.raises(EngineError, match="fell silent"):
        fetch(Manner(stalls=True))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 416])
def test_a_refusal_is_not_asked_again(status: int) -> None:
    with (
        serving_files({"model.onnx": CONTENT}, Manner(status=status)) as server,
        pytest.raises(EngineError, match=f"HTTP {status}") as caught,
    ):
        fetch_from(server)
    assert len(server.asked) == 1
    assert "SECRET" not in caught.value.message


def test_a_file_of_another_length_is_refused_before_it_is_fetched() -> None:
    with pytest.raises(EngineError, match="another file of 9 bytes"):
        fetch(Manner(content=b"<html>...", headers={"Content-Type": "text/html"}))


def test_more_than_the_file_is_refused() -> None:
    with pytest.raises(EngineError, match="more came"):
        fetch(Manner(content=CONTENT + b"!", tells_length=False))


def test_a_redirect_is_followed_with_the_range() -> None:
    fetched = fetch(Manner(status=302, headers={"Location": "/model.onnx"}), Manner(), already=CONTENT[:5], path="old")
    assert fetched.data == CONTENT
    assert fetched.ranges == ["bytes=5-", "bytes=5-"]


def test_a_redirect_in_a_circle_is_given_up() -> None:
    with pytest.raises(EngineError, match="HTTP 302"):
        fetch(Manner(status=302, headers={"Location": "/model.onnx"}))


@pytest.mark.parametrize("place", ["file:///etc/hostname", "ftp://127.0.0.1/model.onnx"])
def test_a_redirect_to_something_else_than_a_web_server_is_not_followed(place: str) -> None:
    with pytest.raises(EngineError):
        fetch(Manner(status=302, headers={"Location": place}))


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://127.0.0.1/x", "nonsense", "http://", "http://a b/", "http://h:x/"]
)
def test_an_address_that_is_none_is_an_error(url: str) -> None:
    with pytest.raises(EngineError):
        download(url, Memory(), size_bytes=10, patience=QUICK, sleep=lambda _: None)


def test_a_port_where_nobody_listens_is_an_error_that_says_so() -> None:
    with serving_files({}) as server:
        url = server.url
    with pytest.raises(EngineError, match="cannot be reached: connection refused"):
        download(f"{url}/model.onnx", Memory(), size_bytes=10, patience=QUICK, sleep=lambda _: None)
