"""From candidates with reasons to one speaker a turn, decoded over whole conversations.

Knows how scores and turn-taking go together; refuses to know where reasons come from.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from math import log

from audiobook.model.script import Gender
from audiobook.scripting.attribution.candidates import CandidateFinder, TurnReasons
from audiobook.scripting.attribution.decoding import ChainLink, speaker_odds
from audiobook.scripting.attribution.features import (
    ANSWERING,
    APART,
    FAR,
    GOING_ON,
    OF_THE_WORDS,
    TOUCHING,
    WEIGHTS,
    WITHIN,
    Feature,
    TurnTaking,
)
from audiobook.scripting.attribution.focus import TurnFocus, follow_focus
from audiobook.scripting.attribution.manner import MannerBook, Manners, words_of
from audiobook.scripting.characters.kinship import find_relations
from audiobook.scripting.characters.people import People
from audiobook.scripting.grammar.mentions import MentionKind
from audiobook.scripting.grammar.speech_tags import TagKind
from audiobook.scripting.grammar.turns import ClausedParagraph, Turn
from audiobook.scripting.quotations.passages import PassageKind
from audiobook.scripting.vocabulary.speech_verbs import ANSWERING_VERBS, GOING_ON_VERBS

_PASSES = 3
_NOBODY = -1
_SURE = 0.9
_COMPANY = 12
"""Turns to either side whose speakers count as the company of a turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedTurns:
    """What was decided for every turn.

    Attributes:
        odds: turn index to the probability of each candidate; thoughts are left out.
        speakers: turn index to the likeliest candidate; thoughts and turns without any candidate are left out.
        reasons: for every turn.
        focus: the reader's mind at every turn.
        meant: whom each pronoun of the narration means, by `id` of its mention.
    """

    odds: dict[int, dict[int, float]]
    speakers: dict[int, int]
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
    finder = CandidateFinder(paragraphs, turns, people)
    narration = [
        clauses
        for paragraph in paragraphs
        for clauses in paragraph.clauses
        if clauses.stretch.kind is PassageKind.NARRATION
    ]
    spoken = [index for index, turn in enumerate(turns) if turn.kind is not PassageKind.THOUGHT]
    speakers: dict[int, int] = dict(given)
    relations = None
    narrators = set() if people.narrator is None else {people.narrator}
    odds: dict[int, dict[int, float]] = {}
    manner_book = MannerBook([words_of(paragraphs, turn) for turn in turns])
    for _ in range(_PASSES):
        focus = follow_focus(paragraphs, turns, people, speakers, relations)
        relations = find_relations(narration, people, focus.owners)
        reasons = {index: finder.reasons(index, focus.turns[index], focus.meant, relations) for index in spoken}
        for index, person in given.items():
            if index in reasons:
                reasons[index] = TurnReasons(reasons={person: {}}, named=person)
        add_manner(manner_book.learn(_certain(reasons, odds)), reasons)
        if odds:
            add_company(turns, odds, reasons)
        odds = _decode(turns, spoken, reasons, narrators)
        speakers = {index: max(found, key=lambda person: found[person]) for index, found in odds.items()}
        speakers = {index: person for index, person in speakers.items() if person != _NOBODY} | dict(given)
    return DecidedTurns(odds=odds, speakers=speakers, reasons=reasons, focus=focus.turns, meant=focus.meant)


def _decode(
    turns: Sequence[Turn], spoken: Sequence[int], reasons: Mapping[int, TurnReasons], narrators: Set[int]
) -> dict[int, dict[int, float]]:
    """Odds of every turn; a speech that runs over paragraphs is one link of the chain."""
    speeches: list[list[int]] = []
    for index in spoken:
        if turns[index].continues and speeches:
            speeches[-1].append(index)
        else:
            speeches.append([index])
    chain = [_link(turns[speech[0]], [reasons[index] for index in speech], narrators) for speech in speeches]
    for at, link in enumerate(chain[1:], 1):
        if turns[speeches[at - 1][0]].starts_scene:
            chain[at] = _without_return(link)
    odds = speaker_odds(chain)
    return {index: found for speech, found in zip(speeches, odds, strict=True) for index in speech}


def _without_return(link: ChainLink) -> ChainLink:
    """The second turn of a scene: nobody comes back from the scene before."""
    return replace(link, turn_taking=replace(link.turn_taking, alternate=0.0))


