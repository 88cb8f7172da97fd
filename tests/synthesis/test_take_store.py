import pickle
import random
import struct
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiobook.errors import OutputError, TakeLostError
from audiobook.model.speech import Pcm
from audiobook.synthesis.take_store import TakeStore

KEY = "ab12cd34"
RANDOM = random.Random(5)


def noise(length: int, rate_hz: int = 16000) -> Pcm:
    samples = [RANDOM.randrange(-8000, 8000) for _ in range(length)]
    return Pcm(samples=struct.pack(f"<{length}h", *samples), rate_hz=rate_hz)


def test_a_take_comes_back_exactly_with_the_figures_it_was_written_with(store: TakeStore) -> None:
    pcm = noise(20000)
    figures = store.write(KEY, pcm)
    assert store.read(KEY) == pcm
    assert store.figures(KEY) == figures
    assert (figures.rate_hz, figures.length_samples, len(figures.block_energies)) == (16000, 20000, 13)


def test_figures_of_a_very_long_take_are_found_too(store: TakeStore) -> None:
    figures = store.write(KEY, noise(16000 * 130, rate_hz=16000))
    assert len(figures.block_energies) == 1300
    assert store.figures(KEY) == figures


def test_the_peak_of_the_loudest_possible_sample_is_known(store: TakeStore) -> None:
    assert store.write(KEY, Pcm(samples=struct.pack("<3h", 0, -32768, 5), rate_hz=8000)).peak == 32768


def test_an_absent_take_has_no_figures_and_cannot_be_read(store: TakeStore) -> None:
    assert store.figures(KEY) is None
    with pytest.raises(TakeLostError, match="is not there"):
        store.read(KEY)


def test_any_program_opens_a_take(store: TakeStore) -> None:
    import soundfile

    pcm = noise(5000)
    store.write(KEY, pcm)
    samples, rate_hz = soundfile.read(store.path(KEY), dtype="int16")
    assert (samples.tobytes(), rate_hz) == (pcm.samples, 16000)


def test_a_take_cut_off_anywhere_counts_as_absent(store: TakeStore) -> None:
    store.write(KEY, noise(2000))
    whole = store.path(KEY).read_bytes()
    for length in [*range(200), *range(200, len(whole), 97), len(whole) - 1]:
        store.path(KEY).write_bytes(whole[:length])
        assert store.figures(KEY) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(place=st.integers(0, 10**6), flip=st.integers(1, 255))
def test_one_damaged_byte_never_gives_wrong_sound(store: TakeStore, place: int, flip: int) -> None:
    pcm = Pcm(samples=struct.pack("<600h", *range(-300, 300)), rate_hz=16000)
    figures = store.write(KEY, pcm)
    data = bytearray(store.path(KEY).read_bytes())
    data[place % len(data)] ^= flip
    store.path(KEY).write_bytes(data)
    assert store.figures(KEY) in (None, figures)
    try:
        assert store.read(KEY) == pcm
    except TakeLostError:
        assert not store.path(KEY).exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.one_of(st.binary(), st.binary().map(lambda rest: b"fLaC\0\0\0\x22" + rest)))
def test_any_file_under_a_takes_name_is_a_take_or_absent(store: TakeStore, data: bytes) -> None:
    store.path(KEY).parent.mkdir(parents=True, exist_ok=True)
    store.path(KEY).write_bytes(data)
    assert store.figures(KEY) is None
    with pytest.raises(TakeLostError):
        store.read(KEY)


def test_a_damaged_take_is_removed_and_can_be_written_again(store: TakeStore) -> None:
    pcm = noise(3000)
    store.write(KEY, pcm)
    store.path(KEY).write_bytes(store.path(KEY).read_bytes()[:-1] + b"\0\0")
    with pytest.raises(TakeLostError, match="was damaged"):
        store.read(KEY)
    assert not store.path(KEY).exists()
    store.write(KEY, pcm)
    assert store.read(KEY) == pcm


def test_writers_of_the_same_take_do_not_disturb_each_other(store: TakeStore) -> None:
    pcm = noise(3000)
    with ThreadPoolExecutor(8) as pool:
        figures = set(pool.map(lambda _: store.write(KEY, pcm), range(40)))
    assert figures == {store.figures(KEY)}
    assert store.read(KEY) == pcm
    assert [path.name for path in store.path(KEY).parent.iterdir()] == [f"{KEY}.flac"]


def test_a_store_goes_to_another_process_as_its_folder_only(store: TakeStore) -> None:
    assert pickle.loads(pickle.dumps(store)) == store


def test_a_folder_that_cannot_be_made_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        TakeStore(tmp_path / "file" / "takes").write(KEY, noise(100))


def test_a_file_under_the_name_of_another_take_counts_as_absent(store: TakeStore) -> None:
    store.write(KEY, noise(4000))
    other = "ab99ffee"
    store.path(other).write_bytes(store.path(KEY).read_bytes())
    assert store.is_whole(KEY)
    assert not store.is_whole(other)
    assert store.figures(other) is None
    with pytest.raises(TakeLostError, match="was damaged"):
        store.read(other)
