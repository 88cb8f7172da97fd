"""Where each take of a chapter sounds: pure arithmetic in whole samples.

Knows pauses, lengths and levels; refuses to touch a sample.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from audiobook.assembly.profiles import ReleaseProfile
from audiobook.assembly.timelines.pauses import Utterance, find_boundary, has_scene_break
from audiobook.assembly.timelines.voice_levels import level_voices
from audiobook.codecs.resample import resampled_length
from audiobook.model.script import Script, Segment
from audiobook.model.take import PlannedTake, TakeFigures
from audiobook.model.timeline import Placement, SceneMark, Timeline

_SHORTEST_PAUSE_MS = 100

_SCENE_LEAD_MS = 250
"""A scene starts this long before its first word: players seek to the nearest frame and cut the word otherwise."""


def arrange_chapter(
    script: Script,
    chapter: int,
    takes: Sequence[PlannedTake],
    figures: Mapping[str, TakeFigures],
    *,
    rate_hz: int,
    profile: ReleaseProfile,
) -> Timeline:
    """Place a chapter's takes one after the other, with the pause that belongs between each two.

    Args:
        script: the whole book's.
        chapter: number of the chapter, from 1.
        takes: this chapter's, in reading order; at least one.
        figures: by take key; every take has an entry.
        rate_hz: of the finished file; takes at another rate are counted as they are after resampling.
        profile: gives pauses and level.

    Returns:
        A timeline exactly as long as head, takes, pauses and tail together.
    """
    starts_and_ends = tuple(_place(script.segments, takes, figures, rate_hz=rate_hz, profile=profile))
    voice_gain_db = level_voices(takes, figures, profile)
    placements = tuple(
        Placement(
            take_key=take.key,
            start_sample=start,
            length_samples=end - start,
            gain_db=voice_gain_db(take) + take.volume_db,
            segment_index=take.segment_index,
            effect=take.effect,
        )
        for take, (start, end) in zip(takes, starts_and_ends, strict=True)
    )
    end_of_speech = starts_and_ends[-1][1]
    length_samples = end_of_speech + _samples(profile.pauses.tail_ms, rate_hz)
    return Timeline(
        chapter=chapter,
        rate_hz=rate_hz,
        placements=placements,
        scenes=_scene_marks(script, chapter, placements, length_samples=length_samples, rate_hz=rate_hz),
        length_samples=length_samples,
    )


def _place(
    segments: Sequence[Segment],
    takes: Sequence[PlannedTake],
    figures: Mapping[str, TakeFigures],
    *,
    rate_hz: int,
    profile: ReleaseProfile,
) -> Iterator[tuple[int, int]]:
    """Give each take's first sample and the one past its last."""
    position = _samples(profile.pauses.head_ms, rate_hz)
    for index, take in enumerate(takes):
        if index:
            boundary = find_boundary(segments, _utterance(takes[index - 1]), _utterance(take))
            usual_ms = profile.pauses.at(boundary)
            position += _samples(_pause_after(takes[index - 1].pause_ms, usual_ms), rate_hz)
        known = figures[take.key]
        end = position + resampled_length(known.length_samples, from_hz=known.rate_hz, to_hz=rate_hz)
        yield position, end
        position = end


def _pause_after(added_ms: int, usual_ms: int) -> int:
    """A pause that a line's delivery makes longer or shorter, yet never so short that two lines run together."""
    return usual_ms if not added_ms else max(usual_ms + added_ms, min(usual_ms, _SHORTEST_PAUSE_MS))


def _scene_marks(
    script: Script, chapter: int, placements: Sequence[Placement], *, length_samples: int, rate_hz: int
) -> tuple[SceneMark, ...]:
    """The first scene bears the chapter's title and starts at 0; each ends where the next one starts."""
    lead = _samples(_SCENE_LEAD_MS, rate_hz)
    starts = [0]
    for before, after in pairwise(placements):
        if has_scene_break(script.segments, before.segment_index, after.segment_index):
            starts.append(max(after.start_sample - lead, before.start_sample + before.length_samples))
    title = next((head.title for head in script.chapters if head.number == chapter), f"Chapter {chapter}")
    return tuple(
        SceneMark(title=title if number == 1 else f"Scene {number}", start_sample=start, end_sample=end)
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], length_samples], strict=True), start=1)
    )


def _utterance(take: PlannedTake) -> Utterance:
    return Utterance(segment_index=take.segment_index, start=take.start, end=take.end)


def _samples(time_ms: int, rate_hz: int) -> int:
    return time_ms * rate_hz // 1000
