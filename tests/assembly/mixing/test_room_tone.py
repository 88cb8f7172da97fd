import numpy as np
import pytest

from audiobook.assembly.mixing.room_tone import RoomTone

RATE_HZ = 44100


def room(seed: str = "s0", level_dbfs: float = -70.0) -> RoomTone:
    return RoomTone(level_dbfs=level_dbfs, seed=seed, rate_hz=RATE_HZ)


@pytest.mark.parametrize("level_dbfs", [-74.0, -70.0, -62.0])
def test_level_is_what_is_asked_for_at_every_moment(level_dbfs: float) -> None:
    blocks = room(level_dbfs=level_dbfs).next(10 * RATE_HZ).reshape(-1, RATE_HZ // 10)
    levels = 20 * np.log10(np.sqrt(np.mean(np.square(blocks / 32768.0), axis=1)))
    assert levels.min() > level_dbfs - 3.0
    assert levels.max() < level_dbfs + 3.0


def test_samples_are_whole_numbers_and_never_a_long_silence() -> None:
    tone = room().next(5 * RATE_HZ)
    assert np.array_equal(tone, np.rint(tone))
    assert np.abs(tone).reshape(-1, RATE_HZ // 50).max(axis=1).min() > 0


def test_cutting_the_stream_does_not_change_it() -> None:
    whole = room().next(20 * RATE_HZ)
    stream = room()
    pieces = [stream.next(length) for length in (1, 0, 12345, 13 * RATE_HZ)]
    rest = stream.next(20 * RATE_HZ - sum(map(len, pieces)))
    assert np.array_equal(whole, np.concatenate([*pieces, rest]))


def test_stream_repeats_without_a_seam() -> None:
    tone = room().next(13 * RATE_HZ).astype(float)
    assert np.array_equal(tone[: RATE_HZ // 2], tone[12 * RATE_HZ :][: RATE_HZ // 2])
    steps = np.abs(np.diff(tone))
    assert steps[12 * RATE_HZ - 1] <= steps.max()
    assert steps.max() < 60


def test_same_seed_gives_the_same_samples_and_another_gives_others() -> None:
    assert np.array_equal(room("a").next(1000), room("a").next(1000))
    assert not np.array_equal(room("a").next(1000), room("b").next(1000))


def test_samples_are_those_of_the_last_version() -> None:
    # They are part of what a chapter sounds like: change them and every release with room tone is another one.
    assert room("golden").next(8).tolist() == GOLDEN


GOLDEN = [4.0, 0.0, -3.0, -3.0, -2.0, -0.0, -0.0, -2.0]
