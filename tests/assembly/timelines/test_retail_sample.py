from itertools import pairwise

import pytest

from audiobook.assembly.profiles import PODCAST
from audiobook.assembly.timelines.arranging import arrange_chapter
from audiobook.assembly.timelines.retail_sample import MOST_SECONDS, cut_sample
from audiobook.model.script import Script, SegmentKind
from audiobook.model.take import TakeFigures
from audiobook.model.timeline import Timeline
from tests.assembly.building import Part, make_script, make_takes

RATE_HZ = 22050


def sample_of(script: Script, seconds: float) -> tuple[Timeline, Timeline]:
    """The chapter's timeline, each take so many seconds long, and the sample cut from it."""
    takes = make_takes(script)
    length = int(seconds * RATE_HZ)
    figures = {
        take.key: TakeFigures(rate_hz=RATE_HZ, length_samples=length, peak=1000, block_energies=(0.01,))
        for take in takes
    }
    chapter = arrange_chapter(script, 1, takes, figures, rate_hz=RATE_HZ, profile=PODCAST)
    return chapter, cut_sample(chapter, takes, script.segments)


def lines(count: int, *, a_paragraph: int) -> Script:
    return make_script(*(Part("It rained.", paragraph=index // a_paragraph) for index in range(count)))


def test_short_chapter_is_its_own_sample() -> None:
    chapter, sample = sample_of(lines(10, a_paragraph=2), 4.0)
    assert sample.placements == chapter.placements


def test_long_chapter_is_cut_below_five_minutes_at_a_paragraph() -> None:
    chapter, sample = sample_of(lines(200, a_paragraph=7), 4.0)
    assert 0.8 * MOST_SECONDS < sample.length_samples / RATE_HZ <= MOST_SECONDS
    assert len(sample.placements) % 7 == 0
    assert sample.placements == chapter.placements[: len(sample.placements)]


def test_paragraph_without_end_is_cut_at_a_sentence() -> None:
    script = make_script(*(Part("It rained." if index % 2 else "It rained,") for index in range(200)))
    _, sample = sample_of(script, 4.0)
    assert script.segments[sample.placements[-1].segment_index].text == "It rained."
    assert sample.length_samples / RATE_HZ > 0.9 * MOST_SECONDS


def test_fade_begins_in_the_last_word_and_lasts_to_the_end() -> None:
    _, sample = sample_of(lines(200, a_paragraph=7), 4.0)
    last = sample.placements[-1]
    end_of_speech = last.start_sample + last.length_samples
    fade_start = sample.length_samples - sample.fade_out_samples
    assert last.start_sample < fade_start < end_of_speech < sample.length_samples


@pytest.mark.parametrize("count", [3, 200])
def test_scenes_of_a_sample_tile_it_and_begin_with_its_title(count: int) -> None:
    parts = [Part("***" if index % 10 == 5 else "It rained.", paragraph=index,
                  kind=SegmentKind.SCENE_BREAK if index % 10 == 5 else SegmentKind.NARRATION)
             for index in range(count)]  # fmt: skip
    _, sample = sample_of(make_script(*parts), 4.0)
    assert sample.scenes[0].title == "Retail Sample"
    assert (sample.scenes[0].start_sample, sample.scenes[-1].end_sample) == (0, sample.length_samples)
    assert all(before.end_sample == after.start_sample for before, after in pairwise(sample.scenes))
