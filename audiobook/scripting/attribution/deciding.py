"""From candidates with reasons to one speaker a turn, decoded over whole conversations.

Knows how scores and turn-taking go together; refuses to know where reasons come from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from audiobook.model.script import Gender
from audiobook.scripting.attribution.candidates import CandidateFinder, TurnReasons
from audiobook.scripting.attribution.choosing import choose_speakers
from audiobook.scripting.attribution.decoding import ChainLink
from audiobook.scripting.attribution.decoding import decode as decode_chain
from audiobook.scripting.attribution.features import Feature
from audiobook.scripting.attribution.focus import TurnFocus, follow_focus
from audiobook.scripting.attribution.links import NOBODY, Speech, find_speeches, weigh
from audiobook.scripting.attribution.manner import MannerBook, Manners, words_of
from audiobook.scripting.characters.kinship import find_relations
from audiobook.scripting.characters.people import People
from audiobook.scripting.grammar.clauses import Clauses
from audiobook.scripting.grammar.mentions import MentionKind
from audiobook.scripting.grammar.speech_tags import TagKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.quotations.passages import PassageKind

_PASSES = 3
_SURE = 0.9
_COMPANY = 12
"""Turns to either side whose speakers count as the company of a turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedTurns:
    """What was decided for every turn.

    Attributes:
        odds: turn index to the probability of each candidate; thoughts are left out.
        speakers: turn index to the candidate chosen; thoughts and turns without any candidate are left out.
        speeches: what was decoded.
        links: the same as a chain.
        reasons: for every turn.
        focus: the reader's mind at every turn.
        meant: whom each pronoun of the narration means, by `id` of its mention.
    """

    odds: dict[int, dict[int, float]]
    speakers: dict[int, int]
    speeches: list[Speech]
    links: tuple[ChainLink, ...]
    reasons: dict[int, TurnReasons]
    focus: list[TurnFocus]
    meant: dict[int, int]

    def certain(self) -> dict[int, int]:
        """The turns whose speaker is hardly in doubt, with the speaker."""
        return {index: person for index, person in self.speakers.items() if self._chance(index, person) >= _SURE}

    def _chance(self, index: int, person: int) -> float:
        return self.odds.get(index, {}).get(person, 0.0)


def decide(
    paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn], people: People, given: Mapping[int, int]
) -> DecidedTurns:
    """Find the speaker of every turn of speech.

    Args:
        given: turn index to the speaker a person decided on.
    """
    finder = CandidateFinder(paragraphs, turns, people, given)
    narration = _narration(paragraphs)
    spoken = [index for index, turn in enumerate(turns) if turn.kind is not PassageKind.THOUGHT]
    speakers: dict[int, int] = dict(given)
    relations = None
    narrators = set() if people.narrator is None else {people.narrator}
    odds: dict[int, dict[int, float]] = {}
    manner_book = MannerBook([words_of(paragraphs, turn) for turn in turns])
    for _ in range(_PASSES):
        reasons: dict[int, TurnReasons] = {}  # those of the pass before take too much memory to stand beside the new
        speeches: list[Speech] = []
        chain = decode_chain(())
        focus = follow_focus(paragraphs, turns, people, speakers, relations)
        relations = find_relations(narration, people, focus.owners)
        reasons = {index: finder.reasons(index, focus.turns[index], focus.meant, relations) for index in spoken}
        add_manner(manner_book.learn(_certain(reasons, odds)), reasons)
        if odds:
            add_company(turns, odds, reasons)
        speeches = find_speeches(turns, spoken, reasons, narrators)
        chain = decode_chain([weigh(speech) for speech in speeches])
        odds = {index: found for speech, found in zip(speeches, chain.odds, strict=True) for index in speech.turns}
        speakers = _likeliest(odds) | dict(given)
    chosen = zip(speeches, choose_speakers(chain), strict=True)
    speakers = _without_nobody({index: person for speech, person in chosen for index in speech.turns}) | dict(given)
    return DecidedTurns(
        odds=odds,
        speakers=speakers,
        speeches=speeches,
        links=tuple(chain.links),
        reasons=reasons,
        focus=focus.turns,
        meant=focus.meant,
    )


def _narration(paragraphs: Sequence[ClausedParagraph]) -> list[Clauses]:
    return [
        clauses
        for paragraph in paragraphs
        for clauses in paragraph.clauses
        if clauses.stretch.kind is PassageKind.NARRATION
    ]


def _likeliest(odds: Mapping[int, Mapping[int, float]]) -> dict[int, int]:
    return _without_nobody({index: max(found, key=lambda person: found[person]) for index, found in odds.items()})


def _without_nobody(speakers: Mapping[int, int]) -> dict[int, int]:
    return {index: person for index, person in speakers.items() if person != NOBODY}


def _certain(reasons: Mapping[int, TurnReasons], odds: Mapping[int, Mapping[int, float]]) -> dict[int, int]:
    """Turns whose speaker a tag names, and those that the pass before hardly doubted."""
    certain = {index: found.named for index, found in reasons.items() if found.named is not None}
    for index, found in odds.items():
        best = max(found, key=lambda person: found[person])
        if index not in certain and best != NOBODY and found[best] >= _SURE:
            certain[index] = best
    return certain


def add_manner(manners: Manners, reasons: Mapping[int, TurnReasons]) -> None:
    """Count how much every candidate is used to speak in the words of a turn."""
    for index, found in reasons.items():
        if found.named is None:
            for person, counted in found.reasons.items():
                counted[Feature.MANNER] = manners.likeness(index, person)


def add_company(
    turns: Sequence[Turn], odds: Mapping[int, Mapping[int, float]], reasons: Mapping[int, TurnReasons]
) -> None:
    """Count how much every candidate speaks in the conversation around a turn, by the odds of the pass before."""
    order = sorted(odds)
    borders = [_is_border(turns[after]) for after in order[1:]]
    for at, index in enumerate(order):
        company: dict[int, float] = {}
        for step in (-1, 1):
            for distance in range(1, _COMPANY + 1):
                other = at + step * distance
                if not 0 <= other < len(order) or borders[other if step == -1 else other - 1]:
                    break
                far = 1 + distance / 4
                for person, probability in odds[order[other]].items():
                    company[person] = company.get(person, 0.0) + probability / far
        for person, found in reasons[index].reasons.items():
            found[Feature.CONVERSES] = log(0.3 + company.get(person, 0.0))


def _is_border(after: Turn) -> bool:
    """Whether a conversation ends before a turn."""
    return after.starts_scene or after.gap > 4


def is_another(reasons: TurnReasons, person: int, people: People) -> bool:
    """Whether a verb of speech has a subject that the person, by all the tag says, is not."""
    if reasons.tag is None or reasons.tag.kind is not TagKind.SPEECH or reasons.named == person:
        return False
    mention, gender = reasons.tag.subjects[0], people.persons[person].gender
    if mention.kind in (MentionKind.SOMETHING, MentionKind.NAME):
        return True
    return {mention.gender, gender} == {Gender.MALE, Gender.FEMALE}
