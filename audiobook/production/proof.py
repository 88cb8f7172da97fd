"""Proof that every word of the author is spoken once, or listed with the reason why not.

Starts from the files' decoded text and looks for each word in the script's segments, and for each letter in what is
said of them. Shares nothing with the code that cut the text into chapters, quotations and segments: only the decoding
of bytes, and the function that writes down what an engine is given.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

from audiobook.casting.cast_file import read_cast
from audiobook.language.words import iterate_words
from audiobook.model.script import Script, Segment, SegmentKind
from audiobook.production.books import open_book, require_own_cast
from audiobook.production.progress import Progress
from audiobook.production.scripts import load_script
from audiobook.reading.reader import decode_sources
from audiobook.synthesis.pronunciations import Pronunciations
from audiobook.synthesis.short_forms import is_short_form
from audiobook.synthesis.spoken_text import spoken_sentences
from audiobook.workspace.paths import Workspace

_MARKUP_WITH_LETTERS = re.compile(
    r"(?P<link>(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]{0,300}\")?\))"
    r"|(?P<tag></?[A-Za-z][^<>]{0,500}>|<!--.{0,2000}?-->)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,7});)",
    re.DOTALL,
)
_REASON_OF_MARKUP = {"link": "address of a link", "tag": "HTML tag", "entity": "HTML character code"}
_EXCERPT_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of a source.

    Attributes:
        line: counted from 1.
        words: number of words in it.
        excerpt: how it starts.
        reason: why it is not spoken, or what is wrong with it.
    """

    source: str
    line: int
    words: int
    excerpt: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What became of the words of a book.

    Attributes:
        total_words: in all sources.
        spoken_words: of these, spoken once.
        skipped: what is not spoken on purpose.
        losses: words that are in no segment or in several, or whose letters are not said; empty if all is well.
    """

    title: str
    total_words: int
    spoken_words: int
    skipped: tuple[Place, ...]
    losses: tuple[Place, ...]


def prove_book(source: Path, workspace: Workspace, *, name: str | None, progress: Progress) -> Proof:
    """Prove a book's script against its source.

    Raises:
        UsageError: the cast file belongs to another source.
        ManuscriptError: the source cannot be read.
        CastError: the cast file cannot be read.
    """
    book = open_book(source, workspace, name=name)
    require_own_cast(book, named=name is not None)
    script = load_script(book, read_cast(book.cast_path), progress=progress)
    return prove_words(script, decode_sources(source))


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
    losses: list[Place] = []
    total = 0
    for name, segments in by_source.items():
        lines = _Lines(name, texts.get(name, ""))
        total += sum(1 for _ in iterate_words(lines.text))
        losses += _misplaced_segments(lines, segments)
        losses += _misplaced_words(lines, segments)
        for segment in segments:
            found, lost = _unsaid(lines, segment)
            skipped += found
            losses += lost
    unspoken = sum(place.words for place in (*skipped, *losses))
    return Proof(
        title=script.title,
        total_words=total,
        spoken_words=total - unspoken,
        skipped=tuple(skipped),
        losses=tuple(losses),
    )


class _Lines:
    """A source's text that knows its line numbers."""

    def __init__(self, source: str, text: str) -> None:
        self.source = source
        self.text = text
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]

    def place(self, start: int, end: int, reason: str) -> Place:
        piece = self.text[start:end]
        excerpt = " ".join(piece[: 4 * _EXCERPT_CHARS].split())
        return Place(
            source=self.source,
            line=bisect_right(self._starts, start),
            words=sum(1 for _ in iterate_words(piece)),
            excerpt=excerpt if len(excerpt) <= _EXCERPT_CHARS else f"{excerpt[: _EXCERPT_CHARS - 1]}…",
            reason=reason,
        )


def _misplaced_segments(lines: _Lines, segments: Sequence[Segment]) -> Iterator[Place]:
    """Segments out of order, overlapping, or with other words than the source has there."""
    for before, after in pairwise(segments):
        if after.start < before.end:
            yield lines.place(after.start, min(before.end, after.end), "in two segments")
    for segment in segments:
        if segment.text != lines.text[segment.start : segment.end]:
            yield lines.place(segment.start, segment.end, "the script has other words than the source")


def _misplaced_words(lines: _Lines, segments: Sequence[Segment]) -> Iterator[Place]:
    """Words that are in no segment, or cut in two by a segment's border."""
    starts = [segment.start for segment in segments]
    for match in iterate_words(lines.text):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or segments[index].end <= match.start():
            yield lines.place(match.start(), match.end(), "in no segment")
        elif segments[index].end < match.end() and (index + 1 == len(segments) or starts[index + 1] >= match.end()):
            yield lines.place(match.start(), match.end(), "only a part of the word is in a segment")


def _unsaid(lines: _Lines, segment: Segment) -> tuple[list[Place], list[Place]]:
    """List what of a segment is not said on purpose, and what is lost."""
    if not segment.spoken:
        place = lines.place(segment.start, segment.end, segment.evidence or segment.kind.value)
        if place.words == 0:
            return [], []
        return ([place], []) if segment.evidence else ([], [place])
    is_heading = segment.kind is SegmentKind.HEADING
    said = " ".join(
        sentence.text for sentence in spoken_sentences(segment.text, Pronunciations(()), each_line_ends=is_heading)
    )
    if _says_all(segment.text, said):
        return [], []
    if _says_all(_MARKUP_WITH_LETTERS.sub(_decoded, segment.text), said):
        markup = (
            lines.place(
                segment.start + match.start(), segment.start + match.end(), _REASON_OF_MARKUP[match.lastgroup or ""]
            )
            for match in _MARKUP_WITH_LETTERS.finditer(segment.text)
        )
        return [place for place in markup if place.words], []
    return [], [lines.place(segment.start, segment.end, "not everything in it is said, or something twice")]


def _says_all(written: str, said: str) -> bool:
    """Whether each word is said once and in order; a short form such as "Dr." may be said in full."""
    if _letters(written) == _letters(said):
        return True
    written_words, said_words = _words(written), _words(said)
    matcher = SequenceMatcher(None, written_words, said_words, autojunk=False)
    return all(
        tag == "equal" or _is_said_otherwise(written_words[start:end], said_words[said_start:said_end])
        for tag, start, end, said_start, said_end in matcher.get_opcodes()
    )


def _is_said_otherwise(written: Sequence[str], said: Sequence[str]) -> bool:
    if _letters("".join(written)) == _letters("".join(said)):
        return True
    return bool(said) and len(said) <= 3 * len(written) and all(map(is_short_form, written))


def _words(text: str) -> list[str]:
    return [match.group() for match in iterate_words(text)]


def _decoded(match: re.Match[str]) -> str:
    """What is left of markup for a listener: the character an HTML code stands for, else nothing."""
    import html

    return html.unescape(match.group()) if match.lastgroup == "entity" else ""


def _letters(text: str) -> str:
    """Reduce a text to its letters and digits, as a listener would compare them."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())
