from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audiobook.assembly.profiles import PODCAST
from audiobook.assembly.timelines.arranging import arrange_chapter
from audiobook.assembly.timelines.pauses import Utterance, find_boundary
from audiobook.codecs.resample import resampled_length
from audiobook.model.script import SegmentKind
from audiobook.model.take import TakeFigures
from audiobook.model.timeline import Timeline
from tests.assembly.building import RATE_HZ, Part, make_script, make_takes


def figures(length_samples: int, rate_hz: int = RATE_HZ) -> TakeFigures:
    return TakeFigures(rate_hz=rate_hz, length_samples=length_samples, peak=1, block_energies=())


def arrange(*parts: Part, length_samples: int = 1000) -> Timeline:
    script = make_script(*parts)
    takes = make_takes(script)
    lengths = {take.key: figures(length_samples) for take in takes}
    return arrange_chapter(script, 1, takes, lengths, rate_hz=RATE_HZ, profile=PODCAST)


PARTS = st.builds(
    Part,
    text=st.sampled_from(["It rained.", '"Go,"', "said Lex.", "* * *"]),
    speaker=st.sampled_from(["narrator", "Lex", "Clark"]),
    kind=st.sampled_from(SegmentKind),
    paragraph=st.integers(0, 3),
)
LENGTHS = st.tuples(st.integers(0, 200_000), st.sampled_from([8000, 22050, 24000, 48000]))


@given(st.lists(PARTS, max_size=12), st.data(), st.sampled_from([22050, 24000, 44100]))
def test_timeline_is_as_long_as_takes_pauses_head_and_tail(
    parts: list[Part], data: st.DataObject, rate_hz: int
) -> None:
    script = make_script(Part("Chapter 1", kind=SegmentKind.HEADING), *parts)
    takes = make_takes(script)
    known = {}
    for take in takes:
        length_samples, take_rate_hz = data.draw(LENGTHS)
        known[take.key] = figures(length_samples, take_rate_hz)
    timeline = arrange_chapter(script, 1, takes, known, rate_hz=rate_hz, profile=PODCAST)

    spots = [Utterance(segment_index=take.segment_index, start=take.start, end=take.end) for take in takes]
    pauses_ms = [PODCAST.pauses.at(find_boundary(script.segments, before, after)) for before, after in pairwise(spots)]
    silence = sum(ms * rate_hz // 1000 for ms in (750, *pauses_ms, 3500))
    sound = sum(
        resampled_length(known[take.key].length_samples, from_hz=known[take.key].rate_hz, to_hz=rate_hz)
        for take in takes
    )
    assert timeline.length_samples == silence + sound


@given(st.lists(PARTS, max_size=12))
def test_scenes_tile_the_timeline(parts: list[Part]) -> None:
    timeline = arrange(Part("Chapter 1", kind=SegmentKind.HEADING), *parts)
    assert timeline.scenes[0].start_sample == 0
    assert timeline.scenes[-1].end_sample == timeline.length_samples
    for before, after in pairwise(timeline.scenes):
        assert before.end_sample == after.start_sample > before.start_sample


def test_takes_keep_their_order_and_do_not_overlap() -> None:
    timeline = arrange(Part("It rained."), Part('"Go,"', "Lex", SegmentKind.DIALOGUE), Part("said Lex."))
    assert [placement.take_key for placement in timeline.placements] == ["s0", "s1", "s2"]
    starts = [placement.start_sample for placement in timeline.placements]
    assert starts == [16537, 16537 + 1000 + 8820, 16537 + 2000 + 8820 + 3307]


def test_one_scene_bears_the_chapter_title() -> None:
    assert [scene.title for scene in arrange(Part("It rained.")).scenes] == ["The Ferry"]


def test_later_scenes_are_numbered_and_start_just_before_their_first_word() -> None:
    timeline = arrange(Part("It rained."), Part("***", kind=SegmentKind.SCENE_BREAK, paragraph=1), Part("Later."))
    assert [scene.title for scene in timeline.scenes] == ["The Ferry", "Scene 2"]
    assert timeline.placements[1].start_sample - timeline.scenes[1].start_sample == RATE_HZ // 4


def test_voice_is_brought_to_the_profile_level_with_its_own_volume_on_top() -> None:
    script = make_script(Part("It rained."))
    takes = make_takes(script, loudness_lufs=-23.5)
    timeline = arrange_chapter(script, 1, takes, {"s0": figures(9)}, rate_hz=RATE_HZ, profile=PODCAST)
    assert timeline.placements[0].gain_db == 4.5
