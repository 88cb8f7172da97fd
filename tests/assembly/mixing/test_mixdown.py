from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from audiobook.assembly.mixing.mixdown import mix_down
from audiobook.errors import OutputError
from audiobook.model.speech import Pcm
from audiobook.model.timeline import Timeline
from tests.assembly.building import RATE_HZ, MemoryTakes, Part, as_array, make_jobs, make_script, tone


@pytest.fixture
def takes() -> MemoryTakes:
    return MemoryTakes({"s0": tone(1.0), "s1": tone(0.5, hz=180.0), "s2": tone(1.5, rate_hz=16000)})


@pytest.fixture
def timeline(takes: MemoryTakes, tmp_path: Path) -> Timeline:
    return make_jobs(tmp_path, make_script(Part("It rained."), Part("It stopped."), Part("Good.")), takes)[0].timeline


def mixed(timeline: Timeline, takes: MemoryTakes) -> npt.NDArray[np.int16]:
    return as_array(list(mix_down(timeline, takes, gain_db=0.0, ceiling_dbtp=-1.0)))


def test_mix_is_exactly_as_long_as_its_timeline(timeline: Timeline, takes: MemoryTakes) -> None:
    assert len(mixed(timeline, takes)) == timeline.length_samples


def test_takes_stand_where_the_timeline_says_and_all_else_is_silence(timeline: Timeline, takes: MemoryTakes) -> None:
    samples = mixed(timeline, takes)
    silent = np.ones(len(samples), dtype=bool)
    for placement in timeline.placements:
        inside = slice(placement.start_sample, placement.start_sample + placement.length_samples)
        silent[inside] = False
        assert np.abs(samples[inside]).mean() > 1000
    assert not samples[silent].any()


def test_joins_do_not_click(timeline: Timeline, takes: MemoryTakes) -> None:
    samples = mixed(timeline, takes).astype(np.int32)
    steepest_of_tone = 2 * np.pi * 440 / RATE_HZ * np.abs(samples).max()
    assert np.abs(np.diff(samples)).max() < steepest_of_tone * 1.1


def test_take_at_another_rate_keeps_its_pitch(timeline: Timeline, takes: MemoryTakes) -> None:
    placement = timeline.placements[2]
    assert placement.length_samples == round(1.5 * RATE_HZ)
    sound = mixed(timeline, takes)[placement.start_sample :][: placement.length_samples]
    spectrum = np.abs(np.fft.rfft(sound))
    assert np.argmax(spectrum) / 1.5 == pytest.approx(440.0, abs=1.0)


def test_takes_are_read_only_as_the_stream_goes_on(tmp_path: Path) -> None:
    takes = MemoryTakes({f"s{index}": tone(3.0) for index in range(3)})
    timeline = make_jobs(tmp_path, make_script(*(Part("It rained.") for _ in range(3))), takes)[0].timeline
    stream: Iterator[Pcm] = mix_down(timeline, takes, gain_db=0.0, ceiling_dbtp=-1.0)
    next(stream)
    assert takes.reads == ["s0"]


def test_take_of_another_length_is_refused(timeline: Timeline, takes: MemoryTakes) -> None:
    takes.sounds["s1"] = tone(0.4)
    with pytest.raises(OutputError, match="s1"):
        mixed(timeline, takes)
