"""A first look at a page, for what its parts cannot know of each other: which places are footnotes."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from audiobook.reading.documents.parsing import Element
from audiobook.reading.html.elements import BLOCKS, NEVER_SHOWN
from audiobook.reading.html.semantics import is_note_link
from audiobook.reading.html.walking import walk

_WORD = re.compile(r"[^\W\d_]+")
_RARE_BLANKS = 8
"""One empty paragraph in so many or fewer is a space between scenes; more of them space out every paragraph."""


@dataclass(frozen=True)
class Survey:
    """What was seen.

    Attributes:
        root: of the page.
        note_links: `href` of every footnote's mark.
        pictures: how often each picture's address comes.
        blanks: paragraphs without a visible character.
        filled: paragraphs with some.
    """

    root: Element
    note_links: frozenset[str]
    pictures: Counter[str]
    blanks: int
    filled: int

    @property
    def blanks_part_scenes(self) -> bool:
        """True if empty paragraphs are rare enough to mean something."""
        return 0 < self.blanks * _RARE_BLANKS <= self.filled

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word comes, in small letters."""
        counted: Counter[str] = Counter()
        for text in _texts(self.root):
            counted.update(word.casefold() for word in _WORD.findall(text))
        return counted


def survey(root: Element) -> Survey:
    """Look through a page."""
    surveyor = _Surveyor()
    walk(root, surveyor)
    return Survey(
        root=root,
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


def _texts(root: Element) -> Iterator[str]:
    for element in root.iter():
        yield element.text or ""
        yield element.tail or ""
