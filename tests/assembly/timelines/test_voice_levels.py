from dataclasses import replace

import pytest

from audiobook.assembly.timelines.voice_levels import measure_voices
from audiobook.model.take import PlannedTake, TakeFigures
from tests.assembly.building import Part, make_script, make_takes

QUIET, LOUD = 0.0005, 0.005
"""Mean squares ten decibels apart."""


def take(key: str, *, voice: str, loudness_lufs: float | None = None) -> PlannedTake:
    made = make_takes(make_script(Part("Hello.")), loudness_lufs=loudness_lufs)[0]
    return replace(made, key=key, line=replace(made.line, voice=voice))


def figures(energy: float, *, blocks: int = 20) -> TakeFigures:
    return TakeFigures(rate_hz=22050, length_samples=2205 * blocks, peak=9000, block_energies=(energy,) * blocks)


def test_a_voice_that_was_never_measured_is_measured_in_its_takes() -> None:
    joe, ann = take("a", voice="joe"), take("b", voice="ann")
    loudness_of = measure_voices([joe, ann], {"a": figures(QUIET), "b": figures(LOUD)})
    assert loudness_of(ann) - loudness_of(joe) == pytest.approx(10, abs=0.05)


def test_lines_of_one_voice_keep_their_distance() -> None:
    soft, loud = take("a", voice="joe"), take("b", voice="joe")
    loudness_of = measure_voices([soft, loud], {"a": figures(QUIET), "b": figures(LOUD)})
    assert loudness_of(soft) == loudness_of(loud)


def test_a_stored_loudness_is_believed() -> None:
    stored = take("a", voice="joe", loudness_lufs=-23.5)
    assert measure_voices([stored], {"a": figures(LOUD)})(stored) == -23.5


@pytest.mark.parametrize("energy", [0.0, LOUD])
def test_a_voice_that_says_next_to_nothing_counts_as_a_usual_one(energy: float) -> None:
    short = take("a", voice="joe")
    assert measure_voices([short], {"a": figures(energy, blocks=4 if energy else 20)})(short) == -21.0


def test_a_line_that_is_said_twice_counts_once() -> None:
    soft, loud = take("a", voice="joe"), take("b", voice="joe")
    known = {"a": figures(QUIET), "b": figures(LOUD)}
    assert measure_voices([soft, soft, loud], known)(soft) == measure_voices([soft, loud], known)(soft)
