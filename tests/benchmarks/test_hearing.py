from dataclasses import replace

import numpy as np
import pytest
from hearing.aligning import align
from hearing.hearing_errors import Heard, LineResult, find_names, rates, share_out, worst_lines
from hearing.made_book import MadeLine
from hearing.proof import loud_pauses, prove_line
from hearing.recogniser import HEARING_RATE_HZ, Samples
from hypothesis import given
from hypothesis import strategies as st

from audiobook.model.speech import Line

WORDS = st.lists(st.sampled_from(["a", "b", "ab", "c"]), max_size=7)


def errors(said: str, heard: str) -> int:
    return sum(step.errors for step in align(said.split(), heard.split()))


def made_line(written: str = "Go on.", *, start_s: float = 1.0, length_s: float = 1.0) -> MadeLine:
    line = Line(text=written, voice="v")
    return MadeLine(
        chapter=1,
        speaker="Ann",
        engine="tone",
        voice="low",
        written=written,
        spoken=line,
        bare=line,
        take_key=written,
        start_s=start_s,
        length_s=length_s,
    )


def noise(seconds: float, *, seed: int) -> Samples:
    return (0.1 * np.random.default_rng(seed).standard_normal(round(seconds * HEARING_RATE_HZ))).astype(np.float32)


def chapter_of(*sounds: Samples) -> Samples:
    """Sounds of a second each, with a second of silence before each and after the last."""
    silence = np.zeros(HEARING_RATE_HZ, dtype=np.float32)
    return np.concatenate([part for sound in sounds for part in (silence, sound)] + [silence])


@pytest.mark.parametrize(
    ("said", "heard", "count"),
    [
        ("the cat sat", "the cat sat", 0),
        ("the cat sat", "the hat sat", 1),
        ("the cat sat", "the sat", 1),
        ("the cat sat", "the cat cat sat", 1),
        ("any one may", "anyone may", 0),
        ("anyone may", "any one may", 0),
        ("", "too many", 2),
        ("none heard", "", 2),
    ],
)
def test_word_errors_are_counted(said: str, heard: str, count: int) -> None:
    assert errors(said, heard) == count


@given(WORDS, WORDS)
def test_every_word_heard_is_in_one_step_and_errors_are_no_more_than_words(said: list[str], heard: list[str]) -> None:
    steps = align(said, heard)
    assert [word for step in steps for word in step.heard] == heard
    assert sum(step.errors for step in steps) <= max(len(said), len(heard))


def test_each_line_gets_what_was_heard_in_its_place() -> None:
    lines = [made_line("The ferry left."), made_line("Ann saw it.")]
    first, second = share_out(lines, "The ferry ferry left. And saw it.", frozenset({"ann"}))
    assert first == Heard(text="the ferry ferry left", errors=1, name_errors=0)
    assert second == Heard(text="and saw it", errors=1, name_errors=1)


def test_names_are_words_that_are_never_written_small() -> None:
    assert find_names(["Then Ann saw the Bear.", "A bear saw Ann."]) == {"ann"}


def result(*, words: int, chapter: int, bare: int) -> LineResult:
    def heard(count: int) -> Heard:
        return Heard(text="", errors=count, name_errors=0)

    line = made_line(f"{words} {chapter} {bare}")
    return LineResult(line=line, window="1", words=words, names=0, chapter=heard(chapter), bare=heard(bare))


def test_rates_are_percent_of_words_and_lines_are_ordered_by_what_was_added() -> None:
    results = [result(words=10, chapter=1, bare=2), result(words=10, chapter=3, bare=0)]
    found = rates(results)
    assert (found.chapter, found.bare, found.added) == (20, 10, 10)
    assert [each.added for each in worst_lines(results)] == [3]


def test_a_line_in_its_place_is_proved_whatever_its_level() -> None:
    sound = noise(1, seed=1)
    assert not prove_line(made_line(), 0.3 * chapter_of(sound), sound).fault


@pytest.mark.parametrize("cut_s", [0.2, 0.5])
def test_a_line_that_is_cut_is_found(cut_s: float) -> None:
    sound = noise(1, seed=1)
    kept = round((1 - cut_s) * HEARING_RATE_HZ)
    proof = prove_line(made_line(length_s=1 - cut_s), chapter_of(sound[:kept]), sound)
    assert proof.fault == "is cut"


@pytest.mark.parametrize("instead", [noise(1, seed=2), np.zeros(HEARING_RATE_HZ, dtype=np.float32)])
def test_a_line_that_is_not_there_is_found(instead: Samples) -> None:
    assert prove_line(made_line(), chapter_of(instead), noise(1, seed=1)).fault == "is not what sounds in its place"


def test_a_line_that_is_doubled_is_sound_in_a_pause() -> None:
    sound = noise(1, seed=1)
    lines = [made_line("One."), made_line("Two.", start_s=5.0)]
    doubled = chapter_of(sound, sound, noise(1, seed=2))
    once = np.concatenate([chapter_of(sound), np.zeros(2 * HEARING_RATE_HZ, dtype=np.float32), noise(1, seed=2)])
    assert [round(at_s) for at_s, _ in loud_pauses(lines, doubled)] == [2]
    assert not list(loud_pauses([replace(line) for line in lines], once.astype(np.float32)))
