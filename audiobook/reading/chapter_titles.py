"""A title for every chapter of a book: the author's own, or else "Chapter N" with its number through the book.

Where the author numbers some chapters, the others must not take their numbers: the name of their file may tell what
they are, or they count along.

An author's title never changes because of a chapter before it; a chapter without one makes do with what is left.
Refuses to know where chapters begin.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from audiobook.language.tongues import is_english, name_chapter
from audiobook.reading.file_titles import title_from_chapter_file
from audiobook.reading.headings import recognise_heading
from audiobook.reading.outline import ChapterDraft
from audiobook.reading.pieces import Heading, HeadingKind

_NUMBERED = (HeadingKind.CHAPTER, HeadingKind.NUMERAL)


def title_chapters(
    drafts: Sequence[ChapterDraft], *, book_title: str, file_stems: Sequence[str | None], language: str = "en"
) -> tuple[str, ...]:
    """Give every chapter a title that no other has and that is not the book's.

    Args:
        drafts: the book's chapters in their order.
        book_title: no chapter is called that.
        file_stems: for each chapter the name without extension of the file that holds it and no other; None for a
            chapter without such a file.
        language: BCP 47 tag, in which a chapter without a title is named.
    """
    own = [_own_title(draft, book_title=book_title) for draft in drafts]
    taken = {_key(title) for title in (book_title, *own, *(draft.division for draft in drafts)) if title}
    told = own
    if any(title and _chapter_number(recognise_heading(title)) for title in own):  # the author counts the chapters
        told = [
            title or _claim(stem and title_from_chapter_file(stem, book_title=book_title), taken)
            for title, stem in zip(own, file_stems, strict=True)
        ]
    headings = [recognise_heading(title) if title else None for title in told]
    repeated = Counter(own)
    titles: list[str] = []
    for index, (draft, title) in enumerate(zip(drafts, told, strict=True)):
        chosen = title or _first_free(_numbered_titles(index, told, headings, language), taken)
        with_division = draft.division and (draft.opens_division or (title and repeated[title] > 1))
        titles.append(f"{draft.division}, {chosen}" if with_division else chosen)
    return _distinct(titles)


def _own_title(draft: ChapterDraft, *, book_title: str) -> str | None:
    """Give the title the author wrote, unless it is the book's."""
    return draft.title if draft.title and draft.title.casefold() != book_title.casefold() else None


def _claim(title: str | None, taken: set[str]) -> str | None:
    """Take a title for a chapter without its own; None if another chapter has it."""
    if not title or _key(title) in taken:
        return None
    taken.add(_key(title))
    return title


def _first_free(titles: Iterator[str], taken: set[str]) -> str:
    return next(title for title in titles if _claim(title, taken))


def _key(title: str) -> str:
    """Give what two titles that a listener would confuse have in common: "Chapter 2" is "Chapter II: The Ferry"."""
    heading = recognise_heading(title)
    if heading is None or heading.number is None:
        return title.casefold()
    return f"{HeadingKind.CHAPTER if heading.kind in _NUMBERED else heading.kind} {heading.number}"


def _numbered_titles(
    index: int, told: Sequence[str | None], headings: Sequence[Heading | None], language: str
) -> Iterator[str]:
    """Yield titles for a chapter without one, best first: its place among the numbers its neighbours have."""
    before, after = _number_after_previous(index, headings), _number_before_next(index, told, headings)
    if not any(_chapter_number(heading) for heading in headings):
        numbers = [index + 1]
    elif after is None:
        numbers = [before]
    elif any(_chapter_number(heading) for heading in headings[:index]):
        numbers = [before, after]
    else:
        numbers = [after]
    yield from (name_chapter(number, language) for number in numbers if number > 0)
    if index == 0 and is_english(language):
        yield "Opening"
    yield from (f"Part {number}" if is_english(language) else str(number) for number in count(index + 1))


def _number_after_previous(index: int, headings: Sequence[Heading | None]) -> int:
    """Count on from the last chapter with a number; a prologue and its like are not counted."""
    number = 0
    for heading in headings[:index]:
        if heading is None or heading.kind is not HeadingKind.NAMED:
            number = _chapter_number(heading) or number + 1
    return number + 1


def _number_before_next(index: int, told: Sequence[str | None], headings: Sequence[Heading | None]) -> int | None:
    """Count back from the next chapter with a number over those without a title; None if no chapter follows."""
    following = next((i for i in range(index, len(told)) if _chapter_number(headings[i])), None)
    if following is None:
        return None
    return (_chapter_number(headings[following]) or 0) - sum(title is None for title in told[index:following])


def _chapter_number(heading: Heading | None) -> int | None:
    return heading.number if heading and heading.kind in _NUMBERED else None


def _distinct(titles: Sequence[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    distinct: dict[str, str] = {}
    for title in titles:
        told_apart = title
        while told_apart.casefold() in distinct:
            seen[title.casefold()] += 1
            told_apart = f"{title} ({seen[title.casefold()] + 1})"
        distinct[told_apart.casefold()] = told_apart
    return tuple(distinct.values())
