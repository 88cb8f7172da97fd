"""The first-person narrator: whether the book has one, and by what name others call them.

Knows how often the narration says "I" and who is addressed when the narrator is in the conversation.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from audiobook.model.script import NARRATOR
from audiobook.scripting.characters.name_record import NameRecord
from audiobook.scripting.characters.people import People
from audiobook.scripting.grammar.mentions import MentionKind
from audiobook.scripting.grammar.speech_tags import TagKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.grammar.vocatives import find_vocatives
from audiobook.scripting.quotations.passages import PassageKind

_SHARE = 0.006
"""First-person words among the words of the narration; below it "I" comes from letters and undivided thoughts."""


def is_first_person(paragraphs: Sequence[ClausedParagraph]) -> bool:
    """Whether the narration says "I" as a narrator does."""
    first = words = 0
    for paragraph in paragraphs:
        for clauses in paragraph.clauses:
            if clauses.stretch.kind is PassageKind.NARRATION:
                words += len(clauses.words)
                first += sum(mention.kind is MentionKind.FIRST_PERSON for mention in clauses.mentions)
    return words > 0 and first >= 3 and first / words >= _SHARE


def find_narrator(
    people: People, records: Mapping[str, NameRecord], paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn]
) -> None:
    """Mark the narrator among the people, or add them under the name of narration itself."""
    number = _addressed_when_near(people, records, paragraphs, turns)
    person = people.persons[number] if number is not None else people.add(NARRATOR)
    person.narrator = True
    person.evidence.append("The narration says I; this is who tells the story.")
    people.narrator = person.number


def _addressed_when_near(
    people: People, records: Mapping[str, NameRecord], paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn]
) -> int | None:
    """Somebody addressed right before or after a line that "I said" tags, whom the narration hardly names."""
    votes: Counter[int] = Counter()
    for index, turn in enumerate(turns):
        if any(tag.kind is TagKind.SPEECH and tag.subjects[0].kind is MentionKind.FIRST_PERSON for tag in turn.tags):
            for near in (index - 1, index + 1):
                if 0 <= near < len(turns) and abs(turns[near].paragraph - turn.paragraph) <= 2:
                    votes.update(_addressed(people, paragraphs, turns[near]))
    for number, count in votes.most_common():
        narrated = sum(records[name].subject for name in people.persons[number].names if name in records)
        tagged = sum(records[name].tagged for name in people.persons[number].names if name in records)
        if count >= 2 and tagged <= count // 2 and narrated <= 2 * count and not people.persons[number].unnamed:
            return number
    return None


def _addressed(people: People, paragraphs: Sequence[ClausedParagraph], turn: Turn) -> set[int]:
    found = set()
    for stretch in turn.stretches:
        for mention in find_vocatives(paragraphs[turn.paragraph].clauses[stretch]).names:
            if mention.name in people.by_name:
                found.add(people.by_name[mention.name])
    return found
