"""Worth of asking: one question for a run that one answer settles."""

import pytest

from audiobook.scripting.attribution.choosing import choose_speakers
from audiobook.scripting.attribution.decoding import ChainLink, DecodedChain, decode
from audiobook.scripting.attribution.features import TurnTaking
from audiobook.scripting.attribution.worth import worth_of_asking

_ALTERNATING = TurnTaking(same=-4.0, alternate=4.0)
_UNTIED = TurnTaking(same=0.0, alternate=0.0)


def chain_of(count: int, *, taking: TurnTaking, scores: dict[int, float] | None = None) -> DecodedChain:
    evenly = {1: 0.0, 2: 0.0} if scores is None else scores
    return decode([ChainLink(scores=dict(evenly), turn_taking=taking if at else _UNTIED) for at in range(count)])


def test_first_question_about_a_run_is_worth_the_whole_run() -> None:
    worth = worth_of_asking(chain_of(6, taking=_ALTERNATING), [0.5] * 6)
    assert max(worth) > 2.5
    assert sorted(worth)[-2] < 0.2


def test_turns_without_ties_are_each_worth_their_own_doubt() -> None:
    worth = worth_of_asking(chain_of(4, taking=_UNTIED), [0.5, 0.4, 0.3, 0.05])
    assert worth == pytest.approx([0.5, 0.4, 0.3, 0.05])


def test_worth_of_all_turns_is_never_more_than_all_doubt() -> None:
    worth = worth_of_asking(chain_of(7, taking=_ALTERNATING), [0.4] * 7)
    assert sum(worth) <= 7 * 0.4 + 1e-9


def test_no_turns_are_worth_nothing() -> None:
    assert worth_of_asking(decode([]), []) == []
    assert choose_speakers(decode([])) == []


def test_chosen_speakers_alternate_where_the_voice_surely_changes() -> None:
    links = [
        ChainLink(scores={1: 3.0, 2: 0.0}, turn_taking=_UNTIED),
        *(ChainLink(scores={1: 0.1, 2: 0.0}, turn_taking=_ALTERNATING) for _ in range(3)),
    ]
    assert choose_speakers(decode(links)) == [1, 2, 1, 2]


def test_likeliest_speaker_is_chosen_where_nothing_is_tied() -> None:
    assert choose_speakers(chain_of(3, taking=_UNTIED, scores={1: 2.0, 2: 0.0})) == [1, 1, 1]


def test_certain_speaker_is_chosen_alone() -> None:
    assert choose_speakers(chain_of(2, taking=_ALTERNATING, scores={7: 0.0})) == [7, 7]
