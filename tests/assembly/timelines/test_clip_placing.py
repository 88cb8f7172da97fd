from itertools import pairwise

import pytest

from audiobook.assembly.timelines.clip_placing import BookClips, Clip, place_clips
from audiobook.model.timeline import Placement, SceneMark, Timeline

RATE_HZ = 1000  # so that samples are milliseconds
LEVEL_LUFS = -19.0


def timeline() -> Timeline:
    """Two takes of two seconds; the second begins a scene."""
    first, second = (
        Placement(take_key=key, start_sample=start, length_samples=2000, gain_db=0.0, segment_index=index)
        for index, (key, start) in enumerate((("a", 700), ("b", 4700)))
    )
    scenes = (
        SceneMark(title="The Ferry", start_sample=0, end_sample=4500),
        SceneMark(title="Scene 2", start_sample=4500, end_sample=8000),
    )
    return Timeline(chapter=1, rate_hz=RATE_HZ, placements=(first, second), scenes=scenes, length_samples=8000)


def clip(key: str, length_samples: int = 5000) -> Clip:
    return Clip(key=key, length_samples=length_samples, loudness_lufs=-25.0)


def placed(clips: BookClips, *, number: int = 1, credits_: frozenset[int] = frozenset()) -> Timeline:
    return place_clips(timeline(), clips, number=number, credits_=credits_, target_lufs=LEVEL_LUFS)


def starts(made: Timeline) -> list[int]:
    return [placement.start_sample for placement in made.placements]


def test_without_clips_nothing_moves() -> None:
    assert placed(BookClips()) == timeline()


def test_intro_comes_after_the_head_and_everything_else_after_it() -> None:
    made = placed(BookClips(intro=clip("intro")))
    (bed,) = made.beds
    assert (bed.take_key, bed.start_sample, bed.length_samples) == ("intro", 700, 5000)
    assert starts(made) == [700 + 6000, 4700 + 6000]
    assert made.length_samples == 8000 + 6000


def test_outro_comes_before_the_tail() -> None:
    made = placed(BookClips(outro=clip("outro")))
    (bed,) = made.beds
    assert bed.start_sample == 6700 + 1000
    assert starts(made) == starts(timeline())
    assert made.length_samples - (bed.start_sample + bed.length_samples) == 8000 - 6700


def test_scenes_still_tile_the_chapter_and_move_with_their_words() -> None:
    made = placed(BookClips(intro=clip("i"), outro=clip("o"), music=clip("m", 60_000)), credits_=frozenset({0}))
    assert made.scenes[0].start_sample == 0
    assert made.scenes[-1].end_sample == made.length_samples
    assert all(before.end_sample == after.start_sample for before, after in pairwise(made.scenes))
    assert made.placements[1].start_sample - made.scenes[1].start_sample == 200


@pytest.mark.parametrize("number", [1, 2, 3])
def test_intro_and_outro_are_in_the_first_and_last_file_only(number: int) -> None:
    made = placed(BookClips(intro=clip("i"), outro=clip("o"), first=1, last=3), number=number)
    assert [bed.take_key for bed in made.beds] == {1: ["i"], 2: [], 3: ["o"]}[number]


def test_sounds_are_brought_to_the_level_of_the_voices() -> None:
    (bed,) = placed(BookClips(intro=clip("i"))).beds
    assert bed.gain_db == LEVEL_LUFS - -25.0


def test_music_is_ducked_exactly_while_the_credits_are_spoken() -> None:
    made = placed(BookClips(music=clip("m", 60_000)), credits_=frozenset({0}))
    (bed,) = made.beds
    levels = dict(bed.envelope)
    speech_start = made.placements[0].start_sample - bed.start_sample
    assert levels[speech_start] == levels[speech_start + 2000] <= -18.0
    assert max(levels.values()) == levels[speech_start - 1200] == levels[speech_start + 2000 + 1200]
    assert bed.envelope[-1] == (bed.length_samples, -80.0)
    assert made.placements[1].start_sample >= bed.start_sample + bed.length_samples


def test_music_lies_under_nothing_but_credits() -> None:
    assert placed(BookClips(music=clip("m"))).beds == ()


@pytest.mark.parametrize("length", [50, 1000, 2500, 4200, 6500])
def test_music_that_is_too_short_ends_with_a_fade(length: int) -> None:
    (bed,) = placed(BookClips(music=clip("m", length)), credits_=frozenset({0})).beds
    places = [place for place, _ in bed.envelope]
    assert bed.length_samples == length
    assert places == sorted(places)
    assert bed.envelope[-1] == (length, -80.0)


def test_intro_comes_before_music_under_the_opening_credits() -> None:
    made = placed(BookClips(intro=clip("i"), music=clip("m", 60_000)), credits_=frozenset({0}))
    assert [bed.take_key for bed in made.beds] == ["i", "m"]
    assert all(
        before.start_sample + before.length_samples <= after.start_sample for before, after in pairwise(made.beds)
    )


def test_takes_of_the_same_credits_share_their_music() -> None:
    made = placed(BookClips(music=clip("m", 60_000)), credits_=frozenset({0, 1}))
    assert len(made.beds) == 1


@pytest.mark.parametrize("length", [50, 1000, 2500, 4200, 6500])
def test_nothing_waits_for_music_that_is_over(length: int) -> None:
    """The tail after the last word, whose length a profile may bound, stays as it is or ends with music."""
    made = placed(BookClips(music=clip("m", length)), credits_=frozenset({0, 1}))
    last, (bed,) = made.placements[-1], made.beds
    end = max(last.start_sample + last.length_samples, bed.start_sample + bed.length_samples)
    assert made.length_samples - end == 8000 - 6700
    assert made.placements[0].start_sample == 700 + min(length, 3000)


def test_music_a_little_longer_than_the_credits_is_heard_to_its_end() -> None:
    made = placed(BookClips(music=clip("m", 3000 + 6000 + 1500)), credits_=frozenset({0, 1}))
    (bed,) = made.beds
    assert bed.length_samples == 3000 + 6000 + 1500
    assert made.length_samples - (bed.start_sample + bed.length_samples) == 8000 - 6700
