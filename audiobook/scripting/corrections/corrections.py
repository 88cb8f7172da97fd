"""Corrections: what a person said about a line, found again by the line's words.

Knows words and their neighbours; refuses to know offsets, ids and how a speaker was found.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    ordered = tuple(corrections)
    texts = {source.name: source.text for source in manuscript.sources}

    def around(index: int) -> _Neighbours:
        draft = drafts[index]
        text = texts[draft.source]
        return _Neighbours(before=words_before(text, draft.start), after=words_after(text, draft.end))

    line_of = _settle(_Lines(drafts, around), ordered) if ordered else {}
    warnings = tuple(_gone(correction) for number, correction in enumerate(ordered) if number not in line_of)
    by_place = {drafts[line_of[number]].place: ordered[number] for number in sorted(line_of)}
    return PlacedCorrections(by_place=by_place, warnings=warnings)


def find_lines(script: Script, wanted: Sequence[Correction]) -> tuple[int | None, ...]:
    """Find the line that each of some wordings with their hints means.

    Args:
        script: whose lines.
        wanted: what they say of a line's speaker or kind does not matter.

    Returns:
        For each, the index of its segment in `script.segments`; None if there is no such line.
    """
    if not wanted:
        return ()

    def around(index: int) -> _Neighbours:
        return _Neighbours(
            before=(_words_before(script.segments, index) or "").split(),
            after=(_words_after(script.segments, index) or "").split(),
        )

    line_of = _settle(_Lines(script.segments, around), wanted)
    return tuple(line_of.get(number) for number in range(len(wanted)))


def _settle(lines: "_Lines", corrections: Sequence[Correction]) -> dict[int, int]:
    """Give each correction its best line, best fits first; no line to two that mean different lines."""
    offers = [
        (fit.rank, number, index)
        for number, correction in enumerate(corrections)
        for index, fit in lines.fits(correction)
    ]
    line_of: dict[int, int] = {}
    owner: dict[int, int] = {}
    for _, number, index in sorted(offers, key=lambda offer: (*(-part for part in offer[0]), offer[2], offer[1])):
        if number in line_of:
            continue
        if index in owner and _anchor(corrections[owner[index]]) != _anchor(corrections[number]):
            continue
        line_of[number] = index
        owner[index] = number
    return line_of


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Neighbours:
    """The words around a line."""

    before: Sequence[str]
    after: Sequence[str]


class _Lines:
    """The lines of a book, by their words.

    Args:
        lines: in reading order.
        around: the neighbours of the line with an index; asked only about lines that may be meant.
    """

    def __init__(self, lines: Sequence[Draft | Segment], around: Callable[[int], _Neighbours]) -> None:
        self._lines = lines
        self._around = around
        self._by_words: defaultdict[str, list[int]] = defaultdict(list)
        for index, line in enumerate(lines):
            self._by_words[plain(line.text)].append(index)

    def fits(self, correction: Correction) -> list[tuple[int, _Fit]]:
        """List the lines a correction may mean, and how well each fits its hints.

        Lines that differ in nothing but their marks are taken too: a manuscript's quotation marks may change.
        """
        words = fold(correction.text)
        candidates = self._by_words.get(plain(words), [])
        equal = [self._lines[index] for index in candidates]
        numbers = _count_occurrences(equal, by_chapter=correction.chapter is not None)
        fits = [
            (index, self._fit(correction, index, number)) for index, number in zip(candidates, numbers, strict=True)
        ]
        if len(candidates) == 1 and len(words.split()) >= _TELLING_WORDS:
            return fits
        if correction.before is None and correction.after is None:
            return fits
        return [(index, fit) for index, fit in fits if fit.neighbours >= _LEAST_FIT]

    def _fit(self, correction: Correction, index: int, occurrence: int) -> _Fit:
        line, around = self._lines[index], self._around(index)
        shares = (
            share_that_stands(correction.before, around.before),
            share_that_stands(correction.after, around.after),
        )
        return _Fit(
            neighbours=sum(share for share in shares if share >= _KEPT_SHARE),
            is_same_source=correction.source == line.source,
            is_same_chapter=correction.chapter == line.chapter,
            has_same_marks=fold(correction.text) == fold(line.text),
            is_same_occurrence=correction.occurrence == occurrence,
        )


def _count_occurrences(lines: Sequence[Draft | Segment], *, by_chapter: bool) -> list[int]:
    """Number lines with the same words from 1: those with the same marks, in their chapter or in the book."""
    seen: Counter[tuple[int, str]] = Counter()
    numbers: list[int] = []
    for line in lines:
        key = (line.chapter if by_chapter else 0, fold(line.text))
        seen[key] += 1
        numbers.append(seen[key])
    return numbers


def correction_for(
    script: Script, index: int, *, speakers: tuple[str, ...] = (), kind: SegmentKind | None = None
) -> Correction:
    """Make the correction that says this of one line of a script, with all hints that find it again.

    Args:
        script: the script in which the person saw it.
        index: of the line in `script.segments`.
        speakers: characters' names or aliases, the narrator or unknown; none leaves it to the program.
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
        speaker=speakers[0] if speakers else None,
        speakers=speakers if len(speakers) > 1 else (),
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
