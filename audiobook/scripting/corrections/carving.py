"""Lines cut out of paragraphs because a correction names words that are not a line of their own.

So a correction keeps its hold when a paragraph is cut otherwise than it was, and a person can give any words of a
paragraph to anybody. Knows words and passages; refuses to know what the correction says of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from audiobook.model.manuscript import Manuscript
from audiobook.model.script import Correction
from audiobook.scripting.corrections.wording import plain, share_that_stands, words_after, words_before
from audiobook.scripting.drafts import Draft, Place
from audiobook.scripting.quotations.passages import ChapterPassages, Paragraph, Passage

_MOST_WORDS = 2000
"""A longer wording is no line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    chapter: int
    paragraph: Place
    start: int
    end: int


def carve_lines(
    manuscript: Manuscript,
    chapters: tuple[ChapterPassages, ...],
    drafts: Sequence[Draft],
    corrections: Iterable[Correction],
) -> tuple[ChapterPassages, ...]:
    """Make a passage of the words of every correction that fits no line but stands inside one paragraph."""
    lines = {plain(draft.text) for draft in drafts}
    texts = {source.name: source.text for source in manuscript.sources}
    cuts: dict[Place, list[tuple[int, int]]] = {}
    for correction in corrections:
        if plain(correction.text) not in lines:
            stretch = _find(correction, chapters, texts)
            if stretch is not None:
                cuts.setdefault(stretch.paragraph, []).append((stretch.start, stretch.end))
    if not cuts:
        return chapters
    return tuple(
        replace(chapter, paragraphs=tuple(_carve(paragraph, cuts) for paragraph in chapter.paragraphs))
        for chapter in chapters
    )


def _find(correction: Correction, chapters: tuple[ChapterPassages, ...], texts: Mapping[str, str]) -> _Stretch | None:
    """Find the stretch that fits the correction's hints best; of equals the first."""
    words = correction.text.split()
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    stretches = list(_stretches(pattern, chapters))
    return max(stretches, key=lambda stretch: _fit(correction, stretch, texts), default=None)


def _stretches(pattern: re.Pattern[str], chapters: tuple[ChapterPassages, ...]) -> Iterator[_Stretch]:
    for chapter in chapters:
        for paragraph in chapter.paragraphs:
            for match in pattern.finditer(paragraph.text):
                yield _Stretch(
                    chapter=chapter.number,
                    paragraph=(paragraph.source, paragraph.start),
                    start=paragraph.start + match.start(),
                    end=paragraph.start + match.end(),
                )


def _fit(correction: Correction, stretch: _Stretch, texts: Mapping[str, str]) -> tuple[float, bool]:
    text = texts[stretch.paragraph[0]]
    shares = (
        share_that_stands(correction.before, words_before(text, stretch.start)),
        share_that_stands(correction.after, words_after(text, stretch.end)),
    )
    return sum(shares), stretch.chapter == correction.chapter


def _carve(paragraph: Paragraph, cuts: Mapping[Place, list[tuple[int, int]]]) -> Paragraph:
    passages = paragraph.passages
    for start, end in cuts.get((paragraph.source, paragraph.start), ()):
        passages = tuple(_carve_one(paragraph, passages, start, end))
    return replace(paragraph, passages=passages)


def _carve_one(paragraph: Paragraph, passages: tuple[Passage, ...], start: int, end: int) -> Iterator[Passage]:
    carved = False
    for passage in passages:
        if passage.end <= start or passage.start >= end:
            yield passage
            continue
        yield from _trimmed(paragraph, passage, passage.start, start)
        if not carved:
            yield replace(passage, start=start, end=end, continues=False)
            carved = True
        yield from _trimmed(paragraph, replace(passage, continues=False), end, passage.end)


def _trimmed(paragraph: Paragraph, passage: Passage, start: int, end: int) -> Iterator[Passage]:
    """Yield the part of a passage that is left, if there are words in it."""
    piece = paragraph.text[max(0, start - paragraph.start) : max(0, end - paragraph.start)]
    if piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        yield replace(passage, start=first, end=first + len(piece.strip()))