def _link(turn: Turn, parts: Sequence[TurnReasons], narrators: Set[int]) -> ChainLink:
    """Scores of a speech: its first paragraph's, and what later paragraphs say by their words and tags.

    Args:
        narrators: whoever tells the book; "said I" inside a long tale is its teller's, not theirs.
    """
    if parts[0].named is not None:
        return ChainLink(scores={parts[0].named: 0.0}, turn_taking=_turn_taking(turn))
    later = {part.named for part in parts[1:] if part.named is not None}
    if len(later) == 1 and not later <= narrators:
        return ChainLink(scores=dict.fromkeys(later, 0.0), turn_taking=_turn_taking(turn))
    scores = {person: score_of(found) for person, found in parts[0].reasons.items()}
    for person in scores:
        scores[person] += _later_words(person, parts[1:])
    return ChainLink(scores=scores or {_NOBODY: 0.0}, turn_taking=_turn_taking(turn))


def _later_words(person: int, parts: Sequence[TurnReasons]) -> float:
    """What later paragraphs of a speech add: the strongest reason of each kind, for a tale names many people."""
    strongest: dict[Feature, float] = {}
    for part in parts:
        for feature, value in part.reasons.get(person, {}).items():
            if feature in OF_THE_WORDS and abs(value) > abs(strongest.get(feature, 0.0)):
                strongest[feature] = value
    return score_of(strongest) / 2


def _certain(reasons: Mapping[int, TurnReasons], odds: Mapping[int, Mapping[int, float]]) -> dict[int, int]:
    """Turns whose speaker a tag names, and those that the pass before hardly doubted."""
    certain = {index: found.named for index, found in reasons.items() if found.named is not None}
    for index, found in odds.items():
        best = max(found, key=lambda person: found[person])
        if index not in certain and best != _NOBODY and found[best] >= _SURE:
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
    for at, index in enumerate(order):
        company: dict[int, float] = {}
        for step in (-1, 1):
            for distance in range(1, _COMPANY + 1):
                other = at + step * distance
                if not 0 <= other < len(order) or _is_border(turns, order, other if step == -1 else other - 1):
                    break
                for person, probability in odds[order[other]].items():
                    company[person] = company.get(person, 0.0) + probability / (1 + distance / 4)
        for person, found in reasons[index].reasons.items():
            found[Feature.CONVERSES] = log(0.3 + company.get(person, 0.0))


def _is_border(turns: Sequence[Turn], order: Sequence[int], at: int) -> bool:
    """Whether a conversation ends between a turn and the next."""
    after = turns[order[at + 1]]
    return after.starts_scene or after.gap > 4


def is_another(reasons: TurnReasons, person: int, people: People) -> bool:
    """Whether a verb of speech has a subject that the person, by all the tag says, is not."""
    if reasons.tag is None or reasons.tag.kind is not TagKind.SPEECH or reasons.named == person:
        return False
    mention, gender = reasons.tag.subjects[0], people.persons[person].gender
    if mention.kind in (MentionKind.SOMETHING, MentionKind.NAME):
        return True
    return {mention.gender, gender} == {Gender.MALE, Gender.FEMALE}


def score_of(reasons: Mapping[Feature, float]) -> float:
    """The weighted sum of a candidate's reasons."""
    return sum(WEIGHTS[feature] * value for feature, value in reasons.items())


def _turn_taking(turn: Turn) -> TurnTaking:
    """How the turns before bear on this one: by what stands between, and by a verb such as "added" or "replied"."""
    taking = _by_distance(turn)
    verbs = {tag.verb for tag in turn.tags if tag.kind is TagKind.SPEECH}
    if verbs & GOING_ON_VERBS:
        return TurnTaking(same=taking.same + GOING_ON, alternate=taking.alternate)
    if verbs & ANSWERING_VERBS and not turn.same_paragraph:
        return TurnTaking(same=taking.same + ANSWERING, alternate=taking.alternate)
    return taking


def _by_distance(turn: Turn) -> TurnTaking:
    if turn.same_paragraph:
        return WITHIN
    if turn.starts_scene or turn.gap > 4:
        return FAR
    return TOUCHING if turn.gap == 0 else APART
