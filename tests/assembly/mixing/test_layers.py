from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest

from audiobook.assembly.mixing.layers import fade_out, lay_beds, read_bed
from audiobook.errors import OutputError
from audiobook.model.speech import Pcm
from audiobook.model.timeline import Bed, Timeline
from tests.assembly.building import MemoryTakes

RATE_HZ = 22050
Samples = npt.NDArray[np.float32]


def flat(length: int, value: int = 1000) -> Pcm:
    return Pcm(samples=np.full(length, value, dtype="<i2").tobytes(), rate_hz=RATE_HZ)


def bed(key: str, start: int, length: int, **given: object) -> Bed:
    return Bed(take_key=key, start_sample=start, length_samples=length, gain_db=0.0, **given)  # type: ignore[arg-type]


def timeline(*beds: Bed, length: int = 1000, fade: int = 0) -> Timeline:
    return Timeline(
        chapter=1,
        rate_hz=RATE_HZ,
        placements=(),
        scenes=(),
        length_samples=length,
        beds=beds,
        fade_out_samples=fade,
    )


def silence(*lengths: int) -> list[Samples]:
    return [np.zeros(length, dtype=np.float32) for length in lengths]


def laid(pieces: Sequence[Samples], *beds: Bed, gain_db: float = 0.0) -> Samples:
    takes = MemoryTakes({"a": flat(300), "b": flat(200, 500)})
    return np.concatenate(list(lay_beds(iter(pieces), timeline(*beds), takes, gain_db=gain_db)))


def test_bed_is_heard_where_it_lies_and_nowhere_else() -> None:
    heard = laid(silence(1000), bed("a", 100, 300))
    assert np.array_equal(np.flatnonzero(heard), np.arange(100, 400))
    assert heard[100:400].tolist() == [1000.0] * 300


@pytest.mark.parametrize("lengths", [(1000,), (0, 100, 900), (99, 1, 1, 299, 600), (1,) * 1000])
def test_pieces_do_not_change_what_is_heard(lengths: tuple[int, ...]) -> None:
    beds = (bed("a", 100, 300), bed("b", 380, 200))
    assert np.array_equal(laid(silence(*lengths), *beds), laid(silence(1000), *beds))


def test_beds_are_added_to_what_is_there() -> None:
    pieces = [np.full(1000, 7.0, dtype=np.float32)]
    assert laid(pieces, bed("a", 100, 300))[[99, 100]].tolist() == [7.0, 1007.0]
    assert pieces[0][100] == 7.0


def test_only_the_beginning_of_a_longer_sound_is_heard() -> None:
    assert np.count_nonzero(laid(silence(1000), bed("a", 0, 50))) == 50


def test_chapter_gain_counts_for_beds_too() -> None:
    assert laid(silence(1000), bed("a", 0, 300), gain_db=-20.0)[0] == pytest.approx(100.0)


def test_envelope_is_a_straight_line_in_decibels() -> None:
    shaped = bed("a", 0, 300, envelope=((0, -40.0), (200, 0.0)))
    heard = read_bed(shaped, MemoryTakes({"a": flat(300)}), rate_hz=RATE_HZ, gain_db=0.0)
    assert heard[[0, 100, 200, 299]].tolist() == pytest.approx([10.0, 100.0, 1000.0, 1000.0])


def test_sound_that_is_shorter_than_its_bed_is_an_error() -> None:
    with pytest.raises(OutputError, match="sound a has 300 samples but 301 are wanted"):
        laid(silence(1000), bed("a", 0, 301))


@pytest.mark.parametrize("lengths", [(1000,), (850, 150), (1,) * 1000])
def test_fade_ends_in_silence_and_leaves_what_is_before_it(lengths: tuple[int, ...]) -> None:
    pieces = [np.ones(length, dtype=np.float32) for length in lengths]
    faded = np.concatenate(list(fade_out(iter(pieces), timeline(fade=200))))
    assert faded[:801].tolist() == [1.0] * 801
    assert faded[900] == pytest.approx(0.5)
    assert faded[-1] < 0.001
    assert np.all(np.diff(faded[800:]) < 0)


def test_without_a_fade_nothing_changes() -> None:
    pieces = [np.ones(1000, dtype=np.float32)]
    assert np.concatenate(list(fade_out(iter(pieces), timeline()))).tolist() == [1.0] * 1000
