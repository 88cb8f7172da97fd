"""What a client gets, over a real connection."""

import hashlib
import os
import re
import socket
import time
from pathlib import Path

import pytest

from audiobook.publishing.resource import resource_of_file
from audiobook.publishing.server.hosts import Hosts
from tests.publishing.server.conftest import SOUND, TOKEN, Running, Shelf, Start

MP3 = "/book/1/sound.mp3"


def test_a_resource_is_sent_with_all_that_players_ask_for(running: Running) -> None:
    got = running.ask(MP3)
    assert (got.status, got.body) == (200, SOUND)
    assert got.headers["content-type"] == "audio/mpeg"
    assert got.headers["content-length"] == str(len(SOUND))
    assert got.headers["accept-ranges"] == "bytes"
    assert got.headers["etag"] == f'"{hashlib.sha256(SOUND).hexdigest()}"'
    assert got.headers["last-modified"].endswith("GMT")
    assert "server" not in got.headers


def test_head_says_the_same_without_the_bytes(running: Running) -> None:
    whole, head = running.ask(MP3), running.ask(MP3, "HEAD")
    assert head.body == b""
    assert {**head.headers, "date": ""} == {**whole.headers, "date": ""}


def test_head_takes_no_range(running: Running) -> None:
    assert running.ask(MP3, "HEAD", range="bytes=0-9").status == 200


@pytest.mark.parametrize(
    ("asked", "first", "end"), [("100-199", 100, 200), ("-10", 255_990, 256_000), ("255999-", 255_999, 256_000)]
)
def test_a_range_is_sent(running: Running, asked: str, first: int, end: int) -> None:
    got = running.ask(MP3, range=f"bytes={asked}")
    assert (got.status, got.body) == (206, SOUND[first:end])
    assert got.headers["content-range"] == f"bytes {first}-{end - 1}/{len(SOUND)}"
    assert got.headers["content-length"] == str(end - first)


def test_several_ranges_are_sent_as_one_body_of_parts(running: Running) -> None:
    got = running.ask(MP3, range="bytes=0-4,100-104,-5")
    boundary = re.fullmatch(r"multipart/byteranges; boundary=(\w+)", got.headers["content-type"])
    assert boundary is not None
    assert got.status == 206
    assert len(got.body) == int(got.headers["content-length"])
    pieces = got.body.split(f"\r\n--{boundary[1]}".encode())
    assert pieces[0] == b""
    assert pieces[-1] == b"--\r\n"
    parts = [piece.split(b"\r\n\r\n", 1) for piece in pieces[1:-1]]
    assert [part[1] for part in parts] == [SOUND[:5], SOUND[100:105], SOUND[-5:]]
    assert b"content-range: bytes 100-104/256000" in parts[1][0]


def test_a_range_outside_is_refused(running: Running) -> None:
    got = running.ask(MP3, range="bytes=256000-")
    assert (got.status, got.headers["content-range"]) == (416, "bytes */256000")


def test_an_empty_resource_has_no_part(running: Running) -> None:
    got = running.ask("/book/empty", range="bytes=0-")
    assert (got.status, got.body, got.headers["content-length"]) == (200, b"", "0")


@pytest.mark.parametrize("path", ["/", "/book/", "/book/feed.xml", MP3])
def test_who_has_it_is_told_so(running: Running, path: str) -> None:
    first = running.ask(path)
    for condition in ({"if_none_match": first.headers["etag"]}, {"if_modified_since": first.headers["last-modified"]}):
        again = running.ask(path, **condition)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]


def test_if_range_gets_the_whole_when_the_client_knows_another_state(running: Running) -> None:
    etag = running.ask(MP3, "HEAD").headers["etag"]
    assert running.ask(MP3, range="bytes=0-9", if_range=etag).status == 206
    assert running.ask(MP3, range="bytes=0-9", if_range='"other"').status == 200


def test_every_answer_forbids_what_pages_do_not_need(running: Running) -> None:
    for path in ("/", "/nothing", MP3):
        headers = running.ask(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_the_feed_follows_the_address_that_was_used(running: Running) -> None:
    assert running.ask("/book/feed.xml", host="localhost:1").body == b"http://localhost:1/"
    assert running.ask("/book/feed.xml").body == f"http://127.0.0.1:{running.port}/".encode()


def test_a_name_that_anybody_can_own_gets_nothing(running: Running) -> None:
    got = running.ask("/book/feed.xml", host="evil.example")
    assert (got.status, b"feed" in got.body) == (421, False)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "NONSENSE"])
def test_nothing_can_be_done_but_read(running: Running, method: str) -> None:
    got = running.ask(MP3, method)
    assert (got.status, got.headers["allow"]) == (405, "GET, HEAD")
    assert running.ask("/nothing", method).status == 404


def test_a_folder_without_its_slash_leads_to_the_page(running: Running) -> None:
    got = running.ask("/book")
    assert (got.status, got.headers["location"]) == (308, "./book/")


@pytest.mark.parametrize(
    "path",
    [
        "/../sound.mp3", "/book/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/book/%2e%2e%2f1/sound.mp3",
        "/%252e%252e%252fetc/passwd", "/..%5c..%5cetc%5cpasswd", "/book\\1\\sound.mp3", "/book/1/sound.mp3%00",
        "/book/1/sound.mp3%00.html", "//etc/passwd", "/etc/passwd", "/C:/Windows/win.ini", "/book/1/", "/book/1",
        "/BOOK/1/sound.mp3", "/book/1/sound.mp3/", "//book/1/sound.mp3", "/./book/1/sound.mp3", "/b%C3%B6ok/",
        "/%FF%FE", "/%F0%9F%93%9A/", "/%ED%A0%80", "/release.json", "/book/release.json", "/" + "a" * 8000,
    ],
)  # fmt: skip
def test_a_path_that_is_not_listed_is_not_there(running: Running, path: str) -> None:
    got = running.ask(path)
    assert (got.status, got.body) == (404, b"Not found.\n")
    assert running.told == []


