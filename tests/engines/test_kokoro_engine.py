import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import audiobook.casting
from audiobook.engines import kokoro_model
from audiobook.engines.espeak_phonemes import phonemes_of
from audiobook.engines.kokoro_engine import KokoroEngine
from audiobook.engines.kokoro_files import KOKORO, KOKORO_VOICES
from audiobook.engines.kokoro_model import KokoroModel
from audiobook.errors import EngineError, EngineMissingError
from audiobook.model.speech import Line

Network = Callable[[Mapping[str, Any]], "np.ndarray[Any, Any]"]
FRAME = 600


class FakeSession:
    """Stands in for the network: gives what it is told to."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def run(self, wanted: list[str], given: Mapping[str, Any]) -> list["np.ndarray[Any, Any]"]:
        return [self._network(given).astype(np.float32)[np.newaxis]]


def hum(given: Mapping[str, Any]) -> "np.ndarray[Any, Any]":
    """Eight frames a token with a rest at both ends, at a pitch that tells voices and styles apart."""
    length = FRAME * 3 * given["input_ids"].size
    sound = 0.3 * np.sin(np.arange(length) * (0.02 + 0.0001 * given["style"][0, 0]))
    return np.concatenate([np.zeros(9000), sound, np.zeros(9000)])


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with files of the right length, and a package that is there."""
    monkeypatch.setenv("AUDIOBOOK_DATA", str(tmp_path))
    monkeypatch.setattr("audiobook.engines.kokoro_engine.require_package", lambda *_, **__: None)
    monkeypatch.setattr("audiobook.engines.kokoro_engine.require_misaki", lambda: None)
    monkeypatch.setattr("audiobook.engines.kokoro_engine.misaki_phonemes_of", phonemes_of)
    folder = tmp_path / "models" / "kokoro"
    for number, file in enumerate(KOKORO.files):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as opened:
            opened.write(np.full(4, number, dtype="<f4").tobytes())
            opened.truncate(file.size_bytes)
    return folder


def with_network(monkeypatch: pytest.MonkeyPatch, network: Network) -> None:
    monkeypatch.setattr(kokoro_model, "open_model", lambda *_, **__: FakeSession(network))


def seconds(engine: KokoroEngine, text: str, **more: Any) -> float:
    pcm = engine.speak(Line(text=text, voice=more.pop("voice", "af_heart"), **more))
    return pcm.length_samples / pcm.rate_hz


def test_without_its_files_it_names_the_command_that_fetches_them(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (installed / "onnx" / "model_quantized.onnx").unlink()
    with pytest.raises(EngineMissingError, match=r"no .*model_quantized\.onnx") as caught:
        KokoroEngine()
    assert caught.value.hint == "audiobook engines install kokoro"


def test_without_its_package_it_names_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AUDIOBOOK_DATA", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(EngineMissingError, match="no package onnxruntime") as caught:
        KokoroEngine()
    assert caught.value.hint == 'pip install "audiobook[kokoro]"'


def test_it_has_28_english_voices(installed: Path) -> None:
    assert len(KokoroEngine().voices()) == 28


def test_a_voice_whose_file_is_gone_is_not_offered_and_says_how_to_get_it(installed: Path) -> None:
    (installed / "voices" / "bf_emma.bin").unlink()
    engine = KokoroEngine()
    assert "bf_emma" not in engine.voices()
    with pytest.raises(EngineError, match='"bf_emma" of kokoro is not on this machine') as caught:
        engine.speak(Line(text="Hello.", voice="bf_emma"))
    assert caught.value.hint == "audiobook engines install kokoro"


def test_the_style_is_that_of_the_number_of_tokens(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = np.repeat(np.arange(510, dtype="<f4"), 256)
    rows.tofile(installed / "voices" / "af_heart.bin")
    seen = []

    def network(given: Mapping[str, Any]) -> "np.ndarray[Any, Any]":
        seen.append((given["input_ids"].tolist(), given["style"][0, 0]))
        return hum(given)

    with_network(monkeypatch, network)
    KokoroModel(installed).speak("ˈA.", "af_heart", speed=1.0)
    assert seen == [([[0, 156, 24, 4, 0]], 3)]


def test_rests_at_the_ends_are_cut_and_those_between_sentences_set(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_network(monkeypatch, hum)
    engine = KokoroEngine()
    one, two = seconds(engine, "Yes indeed."), seconds(engine, "Yes indeed. Yes indeed.")
    assert one < 2
    assert two - 2 * one == pytest.approx(0.35, abs=0.01)


@pytest.mark.parametrize(
    ("network", "fault"),
    [
        (lambda given: np.zeros(0), "0.00 s of sound"),
        (lambda given: np.full(FRAME, 0.5), "0.03 s of sound"),
        (lambda given: np.full(24000 * 60, 0.5), "60.00 s of sound"),
        (lambda given: hum(given) * np.nan, "samples that are no numbers"),
        (lambda given: hum(given) * 0, "no sound|silence"),
    ],
)
def test_what_cannot_be_the_line_is_an_error(
    installed: Path, monkeypatch: pytest.MonkeyPatch, network: Network, fault: str
) -> None:
    with_network(monkeypatch, network)
    with pytest.raises(EngineError, match=fault):
        KokoroEngine().speak(Line(text="Nobody on the quay saw it.", voice="af_heart"))


def test_a_voice_file_with_numbers_that_are_none_is_an_error(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    np.full(510 * 256, np.nan, dtype="<f4").tofile(installed / "voices" / "af_heart.bin")
    with_network(monkeypatch, hum)
    with pytest.raises(EngineError, match=r"af_heart\.bin: this is no voice of kokoro"):
        KokoroEngine().speak(Line(text="Hello.", voice="af_heart"))


def test_each_voice_has_a_fingerprint_of_its_own(installed: Path) -> None:
    engine = KokoroEngine()
    assert len({engine.voice_fingerprint(voice) for voice in engine.voices()}) == len(KOKORO_VOICES)


def test_another_model_file_is_another_fingerprint(installed: Path) -> None:
    before = KokoroEngine().fingerprint()
    with (installed / "onnx" / "model_quantized.onnx").open("r+b") as model:
        model.write(b"other")
    assert KokoroEngine().fingerprint() != before


def test_too_little_memory_is_said_before_the_model_is_loaded(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("onnxruntime", reason="the extra kokoro is not installed")
    monkeypatch.setattr("audiobook.engines.neural_models.free_memory_mib", lambda: 100)
    with pytest.raises(EngineError, match="needs 560 MiB of memory, and 100 MiB are free"):
        KokoroEngine().speak(Line(text="Hello.", voice="af_heart"))


def test_every_voice_has_a_profile_with_what_was_measured() -> None:
    path = Path(audiobook.casting.__file__).parent / "library" / "kokoro.toml"
    profiles = tomllib.loads(path.read_text(encoding="utf-8"))["profiles"]
    assert sorted(profile["voice"] for profile in profiles.values()) == sorted(KOKORO_VOICES)
    for profile in profiles.values():
        assert (profile["accent"] == "en-GB") == profile["voice"].startswith("b")
        assert (profile["gender"] == "female") == (profile["voice"][1] == "f")
        assert len(profile["spectrum"]) == 12
