"""Where a person's own sounds lie in a chapter: intro, outro, and music under the credits.

Makes room for them in a timeline that was arranged without; pure arithmetic in whole samples. Refuses to touch any.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from audiobook.model.timeline import Bed, Placement, Timeline

_PAUSE_MS = 1000
"""Between an intro and what follows, and before an outro."""

_MUSIC_LEAD_MS = 3000
_MUSIC_REST_MS = 4000
"""Music is heard alone so long before and after the credits; the words around them wait."""

_DUCK_MS = 1200
_MUSIC_ALONE_DB = -3.0
_MUSIC_DUCKED_DB = -20.0
"""Under a voice, music so far below it does not get in the way of the words, as ACX asks."""

_SILENT_DB = -80.0
_SMOOTH_FADE_DB = -24.0  # a straight line in decibels from here is heard as an even fade


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A sound of one's own, as stored.

    Attributes:
        key: under which it is stored.
        length_samples: at the rate of the timeline it goes into.
        loudness_lufs: its own.
    """

    key: str
    length_samples: int
    loudness_lufs: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BookClips:
    """The sounds of a whole book, each None if there is none.

    Attributes:
        first: number of the file that begins with the intro;
        last: of the one that ends with the outro.
        music: lies under credits, wherever they are.
    """

    intro: Clip | None = None
    outro: Clip | None = None
    music: Clip | None = None
    first: int = 1
    last: int = 1


def place_clips(
    timeline: Timeline, clips: BookClips, *, number: int, credits_: Collection[int], target_lufs: float
) -> Timeline:
    """Make room in a file for the sounds that belong into it.

    Args:
        timeline: with its takes only.
        clips: the book's.
        number: of the file.
        credits_: indexes of the segments that are credits.
        target_lufs: the level of the voices; the sounds are brought to it too.
    """
    if clips.music is not None:
        timeline = place_music(timeline, clips.music, target_lufs=target_lufs, credits_=credits_)
    if clips.intro is not None and number == clips.first:
        timeline = place_intro(timeline, clips.intro, target_lufs=target_lufs)
    if clips.outro is not None and number == clips.last:
        timeline = place_outro(timeline, clips.outro, target_lufs=target_lufs)
    return timeline


def place_intro(timeline: Timeline, clip: Clip, *, target_lufs: float) -> Timeline:
    """Let a chapter begin with a sound; its words come after."""
    start = min(each.start_sample for each in timeline.sounds)
    room = clip.length_samples + _samples(_PAUSE_MS, timeline)
    return _with_bed(_make_room(timeline, start, room), _bed(clip, start, target_lufs))


def place_outro(timeline: Timeline, clip: Clip, *, target_lufs: float) -> Timeline:
    """Let a chapter end with a sound, after its last word and before its tail."""
    end = max(map(_end, timeline.sounds))
    pause = _samples(_PAUSE_MS, timeline)
    grown = _make_room(timeline, end, pause + clip.length_samples)
    return _with_bed(grown, _bed(clip, end + pause, target_lufs))


def place_music(timeline: Timeline, clip: Clip, *, target_lufs: float, credits_: Collection[int]) -> Timeline:
    """Lay music under the credits: alone at first, ducked under the voice, alone again, and faded.

    Args:
        timeline: credits stand at its beginning, at its end, or make all of it.
        clip: where it is too short it ends with a fade; it is not repeated, and nothing waits for what it lacks.
        target_lufs: the level of the voice.
        credits_: indexes of the segments that are credits.
    """
    for indexes in _runs([placement.segment_index in credits_ for placement in timeline.placements]):
        timeline = _lay_under(timeline, clip, indexes, target_lufs)
    return timeline


def _lay_under(timeline: Timeline, clip: Clip, indexes: Sequence[int], target_lufs: float) -> Timeline:
    """Lay music under some placements that follow each other."""
    lead, rest = _samples(_MUSIC_LEAD_MS, timeline), _samples(_MUSIC_REST_MS, timeline)
    start = timeline.placements[indexes[0]].start_sample
    end = _end(timeline.placements[indexes[-1]])
    behind = min(rest, max(0, clip.length_samples - lead - (end - start)))  # as far as there is music left
    timeline = _make_room(_make_room(timeline, end, behind), start, min(lead, clip.length_samples))
    length = min(clip.length_samples, lead + end - start + behind)
    bed = replace(
        _bed(clip, start, target_lufs),
        length_samples=length,
        envelope=_ducked(length, lead, lead + end - start, _samples(_DUCK_MS, timeline)),
    )
    return _with_bed(timeline, bed)


def _ducked(length: int, speech_start: int, speech_end: int, duck: int) -> tuple[tuple[int, float], ...]:
    """The envelope of music under a voice; of music that ends before the voice, what there is of it."""
    points = (
        (0, _SMOOTH_FADE_DB),
        (duck, _MUSIC_ALONE_DB),
        (speech_start - duck, _MUSIC_ALONE_DB),
        (speech_start, _MUSIC_DUCKED_DB),
        (speech_end, _MUSIC_DUCKED_DB),
        (speech_end + duck, _MUSIC_ALONE_DB),
    )
    fade_start = max(0, length - 2 * duck)
    before = [point for point in points if point[0] < fade_start]
    level = _level_at(points, fade_start)
    return (
        *before,
        (fade_start, level),
        (max(fade_start, length - duck // 4), level + _SMOOTH_FADE_DB),
        (length, _SILENT_DB),
    )


def _level_at(points: Sequence[tuple[int, float]], place: int) -> float:
    import numpy as np

    places, levels = zip(*points, strict=True)
    return float(np.interp(place, places, levels))


def _make_room(timeline: Timeline, at: int, samples: int) -> Timeline:
    """Move everything that starts at a place or after it."""
    moved = tuple(
        replace(each, start_sample=each.start_sample + samples) if each.start_sample >= at else each
        for each in timeline.placements
    )
    beds = tuple(
        replace(each, start_sample=each.start_sample + samples) if each.start_sample >= at else each
        for each in timeline.beds
    )
    scenes = tuple(
        replace(
            scene,
            start_sample=scene.start_sample + (samples if scene.start_sample >= at and scene.start_sample else 0),
            end_sample=scene.end_sample + (samples if scene.end_sample >= at else 0),
        )
        for scene in timeline.scenes
    )
    length = timeline.length_samples + samples
    return replace(timeline, placements=moved, beds=beds, scenes=scenes, length_samples=length)


def _with_bed(timeline: Timeline, bed: Bed) -> Timeline:
    return replace(timeline, beds=tuple(sorted((*timeline.beds, bed), key=lambda each: each.start_sample)))


def _bed(clip: Clip, start: int, target_lufs: float) -> Bed:
    return Bed(
        take_key=clip.key,
        start_sample=start,
        length_samples=clip.length_samples,
        gain_db=round(target_lufs - clip.loudness_lufs, 3),
    )


def _end(sound: Placement | Bed) -> int:
    return sound.start_sample + sound.length_samples


def _runs(flags: Sequence[bool]) -> list[list[int]]:
    """The stretches of what is true, last first: room made for one does not move those before it."""
    runs: list[list[int]] = []
    for index, flag in enumerate(flags):
        if flag and index and flags[index - 1]:
            runs[-1].append(index)
        elif flag:
            runs.append([index])
    return runs[::-1]


def _samples(time_ms: int, timeline: Timeline) -> int:
    return time_ms * timeline.rate_hz // 1000
