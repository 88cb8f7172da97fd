"""The words of a source that a release must hold: chapter by chapter, in order, each with its line.

Starts from the sources' extracted text, whatever format it came from, and takes away what is skipped with a reason.
Shares nothing with the code that cuts and cleans what transcripts show. Refuses to know releases.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audiobook.language.words import fold_word, iterate_words
from audiobook.model.script import Script, Segment
from audiobook.production.proof.places import SourceLines

_LINK_ADDRESS = re.compile(r"(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]{0,300}\")?\)")
_TAG = re.compile(
    r"</?(?P<name>[A-Za-z][A-Za-z0-9]*)\b[^<>]{0,500}>|<!--.{0,500}?-->",
    re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,7});")
_PARTS_WORDS = frozenset(["br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "td", "tr"])


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWord:
    """A word as it stands in a source, without markup inside it."""

    text: str
    source: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterWords:
    """What a chapter has in its source.

    Attributes:
        source_words: how many words stand in it, spoken or not.
        spoken: those that a listener must hear, in order.
        unwritten_title: what must be announced before them, because the table of contents alone has it; None if there
            is nothing.
    """

    number: int
    title: str
    source_words: int
    spoken: tuple[SourceWord, ...]
    unwritten_title: str | None = None

    @property
    def letters(self) -> str:
        """All letters of what is spoken: equal for equal words, however they are parted."""
        return "".join(letters_of(word.text) for word in self.spoken)


def find_chapter_words(script: Script, texts: Mapping[str, str]) -> tuple[ChapterWords, ...]:
    """List what each chapter of a book has to say.

    Args:
        script: tells where chapters begin and what is skipped.
        texts: extracted text of each source by its name.
    """
    lines = {name: SourceLines(name, text) for name, text in texts.items()}
    by_chapter: dict[int, list[Segment]] = {head.number: [] for head in script.chapters}
    for segment in script.segments:
        if segment.source in lines:
            by_chapter.setdefault(segment.chapter, []).append(segment)
    return tuple(
        ChapterWords(
            number=head.number,
            title=head.title,
            unwritten_title=head.unwritten_title,
            source_words=sum(count_words(_slice(segment, texts)) for segment in by_chapter[head.number]),
            spoken=tuple(
                word
                for segment in by_chapter[head.number]
                if segment.spoken
                for word in _words_of(segment, lines[segment.source])
            ),
        )
        for head in script.chapters
    )


def letters_of(text: str) -> str:
    """Keep letters and digits alone, so that no shape of marks, case or ligatures makes a difference."""
    return "".join(character for character in fold_word(text) if character.isalnum())


def count_words(text: str) -> int:
    """Count the words of a text."""
    return sum(1 for _ in iterate_words(text))


def _words_of(segment: Segment, lines: SourceLines) -> Iterator[SourceWord]:
    """Yield the words of a segment; tags and addresses are taken out, character codes become characters."""
    raw = lines.text[segment.start : segment.end]
    if not any(mark in raw for mark in ("<", "&", "](")):
        for match in iterate_words(raw):
            line = lines.line_of(segment.start + match.start())
            yield SourceWord(text=match.group(), source=lines.source, line=line)
        return
    line = lines.line_of(segment.start)
    for word in iterate_words(_without_markup(raw)):
        yield SourceWord(text=word.group(), source=lines.source, line=line)


def _without_markup(raw: str) -> str:
    bare = _LINK_ADDRESS.sub("", raw)
    bare = _TAG.sub(lambda tag: " " if (tag["name"] or "").lower() in _PARTS_WORDS else "", bare)
    return _ENTITY.sub(_character, bare)


def _character(code: re.Match[str]) -> str:
    character = html.unescape(code.group())
    return character if len(character) == 1 else code.group()


def _slice(segment: Segment, texts: Mapping[str, str]) -> str:
    return texts[segment.source][segment.start : segment.end]
