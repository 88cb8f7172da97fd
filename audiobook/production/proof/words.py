"""Proof that every word of the author is spoken once, or listed with the reason why not.

Starts from the files' decoded text and looks for each word in the script's segments, and for each letter in what is
said of them. Shares nothing with the code that cut the text into chapters, quotations and segments: only the decoding
of bytes, and the function that writes down what an engine is given.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial
from itertools import accumulate, pairwise

from audiobook.language.words import fold_word, iterate_words
from audiobook.model.manuscript import Omission, SourceText
from audiobook.model.quotation_marks import QuotationMarks
from audiobook.model.script import Script, Segment, SegmentKind
from audiobook.production.proof.places import Place, SourceLines, excerpt_of
from audiobook.synthesis.short_forms import ways_to_say
from audiobook.synthesis.spoken_text import spoken_of

_MARKUP_WITH_LETTERS = re.compile(
    r"(?P<link>(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]{0,300}\")?\))"
    r"|(?P<tag></?[A-Za-z][^<>]{0,500}>|<!--.{0,2000}?-->)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,7});)",
    re.DOTALL,
)
_NEVER_SPOKEN = frozenset({SegmentKind.NOTE, SegmentKind.SCENE_BREAK})
_REASON_OF_MARKUP = {"link": "address of a link", "tag": "HTML tag", "entity": "HTML character code"}
_WIDEST_JOINT = 2
"""Two words with so little between them may be parts of one, such as "Goo'-night"."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What became of the words of a book.

    Attributes:
        total_words: in all sources.
        spoken_words: of these, spoken once.
        skipped: what is not spoken on purpose.
        losses: words that are in no segment or in several, or whose letters are not said; empty if all is well.
        quotation_marks: how speech is marked, as found or as the cast file says; None of a labelled script.
    """

    title: str
    total_words: int
    spoken_words: int
    skipped: tuple[Place, ...]
    losses: tuple[Place, ...]
    quotation_marks: QuotationMarks | None = None


def prove_words(script: Script, texts: Mapping[str, str]) -> Proof:
    """Compare a script with the decoded texts of its sources.

    Args:
        script: who says what.
        texts: decoded text of each source by its name.
    """
    by_source: dict[str, list[Segment]] = {name: [] for name in texts}
    for segment in script.segments:
        by_source.setdefault(segment.source, []).append(segment)
    skipped: list[Place] = []
    losses = list(_misplaced_chapters(script))
    total = 0
    for name, segments in by_source.items():
        lines = SourceLines(name, texts.get(name, ""))
        total += sum(1 for _ in iterate_words(lines.text))
        losses += _misplaced_segments(lines, segments)
        losses += _misplaced_words(lines, segments)
        for segment in segments:
            found, lost = _unsaid(lines, segment, script.language)
            skipped += found
            losses += lost
    unspoken = sum(place.words for place in (*skipped, *losses))
    return Proof(
        title=script.title,
        total_words=total,
        spoken_words=total - unspoken,
        skipped=tuple(skipped),
        losses=tuple(losses),
        quotation_marks=script.quotation_marks,
    )


def add_omissions(proof: Proof, sources: Sequence[SourceText]) -> Proof:
    """Count and list what a reader of documents left out of the text, such as footnotes' marks."""
    left_out = tuple(
        _omitted(SourceLines(source.name, source.text), each) for source in sources for each in source.omissions
    )
    words = sum(place.words for place in left_out)
    return replace(proof, total_words=proof.total_words + words, skipped=(*proof.skipped, *left_out))


def _omitted(lines: SourceLines, omission: Omission) -> Place:
    words = sum(1 for _ in iterate_words(omission.text))
    place = lines.place(omission.offset, omission.offset, omission.reason)
    return replace(place, words=words, excerpt=excerpt_of(omission.text))


def _misplaced_segments(lines: SourceLines, segments: Sequence[Segment]) -> Iterator[Place]:
    """Segments out of order, overlapping, or with other words than the source has there."""
    for before, after in pairwise(segments):
        if after.start < before.end:
            yield lines.place(after.start, min(before.end, after.end), "in two segments")
    for segment in segments:
        if segment.text != lines.text[segment.start : segment.end]:
            yield lines.place(segment.start, segment.end, "the script has other words than the source")


def _misplaced_words(lines: SourceLines, segments: Sequence[Segment]) -> Iterator[Place]:
    """Words that are in no segment, or cut in two by a segment's border."""
    starts = [segment.start for segment in segments]
    for match in iterate_words(lines.text):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or segments[index].end <= match.start():
            yield lines.place(match.start(), match.end(), "in no segment")
        elif segments[index].end < match.end() and (index + 1 == len(segments) or starts[index + 1] >= match.end()):
            yield lines.place(match.start(), match.end(), "only a part of the word is in a segment")


