"""Which chapter of today is which of yesterday, whatever was retitled, rewritten, moved or put in between.

Words decide: chapters that share enough of them are one, most alike first. What they leave open, such as a chapter
that was written anew or has no words, is settled by its title and its neighbours.

Knows titles, order and sketches; refuses to know ids and times.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audiobook.model.identity import ChapterIdentity
from audiobook.publishing.word_sketch import likeness

LEAST_LIKENESS = 0.1
"""Measured on 15 novels with 489 chapters: different chapters of one book came to 0.06 at most, a chapter of which half
was exchanged for words of the next one to 0.12 at least."""

_SAME_TITLE_BONUS = 0.25
"""When a chapter was split, both parts are alike; the one that kept the title is the one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenChapter:
    """A chapter as it is now.

    Attributes:
        words: sketch of them, see `word_sketch`.
    """

    number: int
    title: str
    words: tuple[int, ...]


def match_chapters(seen: Sequence[SeenChapter], known: Sequence[ChapterIdentity]) -> tuple[ChapterIdentity | None, ...]:
    """Find for every chapter, in reading order, who it was; None for one that is new.

    No known chapter is found twice, and the same arguments give the same answer.
    """
    matches = _match_by_words(seen, known)
    _match_by_place(seen, known, matches)
    return tuple(known[matches[index]] if index in matches else None for index in range(len(seen)))


def _match_by_words(seen: Sequence[SeenChapter], known: Sequence[ChapterIdentity]) -> dict[int, int]:
    """Pair what is most alike first; of equals, in the order of the book."""
    scores = {
        (now, before): alike + (_SAME_TITLE_BONUS if _has_same_title(seen[now], known[before]) else 0.0)
        for now, before in _pairs_that_may_be_alike(seen, known)
        if (alike := likeness(seen[now].words, known[before].words)) >= LEAST_LIKENESS
    }
    matches: dict[int, int] = {}
    taken: set[int] = set()
    for now, before in sorted(scores, key=lambda pair: (-scores[pair], pair[1], pair[0])):
        if now not in matches and before not in taken:
            matches[now] = before
            taken.add(before)
    return matches


def _pairs_that_may_be_alike(
    seen: Sequence[SeenChapter], known: Sequence[ChapterIdentity]
) -> Iterator[tuple[int, int]]:
    """Pairs of indexes whose sketches share enough, so that not every chapter is compared with every other.

    Their likeness is at most what they share of the longer one.
    """
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for before, chapter in enumerate(known):
        for digest in chapter.words:
            holders[digest].append(before)
    shared = Counter(
        (now, before) for now, chapter in enumerate(seen) for digest in chapter.words for before in holders[digest]
    )
    for (now, before), count in shared.items():
        if count / max(len(seen[now].words), len(known[before].words)) >= LEAST_LIKENESS:
            yield now, before


def _match_by_place(seen: Sequence[SeenChapter], known: Sequence[ChapterIdentity], matches: dict[int, int]) -> None:
    """Pair what has the same title, or no words at all, and stands beside the same chapter as before."""
    order = sorted(
        (index for index, chapter in enumerate(known) if chapter.number), key=lambda index: known[index].number
    )
    free = [index for index in order if index not in set(matches.values())]
    place = {index: position for position, index in enumerate(order)}
    for now, chapter in enumerate(seen):
        if now in matches:
            continue
        alike = (
            before
            for before in free
            if _has_same_title(chapter, known[before]) or not (chapter.words or known[before].words)
        )
        found = next(
            (before for before in alike if _is_beside_the_same(now, len(seen), place[before], order, matches)), None
        )
        if found is not None:
            matches[now] = found
            free.remove(found)


def _is_beside_the_same(now: int, count: int, place: int, order: Sequence[int], matches: Mapping[int, int]) -> bool:
    """Whether the chapter in front, or the one behind, is the one that stood there; so are the ends of a book."""
    in_front = (now == 0 and place == 0) or (place > 0 and matches.get(now - 1) == order[place - 1])
    is_last = place == len(order) - 1
    behind = (now == count - 1 and is_last) or (not is_last and matches.get(now + 1) == order[place + 1])
    return in_front or behind


def _has_same_title(chapter: SeenChapter, known: ChapterIdentity) -> bool:
    return chapter.title.casefold() == known.title.casefold()
