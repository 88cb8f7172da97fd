"""Corrections: what a person said about a line, found again by the line's words.

Knows words and their neighbours; refuses to know offsets, ids and how a speaker was found.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from audiobook.model.manuscript import Manuscript
from audiobook.model.script import Correction, Script, Segment, SegmentKind
from audiobook.scripting.corrections.wording import (
    CONTEXT_WORDS,
    fold,
    plain,
    share_that_stands,
    words_after,
    words_before,
)
from audiobook.scripting.drafts import Draft, Place

_TELLING_WORDS = 4
"""A line of so many words that stands once in the book is that line, whatever became of its neighbours."""

_KEPT_SHARE = 0.5
"""A neighbour is the same if at least this share of its remembered words still stands there."""

_LEAST_FIT = 0.75
"""Shares of both neighbours together; half of one is no more than "he said", which stands beside many a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCorrections:
    """Corrections on the lines they belong to.

    Attributes:
        by_place: at most one for each line; of two that say the same line, the later.
        warnings: a sentence for every correction whose line is gone or cannot be told from others.
    """

    by_place: Mapping[Place, Correction]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    """How well a line fits a correction's hints; more is better, compared field by field."""

    neighbours: float
    is_same_source: bool
    is_same_chapter: bool
    has_same_marks: bool
    is_same_occurrence: bool

    @property
    def rank(self) -> "_Rank":
        chapter = (self.is_same_chapter, self.has_same_marks)
        return (self.neighbours, *chapter, self.is_same_occurrence, self.is_same_source)


_Rank = tuple[float, bool, bool, bool, bool]


def place_corrections(
    manuscript: Manuscript, drafts: Sequence[Draft], corrections: Iterable[Correction]
) -> PlacedCorrections:
    """Find the line of every correction."""
    lines = _Lines(manuscript, drafts)
    offers: list[tuple[_Rank, int, int]] = []
    ordered = tuple(corrections)
    for number, correction in enumerate(ordered):
        offers.extend((fit.rank, number, index) for index, fit in lines.fits(correction))
    return _settle(lines, ordered, offers)


def _settle(
    lines: "_Lines", corrections: Sequence[Correction], offers: list[tuple[_Rank, int, int]]
) -> PlacedCorrections:
    """Give each correction its best line, best fits first; no line to two that mean different lines."""
    line_of: dict[int, int] = {}
    owner: dict[int, int] = {}
    for _, number, index in sorted(offers, key=lambda offer: (*(-part for part in offer[0]), offer[2], offer[1])):
        if number in line_of:
            continue
        if index in owner and _anchor(corrections[owner[index]]) != _anchor(corrections[number]):
            continue
        line_of[number] = index
        owner[index] = number
    warnings = tuple(_gone(correction) for number, correction in enumerate(corrections) if number not in line_of)
    by_place = {lines.drafts[line_of[number]].place: corrections[number] for number in sorted(line_of)}
    return PlacedCorrections(by_place=by_place, warnings=warnings)


def _anchor(correction: Correction) -> tuple[object, ...]:
    return (
        fold(correction.text),
        correction.chapter,
        correction.occurrence,
        correction.source,
        correction.before,
        correction.after,
    )


def _gone(correction: Correction) -> str:
    what = correction.speaker or (correction.kind.value if correction.kind else "nothing")
    where = f" in chapter {correction.chapter}" if correction.chapter is not None else ""
    return f"a correction found no line: {fold(correction.text)}{where} (was to be: {what})"


class _Lines:
    """The lines of a book, by their words."""

    def __init__(self, manuscript: Manuscript, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self._texts = {source.name: source.text for source in manuscript.sources}
        self._by_words: defaultdict[str, list[int]] = defaultdict(list)
        for index, draft in enumerate(drafts):
            self._by_words[plain(draft.text)].append(index)

    def fits(self, correction: Correction) -> list[tuple[int, _Fit]]:
        """List the lines a correction may mean, and how well each fits its hints.

        Lines that differ in nothing but their marks are taken too: a manuscript's quotation marks may change.
        """
        words = fold(correction.text)
        candidates = self._by_words.get(plain(words), [])
        numbers = _count_occurrences(
            [self.drafts[index] for index in candidates], by_chapter=correction.chapter is not None
        )
        fits = [
            (index, self._fit(correction, index, number)) for index, number in zip(candidates, numbers, strict=True)
        ]
        if len(candidates) == 1 and len(words.split()) >= _TELLING_WORDS:
            return fits
        if correction.before is None and correction.after is None:
            return fits
        return [(index, fit) for index, fit in fits if fit.neighbours >= _LEAST_FIT]

    def _fit(self, correction: Correction, index: int, occurrence: int) -> _Fit:
        draft = self.drafts[index]
        text = self._texts[draft.source]
        shares = (
            share_that_stands(correction.before, words_before(text, draft.start)),
            share_that_stands(correction.after, words_after(text, draft.end)),
        )
        return _Fit(
            neighbours=sum(share for share in shares if share >= _KEPT_SHARE),
            is_same_source=correction.source == draft.source,
            is_same_chapter=correction.chapter == draft.chapter,
            has_same_marks=fold(correction.text) == fold(draft.text),
            is_same_occurrence=correction.occurrence == occurrence,
        )


def _count_occurrences(drafts: Sequence[Draft], *, by_chapter: bool) -> list[int]:
    """Number lines with the same words from 1: those with the same marks, in their chapter or in the book."""
    seen: Counter[tuple[int, str]] = Counter()
    numbers: list[int] = []
    for draft in drafts:
        key = (draft.chapter if by_chapter else 0, fold(draft.text))
        seen[key] += 1
        numbers.append(seen[key])
    return numbers


def correction_for(
    script: Script, index: int, *, speaker: str | None = None, kind: SegmentKind | None = None
) -> Correction:
    """Make the correction that says this of one line of a script, with all hints that find it again.

    Args:
        script: the script in which the person saw it.
        index: of the line in `script.segments`.
        speaker: a character's name or alias, the narrator or unknown; None leaves it to the program.
        kind: None leaves it to the program.
    """
    segment = script.segments[index]
    words = fold(segment.text)
    equal = [
        other
        for other in script.segments[: index + 1]
        if other.chapter == segment.chapter and fold(other.text) == words
    ]
    return Correction(
        text=words,
        speaker=speaker,
        kind=kind,
        chapter=segment.chapter,
        occurrence=len(equal),
        source=segment.source,
        before=_words_before(script.segments, index),
        after=_words_after(script.segments, index),
    )


def _words_before(segments: Sequence[Segment], index: int) -> str | None:
    words: list[str] = []
    for other in reversed(segments[:index]):
        if other.source != segments[index].source or len(words) >= CONTEXT_WORDS:
            break
        words = other.text.split() + words
    return " ".join(words[-CONTEXT_WORDS:]) or None


def _words_after(segments: Sequence[Segment], index: int) -> str | None:
    words: list[str] = []
    for other in segments[index + 1 :]:
        if other.source != segments[index].source or len(words) >= CONTEXT_WORDS:
            break
        words.extend(other.text.split())
    return " ".join(words[:CONTEXT_WORDS]) or None