def _unsaid(lines: SourceLines, segment: Segment, language: str) -> tuple[list[Place], list[Place]]:
    """List what of a segment is not said on purpose, and what is lost."""
    place = partial(lines.place, chapter=segment.chapter)
    start, end = segment.start, segment.end
    if not segment.spoken and segment.kind not in _NEVER_SPOKEN:
        return [], [place(start, end, f"{segment.kind} that is not spoken")]
    if not segment.spoken:
        found = place(start, end, segment.evidence or "no reason is given")
        return ([found] if found.words else [], []) if segment.evidence else ([], [found])
    if not segment.speaker:
        return [], [place(start, end, "spoken by nobody")]
    said = _said_words(segment, language)
    written = [(match.group(), match.span()) for match in iterate_words(segment.text)]
    skipped, is_whole = _compare(written, said, _find_markup(segment.text))
    if not is_whole:
        return [], [place(start, end, "not everything in it is said, or something twice")]
    return [place(start + first, start + last, reason) for first, last, reason in skipped], []


def _said_words(segment: Segment, language: str) -> list[str]:
    sentences = spoken_of(segment, language)
    return [fold_word(match.group()) for sentence in sentences for match in iterate_words(sentence.text)]


def _find_markup(text: str) -> list[tuple[int, int, str]]:
    """Stretches whose letters are no words of the author's, each with the reason."""
    return [(*match.span(), _REASON_OF_MARKUP[match.lastgroup or ""]) for match in _MARKUP_WITH_LETTERS.finditer(text)]


def _compare(
    written: Sequence[tuple[str, Span]], said: Sequence[str], markup: Sequence[tuple[int, int, str]]
) -> tuple[list[tuple[int, int, str]], bool]:
    """Walk through what is written and what is said.

    Returns:
        The markup that is skipped on purpose, and whether all else is said once, in order, and nothing besides.
    """
    words = [fold_word(word) for word, _ in written]
    skipped: dict[tuple[int, int, str], None] = {}
    for tag, start, end, said_start, said_end in SequenceMatcher(None, words, said, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        covering = [_covering(span, markup) for _, span in written[start:end]]
        kept = [pair for pair, cover in zip(written[start:end], covering, strict=True) if cover is None]
        skipped.update(dict.fromkeys(cover for cover in covering if cover is not None))
        heard = said[said_start:said_end]
        if not (_is_parted_otherwise(kept, heard, markup) or _is_said_in_full([word for word, _ in kept], heard)):
            return [], False
    return list(skipped), True


def _covering(span: Span, markup: Sequence[tuple[int, int, str]]) -> tuple[int, int, str] | None:
    return next((each for each in markup if each[0] <= span[0] and span[1] <= each[1]), None)


def _is_parted_otherwise(
    written: Sequence[tuple[str, Span]], said: Sequence[str], markup: Sequence[tuple[int, int, str]]
) -> bool:
    """Whether the letters are the same, and words begin where they may: after a blank always, at a joint perhaps.

    "well-known" may be said as two words and "_Un_important" as one; "house" is never two words.
    """
    if _letters("".join(word for word, _ in written)) != _letters("".join(said)):
        return False
    after_blank, at_joint, place = set[int](), set[int](), 0
    for index, (word, (start, _)) in enumerate(written):
        if index:
            gap = _seen_between(written[index - 1][1][1], start, markup)
            is_drop_cap = index == 1 and written[0][1][1] - written[0][1][0] == 1
            (at_joint if gap <= _WIDEST_JOINT or is_drop_cap else after_blank).add(place)
        for part in re.split(r"\W|_", word):
            at_joint.add(place)
            place += len(_letters(part))
    begun = set(accumulate(len(_letters(word)) for word in said[:-1]))
    return after_blank <= begun <= after_blank | at_joint


def _seen_between(start: int, end: int, markup: Sequence[tuple[int, int, str]]) -> int:
    """Count the characters between two words that are no markup."""
    return end - start - sum(last - first for first, last, _ in markup if start <= first and last <= end)


def _is_said_in_full(written: Sequence[str], said: Sequence[str]) -> bool:
    """Whether each word is said, a short form such as "Dr." perhaps in full."""
    if not written:
        return not said
    ways = {(fold_word(written[0]),), *ways_to_say(written[0])}
    return any(tuple(said[: len(way)]) == way and _is_said_in_full(written[1:], said[len(way) :]) for way in ways)


def _letters(text: str) -> str:
    return "".join(character for character in fold_word(text) if character.isalnum())


def _misplaced_chapters(script: Script) -> Iterator[Place]:
    """Segments whose chapter does not exist or comes before that of the segment in front of them."""
    known = {head.number for head in script.chapters}
    latest = 0
    for segment in script.segments:
        if segment.chapter not in known or segment.chapter < latest:
            words = sum(1 for _ in iterate_words(segment.text))
            yield Place(
                source=segment.source,
                line=0,
                words=words,
                excerpt=excerpt_of(segment.text),
                reason="in the wrong chapter",
            )
        latest = max(latest, segment.chapter)
