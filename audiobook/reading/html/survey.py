"""A first look at a page, for what its parts cannot know of each other: which places are footnotes."""

import re
from collections import Counter
from dataclasses import dataclass

from audiobook.reading.documents.parsing import Element
from audiobook.reading.documents.walking import walk
from audiobook.reading.html.elements import BLOCKS, NEVER_SHOWN
from audiobook.reading.html.semantics import is_note_link

_WORD = re.compile(r"[^\W\d_]+")
_RARE_BLANKS = 8
"""One empty paragraph in so many or fewer is a space between scenes; more of them space out every paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What was seen.

    Attributes:
        note_links: `href` of every footnote's mark.
        pictures: how often each picture's address comes.
        blanks: paragraphs without a visible character.
        filled: paragraphs with some.
    """

    note_links: frozenset[str]
    pictures: Counter[str]
    blanks: int
    filled: int

    @property
    def blanks_part_scenes(self) -> bool:
        """True if empty paragraphs are rare enough to mean something."""
        return 0 < self.blanks * _RARE_BLANKS <= self.filled


def survey(root: Element) -> Survey:
    """Look through a page."""
    surveyor = _Surveyor()
    walk(root, surveyor)
    return Survey(
        note_links=frozenset(surveyor.note_links),
        pictures=surveyor.pictures,
        blanks=surveyor.blanks,
        filled=surveyor.filled,
    )


class _Surveyor:
    def __init__(self) -> None:
        self.note_links: set[str] = set()
        self.pictures: Counter[str] = Counter()
        self.blanks = 0
        self.filled = 0
        self._has_words = False
        self._has_picture = False

    def enter(self, element: Element) -> bool:
        if element.tag == "img":
            self.pictures[element.get("src") or ""] += 1
            self._has_picture = True
        if element.tag in NEVER_SHOWN:
            return False
        if element.tag in BLOCKS:
            self._has_words = self._has_picture = False
        elif is_note_link(element, follows_words=self._has_words):
            self.note_links.add(element.get("href") or "")
        return True

    def text(self, words: str) -> None:
        self._has_words = self._has_words or bool(words.strip())

    def leave(self, element: Element) -> None:
        if element.tag == "p" and not self._has_picture:
            self.filled += self._has_words
            self.blanks += not self._has_words
        if element.tag in BLOCKS:
            self._has_words = False


def count_words(root: Element) -> Counter[str]:
    """Count how often each word of a page comes, in small letters."""
    counted: Counter[str] = Counter()
    for element in root.iter():
        for text in (element.text, element.tail):
            counted.update(word.casefold() for word in _WORD.findall(text or ""))
    return counted
