import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st

from audiobook.assembly.mixing.limiter import Limiter
from tests.assembly.building import RATE_HZ, as_array, speech_like

CEILING = 20000.0

Samples = npt.NDArray[np.float32]


def limit(samples: Samples, pieces: list[int] | None = None) -> Samples:
    limiter = Limiter(ceiling=CEILING, rate_hz=RATE_HZ)
    done: list[Samples] = []
    position = 0
    for length in pieces or [len(samples)]:
        done.append(limiter.push(samples[position : position + length]))
        position += length
    done.append(limiter.push(samples[position:]))
    done.append(limiter.finish())
    return np.concatenate(done)


def loud_speech(seconds: float = 2.0) -> Samples:
    return as_array([speech_like(seconds)]).astype(np.float32) * np.float32(1.6)


def true_peak(samples: Samples) -> float:
    """Eightfold oversampling by the spectrum: another way than the limiter's own."""
    spectrum = np.fft.rfft(samples.astype(np.float64))
    padded = np.zeros(len(samples) * 4 + 1, dtype=complex)
    padded[: len(spectrum)] = spectrum
    return float(np.abs(np.fft.irfft(padded, len(samples) * 8) * 8).max())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 5000), max_size=12))
def test_output_does_not_depend_on_how_the_stream_is_cut(pieces: list[int]) -> None:
    samples = loud_speech(1.0)
    assert np.array_equal(limit(samples, pieces), limit(samples))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3000), st.integers(0, 2**32 - 1))
def test_nothing_rises_above_the_ceiling_and_no_sample_is_lost(length: int, seed: int) -> None:
    samples = (np.random.default_rng(seed).standard_normal(length) * 30000).astype(np.float32)
    limited = limit(samples)
    assert len(limited) == length
    assert np.abs(limited).max(initial=0.0) <= CEILING * 1.00001


def test_what_stays_below_the_ceiling_passes_unchanged() -> None:
    samples = (loud_speech() * np.float32(0.3)).astype(np.float32)
    assert np.array_equal(limit(samples), samples)


def test_true_peak_between_samples_is_held_too() -> None:
    time = np.arange(RATE_HZ)
    samples = (np.sin(np.pi / 2 * time + np.pi / 4) * 26000).astype(np.float32)  # samples reach 18385, the wave 26000
    assert np.abs(samples).max() < CEILING
    middle = limit(samples)[2000:-2000]
    assert true_peak(middle * np.hanning(len(middle)).astype(np.float32)) < CEILING * 1.01


def test_true_peak_of_loud_speech_is_held() -> None:
    assert true_peak(limit(loud_speech())) < CEILING * 1.03


def test_gain_glides_and_never_jumps() -> None:
    samples = np.full(RATE_HZ, 5000.0, dtype=np.float32)
    samples[RATE_HZ // 2] = 32000.0
    gain = np.delete(limit(samples) / samples, RATE_HZ // 2)
    assert np.abs(np.diff(gain)).max() < 0.02
    assert gain[0] == gain[-1] == 1.0