def test_a_query_changes_nothing(running: Running) -> None:
    assert running.ask(f"{MP3}?token=1&x=../..").body == SOUND


def test_with_a_token_nothing_is_told_without_it(start: Start) -> None:
    running = start(Hosts(is_lan=True), TOKEN)
    same = running.ask("/")
    assert (same.status, same.body) == (404, b"Not found.\n")
    wrong = [
        "",
        TOKEN[:-1],
        TOKEN + "x",
        TOKEN.upper(),
        "x" * 26,
        "x" * 9000,
        "%C3%A9",
        "%00" + TOKEN,
        "%ED%A0%80",
        "..",
        "%",
    ]
    for token in wrong:
        for path in (f"/{token}/", f"/{token}/book/feed.xml", f"/{token}"):
            for method in ("GET", "POST", "OPTIONS"):
                got = running.ask(path, method, host="evil.example")
                assert (got.status, got.body, set(got.headers)) == (404, b"Not found.\n", set(same.headers))


def test_with_the_token_all_is_there(start: Start) -> None:
    running = start(Hosts(is_lan=True), TOKEN)
    assert running.ask(f"/{TOKEN}/").body == b"<p>All books"
    assert running.ask(f"/{TOKEN}{MP3}").body == SOUND
    assert running.ask(f"/{TOKEN}").headers["location"] == f"./{TOKEN}/"
    assert running.ask(f"/{TOKEN}/book/feed.xml", host="192.168.1.5").body == f"http://192.168.1.5/{TOKEN}/".encode()


def test_a_deleted_file_is_not_there(running: Running) -> None:
    assert running.ask(MP3).status == 200
    running.sound.unlink()
    assert running.ask(MP3).status == 404
    assert running.told == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_out_of_the_release_is_not_followed(running: Running, tmp_path: Path) -> None:
    assert running.ask(MP3).status == 200
    secret = tmp_path / "secret"
    secret.write_bytes(SOUND)
    running.sound.unlink()
    running.sound.symlink_to(secret)
    assert running.ask(MP3).status == 404


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_in_place_of_a_file_holds_nobody_up(running: Running) -> None:
    assert running.ask(MP3).status == 200
    running.sound.unlink()
    os.mkfifo(running.sound)
    assert running.ask(MP3).status == 404


def test_other_bytes_never_go_out_under_the_old_tag(running: Running) -> None:
    assert running.ask(MP3).status == 200
    running.sound.write_bytes(b"x" * len(SOUND))
    got = running.ask(MP3)
    assert (got.status, got.headers["retry-after"]) == (503, "15")


def test_a_download_goes_on_when_its_file_is_replaced(running: Running) -> None:
    big = os.urandom(8_000_000)
    running.sound.write_bytes(big)
    request = f"GET {MP3} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", running.port), timeout=10) as slow:
        slow.sendall(request)
        got = slow.recv(1000)
        time.sleep(0.1)
        new = running.sound.with_name("new.mp3")
        new.write_bytes(b"new")
        new.replace(running.sound)
        while piece := slow.recv(1 << 20):
            got += piece
    assert got.partition(b"\r\n\r\n")[2] == big


def test_a_bug_is_told_to_the_person_and_not_to_the_client(running: Running, shelf: Shelf) -> None:
    shelf.failing = True
    got = running.ask("/book/", host="localhost")
    assert got.status == 500
    assert b"ZeroDivision" not in got.body
    assert b"Traceback" not in got.body
    assert len(running.told) == 1
    shelf.failing = False
    assert running.ask("/book/", host="localhost").status == 200


def test_a_versioned_resource_is_kept_and_all_else_is_asked_for_again(start: Start, shelf: Shelf) -> None:
    versioned = resource_of_file("book/2/sound.mp3", shelf.sound, media_type="audio/mpeg")
    object.__setattr__(versioned, "is_versioned", True)
    shelf.extra.append(versioned)
    running = start()
    assert "immutable" in running.ask("/book/2/sound.mp3").headers["cache-control"]
    assert running.ask("/book/feed.xml").headers["cache-control"] == "no-cache"


def test_an_earlier_version_leads_to_the_one_that_is_there(start: Start, shelf: Shelf) -> None:
    shelf.extra.append(resource_of_file("book/0123456789ab/01-One.mp3", shelf.sound, media_type="audio/mpeg"))
    running = start(Hosts(is_lan=True), TOKEN)
    for method in ("GET", "HEAD"):
        moved = running.ask(f"/{TOKEN}/book/ba9876543210/01-One.mp3", method, range="bytes=5-9")
        assert (moved.status, moved.headers["location"]) == (307, "../0123456789ab/01-One.mp3")
        assert moved.headers["cache-control"] == "no-store"
    for other in ("book/ba9876543210/02-Two.mp3", "other/ba9876543210/01-One.mp3", "book/older/01-One.mp3"):
        assert running.ask(f"/{TOKEN}/{other}").status == 404
    assert running.ask("/book/ba9876543210/01-One.mp3").status == 404
    assert running.ask(f"/{TOKEN}/book/ba9876543210/01-One.mp3", "POST").status == 404
