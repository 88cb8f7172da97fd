import numpy as np
import pytest

from audiobook.assembly.mixing.effects import EFFECT_CURVES, apply_effect
from audiobook.model.delivery import Effect

RATE_HZ = 22050


def tone(hertz: float) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    return (8000 * np.sin(2 * np.pi * hertz * np.arange(RATE_HZ) / RATE_HZ)).astype(np.float32)


def level_db(samples: "np.ndarray[tuple[int], np.dtype[np.float32]]") -> float:
    return float(10 * np.log10(np.mean(np.square(samples, dtype=np.float64))))


@pytest.mark.parametrize("effect", EFFECT_CURVES)
def test_an_effect_keeps_length_and_level(effect: Effect) -> None:
    speech = tone(180) + tone(900) + tone(2500)
    heard = apply_effect(speech, effect, rate_hz=RATE_HZ)
    assert len(heard) == len(speech)
    assert level_db(heard) == pytest.approx(level_db(speech), abs=0.1)


@pytest.mark.parametrize(("hertz", "least_db", "most_db"), [(1000, -1, 6), (100, -60, -25), (6000, -60, -25)])
def test_a_telephone_has_its_band(hertz: float, least_db: float, most_db: float) -> None:
    heard = apply_effect(tone(hertz) + tone(1200), Effect.TELEPHONE, rate_hz=RATE_HZ)
    spectrum = np.abs(np.fft.rfft(heard))
    assert least_db < 20 * np.log10(spectrum[round(hertz)] / spectrum[1200]) < most_db


def test_no_effect_changes_nothing() -> None:
    assert apply_effect(tone(500), Effect.NONE, rate_hz=RATE_HZ).tobytes() == tone(500).tobytes()


def test_the_shortest_take_survives() -> None:
    assert len(apply_effect(tone(500)[:1], Effect.NEAR, rate_hz=RATE_HZ)) == 1
    assert len(apply_effect(tone(500)[:0], Effect.NEAR, rate_hz=RATE_HZ)) == 0
