from itertools import pairwise

import numpy as np
import pytest

from audiobook.codecs.loudness import block_energies, integrated_loudness
from audiobook.engines.tone import ToneEngine
from audiobook.model.speech import Line
from tests.engines.pitch import median_f0_hz

TEXT = "Captain Brisk counted the lanterns twice, and then once more. Nobody on the quay had seen who was aboard!"


@pytest.mark.parametrize("voice", ToneEngine().voices())
def test_every_voice_is_as_loud_as_speech_usually_is(voice: str) -> None:
    pcm = ToneEngine().speak(Line(text=TEXT, voice=voice))
    energies = block_energies(np.frombuffer(pcm.samples, "<i2"), pcm.rate_hz)
    assert integrated_loudness(energies) == pytest.approx(-21, abs=1.5)


def test_voices_are_listed_from_the_lowest_to_the_highest() -> None:
    engine = ToneEngine()
    pitches = [median_f0_hz(engine.speak(Line(text=TEXT, voice=voice))) for voice in engine.voices()]
    assert pitches == sorted(pitches)
    assert all(high / low > 1.1 for low, high in pairwise(pitches))


def test_it_takes_about_as_long_as_a_reader_would() -> None:
    pcm = ToneEngine().speak(Line(text=TEXT, voice="mid"))
    words_a_minute = len(TEXT.split()) / (pcm.length_samples / pcm.rate_hz) * 60
    assert 140 < words_a_minute < 200


def test_a_hum_starts_and_ends_without_a_click() -> None:
    samples = memoryview(ToneEngine().speak(Line(text="Hm", voice="high")).samples).cast("h")
    assert abs(samples[0]) < 50
    assert abs(samples[-1]) < 50
    assert max(abs(after - before) for before, after in pairwise(samples)) < 6000
