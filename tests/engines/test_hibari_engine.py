from collections.abc import Iterator
from pathlib import Path

import pytest

from audiobook.engines.hibari_engine import HibariEngine
from audiobook.errors import EngineError
from audiobook.model.speech import Line

pytest.importorskip("hibari", reason="the extra hibari is not installed")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[HibariEngine]:
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path))
    opened = HibariEngine()
    yield opened
    opened.close()


def speak(engine: HibariEngine, text: str) -> float:
    pcm = engine.speak(Line(text=text, voice="heart"))
    return pcm.length_samples / pcm.rate_hz


def test_only_voices_that_are_here_are_there(engine: HibariEngine) -> None:
    assert engine.voices() == ("heart",)


def test_a_voice_is_never_fetched_by_itself(engine: HibariEngine) -> None:
    with pytest.raises(EngineError, match='"emma" of hibari is not on this machine'):
        engine.speak(Line(text="Hello.", voice="emma"))


def test_words_in_another_script_are_not_dropped(engine: HibariEngine) -> None:
    assert speak(engine, "She said مرحبا to him.") > speak(engine, "She said to him.") + 0.5


def test_espeak_is_not_asked_about_what_its_own_rules_read(
    engine: HibariEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def note(text: str, **_: object) -> str:
        asked.append(text)
        return "həlˈoʊ"

    monkeypatch.setattr("audiobook.engines.hibari_engine.phonemes_of", note)
    assert speak(engine, "The ferry left.") > 0.5
    assert not asked
    assert speak(engine, "مرحبا") > 0.2
    assert asked == ["مرحبا"]


def test_its_own_notation_in_a_text_is_plain_text(engine: HibariEngine) -> None:
    assert speak(engine, "[ferry](/hˈɑɹbɚ/) left.") > speak(engine, "ferry left.") + 0.5


def test_too_little_memory_is_said_before_the_model_is_loaded(
    engine: HibariEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audiobook.engines.neural_models.free_memory_mib", lambda: 100)
    with pytest.raises(EngineError, match="needs 270 MiB of memory, and 100 MiB are free"):
        engine.speak(Line(text="Hello.", voice="heart"))
