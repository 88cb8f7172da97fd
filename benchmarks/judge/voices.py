"""Voices: what a listener hears who does not care what a voice is called.

Knows who sounds alike and when the voice changes; refuses to know names.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from judge.coverage import SpanFinding
from judge.percentages import f1, percentage


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Scores without names, over spans, in percent.

    Attributes:
        b3_p: B-cubed precision: of those who sound like a span, how many are its speaker's; b3_r: recall.
        voice_accuracy: spans that sound right when each voice is given to one character, the largest shares first.
        switch_pairs: neighbouring spans of different quotations.
        missed_switch_per_100: of these, where the speaker changes and the voice does not;
        false_switch_per_100: where the voice changes and the speaker does not; switch_errors_per_100: both.
    """

    b3_p: float
    b3_r: float
    b3_f1: float
    voice_accuracy: float | None
    switch_pairs: int
    switch_errors_per_100: float | None
    missed_switch_per_100: float | None
    false_switch_per_100: float | None


@dataclass(frozen=True, slots=True)
class _Alone:
    """A span that was not found or given to nobody: it sounds like no other."""

    index: int


def judge_voices(findings: Sequence[SpanFinding], *, gap: int) -> Voices:
    """Compare voices and speakers.

    Args:
        findings: in reading order.
        gap: spans this many characters apart or fewer are neighbours.
    """
    speakers = [finding.span.speaker for finding in findings]
    sounds: list[Hashable] = [
        _Alone(index) if finding.voice is None else finding.voice for index, finding in enumerate(findings)
    ]
    b3_p, b3_r = _b_cubed(speakers, sounds)
    pairs = list(_switches(findings, gap))
    missed = sum(speaker_changes and not voice_changes for speaker_changes, voice_changes in pairs)
    false = sum(voice_changes and not speaker_changes for speaker_changes, voice_changes in pairs)
    return Voices(
        b3_p=round(b3_p, 2),
        b3_r=round(b3_r, 2),
        b3_f1=f1(b3_p, b3_r),
        voice_accuracy=percentage(_count_well_cast(speakers, sounds), len(findings)),
        switch_pairs=len(pairs),
        switch_errors_per_100=percentage(missed + false, len(pairs)),
        missed_switch_per_100=percentage(missed, len(pairs)),
        false_switch_per_100=percentage(false, len(pairs)),
    )


def _b_cubed(speakers: Sequence[str], sounds: Sequence[Hashable]) -> tuple[float, float]:
    """Give B-cubed precision and recall (Bagga and Baldwin 1998)."""
    together = Counter(zip(speakers, sounds, strict=True))
    of_speaker, of_sound = Counter(speakers), Counter(sounds)
    number = len(speakers) or 1
    pairs = list(zip(speakers, sounds, strict=True))
    precision = 100 * sum(together[pair] / of_sound[pair[1]] for pair in pairs) / number
    recall = 100 * sum(together[pair] / of_speaker[pair[0]] for pair in pairs) / number
    return precision, recall


def _count_well_cast(speakers: Sequence[str], sounds: Sequence[Hashable]) -> int:
    """Cast each voice for one character, most spans first, and count the spans that then sound right."""
    used: set[Hashable] = set()
    cast: set[str] = set()
    right = 0
    for (speaker, sound), number in Counter(zip(speakers, sounds, strict=True)).most_common():
        if speaker not in cast and sound not in used and not isinstance(sound, _Alone):
            cast.add(speaker)
            used.add(sound)
            right += number
    return right


def _switches(findings: Sequence[SpanFinding], gap: int) -> Iterator[tuple[bool, bool]]:
    """Yield whether speaker and voice change, for each pair of neighbours; nobody's span is in the narrator's voice."""
    for index in range(len(findings) - 1):
        one, other = findings[index], findings[index + 1]
        if one.span.quotation != other.span.quotation and other.span.start - one.span.end <= gap:
            yield one.span.speaker != other.span.speaker, one.voice != other.voice
