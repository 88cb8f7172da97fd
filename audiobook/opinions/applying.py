"""A script with second opinions in it, and what a person is told about them.

Knows speakers, confidence and evidence; refuses to touch words, kinds and ids.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audiobook.model.script import Character, Script, Segment, SegmentKind
from audiobook.opinions.gathering import Opinions, OpinionStatistics
from audiobook.opinions.judging import Opinion


def apply_opinions(script: Script, opinions: Opinions) -> Script:
    """Give each line its speaker after the second opinion; its words, place and id stay."""
    segments = tuple(
        _apply(segment, opinions.by_place.get((segment.source, segment.start))) for segment in script.segments
    )
    return replace(script, segments=segments, characters=_recount(segments, script.characters))


def describe_opinions(opinions: Opinions) -> tuple[str, ...]:
    """Say in a few sentences what was asked, answered, refused and missed; one for each kind of thing that happened."""
    return tuple(_sentences(opinions.source_name, opinions.statistics))


def _apply(segment: Segment, opinion: Opinion | None) -> Segment:
    if opinion is None:
        return segment
    speakers = segment.speakers if opinion.speaker == segment.speaker else (opinion.speaker,)
    return replace(
        segment,
        speaker=opinion.speaker,
        speakers=speakers,
        confidence=opinion.confidence,
        evidence=opinion.evidence,
    )


def _recount(segments: Sequence[Segment], characters: Sequence[Character]) -> tuple[Character, ...]:
    """Count lines again: most first, ties in order of appearance, nobody without a line, no narrator."""
    counts: Counter[str] = Counter()
    for segment in segments:
        if segment.spoken and segment.kind in {SegmentKind.DIALOGUE, SegmentKind.THOUGHT}:
            counts.update(segment.speakers)
    described = {character.name: character for character in characters}
    return tuple(
        replace(described[name], line_count=count) for name, count in counts.most_common() if name in described
    )


def _sentences(name: str, statistics: OpinionStatistics) -> Iterator[str]:
    answered = statistics.doubtful - statistics.unanswered - statistics.failed
    yield (
        f"second opinion ({name}): {answered} of {statistics.doubtful} doubtful lines answered, "
        f"{statistics.from_cache} of them from memory; {statistics.confirmed} confirmed, {statistics.changed} changed, "
        f"{statistics.contradicted} contradicted but kept, {statistics.undecided} undecided"
    )
    if statistics.refused:
        reasons = "; ".join(f"{count} x {reason}" for reason, count in statistics.refused.items())
        yield f"second opinion ({name}): refused: {reasons}; {statistics.unanswered} lines stay as they were"
    if statistics.failure is not None:
        yield f"second opinion ({name}): {statistics.failed} lines stay as they were: {statistics.failure}"
