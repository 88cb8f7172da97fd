"""Genders that only others' words tell: who is called "sir", "my dear fellow" or "madam" where nothing else says it.

For titles such as Dr. that tell no gender, and for whoever tells the story and never says "he" of themselves. Knows who
is tagged beside a line, and whom the line therefore addresses; refuses to touch a gender that the text tells otherwise.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from audiobook.model.script import Gender
from audiobook.scripting.characters.people import People, Person
from audiobook.scripting.characters.roles import who_is_named
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.speech_tags import TagKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.grammar.vocatives import find_vocatives

_LEAST = 2
"""One address may be another's, or meant for somebody who says nothing."""
_CLEARLY = 4
"""So many times more often the one gender than the other."""
_NEAR = 1
"""Paragraphs of narration that may lie between a line and its answer."""
_KIND = {Gender.MALE: "a man", Gender.FEMALE: "a woman"}


def hear_genders(people: People, paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn]) -> None:
    """Give those whose gender nothing else tells the one by which they are addressed."""
    speakers = [_tagged(turn, people) for turn in turns]
    votes: dict[int, Counter[Gender]] = {}
    for index, turn in enumerate(turns):
        genders = Counter(_genders(paragraphs, turn))
        addressed = _addressed(people, paragraphs, turns, speakers, index) if len(genders) == 1 else None
        if addressed is not None:
            votes.setdefault(addressed, Counter()).update(set(genders))
    for number, found in votes.items():
        _decide(people.persons[number], found)


def _decide(person: Person, votes: Counter[Gender]) -> None:
    gender, count = votes.most_common(1)[0]
    is_open = person.gender is Gender.UNKNOWN and not (person.they or person.crowd)
    if is_open and count >= _LEAST and count >= _CLEARLY * (votes.total() - count):
        person.gender = gender
        person.evidence.append(f"Addressed as {_KIND[gender]} {count} times.")


def _tagged(turn: Turn, people: People) -> int | None:
    """Who a tag or a label says the speaker is, if it is one person."""
    if turn.label is not None:
        return people.by_name.get(turn.label)
    found = {
        who_is_named(tag.subjects[0], people)
        for tag in turn.tags
        if tag.kind is TagKind.SPEECH and len(tag.subjects) == 1
    }
    return found.pop() if len(found) == 1 else None


def _genders(paragraphs: Sequence[ClausedParagraph], turn: Turn) -> Iterator[Gender]:
    for clauses in _spoken(paragraphs, turn):
        yield from find_vocatives(clauses).genders


def _spoken(paragraphs: Sequence[ClausedParagraph], turn: Turn) -> Iterator[Clauses]:
    return (paragraphs[turn.paragraph].clauses[stretch] for stretch in turn.stretches)


def _addressed(
    people: People,
    paragraphs: Sequence[ClausedParagraph],
    turns: Sequence[Turn],
    speakers: Sequence[int | None],
    index: int,
) -> int | None:
    """Whom a line is said to: the one it names, or else the one tagged beside it; None if that may be two people."""
    named = set(_named(people, paragraphs, turns[index]))
    if named:
        return named.pop() if len(named) == 1 else None
    beside = {speakers[other] for other in _neighbours(turns, index)} - {None, speakers[index]}
    return beside.pop() if len(beside) == 1 else None


def _named(people: People, paragraphs: Sequence[ClausedParagraph], turn: Turn) -> Iterator[int | None]:
    """Everybody whom a line addresses by name or rank, and to whom its tag says it is said."""
    for clauses in _spoken(paragraphs, turn):
        found = find_vocatives(clauses)
        yield from (people.by_name.get(mention.name) for mention in found.names)
        yield from (people.by_role.get(rank) for rank in found.ranks)
    yield from (who_is_named(tag.addressee, people) for tag in turn.tags if tag.addressee is not None)


def _neighbours(turns: Sequence[Turn], index: int) -> Iterator[int]:
    """The turns right before and after one, within its scene and its conversation."""
    if index > 0 and not turns[index].starts_scene and turns[index].gap <= _NEAR:
        yield index - 1
    if index + 1 < len(turns) and not turns[index + 1].starts_scene and turns[index + 1].gap <= _NEAR:
        yield index + 1
