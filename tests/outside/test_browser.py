"""Headless Chromium opens the page that `serve` serves, and listens by mouse, by keyboard, and on a phone's width."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.outside.serving import Serving, serve

Outside = Callable[..., "subprocess.CompletedProcess[str]"]
Seen = dict[str, dict[str, Any]]

SCRIPT = Path(__file__).with_name("browser.cjs")
DESK, PHONE = (1280, 800), (360, 740)


@pytest.fixture(scope="module")
def serving(chapters: tuple[Path, ...]) -> Iterator[Serving]:
    with serve(chapters[0].parents[2]) as running:
        yield running


@pytest.fixture
def listen(outside: Outside, serving: Serving, tmp_path: Path) -> Callable[..., Seen]:
    """Listen as somebody would; nothing may be complained of, and nothing be fetched from elsewhere."""

    def run(size: tuple[int, int], hand: str) -> Seen:
        outside("chromium", "--version")  # skips where it is missing, and fails in the check
        done = outside("node", SCRIPT, serving.page, tmp_path / "profile", *size, hand)
        if "Cannot find module 'playwright-core'" in done.stderr:
            outside("playwright-core")  # a module of npm: as good as a program that is missing
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        assert (told["complaints"], told["elsewhere"]) == ([], [])
        seen = told["seen"]
        assert isinstance(seen, dict)
        return seen

    return run


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_listener_with_a_mouse_or_a_finger(listen: Callable[..., Seen], size: tuple[int, int]) -> None:
    seen = listen(size, "mouse")
    assert not any(state["widerThanScreen"] for state in seen.values())
    assert seen["faster"]["jumped"] < 0.01  # until here the chapter was the same; Web Vitals call 0.1 good
    assert seen["opened"]["paused"]
    assert seen["played"]["seconds"] >= 1
    assert seen["sentenceChosen"]["sentence"] != seen["played"]["sentence"]
    assert seen["sentenceChosen"]["speakerIsMarked"]
    assert seen["sentenceChosen"]["sentenceIsInSight"]
    assert seen["sentenceChosen"]["speaker"] != ""
    assert seen["ahead"]["seconds"] - seen["sentenceChosen"]["seconds"] >= 29
    assert seen["ahead"]["sentence"] != seen["sentenceChosen"]["sentence"]
    assert seen["faster"]["speed"] == 1.5
    assert seen["nextFollowed"]["chapter"] != seen["played"]["chapter"]
    assert seen["nextFollowed"]["speed"] == 1.5
    assert not seen["nextFollowed"]["paused"]
    assert seen["paused"]["paused"]
    again = seen["reloaded"]
    assert again["paused"]
    assert (again["chapter"], again["sentence"]) == (seen["paused"]["chapter"], seen["paused"]["sentence"])
    assert abs(again["seconds"] - seen["paused"]["seconds"]) < 1


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_listener_with_a_keyboard_alone(listen: Callable[..., Seen], size: tuple[int, int]) -> None:
    seen = listen(size, "keyboard")
    assert seen["played"]["seconds"] >= 1
    assert seen["ahead"]["seconds"] - seen["played"]["seconds"] >= 29
    assert seen["back"]["seconds"] < seen["ahead"]["seconds"]
    assert seen["sentenceAfter"]["sentence"] != seen["back"]["sentence"]
    assert seen["paused"]["paused"]
    assert seen["inText"]["focus"] == "line"
    assert seen["inText"]["paused"]
    assert not seen["sentenceChosen"]["paused"]
    assert seen["sentenceChosen"]["sentence"] != seen["paused"]["sentence"]
    assert seen["sentenceChosen"]["sentenceIsInSight"]
    assert seen["chapterChosen"]["chapter"] != seen["sentenceChosen"]["chapter"]
    assert not seen["chapterChosen"]["paused"]
