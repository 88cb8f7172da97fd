"""The chain of a book's speeches, as the decoding takes them: reasons for each candidate and ties to the turns before.

Knows how paragraphs of one speech go together and what may tie two speeches; refuses to know where reasons come from.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from audiobook.scripting.attribution.candidates import TurnReasons
from audiobook.scripting.attribution.decoding import ChainLink
from audiobook.scripting.attribution.features import OF_THE_WORDS, TIES, WEIGHTS, Feature, Tie, TurnTaking
from audiobook.scripting.grammar.speech_tags import TagKind
from audiobook.scripting.grammar.turns import Turn
from audiobook.scripting.vocabulary.speech_verbs import ANSWERING_VERBS, GOING_ON_VERBS

NOBODY = -1
"""The candidate of a turn that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One link of the chain before it is weighed.

    Attributes:
        turns: indexes of the turns of one speech, a paragraph each.
        reasons: candidate to reasons; a single candidate without any where the speaker is certain.
        ties: how it follows the speech before; none where a conversation begins.
        may_return: whether the speaker before the last may come back: not at the second speech of a conversation.
    """

    turns: tuple[int, ...]
    reasons: dict[int, dict[Feature, float]]
    ties: frozenset[Tie]
    may_return: bool


def find_speeches(
    turns: Sequence[Turn], spoken: Sequence[int], reasons: Mapping[int, TurnReasons], narrators: Set[int]
) -> list[Speech]:
    """Put the turns of a book into speeches; one that runs over paragraphs is one link.

    Args:
        narrators: whoever tells the book; "said I" inside a long tale is its teller's, not theirs.
    """
    parts: list[list[int]] = []
    for index in spoken:
        if turns[index].continues and parts:
            parts[-1].append(index)
        else:
            parts.append([index])
    speeches: list[Speech] = []
    for part in parts:
        ties = find_ties(turns, part[0])
        if ties and speeches and Tie.TOUCHING not in speeches[-1].ties:
            ties |= {Tie.LOOSE}
        found = _together([reasons[index] for index in part], narrators)
        may_return = bool(ties) and bool(speeches) and bool(speeches[-1].ties)
        speeches.append(Speech(turns=tuple(part), reasons=found, ties=ties, may_return=may_return))
    return speeches


def _together(parts: Sequence[TurnReasons], narrators: Set[int]) -> dict[int, dict[Feature, float]]:
    """Reasons of a speech: its first paragraph's, and what later paragraphs say by their words and tags."""
    if parts[0].named is not None:
        return {parts[0].named: {}}
    later = {part.named for part in parts[1:] if part.named is not None}
    if len(later) == 1 and not later <= narrators:
        return {person: {} for person in later}
    if len(parts) == 1:
        return parts[0].reasons or {NOBODY: {}}
    found = {person: dict(counted) for person, counted in parts[0].reasons.items()}
    for person, counted in found.items():
        for feature, value in _later_words(person, parts[1:]).items():
            counted[feature] = counted.get(feature, 0.0) + value / 2
    return found or {NOBODY: {}}


def _later_words(person: int, parts: Sequence[TurnReasons]) -> dict[Feature, float]:
    """What later paragraphs of a speech add: the strongest reason of each kind, for a tale names many people."""
    strongest: dict[Feature, float] = {}
    for part in parts:
        for feature, value in part.reasons.get(person, {}).items():
            if feature in OF_THE_WORDS and abs(value) > abs(strongest.get(feature, 0.0)):
                strongest[feature] = value
    return strongest


def find_ties(turns: Sequence[Turn], index: int) -> frozenset[Tie]:
    """How a turn follows the one before: by what stands between, and by a verb such as "added" or "replied"."""
    turn = turns[index]
    if turn.same_paragraph:
        ties = {Tie.WITHIN}
    elif turn.starts_scene or turn.gap > 4:
        return frozenset()
    else:
        ties = {Tie.TOUCHING if turn.gap == 0 else Tie.APART}
    verbs = {tag.verb for tag in turn.tags if tag.kind is TagKind.SPEECH}
    if verbs & GOING_ON_VERBS:
        ties.add(Tie.GOING_ON)
    elif verbs & ANSWERING_VERBS and not turn.same_paragraph:
        ties.add(Tie.ANSWERING)
    return frozenset(ties)


def score_of(reasons: Mapping[Feature, float]) -> float:
    """The weighted sum of a candidate's reasons."""
    return sum(WEIGHTS[feature] * value for feature, value in reasons.items())


def weigh(speech: Speech) -> ChainLink:
    """A speech with its reasons and ties as numbers."""
    same = sum(TIES[tie].same for tie in speech.ties)
    alternate = sum(TIES[tie].alternate for tie in speech.ties) if speech.may_return else 0.0
    return ChainLink(
        scores={person: score_of(reasons) for person, reasons in speech.reasons.items()},
        turn_taking=TurnTaking(same=same, alternate=alternate),
    )
