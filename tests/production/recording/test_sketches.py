from pathlib import Path

import pytest

from audiobook.production.recording import sketches
from audiobook.production.recording.sketches import KeptSketches
from audiobook.publishing.word_sketch import sketch_words

TEXT = "It rained all day, and the ferry did not come."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "sketches" / "ferry.json"
    kept = KeptSketches(found)
    assert kept.sketch(TEXT) == sketch_words(TEXT)
    kept.keep()
    return found


def refuse(_text: str) -> tuple[int, ...]:
    raise AssertionError("this was sketched before")


def test_the_same_text_is_not_sketched_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sketches, "sketch_words", refuse)
    assert KeptSketches(path).sketch(TEXT) == sketch_words(TEXT)


def test_another_text_and_another_program_are(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert KeptSketches(path).sketch(f"{TEXT} Never.") == sketch_words(f"{TEXT} Never.")
    monkeypatch.setattr(sketches, "program_digest", lambda *_packages: "another")
    monkeypatch.setattr(sketches, "sketch_words", lambda _text: (1, 2, 3))
    assert KeptSketches(path).sketch(TEXT) == (1, 2, 3)


def test_texts_that_are_gone_are_forgotten(path: Path) -> None:
    kept = KeptSketches(path)
    kept.sketch("Another text.")
    kept.keep()
    smaller = path.stat().st_size
    kept = KeptSketches(path)
    kept.sketch("Another text.")
    kept.sketch(TEXT)
    kept.keep()
    assert path.stat().st_size > smaller


def test_a_damaged_file_costs_nothing_but_time(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])
    assert KeptSketches(path).sketch(TEXT) == sketch_words(TEXT)
