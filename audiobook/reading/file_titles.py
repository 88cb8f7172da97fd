"""A chapter's title from its file's name, if the name tells one: `02_the-ferry` does, `000_16ff6427` does not."""

import re

from audiobook.reading.capitals import title_from_stem
from audiobook.reading.headings import recognise_heading
from audiobook.reading.pieces import HeadingKind

_LEADING_NUMBERS = re.compile(r"(?:[0-9]+(?:[\W_]+|$))+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WORDS_OF_ANY_FILE = (
    "book chap chapter copy doc document draft episode file final manuscript new page part scene story text the "
    "untitled v"
)
_SAYS_NOTHING = frozenset(_WORDS_OF_ANY_FILE.split())
_CHAPTER_WORD = re.compile(r"ch(?:ap(?:ter)?)?(?![a-z])\.?\s*", re.IGNORECASE)
_LEADING_ZEROS = re.compile(r"\b0+(?=[0-9])")
_LONGEST_NUMBER = 3
_SPOKEN_KINDS = (HeadingKind.CHAPTER, HeadingKind.DIVISION, HeadingKind.NAMED)


def title_from_chapter_file(stem: str, *, book_title: str) -> str | None:
    """Make a chapter's title from its file's name without extension; None if that is an index, a code or the book's.

    Numbers in front order the files and are no part of the title, nor is the book's title.
    """
    rest = _without_leading_numbers(_without_book_title(_without_leading_numbers(stem), book_title))
    title = title_from_stem(rest) if rest.strip() else ""
    heading = recognise_heading(title)
    if heading and heading.kind in _SPOKEN_KINDS:
        label = _LEADING_ZEROS.sub("", re.sub(_CHAPTER_WORD, "Chapter ", heading.label, count=1))
        return f"{label}: {heading.title}" if heading.title else label
    return title if _tells(title) else None


def _without_leading_numbers(stem: str) -> str:
    match = _LEADING_NUMBERS.match(stem)
    return stem[match.end() :] if match else stem


def _without_book_title(stem: str, book_title: str) -> str:
    """Cut the book's title off the start of a name."""
    words = _WORD.findall(book_title)
    start = re.match(r"[\W_]*".join(map(re.escape, words)) + r"(?![^\W\d_])[\W_]*", stem, re.IGNORECASE)
    return stem[start.end() :] if start and words else stem


def _tells(title: str) -> bool:
    """Say whether a name consists of words, with short numbers at most, and of more than words that name any file."""
    words = [word.lower() for word in _WORD.findall(title)]
    letters = [word for word in words if not word.isdigit()]
    if any(len(word) > _LONGEST_NUMBER for word in words if word.isdigit()):
        return False
    if any(character.isdigit() for word in letters for character in word):
        return False
    return any(len(word) > 1 and word not in _SAYS_NOTHING and _is_speakable(word) for word in letters)


def _is_speakable(word: str) -> bool:
    return not word.isascii() or any(character in "aeiouy" for character in word)
