"""Parts of a book that a person wants spoken although a reader skips them, or left out although it does not.

Finds a part by the reason it is skipped for or by the words it begins with, as corrections find a line: white space,
marks and dashes make no difference, hints choose among parts that begin alike. Refuses to know who speaks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from audiobook.model.manuscript import Block, BlockKind, Chapter, Manuscript, SourceFormat, SourceText
from audiobook.model.reading_wish import ReadingWish
from audiobook.scripting.corrections.wording import fold, plain, share_that_stands, words_after, words_before

LEFT_OUT = "left out as the cast file says"

_ARTICLE = re.compile(r"^(?:an?|the) ")
_DETAIL = re.compile(r"\s*(?:\(.*\)|:.*)\s*$")
_MOST_NAMED = 6

Key = tuple[int, int]
"""Chapter's and block's index in the manuscript."""


@dataclass(frozen=True, slots=True)
class _Part:
    key: Key
    chapter: int
    block: Block
    text: str
    words: str


def name_of_reason(reason: str) -> str:
    """Name a reason for which parts are skipped as a person writes it: no article, no detail of one part."""
    return _named(_DETAIL.sub("", reason))


def speaks_reason(wishes: Sequence[ReadingWish], reason: str) -> bool:
    """Say whether a person wants all that is skipped for a reason."""
    return any(wish.spoken and not wish.has_hints and _is_reason(wish.text, reason) for wish in wishes)


def _named(text: str) -> str:
    return _ARTICLE.sub("", fold(text).replace("’", "'").casefold(), count=1)


def switch_parts(manuscript: Manuscript, wishes: Sequence[ReadingWish]) -> tuple[Manuscript, tuple[str, ...]]:
    """Do what a person wishes: a note becomes a paragraph of the story, or a paragraph a note.

    Returns:
        The manuscript, and a sentence for each wish that means no part.
    """
    if any(source.format is SourceFormat.LABELLED for source in manuscript.sources):
        return manuscript, tuple(map(_describe_labelled, wishes))
    if not wishes:
        return manuscript, ()
    parts = tuple(_parts(manuscript))
    texts = {source.name: source.text for source in manuscript.sources}
    restored = {reason for source in manuscript.sources for reason in source.restored}
    changed: dict[Key, Block] = {}
    stray = []
    for wish in wishes:
        meant = _meant(wish, [part for part in parts if _may_change(part.block, wish)], texts)
        changed |= {part.key: _switched(part.block, wish) for part in meant}
        if not meant and not any(speaks_reason([wish], reason) for reason in restored):
            stray.append(_describe_stray(wish, _reasons(parts, manuscript.sources)))
    return replace(manuscript, chapters=tuple(_changed(manuscript.chapters, changed))), tuple(stray)


def _parts(manuscript: Manuscript) -> Iterator[_Part]:
    texts = {source.name: source.text for source in manuscript.sources}
    for chapter_index, chapter in enumerate(manuscript.chapters):
        for index, block in enumerate(chapter.blocks):
            text = texts[block.source][block.start : block.end]
            yield _Part((chapter_index, index), chapter.number, block, text, plain(text).casefold())


def _may_change(block: Block, wish: ReadingWish) -> bool:
    if wish.spoken:
        return block.kind is BlockKind.NOTE
    return block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}


def _meant(wish: ReadingWish, parts: Sequence[_Part], texts: Mapping[str, str]) -> Sequence[_Part]:
    """Find the parts that a wish means: by the reason, else by their first words."""
    by_reason = [part for part in parts if part.block.reason and _is_reason(wish.text, part.block.reason)]
    if by_reason and not wish.has_hints:
        return by_reason
    words = plain(wish.text).casefold()
    alike = by_reason or [part for part in parts if _begins_with(part.words, words)]
    if not alike or not wish.has_hints:
        return alike
    in_chapter = [part for part in alike if part.chapter == wish.chapter]
    numbered = in_chapter if wish.chapter is not None else alike
    best = max(alike, key=lambda part: _fit(wish, part, numbered, texts))
    return (best,)


def _is_reason(text: str, reason: str) -> bool:
    return _named(text) in (name_of_reason(reason), _named(reason))


def _begins_with(text: str, words: str) -> bool:
    return text.startswith(words) and not text[len(words) : len(words) + 1].isalnum()


def _fit(
    wish: ReadingWish, part: _Part, numbered: Sequence[_Part], texts: Mapping[str, str]
) -> tuple[float, bool, bool, bool]:
    """How well a part fits the hints, in the order in which corrections weigh them."""
    text = texts[part.block.source]
    neighbours = share_that_stands(wish.before, words_before(text, part.block.start)) + share_that_stands(
        wish.after, words_after(text, part.block.end)
    )
    occurrence = next((number for number, one in enumerate(numbered, 1) if one.key == part.key), None)
    return (
        neighbours,
        part.chapter == wish.chapter,
        occurrence is not None and occurrence == wish.occurrence,
        part.block.source == wish.source,
    )


def _switched(block: Block, wish: ReadingWish) -> Block:
    if wish.spoken:
        return replace(block, kind=BlockKind.PARAGRAPH, reason=None)
    return replace(block, kind=BlockKind.NOTE, reason=LEFT_OUT)


def _changed(chapters: Sequence[Chapter], changed: Mapping[Key, Block]) -> Iterator[Chapter]:
    for chapter_index, chapter in enumerate(chapters):
        blocks = tuple(changed.get((chapter_index, index), block) for index, block in enumerate(chapter.blocks))
        yield replace(chapter, blocks=blocks)


def _reasons(parts: Sequence[_Part], sources: Sequence[SourceText]) -> list[str]:
    """Name why anything is skipped, each reason once."""
    of_parts = (part.block.reason for part in parts if part.block.reason)
    within = (omission.reason for source in sources for omission in source.omissions)
    return list(dict.fromkeys(map(name_of_reason, (*of_parts, *within))))


def _describe_stray(wish: ReadingWish, reasons: Sequence[str]) -> str:
    key = "speak" if wish.spoken else "skip"
    said = f'{wish.place}: "{wish.text}" in {key} means no part of this book'
    if wish.spoken and reasons:
        return f"{said}; skipped for: {', '.join(reasons[:_MOST_NAMED])}"
    return f"{said}; " + ("nothing is skipped in it" if wish.spoken else "write the words with which the part begins")


def _describe_labelled(wish: ReadingWish) -> str:
    return f'{wish.place}: a labelled script says itself what is spoken; "{wish.text}" is not looked for in it'
