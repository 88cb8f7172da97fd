"""`audiobook serve` run as its user runs it, while books are made, spoilt and taken away."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.end_to_end.conftest import STORY, Project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process there")


@dataclass(slots=True)
class Server:
    """A running `serve`: where, and the file that its messages go to."""

    process: "subprocess.Popen[str]"
    home: str
    books: list[dict[str, str]]
    messages: Path

    def get(self, address: str) -> bytes:
        with urllib.request.urlopen(address, timeout=10) as answer:
            content = answer.read()
        assert isinstance(content, bytes)
        return content

    def status(self, address: str) -> int:
        try:
            self.get(address)
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        return 200

    def enclosures(self, index: int = 0) -> list[str]:
        return [each.attrib["url"] for each in ET.fromstring(self.get(self.books[index]["feed"])).iter("enclosure")]

    def told(self) -> str:
        return self.messages.read_text(encoding="utf-8")

    def press_ctrl_c(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


@contextmanager
def serving(project: Project, *options: str) -> Iterator[Server]:
    command = [sys.executable, "-m", "audiobook", "serve", "--json", *options]
    messages = project.folder / "messages.txt"
    with (
        messages.open("w", encoding="utf-8") as file,
        subprocess.Popen(command, cwd=project.folder, stdout=subprocess.PIPE, stderr=file, text=True) as process,
    ):
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line, messages.read_text(encoding="utf-8")
            start: dict[str, Any] = json.loads(line)
            yield Server(process, start["addresses"][0], start["books"], messages)
        finally:
            process.terminate()
    assert "Traceback" not in messages.read_text(encoding="utf-8")


def until(condition: Callable[[], bool]) -> bool:
    """Wait for a change on the disk to be noticed, which takes about a second."""
    for _ in range(100):
        if condition():
            return True
        time.sleep(0.1)
    return False


def test_pages_feed_and_chapters_are_served_and_ctrl_c_ends_it(project: Project) -> None:
    project.make()
    with serving(project, "--port", "0") as server:
        assert b"story" in server.get(server.home).lower()
        assert b"<audio" in server.get(server.books[0]["page"])
        files = project.files()
        served = [server.get(address) for address in server.enclosures()]
        assert served == [files[name] for name in sorted(files) if name.endswith(".mp3")]
        assert server.press_ctrl_c() == 130
        assert "Stopped" in server.told()


def test_a_chapter_made_again_is_served_without_a_restart(project: Project) -> None:
    project.make()
    with serving(project, "--port", "0") as server:
        before = server.enclosures()
        project.story.write_text(STORY.replace("Mind the step", "Mind the dog"), encoding="utf-8")
        project.make()
        assert until(lambda: server.enclosures() != before)
        after = server.enclosures()
        assert after[0] == before[0]
        assert server.get(after[1]) == project.files()["02 - Chapter 2 - The Cellar.mp3"]
        assert server.get(before[1]) == server.get(after[1])  # for whoever began it


def test_a_new_book_appears_and_one_that_is_taken_away_goes(project: Project) -> None:
    project.make()
    with serving(project, "--port", "0") as server:
        (project.folder / "second.txt").write_text('"No," said Ada.\n', encoding="utf-8")
        assert project.run("make", "second.txt", "--engine", "tone").returncode == 0
        assert until(lambda: server.status(f"{server.home}second/") == 200)
        (project.release / "release.json").unlink()
        assert until(lambda: server.status(server.books[0]["page"]) == 404)


def test_a_release_file_that_breaks_changes_nothing_but_a_note(project: Project) -> None:
    project.make()
    with serving(project, "--port", "0") as server:
        page = server.get(server.books[0]["page"])
        (project.release / "release.json").write_text("{", encoding="utf-8")
        assert until(lambda: "release.json" in server.told() if server.status(server.home) == 200 else False)
        assert server.get(server.books[0]["page"]) == page
        assert server.told().count("release.json") == 1


def test_a_chapter_that_is_deleted_is_not_there_and_the_others_are(project: Project) -> None:
    project.make()
    with serving(project, "--port", "0") as server:
        first, second = server.enclosures()
        (project.release / "01 - Chapter 1 - The Gate.mp3").unlink()
        assert server.status(first) == 404
        assert server.status(second) == 200
        assert server.status(server.books[0]["page"]) == 200


def test_a_book_that_cannot_be_served_is_left_out_with_its_reason(project: Project) -> None:
    project.make()
    (project.folder / "second.txt").write_text('"No," said Ada.\n', encoding="utf-8")
    assert project.run("make", "second.txt", "--engine", "tone").returncode == 0
    (project.release / "01 - Chapter 1 - The Gate.mp3").unlink()
    with serving(project, "--port", "0") as server:
        assert [book["title"] for book in server.books] == ["Second"]
        assert "01 - Chapter 1 - The Gate.mp3: is missing; the book is left out" in server.told()


def test_the_address_outlives_a_restart_and_a_deleted_build_folder(project: Project) -> None:
    project.make()
    addresses = []
    for options in ([], [], ["--new-token"]):
        with serving(project, "--lan", *options) as server:
            addresses.append(server.home)
            bare = "/".join(server.home.split("/")[:3])
            assert server.status(server.home) == 200
            assert server.status(f"{bare}/") == server.status(f"{bare}/story/feed.xml") == 404
        subprocess.run(["rm", "-r", str(project.folder / "build")], check=True)
        project.make()
    assert addresses[0] == addresses[1]
    assert addresses[2].split("/")[:3] == addresses[0].split("/")[:3]
    assert addresses[2] != addresses[0]


def test_a_port_that_is_taken_is_named(project: Project) -> None:
    project.make()
    with serving(project, "--port", "0") as server:
        port = server.home.split(":")[2].strip("/")
        second = project.run("serve", "--port", port)
    assert second.returncode == 2
    assert f"port {port} cannot be used" in second.stderr
    assert "Traceback" not in second.stderr


def test_links_begin_with_the_base_url_if_there_is_one(project: Project) -> None:
    project.make()
    with serving(project, "--port", "0", "--base-url", "https://books.example.org/mine/") as server:
        assert server.home == "https://books.example.org/mine/"


def test_where_no_book_is_finished_the_error_says_what_to_do(project: Project) -> None:
    done = project.run("serve")
    assert done.returncode == 2
    assert "hint: make one first: audiobook make" in done.stderr
    assert not (project.folder / "voices" / "serve.private.toml").exists()
