"""Who is spoken to and of in a turn.

Knows vocatives and finished identities; refuses to weigh what that means for the speaker.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from audiobook.model.script import Gender
from audiobook.scripting.characters.kinship import is_married, surnames_of
from audiobook.scripting.characters.people import People
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import Mention, MentionKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.grammar.vocatives import (
    answers_with_name,
    find_vocatives,
    is_full_name_of,
    may_name_speaker,
    names_speaker,
)
from audiobook.scripting.vocabulary.titles import TITLE_GENDER


@dataclass(slots=True)
class Addressed:
    """Who is spoken to and of in a turn."""

    people: dict[int, bool] = field(default_factory=dict)
    """Person addressed to whether it may be an echo."""
    namesakes: set[int] = field(default_factory=set)
    """Others whom the same title and surname fit: every sister is Miss Bennet to somebody."""
    spoken_of: set[int] = field(default_factory=set)
    themselves: set[int] = field(default_factory=set)
    genders: list[Gender] = field(default_factory=list)


class AddressReader:
    """Reads turns of one book."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._families: dict[str, list[int]] = {}
        for person in people.persons:
            for surname in surnames_of(person):
                self._families.setdefault(surname, []).append(person.number)

    def read(self, paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn], index: int) -> Addressed:
        """Gather who is spoken to and of in the quotations of a turn."""
        found = Addressed()
        turn = turns[index]
        for stretch in turn.stretches:
            clauses = paragraphs[turn.paragraph].clauses[stretch]
            vocatives = find_vocatives(clauses)
            introduced = stretch == turn.stretches[0] and (
                _introduces_speaker(paragraphs, turns, index, clauses) or _gives_full_name(clauses)
            )
            for mention in vocatives.names:
                person = self._people.by_name.get(mention.name)
                if person is not None and introduced and mention.first <= 1:
                    found.themselves.add(person)
                elif person is not None:
                    found.people[person] = mention in vocatives.echoed
                    found.namesakes |= self._namesakes(mention) - {person}
            for rank in vocatives.ranks:
                person = self._people.by_role.get(rank)
                if person is not None:
                    found.people.setdefault(person, False)
            found.genders += vocatives.genders
            self._read_spoken_of(clauses, found)
        return found

    def _read_spoken_of(self, clauses: Clauses, found: Addressed) -> None:
        for mention in clauses.mentions:
            person = self._people.by_name.get(mention.name) if mention.kind is MentionKind.NAME else None
            if person is not None and names_speaker(mention, clauses.words):
                found.themselves.add(person)
            elif person is not None and person not in found.people and not may_name_speaker(mention, clauses.words):
                found.spoken_of.add(person)
        found.spoken_of -= found.themselves
        for person in found.themselves:
            found.people.pop(person, None)

    def _namesakes(self, mention: Mention) -> set[int]:
        """Everybody whom a title with a surname fits."""
        title, _, surname = mention.name.replace(".", "").partition(" ")
        gender = TITLE_GENDER.get(title.lower())
        if not surname or gender is None:
            return set()
        family = (self._people.persons[number] for number in self._families.get(surname, ()))
        return {
            person.number
            for person in family
            if person.gender is gender and not (title.lower() == "miss" and is_married(person))
        }


def _gives_full_name(clauses: Clauses) -> bool:
    """Whether a line opens as people introduce themselves: "Bond. James Bond."."""
    named = [mention for mention in clauses.mentions if mention.kind is MentionKind.NAME][:2]
    return len(named) == 2 and named[0].first <= 1 and is_full_name_of(named[1], named[0], clauses.words)


def _introduces_speaker(
    paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn], index: int, clauses: Clauses
) -> bool:
    """Whether the line before asks who the speaker of a line is."""
    if index == 0 or turns[index].starts_scene:
        return False
    before = turns[index - 1]
    asked = paragraphs[before.paragraph].clauses[before.stretches[-1]].words
    return answers_with_name(clauses.words, asked)
