import numpy as np
import pytest

from audiobook.assembly.loudness import chapter_gain_db, mixed_loudness
from audiobook.assembly.mixdown import mix_down
from audiobook.assembly.profiles import PODCAST
from audiobook.codecs.loudness import block_energies, integrated_loudness
from audiobook.model.speech import Pcm
from audiobook.model.timeline import Timeline
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
