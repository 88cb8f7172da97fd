"""What `audiobook verify` found, for people."""

from collections.abc import Iterator, Sequence

from audiobook.language.clock import length_on_clock
from audiobook.production.proof.parts import SkippedPart
from audiobook.production.proof.places import Place
from audiobook.production.proof.release_proof import ChapterState, ProvedChapter, ReleaseProof
from audiobook.production.proof.verifying import ChapterCount, Verified
from audiobook.production.proof.words import Proof
from audiobook.scripting.drafts import LABEL_REASON
from audiobook.scripting.forms.labelled import LABELLED_MARKUP

_WIDEST_TITLE = 34
_MOST_LISTED = 5
"""So many places with one reason have a row each; of more the last is named. `--json` lists all."""


def as_rows(verified: Verified) -> Iterator[str]:
    """Say what was proved, the verdicts last."""
    proof = verified.words
    yield f"{proof.title}: {proof.total_words:,} words, {proof.spoken_words:,} spoken once"
    if proof.quotation_marks is not None:
        yield f'speech is marked as "{proof.quotation_marks}"; quotation_marks under [book] overrides that'
    yield from _rows_of_parts(verified)
    yield from _rows_of_other_skips(proof, verified)
    yield from _rows_of_unwritten_titles(verified.counts)
    yield from _rows_of_chapters(verified)
    yield from (f"LOST: {_place(place)}" for place in proof.losses)
    yield _verdict_on_words(proof)
    if verified.release is not None:
        yield from _rows_of_release(verified.release)


def _rows_of_parts(verified: Verified) -> Iterator[str]:
    """Number what is skipped, each part with the line that has it spoken."""
    if not verified.parts:
        return
    yield f"Not spoken; the line beside it, under [reading] in {verified.cast_path}, has it spoken:"
    for part in verified.parts:
        yield f"{part.number:>3}. {_part(part)}"
        yield f"     {part.line}"
    for line, parts in _lines_for_all(verified.parts).items():
        yield f"     {line}   for all {len(parts)} with this reason: {_numbers(parts)}"


def _part(part: SkippedPart) -> str:
    return f"chapter {part.chapter} ({_count(part.words, 'word')}): {part.reason}: {part.excerpt}"


def _lines_for_all(parts: Sequence[SkippedPart]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for part in parts:
        if part.line_for_all is not None:
            found.setdefault(part.line_for_all, []).append(part.number)
    return found


def _numbers(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:6]))
    return shown if len(numbers) <= 6 else f"{shown} ..."


def _rows_of_other_skips(proof: Proof, verified: Verified) -> Iterator[str]:
    """Name markup; names before lines and footnotes' marks together, of which a book may have hundreds."""
    reasons = {part.reason for part in verified.parts}
    lines = {kind.reason: kind.line for kind in verified.kinds}
    by_reason: dict[str, list[Place]] = {}
    for place in proof.skipped:
        if place.reason not in reasons and place.chapter in (None, *verified.numbers):
            by_reason.setdefault(place.reason, []).append(place)
    for reason, alike in by_reason.items():
        if len(alike) > (1 if reason in {LABEL_REASON, LABELLED_MARKUP} else _MOST_LISTED):
            words = sum(place.words for place in alike)
            yield f"not spoken: {len(alike)} places ({words} words), the last in {_place(alike[-1])}"
        else:
            yield from (f"not spoken: {_place(place)}" for place in alike)
        if reason in lines:
            yield f"     {lines[reason]}   under [reading] has {'it' if len(alike) == 1 else 'them'} spoken"


def _rows_of_unwritten_titles(counts: Sequence[ChapterCount]) -> Iterator[str]:
    """Name the titles that are said although the text has them nowhere."""
    titled = [count for count in counts if count.unwritten_title is not None]
    if len(titled) > _MOST_LISTED:
        numbers = _numbers([count.number for count in titled])
        yield f"announced: {len(titled)} titles that the table of contents alone has, of chapters {numbers}"
    else:
        yield from (
            f"announced: chapter {count.number}: “{count.unwritten_title}”, which the table of contents alone has"
            for count in titled
        )


def _rows_of_chapters(verified: Verified) -> Iterator[str]:
    """Draw the figures of each chapter, those of the release beside them."""
    released = {chapter.number: chapter for chapter in (verified.release.chapters if verified.release else ())}
    head = f"     {'chapter':<{_WIDEST_TITLE}}  {'words':>8} {'spoken':>8} {'skipped':>8}"
    yield head + (f" {'heard':>8} {'cues':>6} {'takes':>6} {'length':>8}" if released else "")
    for count in verified.counts:
        row = f"{count.number:>4} {_shortened(count.title):<{_WIDEST_TITLE}}  {_figures(count)}"
        yield row + (_released_figures(released[count.number]) if released else "")


def _figures(count: ChapterCount) -> str:
    return f"{count.source_words:>8,} {count.spoken_words:>8,} {count.skipped_words:>8,}"


def _released_figures(chapter: ProvedChapter) -> str:
    if chapter.file is None:
        return f"  {chapter.state}"
    length = length_on_clock(chapter.length_s)
    state = "" if chapter.state is ChapterState.WHOLE else f"  {chapter.state.upper()}"
    return f" {chapter.transcript_words:>8,} {chapter.cues:>6,} {chapter.takes:>6,} {length:>8}{state}"


def _rows_of_release(release: ReleaseProof) -> Iterator[str]:
    for chapter in release.chapters:
        yield from (f"chapter {chapter.number}: {finding}" for finding in chapter.findings)
    yield from release.strays
    if release.is_whole:
        yield f"{release.folder}: every word that is spoken stands in one cue, in order, and every file is as made."
    else:
        bad = [c for c in release.chapters if c.state not in (ChapterState.WHOLE, ChapterState.SILENT)]
        numbers = ", ".join(str(chapter.number) for chapter in bad)
        what = f"chapter {numbers}" if len(bad) == 1 else f"chapters {numbers}"
        yield f"{release.folder}: not what the manuscript says: {what if bad else 'other files'}."


def _verdict_on_words(proof: Proof) -> str:
    if proof.losses:
        return f"{len(proof.losses)} places are not spoken as they should be. Please report this as a bug."
    return "Every other word is spoken exactly once." if proof.skipped else "Every word is spoken exactly once."


def _place(place: Place) -> str:
    return f"{place.source}, line {place.line} ({_count(place.words, 'word')}): {place.reason}: {place.excerpt}"


def _shortened(text: str) -> str:
    return text if len(text) <= _WIDEST_TITLE else f"{text[: _WIDEST_TITLE - 1]}…"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
