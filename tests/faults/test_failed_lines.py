"""Lines that fail: tried again behind all others, then reported together, and nothing else is lost."""

from collections import Counter
from pathlib import Path

import pytest

from audiobook.engines.tone import ToneEngine
from audiobook.errors import EngineError
from audiobook.model.speech import Line, Pcm
from audiobook.synthesis import speaking
from tests.faults.small_book import SmallBook, new_book, speak_here


class Stumbling:
    """Makes the tone engine fail at some lines, so many times each."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, error: Exception, *, times: int, word: str) -> None:
        self.spoken: list[str] = []
        self._tried: Counter[str] = Counter()
        speak = ToneEngine.speak

        def stumble(engine: ToneEngine, line: Line) -> Pcm:
            self.spoken.append(line.text)
            self._tried[line.text] += 1
            if word in line.text and self._tried[line.text] <= times:
                raise error
            return speak(engine, line)

        monkeypatch.setattr(ToneEngine, "speak", stumble)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallBook:
    speak_here(monkeypatch)
    speaking.open_once.cache_clear()
    return new_book(tmp_path / "project")


@pytest.mark.parametrize("error", [EngineError("the voice was busy"), MemoryError()])
def test_a_line_that_fails_once_is_tried_again_behind_all_others(
    book: SmallBook, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    expected = new_book(book.folder.parent / "undisturbed")
    expected.make()
    stumbling = Stumbling(monkeypatch, error, times=1, word="Anybody")
    made = book.make()
    assert (made.error, made.failures) == (None, ())
    assert stumbling.spoken[-1] == "Anybody there?"
    assert book.files() == expected.files()


def test_lines_that_fail_again_are_reported_together_and_all_others_kept(
    book: SmallBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    Stumbling(monkeypatch, EngineError("the voice is hoarse"), times=99, word="Mara")
    made = book.make()
    assert [(failure.chapter, failure.text) for failure in made.failures] == [("Chapter 1: The Gate", "asked Mara.")]
    assert made.failures[0].why == "the voice is hoarse"
    assert made.error is not None
    assert made.error.exit_code == 6
    assert [name[:2] for name in book.files() if name.endswith(".mp3")] == ["02"]
