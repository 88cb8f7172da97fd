"""Small stories attributed from end to end, for tests of who speaks."""

from collections.abc import Mapping

from audiobook.model.script import Character, KnownCharacter
from audiobook.scripting.attribution.attributing import attribute_book
from audiobook.scripting.attribution.result import AttributedBook, Attribution
from audiobook.scripting.quotations.passage_finder import split_book
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.quotations.splitting import Splitting
from tests.scripting.small_books import small_book


def told(*paragraphs: str) -> str:
    """Join paragraphs to a story."""
    return "\n\n".join(paragraphs)


def attributed(
    text: str, *, known: tuple[KnownCharacter, ...] = (), fixed: Mapping[tuple[str, int], str] | None = None
) -> AttributedBook:
    """Attribute a story written with blank lines between its paragraphs."""
    return attribute_book(split_book(small_book(text), Splitting()).chapters, known=known, fixed=fixed or {})


def lines(
    text: str, *, known: tuple[KnownCharacter, ...] = (), fixed: Mapping[tuple[str, int], str] | None = None
) -> list[tuple[str, Attribution]]:
    """Every quotation of a story with what was decided for it, in reading order."""
    book = attributed(text, known=known, fixed=fixed)
    return [
        (text[passage.start : passage.end], book.attributions[paragraph.source, passage.start])
        for chapter in split_book(small_book(text), Splitting()).chapters
        for paragraph in chapter.paragraphs
        for passage in paragraph.passages
        if passage.kind in (PassageKind.SPEECH, PassageKind.THOUGHT)
    ]


def speakers(
    *paragraphs: str, known: tuple[KnownCharacter, ...] = (), fixed: Mapping[tuple[str, int], str] | None = None
) -> list[str]:
    """The speaker of every quotation of a story, in reading order."""
    return [attribution.speakers[0] for _, attribution in lines(told(*paragraphs), known=known, fixed=fixed)]


def cast_of(*paragraphs: str, known: tuple[KnownCharacter, ...] = ()) -> dict[str, Character]:
    """The characters of a story by their main names."""
    return {character.name: character for character in attributed(told(*paragraphs), known=known).characters}
