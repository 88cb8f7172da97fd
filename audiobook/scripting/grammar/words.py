"""A passage as words and sentences: the form in which attribution reads.

Knows words and where sentences end; refuses to know what any word means.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

from audiobook.scripting.quotations.passages import Paragraph, Passage, PassageKind
from audiobook.scripting.vocabulary.common_words import SENTENCE_ENDS
from audiobook.scripting.vocabulary.titles import ABBREVIATIONS

_PIECE = re.compile(
    r"[^\W\d_]+(?:(?:-|['’](?![sS](?!\w)))[^\W\d_]+)*|['’][sS](?!\w)|\d+|--+|[^\w\s]",
)
_CLOSING = frozenset("\"'”’»)]")
POSSESSIVE = "'s"
_POSSESSIVES = frozenset({"'s", "’s"})


class Word(NamedTuple):
    """A word or a mark.

    Attributes:
        text: as written; the possessive ending is a word of its own.
        lower: lower case; `POSSESSIVE` for every way to write it.
        start: first code point in the source.
    """

    text: str
    lower: str
    start: int


_new_word = tuple.__new__
"""Half the time that `Word` takes by its own name; a book has hundreds of thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A passage as words.

    Attributes:
        sentences: (first, end) indexes into `words`, end exclusive; together they cover them all.
    """

    passage: Passage
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]

    @property
    def kind(self) -> PassageKind:
        """The kind of the passage."""
        return self.passage.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParagraph:
    """A paragraph as stretches.

    Attributes:
        position: counted through the book from 0.
    """

    position: int
    chapter: int
    paragraph: Paragraph
    stretches: tuple[Stretch, ...]


def read_paragraph(paragraph: Paragraph, *, position: int, chapter: int) -> ReadParagraph:
    """Cut every passage of a paragraph into words and sentences."""
    stretches = tuple(_read_passage(paragraph, passage) for passage in paragraph.passages)
    return ReadParagraph(position=position, chapter=chapter, paragraph=paragraph, stretches=stretches)


def _read_passage(paragraph: Paragraph, passage: Passage) -> Stretch:
    text = paragraph.text[passage.start - paragraph.start : passage.end - paragraph.start]
    words = split_words(text, offset=passage.start)
    return Stretch(passage=passage, words=words, sentences=sentence_spans(words))


def split_words(text: str, *, offset: int = 0) -> tuple[Word, ...]:
    """Words and marks of a text; the full stop of an abbreviation belongs to it, emphasis marks are left out.

    A word that comes again is the same string, for a long book says most of its words many times.
    """
    words: list[Word] = []
    before = ""
    for match in _PIECE.finditer(text):
        piece = match[0]
        if piece == "*" or (piece == "." and before and _takes_stop(before)):
            continue
        lower = piece.lower()
        if lower in _POSSESSIVES or (piece == "s" and before and before[0].isupper()):
            lower = POSSESSIVE
        words.append(_new_word(Word, (intern(piece), intern(lower), offset + match.start())))
        before = piece
    return tuple(words)


def _takes_stop(word: str) -> bool:
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I")


def as_text(words: Sequence[Word]) -> str:
    """Words as they stood, for people: blanks where white space was, the full stops of abbreviations put back."""
    text = ""
    for word, after in zip(words, [*words[1:], None], strict=True):
        text += word.text
        gap = 0 if after is None else after.start - word.start - len(word.text)
        text += "." if gap > 1 and _takes_stop(word.text) else ""
        text += " " if gap else ""
    return text


def sentence_spans(words: tuple[Word, ...]) -> tuple[tuple[int, int], ...]:
    """Where sentences start and end, by marks alone; closing quotation marks belong to the sentence they end."""
    spans: list[tuple[int, int]] = []
    first, index, count = 0, 0, len(words)
    while index < count:
        if words[index].text not in SENTENCE_ENDS:
            index += 1
            continue
        while index < count and (words[index].text in SENTENCE_ENDS or words[index].text in _CLOSING):
            index += 1
        if index < count and words[index].text[0].islower():
            continue
        spans.append((first, index))
        first = index
    if first < count:
        spans.append((first, count))
    return tuple(spans)
