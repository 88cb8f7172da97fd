import io
import sys

import pytest

from audiobook.cli.terminal import show, tell


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_words_of_a_manuscript_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _Terminal()
    monkeypatch.setattr(sys, "stdout", seen)
    tell("a\tb\nc \x1b]0;title\x07 \x9b31m \r")
    assert seen.getvalue() == "a\tb\nc \ufffd]0;title\ufffd \ufffd31m \ufffd\n"


def test_results_reach_a_file_or_pipe_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = io.StringIO()
    monkeypatch.setattr(sys, "stdout", seen)
    tell("a \x1b[31m")
    assert seen.getvalue() == "a \x1b[31m\n"


def test_a_message_holds_no_control_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", seen)
    show("no such book: \x1b[2J")
    assert seen.getvalue() == "no such book: \ufffd[2J\n"
