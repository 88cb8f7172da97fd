import math
import struct

from hypothesis import given
from hypothesis import strategies as st

from audiobook.model.speech import Pcm
from audiobook.synthesis.trimming import trim_take

RATE_HZ = 20000


def pcm_of(samples: list[int]) -> Pcm:
    return Pcm(samples=struct.pack(f"<{len(samples)}h", *samples), rate_hz=RATE_HZ)


def samples_of(pcm: Pcm) -> list[int]:
    return list(struct.unpack(f"<{pcm.length_samples}h", pcm.samples))


def tone(length: int, amplitude: int = 10000) -> list[int]:
    return [round(amplitude * math.sin(index / 5 + 1)) for index in range(length)]


def test_silence_at_both_ends_goes_but_for_18_ms() -> None:
    trimmed = trim_take(pcm_of([0] * 9000 + tone(4000) + [3, -3] * 4000))
    assert trimmed.length_samples == 4000 + 2 * 360
    assert trimmed.rate_hz == RATE_HZ


def test_silence_within_stays() -> None:
    trimmed = trim_take(pcm_of(tone(1000) + [0] * 5000 + tone(1000)))
    assert trimmed.length_samples == 7000


def test_a_soft_ending_is_speech() -> None:
    assert trim_take(pcm_of(tone(4000) + tone(2000, 100))).length_samples > 5990


def test_speech_between_the_edges_is_untouched() -> None:
    sound = tone(4000)
    assert samples_of(trim_take(pcm_of(sound)))[80:-80] == sound[80:-80]


def test_the_ends_rise_from_and_fall_to_nothing() -> None:
    samples = samples_of(trim_take(pcm_of([10000] * 4000)))
    assert abs(samples[0]) < 10
    assert abs(samples[-1]) < 10
    assert samples[:80] == sorted(samples[:80])
    assert samples[-80:] == sorted(samples[-80:], reverse=True)


def test_nothing_but_silence_leaves_nothing() -> None:
    assert trim_take(pcm_of([])).samples == b""
    assert trim_take(pcm_of([0] * 5000)).samples == b""
    assert trim_take(pcm_of([5, -5] * 5000)).samples == b""


@given(st.lists(st.integers(-32768, 32767), max_size=400))
def test_any_sound_is_trimmed_to_a_part_that_is_never_louder(samples: list[int]) -> None:
    trimmed = samples_of(trim_take(pcm_of(samples)))
    assert len(trimmed) <= len(samples)
    assert max(map(abs, trimmed), default=0) <= max(map(abs, samples), default=0)
