"""The retail sample: the beginning of a chapter, cut where a reader would take a breath, and faded.

ACX takes five minutes at most, and advises the book's own beginning. Knows timelines; refuses to touch sound.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from audiobook.assembly.timelines.pauses import Boundary, Utterance, find_boundary
from audiobook.model.script import Segment
from audiobook.model.take import PlannedTake
from audiobook.model.timeline import SceneMark, Timeline

MOST_SECONDS = 300
SAMPLE_TITLE = "Retail Sample"
SAMPLE_FILE = f"{SAMPLE_TITLE}.mp3"

_FADED_SPEECH_MS = 1200
"""The fade begins so long before the last word is over: late enough to understand it."""

_EARLIEST_SHARE = 0.6
"""A paragraph's end counts only if so much of what is allowed has been heard; a sentence's end will do otherwise."""

_PARAGRAPH_ENDS = frozenset({Boundary.PARAGRAPH, Boundary.SCENE_BREAK, Boundary.HEADING})


def cut_sample(timeline: Timeline, takes: Sequence[PlannedTake], segments: Sequence[Segment]) -> Timeline:
    """Cut a chapter's timeline to a sample.

    Args:
        timeline: of the chapter, without beds.
        takes: the timeline's, in its order.
        segments: of the script they are from.
    """
    ends = [placement.start_sample + placement.length_samples for placement in timeline.placements]
    tail = timeline.length_samples - ends[-1]
    most = MOST_SECONDS * timeline.rate_hz - tail
    last = _choose_last(ends, _boundaries_after(takes, segments), most)
    length = ends[last] + tail
    return replace(
        timeline,
        placements=timeline.placements[: last + 1],
        scenes=tuple(_cut_scenes(timeline.scenes, length)),
        length_samples=length,
        fade_out_samples=tail + timeline.rate_hz * _FADED_SPEECH_MS // 1000,
    )


def _boundaries_after(takes: Sequence[PlannedTake], segments: Sequence[Segment]) -> list[Boundary]:
    """What follows each take; the chapter's end is a paragraph's end."""
    said = [Utterance(segment_index=take.segment_index, start=take.start, end=take.end) for take in takes]
    return [*(find_boundary(segments, before, after) for before, after in pairwise(said)), Boundary.PARAGRAPH]


def _choose_last(ends: Sequence[int], boundaries: Sequence[Boundary], most: int) -> int:
    """Find the last take of the sample: at a paragraph's end if one comes late enough, else at a sentence's."""
    fitting = [index for index, end in enumerate(ends) if end <= most] or [0]
    paragraphs = [index for index in fitting if boundaries[index] in _PARAGRAPH_ENDS]
    if paragraphs and ends[paragraphs[-1]] >= _EARLIEST_SHARE * min(most, ends[-1]):
        return paragraphs[-1]
    sentences = [index for index in fitting if boundaries[index] is not Boundary.CLAUSE]
    return sentences[-1] if sentences else fitting[-1]


def _cut_scenes(scenes: Sequence[SceneMark], length: int) -> list[SceneMark]:
    kept = [replace(scene, end_sample=min(scene.end_sample, length)) for scene in scenes if scene.start_sample < length]
    return [replace(kept[0], title=SAMPLE_TITLE), *kept[1:]]
