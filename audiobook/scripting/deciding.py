"""From candidates with reasons to one speaker a turn, decoded over whole conversations.

Knows how scores and turn-taking go together; refuses to know where reasons come from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audiobook.scripting.candidates import CandidateFinder, TurnReasons
from audiobook.scripting.decoding import ChainLink, speaker_odds
from audiobook.scripting.features import APART, FAR, TOUCHING, WEIGHTS, WITHIN, TurnTaking
from audiobook.scripting.focus import TurnFocus, follow_focus
from audiobook.scripting.passages import PassageKind
from audiobook.scripting.people import People
from audiobook.scripting.turns import ClausedParagraph, Turn

_PASSES = 2
_NOBODY = -1
_OPEN = TurnTaking(same=8.0, alternate=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedTurns:
    """What was decided for every turn.

    Attributes:
        odds: turn index to the probability of each candidate; thoughts are left out.
        reasons: for every turn.
        focus: the reader's mind at every turn.
        meant: whom each pronoun of the narration means, by `id` of its mention.
    """

    odds: dict[int, dict[int, float]]
    reasons: dict[int, TurnReasons]
    focus: list[TurnFocus]
    meant: dict[int, int]


def decide(
    paragraphs: Sequence[ClausedParagraph], turns: Sequence[Turn], people: People, given: Mapping[int, int]
) -> DecidedTurns:
    """Find the speaker of every turn of speech.

    Args:
        given: turn index to the speaker a person decided on.
    """
    finder = CandidateFinder(paragraphs, turns, people)
    spoken = [index for index, turn in enumerate(turns) if turn.kind is not PassageKind.THOUGHT]
    speakers: dict[int, int] = dict(given)
    for _ in range(_PASSES):
        focus, meant = follow_focus(paragraphs, turns, people, speakers)
        reasons = {index: finder.reasons(index, focus[index], meant) for index in spoken}
        for index, person in given.items():
            if index in reasons:
                reasons[index] = TurnReasons(reasons={person: {}}, named=person)
        chain = [_link(turns[index], reasons[index]) for index in spoken]
        odds = dict(zip(spoken, speaker_odds(chain), strict=True))
        speakers = {index: max(found, key=lambda person: found[person]) for index, found in odds.items()}
        speakers = {index: person for index, person in speakers.items() if person != _NOBODY} | dict(given)
    return DecidedTurns(odds=odds, reasons=reasons, focus=focus, meant=meant)


def _link(turn: Turn, reasons: TurnReasons) -> ChainLink:
    scores = {
        person: sum(WEIGHTS[feature] * value for feature, value in found.items())
        for person, found in reasons.reasons.items()
    }
    return ChainLink(scores=scores or {_NOBODY: 0.0}, turn_taking=_turn_taking(turn))


def _turn_taking(turn: Turn) -> TurnTaking:
    if turn.continues:
        return _OPEN
    if turn.same_paragraph:
        return WITHIN
    if turn.starts_scene or turn.gap > 4:
        return FAR
    return TOUCHING if turn.gap == 0 else APART
