from dataclasses import replace

import numpy as np
import pytest

from audiobook.assembly.mixing.loudness import chapter_gain_db, mixed_loudness
from audiobook.assembly.mixing.mixdown import mix_down
from audiobook.assembly.profiles import ACX, PODCAST
from audiobook.codecs.loudness import block_energies, integrated_loudness
from audiobook.model.speech import Pcm
from audiobook.model.timeline import Bed, Timeline
from tests.assembly.building import RATE_HZ, MemoryTakes, Part, as_array, make_jobs, make_script, measure, speech_like


def story(tmp_path_factory: pytest.TempPathFactory, sounds: list[Pcm]) -> tuple[Timeline, MemoryTakes]:
    takes = MemoryTakes({f"s{index}": pcm for index, pcm in enumerate(sounds)})
    script = make_script(*(Part("It rained.", paragraph=index // 2) for index in range(len(sounds))))
    return make_jobs(tmp_path_factory.mktemp("release"), script, takes)[0].timeline, takes


def test_loudness_from_figures_agrees_with_the_mixed_samples(tmp_path_factory: pytest.TempPathFactory) -> None:
    levels = (0.05, 0.3, 0.1, 0.2, 0.02, 0.25, 0.15)
    sounds = [
        speech_like(0.7 + 0.83 * index, seed=index, rate_hz=24000 if index == 3 else RATE_HZ, peak=level)
        for index, level in enumerate(levels)
    ]
    timeline, takes = story(tmp_path_factory, sounds)
    known = {key: measure(pcm) for key, pcm in takes.sounds.items()}
    mixed = as_array(list(mix_down(timeline, takes, gain_db=0.0, ceiling_dbtp=0.0)))
    measured = integrated_loudness(block_energies(mixed, RATE_HZ))
    assert mixed_loudness(timeline, known) == pytest.approx(measured, abs=0.2)


def test_gain_makes_good_what_limiter_and_encoder_take(tmp_path_factory: pytest.TempPathFactory) -> None:
    timeline, takes = story(tmp_path_factory, [speech_like(3.0, seed=index, peak=0.98) for index in range(4)])
    known = {key: measure(pcm) for key, pcm in takes.sounds.items()}
    gain_db = chapter_gain_db(timeline, known, takes, PODCAST)
    mixed = as_array(list(mix_down(timeline, takes, gain_db=gain_db, ceiling_dbtp=PODCAST.ceiling_dbtp)))
    loudness = integrated_loudness(block_energies(mixed, RATE_HZ)) + PODCAST.encoder_gain_db
    assert loudness == pytest.approx(-19.0, abs=0.5)


def test_short_chapter_relies_on_the_voices_own_loudness(tmp_path_factory: pytest.TempPathFactory) -> None:
    timeline, takes = story(tmp_path_factory, [speech_like(4.9, peak=0.01)])
    known = {key: measure(pcm) for key, pcm in takes.sounds.items()}
    assert chapter_gain_db(timeline, known, takes, PODCAST) == -PODCAST.encoder_gain_db


def test_chapter_of_silence_is_not_blown_up(tmp_path_factory: pytest.TempPathFactory) -> None:
    silence = Pcm(samples=np.zeros(RATE_HZ * 8, dtype="<i2").tobytes(), rate_hz=RATE_HZ)
    timeline, takes = story(tmp_path_factory, [silence])
    known = {key: measure(pcm) for key, pcm in takes.sounds.items()}
    assert chapter_gain_db(timeline, known, takes, PODCAST) == -PODCAST.encoder_gain_db


def with_music(timeline: Timeline, takes: MemoryTakes) -> Timeline:
    """The same with music before the words, ducked under the first of them."""
    rate_hz = timeline.rate_hz
    takes.sounds["music"] = speech_like(9.0, seed=77, peak=0.4)
    bed = Bed(
        take_key="music",
        start_sample=0,
        length_samples=8 * rate_hz,
        gain_db=4.0,
        envelope=((0, -24.0), (rate_hz, 0.0), (2 * rate_hz, 0.0), (3 * rate_hz, -20.0), (8 * rate_hz, -80.0)),
    )
    moved = tuple(replace(each, start_sample=each.start_sample + 3 * rate_hz) for each in timeline.placements)
    length = timeline.length_samples + 3 * rate_hz
    return replace(timeline, placements=moved, beds=(bed,), length_samples=length)


def test_music_counts_in_the_loudness_of_a_chapter(tmp_path_factory: pytest.TempPathFactory) -> None:
    timeline, takes = story(tmp_path_factory, [speech_like(2.0, seed=index, peak=0.3) for index in range(3)])
    timeline = with_music(timeline, takes)
    known = {key: measure(pcm) for key, pcm in takes.sounds.items()}
    mixed = as_array(list(mix_down(timeline, takes, gain_db=0.0, ceiling_dbtp=0.0)))
    measured = integrated_loudness(block_energies(mixed, RATE_HZ))
    assert mixed_loudness(timeline, known) == pytest.approx(measured, abs=0.2)


def test_limiter_is_made_good_for_with_music_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    timeline, takes = story(tmp_path_factory, [speech_like(3.0, seed=index, peak=0.98) for index in range(3)])
    timeline = with_music(timeline, takes)
    known = {key: measure(pcm) for key, pcm in takes.sounds.items()}
    gain_db = chapter_gain_db(timeline, known, takes, PODCAST)
    mixed = as_array(list(mix_down(timeline, takes, gain_db=gain_db, ceiling_dbtp=PODCAST.ceiling_dbtp)))
    loudness = integrated_loudness(block_energies(mixed, RATE_HZ)) + PODCAST.encoder_gain_db
    assert loudness == pytest.approx(-19.0, abs=0.5)


@pytest.mark.parametrize("seconds", [0.6, 1.2, 4.0])
def test_short_file_is_lifted_into_the_window_of_rms(tmp_path_factory: pytest.TempPathFactory, seconds: float) -> None:
    timeline, takes = story(tmp_path_factory, [speech_like(seconds, peak=0.7)])
    known = {key: measure(pcm) for key, pcm in takes.sounds.items()}
    quieter = replace(ACX, rms_least_dbfs=-26.0)
    gains = [chapter_gain_db(timeline, known, takes, profile) for profile in (replace(ACX, rms_least_dbfs=None), ACX)]
    mixed = as_array(list(mix_down(timeline, takes, gain_db=gains[1], ceiling_dbtp=ACX.ceiling_dbtp)))
    rms_dbfs = 20 * np.log10(np.sqrt(np.mean(np.square(mixed / 32768.0))))
    assert gains[0] <= chapter_gain_db(timeline, known, takes, quieter) <= gains[1]
    assert rms_dbfs >= -23.0 or gains[1] > gains[0] + 3.0  # of half a word in all that silence, more would be a shout
