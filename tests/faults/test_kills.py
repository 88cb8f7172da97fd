"""The program is killed at random moments, as hard as an operating system can."""

import os
import random
import signal
import sys
import time
import warnings
from pathlib import Path

import pytest

from tests.faults.small_book import SHORTEST, SmallBook, new_book, speak_here

KILLS = 100


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork, which makes a hundred kills quick")
def test_killed_at_a_hundred_random_moments_the_next_run_ends_with_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak_here(monkeypatch)
    started_s = time.monotonic()
    undisturbed = new_book(tmp_path / "undisturbed", text=SHORTEST)
    assert undisturbed.make().error is None
    expected, longest_s = undisturbed.files(), time.monotonic() - started_s
    chance, killed = random.Random(7), 0
    for number in range(KILLS):
        book = new_book(tmp_path / f"killed-{number}", text=SHORTEST)
        killed += make_and_kill(book, after_s=chance.uniform(0.0, longest_s))
        assert book.make().error is None, number
        assert book.files() == expected, number
    assert killed


def make_and_kill(book: SmallBook, *, after_s: float) -> bool:
    """Make a book in a process of its own and kill that; say whether it was still at work."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # numpy's threads are idle, and ours are none
        child = os.fork()
    if not child:
        book.make()
        os._exit(0)
    time.sleep(after_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
