"""Who may have said a turn, and every reason for and against each of them.

Knows one turn and its neighbours' words; refuses to weigh the reasons or to look at who else was decided to speak.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from audiobook.model.script import Gender
from audiobook.scripting.attribution.addressing import AddressReader
from audiobook.scripting.attribution.features import Feature
from audiobook.scripting.attribution.focus import TurnFocus
from audiobook.scripting.attribution.presence import present_in_scenes
from audiobook.scripting.attribution.role_meaning import find_roles
from audiobook.scripting.characters.kinship import Relations
from audiobook.scripting.characters.people import People
from audiobook.scripting.characters.roles import role_key, who_is_named
from audiobook.scripting.grammar.mentions import THEY, Mention, MentionKind
from audiobook.scripting.grammar.speech_tags import Side, Tag, TagKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn, strongest_tag
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.vocabulary.common_words import PREPOSITIONS
from audiobook.scripting.vocabulary.role_words import PASSING_ROLES, POSSESSIVE_PRONOUNS

_BY_FOCUS = 7
_TURNS_AROUND = 8
_CALLED = 0.7
"""How much somebody whom a line near by addresses takes part, against somebody who speaks by name."""
_NAMESAKE = 0.7
"""How much an address counts for somebody else of the same title and surname."""


@dataclass(slots=True)
class TurnReasons:
    """A turn's candidates with their reasons.

    Attributes:
        named: the one whom a tag names, or a label or a person gives: no other candidate then.
        together: others who say it with them.
        why: the words that name them.
    """

    reasons: dict[int, dict[Feature, float]] = field(default_factory=dict)
    named: int | None = None
    together: tuple[int, ...] = ()
    tag: Tag | None = None

    def add(self, person: int, feature: Feature, value: float = 1.0) -> None:
        """Count a reason for somebody who is a candidate."""
        if person in self.reasons:
            self.reasons[person][feature] = self.reasons[person].get(feature, 0.0) + value

    def raise_to(self, person: int, feature: Feature, value: float) -> None:
        """Let a reason for somebody who is a candidate count at least so much."""
        if person in self.reasons:
            self.reasons[person][feature] = max(self.reasons[person].get(feature, 0.0), value)


def _role_strength(mention: Mention) -> float:
    """How surely a role is all we know of somebody: "a maid", "Anna's son", hardly "the young lady" or "his son"."""
    if mention.owner in {"a", "an"} or mention.whose:
        return 1.3
    if mention.owner not in {"the", "this", "that"}:
        return 0.3
    if not PREPOSITIONS.isdisjoint(mention.name.split()):
        return 1.3
    return 0.4 if mention.head in PASSING_ROLES else 1.0


class CandidateFinder:
    """Finds candidates and reasons for the turns of one book."""

    def __init__(
        self,
        paragraphs: Sequence[ClausedParagraph],
        turns: Sequence[Turn],
        people: People,
        given: Mapping[int, int],
    ) -> None:
        """Read every turn once.

        Args:
            given: turn index to the speaker a person decided on.
        """
        self._paragraphs = paragraphs
        self._turns = turns
        self._people = people
        reader = AddressReader(people)
        self._addressed = [reader.read(paragraphs, turns, index) for index in range(len(turns))]
        self._given = given
        self._tagged = [given.get(index, self._named_by(strongest_tag(turn))) for index, turn in enumerate(turns)]
        self._roles = find_roles(turns, people, given)
        self._present = present_in_scenes(paragraphs, turns, people)
        self._often: dict[int, int] = {}
        for person in self._tagged:
            if person is not None:
                self._often[person] = self._often.get(person, 0) + 1

    def reasons(self, index: int, focus: TurnFocus, meant: Mapping[int, int], relations: Relations) -> TurnReasons:
        """Candidates of one turn with their reasons.

        Args:
            meant: whom each pronoun of the narration most likely means, by `id` of its mention.
        """
        turn = self._turns[index]
        found = TurnReasons(tag=strongest_tag(turn))
        if index in self._given:
            found.named = self._given[index]
        elif turn.label is not None:
            found.named = self._people.by_name.get(turn.label)
        elif self._tagged[index] is not None:
            found.named = self._tagged[index]
            found.together = self._together(found.tag)
        if found.named is not None:
            found.reasons = {found.named: {}}
            return found
        for person in self._candidates(index, focus):
            found.reasons[person] = {}
        self._weigh_tags(turn, found, focus, meant, relations)
        self._weigh_words(index, found)
        self._weigh_surroundings(index, found, focus, meant)
        return found

    def _named_by(self, tag: Tag | None) -> int | None:
        """The person a verb of speech names outright."""
        if tag is None or tag.kind is not TagKind.SPEECH:
            return None
        mention = tag.subjects[0]
        if mention.kind in (MentionKind.NAME, MentionKind.FIRST_PERSON):
            return who_is_named(mention, self._people)
        if mention.kind is MentionKind.CROWD:
            return self._people.by_role.get(role_key(mention))
        return None

    def _together(self, tag: Tag | None) -> tuple[int, ...]:
        if tag is None:
            return ()
        others = (who_is_named(mention, self._people) for mention in tag.subjects[1:])
        return tuple(dict.fromkeys(person for person in others if person is not None))

    def _candidates(self, index: int, focus: TurnFocus) -> list[int]:
        ranked = sorted(focus.here, key=lambda person: -focus.here[person])[:_BY_FOCUS]
        near = range(max(0, index - _TURNS_AROUND), min(len(self._turns), index + _TURNS_AROUND // 2 + 1))
        here = self._turns[index]
        for other in near:
            if abs(self._turns[other].paragraph - here.paragraph) > 2 * _TURNS_AROUND:
                continue
            tagged = self._tagged[other]
            informs = other not in self._given or self._is_same_talk(index, other)
            if tagged is not None and informs and not self._people.persons[tagged].crowd:
                ranked.append(tagged)
            if abs(other - index) <= 3:
                ranked += self._addressed[other].people
        for tag in here.tags:
            for mention in tag.subjects:
                person = who_is_named(mention, self._people)
                role = self._roles.get(id(mention))
                ranked += [number for number in (person, role) if number is not None]
        if self._people.narrator is not None:
            ranked.append(self._people.narrator)
        return list(dict.fromkeys(ranked))

    def _is_same_talk(self, index: int, other: int) -> bool:
        """Whether a corrected turn makes its speaker a candidate here: not across a scene, nor right beside it.

        Whoever else speaks there, and nothing tells who, stays unknown rather than become the same person.
        """
        first, last = min(index, other), max(index, other)
        return last - first > 1 and not any(self._turns[at].starts_scene for at in range(first + 1, last + 1))

    def _weigh_tags(
        self, turn: Turn, found: TurnReasons, focus: TurnFocus, meant: Mapping[int, int], relations: Relations
    ) -> None:
        speech = [tag for tag in turn.tags if tag.kind is TagKind.SPEECH]
        for tag in speech[:1]:
            self._weigh_speech_tag(tag, found, focus, relations)
        if speech:
            self._weigh_beat_before(turn, speech[0], found, meant)
            return
        for tag in turn.tags:
            for mention in tag.subjects:
                self._weigh_action(tag, mention, found, meant)

    def _weigh_beat_before(self, turn: Turn, tag: Tag, found: TurnReasons, meant: Mapping[int, int]) -> None:
        """Whoever acts right before it is meant by the pronoun after it, as in: Lex leaned back. "Well," he said."""
        if tag.subjects[0].kind is not MentionKind.PRONOUN or tag.side is Side.BEFORE:
            return
        for beat in turn.tags:
            fits = beat.subjects[0].gender in (tag.subjects[0].gender, Gender.UNKNOWN)
            if beat.kind is TagKind.ACTION and beat.side is Side.BEFORE and fits and not beat.far:
                self._weigh_action(beat, beat.subjects[0], found, meant)

    def _weigh_speech_tag(self, tag: Tag, found: TurnReasons, focus: TurnFocus, relations: Relations) -> None:
        mention = tag.subjects[0]
        gender = mention.gender
        if mention.kind is MentionKind.ROLE:
            own = self._roles.get(id(mention))
            if own is not None:
                found.add(own, Feature.TAG_ROLE_SELF, _role_strength(mention))
            fits, by_focus = Feature.TAG_ROLE_GENDER, Feature.TAG_ROLE_FOCUS
        else:
            fits, by_focus = Feature.TAG_PRONOUN_GENDER, Feature.TAG_PRONOUN_FOCUS
        self._weigh_pronoun(found, mention, fits)
        if mention.kind is not MentionKind.SOMETHING:
            for person, share in self._shares(found, focus.here, gender).items():
                found.add(person, by_focus, share)
        if mention.kind is MentionKind.ROLE:
            self._weigh_kin(mention, found, focus, relations)
        if tag.addressee is not None:
            addressee = who_is_named(tag.addressee, self._people)
            if addressee is not None:
                found.add(addressee, Feature.ADDRESSED_IN_TAG)

    def _weigh_kin(self, mention: Mention, found: TurnReasons, focus: TurnFocus, relations: Relations) -> None:
        """Whoever is kin of somebody in mind may be "her father"; the owner of the kin is not, nor is who says "I"."""
        if self._people.narrator is not None:
            found.add(self._people.narrator, Feature.OWNS_ROLE)
        if mention.owner not in POSSESSIVE_PRONOUNS:
            return
        gender = POSSESSIVE_PRONOUNS[mention.owner]
        weights = {
            person: weight
            for person, weight in focus.here.items()
            if self._people.persons[person].may_be(gender) and not self._people.persons[person].narrator
        }
        kin = {person: relations.kin(person, mention.head) for person in weights}
        known = sum(weight for person, weight in weights.items() if kin[person]) or 1.0
        total = sum(weights.values()) or 1.0
        for person, weight in weights.items():
            found.add(person, Feature.OWNS_ROLE, weight / total)
            for relative in kin[person]:
                found.reasons.setdefault(relative, {})
                found.add(relative, Feature.TAG_KIN, weight / known / len(kin[person]) ** 0.5)

    def _weigh_pronoun(self, found: TurnReasons, mention: Mention, feature: Feature) -> None:
        """Count whom "he", "she", "they" or "it", or a role with a gender, can mean."""
        if mention.gender is not Gender.UNKNOWN:
            self._weigh_gender(found, mention.gender, feature)
        else:
            self._weigh_neutral(found, mention.name, feature)

    def _weigh_neutral(self, found: TurnReasons, pronoun: str, feature: Feature) -> None:
        for person in found.reasons:
            if self._people.persons[person].is_called(pronoun):
                found.add(person, feature)

    def _weigh_gender(self, found: TurnReasons, gender: Gender, feature: Feature) -> None:
        for person in found.reasons:
            own = self._people.persons[person].gender
            if self._people.persons[person].narrator:
                continue
            if own is gender:
                found.add(person, feature)
            elif self._people.persons[person].may_be(gender):
                found.add(person, feature)
                found.add(person, Feature.GENDER_UNKNOWN)

    def _shares(self, found: TurnReasons, weights: Mapping[int, float], gender: Gender) -> dict[int, float]:
        """How much of the focus each fitting candidate has, as logarithms of odds against all."""
        fitting = {
            person: weights.get(person, 0.0)
            for person in found.reasons
            if gender is Gender.UNKNOWN
            or (self._people.persons[person].may_be(gender) and not self._people.persons[person].narrator)
        }
        total = sum(fitting.values()) + 0.1
        return {person: log(weight / total + 0.03) for person, weight in fitting.items()}

    def _weigh_action(self, tag: Tag, mention: Mention, found: TurnReasons, meant: Mapping[int, int]) -> None:
        if tag.kind is TagKind.THOUGHT and tag.side is Side.AFTER:
            feature = Feature.THINKS_AFTER
        elif tag.kind is TagKind.INTRODUCTION:
            feature = Feature.INTRODUCED
        else:
            feature = Feature.ACTION_BEFORE if tag.side is Side.BEFORE else Feature.ACTION_AFTER
        value = 1.0 / (1 + tag.far)
        person = who_is_named(mention, self._people)
        if person is None and mention.kind is MentionKind.ROLE:
            person = self._roles.get(id(mention))
        if person is not None:
            found.add(person, feature, value)
        elif mention.kind is MentionKind.PRONOUN:
            if mention.name in THEY:
                self._weigh_neutral(found, mention.name, Feature.ACTION_PRONOUN)
            elif feature is not Feature.THINKS_AFTER:
                self._weigh_gender(found, mention.gender, Feature.ACTION_PRONOUN)
            if id(mention) in meant:
                found.add(meant[id(mention)], feature, value * 0.7)

    def _weigh_words(self, index: int, found: TurnReasons) -> None:
        """What this line and the lines beside it say of people."""
        self._weigh_own_words(index, found)
        for other, feature in ((index - 1, Feature.ADDRESSED_BEFORE), (index + 1, Feature.ADDRESSED_AFTER)):
            if not self._are_in_touch(index, other):
                continue
            for person in self._addressed[other].people:
                found.add(person, feature)
            for person in self._addressed[other].namesakes:
                found.add(person, feature, _NAMESAKE)
            for gender in self._addressed[other].genders[:1]:
                for person in found.reasons:
                    if self._people.persons[person].gender is gender:
                        found.add(person, Feature.ADDRESS_GENDER)

    def _weigh_own_words(self, index: int, found: TurnReasons) -> None:
        """Whom this line addresses, names and speaks of."""
        here = self._addressed[index]
        for person, echo in here.people.items():
            repeats = echo and index > 0 and person in self._addressed[index - 1].people
            if not repeats:
                found.add(person, Feature.ADDRESSED_HERE)
        for person in here.namesakes:
            found.add(person, Feature.ADDRESSED_HERE, _NAMESAKE)
        for person in here.themselves:
            found.reasons.setdefault(person, {})
            found.add(person, Feature.NAMES_SELF)
        for person in here.spoken_of:
            found.add(person, Feature.SPOKEN_OF_HERE)

    def _are_in_touch(self, index: int, other: int) -> bool:
        if not 0 <= other < len(self._turns):
            return False
        later = max(index, other)
        turn = self._turns[later]
        return turn.gap <= 1 and not turn.starts_scene and not turn.same_paragraph

    def _weigh_surroundings(self, index: int, found: TurnReasons, focus: TurnFocus, meant: Mapping[int, int]) -> None:
        """What stands around the turn: who is in mind, who acts and who speaks near by."""
        for person, share in self._shares(found, focus.here, Gender.UNKNOWN).items():
            found.add(person, Feature.FOCUS, share)
        self._weigh_paragraphs_around(self._turns[index], found, meant)
        self._weigh_tagged_around(index, found)
        for person in found.reasons:
            found.add(person, Feature.FREQUENT, log(1 + self._often.get(person, 0)))
            if self._people.persons[person].unnamed:
                found.add(person, Feature.UNNAMED)
            if person not in self._present[self._turns[index].paragraph]:
                found.add(person, Feature.ABSENT)
            if self._people.persons[person].narrator:
                found.add(person, Feature.NARRATOR)

    def _weigh_tagged_around(self, index: int, found: TurnReasons) -> None:
        """Who speaks by name or is addressed near by, and to whom the line before is said."""
        here = self._turns[index].paragraph
        for other in range(max(0, index - _TURNS_AROUND), min(len(self._turns), index + _TURNS_AROUND + 1)):
            nearness = 1.0 - abs(self._turns[other].paragraph - here) / (_TURNS_AROUND + 1)
            if other == index or nearness <= 0.0:
                continue
            for person in self._addressed[other].people:
                found.raise_to(person, Feature.TAKES_PART, _CALLED * nearness)
            tagged = self._tagged[other]
            if tagged is not None:
                found.raise_to(tagged, Feature.TAKES_PART, nearness)
        tag = strongest_tag(self._turns[index - 1]) if index > 0 and self._turns[index].gap <= 3 else None
        if tag is not None and tag.addressee is not None:
            addressee = who_is_named(tag.addressee, self._people)
            if addressee is not None:
                found.add(addressee, Feature.ADDRESSED_IN_TAG_BEFORE)

    def _weigh_paragraphs_around(self, turn: Turn, found: TurnReasons, meant: Mapping[int, int]) -> None:
        clauses = self._paragraphs[turn.paragraph].clauses
        if turn.stretches[0] == 0 and turn.paragraph > 0:
            self._weigh_neighbour(turn.paragraph - 1, -1, Feature.PREVIOUS_SUBJECT, found, meant)
        if turn.stretches[-1] == len(clauses) - 1 and turn.paragraph + 1 < len(self._paragraphs):
            self._weigh_neighbour(turn.paragraph + 1, 0, Feature.NEXT_SUBJECT, found, meant)

    def _weigh_neighbour(
        self, paragraph: int, sentence: int, feature: Feature, found: TurnReasons, meant: Mapping[int, int]
    ) -> None:
        """Who acts in the last or first sentence of a paragraph that is narration only."""
        clauses = self._paragraphs[paragraph].clauses
        if (
            len(clauses) != 1
            or clauses[0].stretch.kind is not PassageKind.NARRATION
            or not clauses[0].stretch.sentences
        ):
            return
        span = clauses[0].stretch.sentences[sentence]
        colon = sentence == -1 and clauses[0].words[-1].text == ":"
        for mention in clauses[0].within(*span):
            person = meant.get(id(mention))
            if mention.subject and person is not None:
                found.add(person, Feature.INTRODUCED if colon else feature)
                return
