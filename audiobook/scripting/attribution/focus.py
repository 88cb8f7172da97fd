"""Who is in the reader's mind at each turn: people named, meant by pronouns or speaking, fading as the text goes on.

Knows recency and grammatical subjects; refuses to decide who speaks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from audiobook.model.script import Gender
from audiobook.scripting.characters.kinship import Relations
from audiobook.scripting.characters.people import People
from audiobook.scripting.characters.roles import who_is_named
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import THEY, Mention, MentionKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.grammar.words import POSSESSIVE
from audiobook.scripting.quotations.passages import PassageKind

_SENTENCE_FADE = 0.7
_SPEECH_FADE = 0.85
_SCENE_FADE = 0.2
_KEPT = 0.6
"""Share of what was there before a new mention: somebody named ten times long ago is not ten times in mind."""
_SUBJECT = 2.0
_OTHER = 1.0
_PRONOUN_SHARE = 0.75
_NARRATOR_SHARE = 0.3
"""A narrator says "I" all the time; it makes them no likelier to speak."""
_SPOKEN_OF = 0.3
_SPEAKS = 1.5
_FORGOTTEN = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnFocus:
    """The reader's mind where a turn stands.

    Attributes:
        before: person to weight right before the turn's paragraph.
        here: the same after the narration before the turn within its paragraph.
    """

    before: dict[int, float]
    here: dict[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFocus:
    """The reader's mind through a whole book.

    Attributes:
        turns: at each turn.
        meant: whom each mention of the narration means or most likely means, by its `id`.
        owners: whom "his" or "her" before a role means, by `id` of the role's mention.
    """

    turns: list[TurnFocus]
    meant: dict[int, int]
    owners: dict[int, int]


@dataclass(slots=True)
class _Mind:
    people: People
    relations: Relations | None
    weights: dict[int, float] = field(default_factory=dict)
    meant: dict[int, int] = field(default_factory=dict)
    owners: dict[int, int] = field(default_factory=dict)
    last_owner: int | None = None

    def fade(self, factor: float) -> None:
        self.weights = {
            person: weight * factor for person, weight in self.weights.items() if weight * factor > _FORGOTTEN
        }

    def add(self, person: int, weight: float) -> None:
        self.weights[person] = weight + _KEPT * self.weights.get(person, 0.0)

    def likeliest(self, gender: Gender) -> int | None:
        fitting = [
            (weight * (0.5 if self.people.persons[person].gender is Gender.UNKNOWN else 1.0), -person)
            for person, weight in self.weights.items()
            if self.people.persons[person].may_be(gender) and not self.people.persons[person].narrator
        ]
        return -max(fitting)[1] if fitting else None

    def called_they(self) -> int | None:
        """Whom "they" means where it means one."""
        fitting = [(weight, -person) for person, weight in self.weights.items() if self.people.persons[person].they]
        return -max(fitting)[1] if fitting else None


def follow_focus(
    paragraphs: Sequence[ClausedParagraph],
    turns: Sequence[Turn],
    people: People,
    speakers: Mapping[int, int],
    relations: Relations | None = None,
) -> BookFocus:
    """Follow the reader's mind through the book.

    Args:
        speakers: turn index to speaker as far as known from an earlier pass; a speaker is in the reader's mind.

        relations: who is whose kin, from an earlier pass.
    """
    mind = _Mind(people, relations)
    found: list[TurnFocus] = []
    starts: dict[tuple[int, int], int] = {
        (turn.paragraph, turn.stretches[0]): index for index, turn in enumerate(turns)
    }
    for index, paragraph in enumerate(paragraphs):
        if paragraph.read.paragraph.after_scene_break:
            mind.fade(_SCENE_FADE)
        before = dict(mind.weights)
        for order, clauses in enumerate(paragraph.clauses):
            turn = starts.get((index, order))
            if turn is not None:
                found.append(TurnFocus(before=before, here=dict(mind.weights)))
            if clauses.stretch.kind is PassageKind.NARRATION:
                _narration(clauses, mind)
            else:
                _speech(clauses, mind)
            if turn is not None and turn in speakers:
                mind.add(speakers[turn], _SPEAKS)
    return BookFocus(turns=found, meant=mind.meant, owners=mind.owners)


def _narration(clauses: Clauses, mind: _Mind) -> None:
    mentions = iter(clauses.mentions)
    mention = next(mentions, None)
    for _, end in clauses.stretch.sentences:
        while mention is not None and mention.first < end:
            _notice(mention, mind)
            mention = next(mentions, None)
        mind.fade(_SENTENCE_FADE)


def _notice(mention: Mention, mind: _Mind) -> None:
    weight = _SUBJECT if mention.subject else _OTHER
    if mention.kind is MentionKind.FIRST_PERSON:
        weight *= _NARRATOR_SHARE
    person = who_is_named(mention, mind.people)
    if person is None and mention.kind is MentionKind.PRONOUN:
        person = mind.called_they() if mention.name in THEY else mind.likeliest(mention.gender)
        weight *= _PRONOUN_SHARE
    if person is None and mention.kind is MentionKind.ROLE:
        person = _kin(mention, mind)
    if person is not None:
        mind.meant[id(mention)] = person
        mind.last_owner = person if mention.possessive else None
        mind.add(person, weight)


def _kin(mention: Mention, mind: _Mind) -> int | None:
    """Whom "her father" means, if the owner and the relation are known; the owner is noticed too."""
    if mention.owner in {"his", "her"}:
        owner = mind.likeliest(Gender.MALE if mention.owner == "his" else Gender.FEMALE)
    elif mention.owner in {"my", "our"}:
        owner = mind.people.narrator
    else:
        owner = mind.last_owner if mention.owner == POSSESSIVE else None
    if owner is None:
        return None
    mind.owners[id(mention)] = owner
    mind.add(owner, _OTHER * _PRONOUN_SHARE)
    found = mind.relations.kin(owner, mention.head) if mind.relations is not None else ()
    return found[0] if len(found) == 1 else None


def _speech(clauses: Clauses, mind: _Mind) -> None:
    for mention in clauses.mentions:
        person = who_is_named(mention, mind.people) if mention.kind is MentionKind.NAME else None
        if person is not None:
            mind.add(person, _SPOKEN_OF)
    mind.fade(_SPEECH_FADE)
