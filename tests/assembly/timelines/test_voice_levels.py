from dataclasses import replace

import pytest

from audiobook.assembly.profiles import PODCAST
from audiobook.assembly.timelines.voice_levels import level_voices
from audiobook.model.take import PlannedTake, TakeFigures
from tests.assembly.building import Part, make_script, make_takes

QUIET, LOUD = 0.0005, 0.005
"""Mean squares ten decibels apart."""

USUAL_GAIN_DB = PODCAST.target_lufs + 21.0


def take(key: str, *, voice: str, loudness_lufs: float | None = None) -> PlannedTake:
    made = make_takes(make_script(Part("Hello.")), loudness_lufs=loudness_lufs)[0]
    return replace(made, key=key, line=replace(made.line, voice=voice))


def figures(energy: float, *, blocks: int = 20, peak: int = 900) -> TakeFigures:
    return TakeFigures(rate_hz=22050, length_samples=2205 * blocks, peak=peak, block_energies=(energy,) * blocks)


def test_a_voice_that_was_never_measured_is_measured_in_its_takes() -> None:
    joe, ann = take("a", voice="joe"), take("b", voice="ann")
    gain_db = level_voices([joe, ann], {"a": figures(QUIET), "b": figures(LOUD)}, PODCAST)
    assert gain_db(joe) - gain_db(ann) == pytest.approx(10, abs=0.05)


def test_lines_of_one_voice_keep_their_distance() -> None:
    soft, loud = take("a", voice="joe"), take("b", voice="joe")
    gain_db = level_voices([soft, loud], {"a": figures(QUIET), "b": figures(LOUD)}, PODCAST)
    assert gain_db(soft) == gain_db(loud)


def test_a_stored_loudness_is_believed() -> None:
    stored = take("a", voice="joe", loudness_lufs=-23.5)
    assert level_voices([stored], {"a": figures(LOUD)}, PODCAST)(stored) == 4.5


def test_a_voice_with_high_peaks_gets_beforehand_what_the_limiter_takes() -> None:
    flat, peaky = take("a", voice="joe", loudness_lufs=-21), take("b", voice="ann", loudness_lufs=-21)
    gain_db = level_voices([flat, peaky], {"a": figures(LOUD), "b": figures(LOUD, peak=30000)}, PODCAST)
    assert 1 < gain_db(peaky) - gain_db(flat) <= 3
    assert gain_db(peaky) + gain_db(flat) == pytest.approx(2 * USUAL_GAIN_DB, abs=0.02)


def test_a_voice_alone_leaves_the_limiter_to_the_chapter() -> None:
    peaky = take("b", voice="ann", loudness_lufs=-21)
    assert level_voices([peaky], {"b": figures(LOUD, peak=30000)}, PODCAST)(peaky) == USUAL_GAIN_DB


@pytest.mark.parametrize("energy", [0.0, LOUD])
def test_a_voice_that_says_next_to_nothing_counts_as_a_usual_one(energy: float) -> None:
    short = take("a", voice="joe")
    known = {"a": figures(energy, blocks=4 if energy else 20)}
    assert level_voices([short], known, PODCAST)(short) == USUAL_GAIN_DB


def test_a_line_that_is_said_twice_counts_once() -> None:
    soft, loud = take("a", voice="joe"), take("b", voice="joe")
    known = {"a": figures(QUIET), "b": figures(LOUD)}
    often, once = level_voices([soft, soft, loud], known, PODCAST), level_voices([soft, loud], known, PODCAST)
    assert often(soft) == once(soft)
