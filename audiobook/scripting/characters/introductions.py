"""Somebody who comes in without a name and gets one soon: "a small boy ... 'I'm Benny.'", "sat a goblin ... said Grot".

Knows roles with "a" and names that the book has not used before; refuses to create anybody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audiobook.scripting.characters.people import People
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.turns import ClausedParagraph
from audiobook.scripting.grammar.vocatives import names_speaker
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.vocabulary.word_sets import word_set

_WINDOW = 8
"""Paragraphs within which the name must come."""
_APPEARING = word_set(
    "was sat stood lay hung knelt came is sits stands lies hangs comes kneels appeared leaned crouched"
)
_PERSONS = word_set("boy girl child kid lad lass toddler goblin robot dog cat dragon fairy ghost elf dwarf creature")
"""Who is told of in a few words till the name is known; "a man" often stays somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """A role that turned out to be somebody with a name.

    Attributes:
        role: the role's words without the article ("small boy").
        noun: its noun alone.
        person: number of the one with the name.
    """

    role: str
    noun: str
    person: int
    sentence: str


@dataclass(slots=True)
class _Waiting:
    mention: Mention
    paragraph: int


def find_introductions(people: People, paragraphs: Sequence[ClausedParagraph]) -> Iterator[Introduction]:
    """Every role that gets a new name within a page of the same scene."""
    waiting: list[_Waiting] = []
    seen: set[int] = set()
    for position, paragraph in enumerate(paragraphs):
        if paragraph.read.paragraph.after_scene_break:
            waiting.clear()
        waiting = [each for each in waiting if position - each.paragraph <= _WINDOW]
        for clauses in paragraph.clauses:
            narrated = clauses.stretch.kind is PassageKind.NARRATION
            for mention in clauses.mentions:
                number = people.by_name.get(mention.name) if mention.kind is MentionKind.NAME else None
                opens = not narrated and mention.first <= 1 and not names_speaker(mention, clauses.words)
                if number is not None and number not in seen and not opens:
                    seen.add(number)
                    named = not mention.possessive if narrated else names_speaker(mention, clauses.words)
                    found = _fitting(waiting, people, number) if named else None
                    if found is not None:
                        waiting.remove(found)
                        yield _introduction(found.mention, people, number)
                elif narrated and _comes_in(mention, clauses):
                    waiting.append(_Waiting(mention, position))


def _comes_in(mention: Mention, clauses: Clauses) -> bool:
    if mention.kind is not MentionKind.ROLE or mention.owner not in {"a", "an"}:
        return False
    if mention.head not in _PERSONS:
        return False
    before = clauses.words[mention.first - 1].lower if mention.first else ""
    return mention.subject or before in _APPEARING


def _fitting(waiting: Sequence[_Waiting], people: People, number: int) -> _Waiting | None:
    person = people.persons[number]
    fitting = [each for each in waiting if person.may_be(each.mention.gender)]
    return fitting[-1] if fitting and not person.crowd else None


def _introduction(mention: Mention, people: People, number: int) -> Introduction:
    name = people.persons[number].name
    return Introduction(
        role=mention.name,
        noun=mention.head,
        person=number,
        sentence=f'"{mention.owner} {mention.name}" is {name}, the next new name of that scene.',
    )
