"""Who talks with whom, and how often: what decides which voices must differ most.

Knows turns of dialogue. Refuses to know voices.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from audiobook.model.script import NARRATOR, UNKNOWN, Script, Segment, SegmentKind

WINDOW_TURNS = 4
"""Speakers this many turns apart are heard side by side; a turn further apart counts half as much each time."""

Partners = Mapping[str, Mapping[str, float]]
"""For each speaker, everybody they talk with and the number of exchanges (a fraction for those a few turns apart)."""


def find_conversations(script: Script, names: Mapping[str, str] | None = None) -> Partners:
    """Count exchanges between speakers within a scene; symmetric, without the narrator and unknown speakers.

    Args:
        script: who says what.
        names: under which name a speaker is counted, where it is another than the script's.
    """
    renamed = names or {}
    partners: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for scene in _scenes(script.segments):
        recent: deque[frozenset[str]] = deque(maxlen=WINDOW_TURNS - 1)
        for speakers in _turns(scene):
            turn = frozenset(renamed.get(speaker, speaker) for speaker in speakers)
            for distance, earlier in enumerate(reversed(recent)):
                _count(partners, turn, earlier, weight=0.5**distance)
            recent.append(turn)
    return {speaker: dict(sorted(others.items())) for speaker, others in sorted(partners.items())}


def _count(partners: dict[str, dict[str, float]], one: frozenset[str], other: frozenset[str], *, weight: float) -> None:
    for speaker in one:
        for partner in other - {speaker}:
            partners[speaker][partner] += weight
            partners[partner][speaker] += weight


def _scenes(segments: tuple[Segment, ...]) -> Iterator[list[Segment]]:
    """Cut at scene breaks, headings and chapter borders."""
    scene: list[Segment] = []
    for segment in segments:
        border = segment.kind in (SegmentKind.SCENE_BREAK, SegmentKind.HEADING)
        if scene and (border or segment.chapter != scene[-1].chapter):
            yield scene
            scene = []
        if not border:
            scene.append(segment)
    if scene:
        yield scene


def _turns(scene: list[Segment]) -> Iterator[frozenset[str]]:
    """Who speaks turn after turn; what one speaker says in several pieces is one turn."""
    last: frozenset[str] = frozenset()
    for segment in scene:
        if segment.kind is not SegmentKind.DIALOGUE or not segment.spoken:
            continue
        speakers = frozenset(
            name for name in segment.speakers or (segment.speaker,) if name not in (None, NARRATOR, UNKNOWN)
        )
        if speakers and speakers != last:
            yield speakers
            last = speakers
