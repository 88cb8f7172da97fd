"""What asking about a line would mend: its own doubt, and what its answer would settle about the turns around it.

Knows a decoded chain; refuses to know words. Two people who take turns are settled by one answer, so that the other
lines of their run are worth less once that one is asked about.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audiobook.scripting.attribution.decoding import DecodedChain, Pair, pair_odds, step_ahead, step_behind

_REACH = 8
"""Turns to either side on which an answer is followed."""
_LEAST_DOUBT = 0.12
"""Below it nobody asks about a turn, and its answer would tell its neighbours nothing."""
_UNLIKELY = 0.03
"""Candidates of less probability are left out of account."""
_SETTLED = 0.02
"""Changes of less probability are not followed."""


@dataclass(slots=True, kw_only=True)
class _Turn:
    """What asking about a turn does: to itself, and to others by the probability of error it takes away."""

    doubt: float
    settles: dict[int, float]


def worth_of_asking(chain: DecodedChain, doubts: Sequence[float]) -> list[float]:
    """Wrong turns that asking about each turn mends, beyond what asking about all turns worth more would.

    Args:
        doubts: the probability that each turn of the chain is wrong.
    """
    likely = [_likely(potentials, odds) for potentials, odds in zip(chain.potentials, chain.odds, strict=True)]
    turns = [
        _Turn(doubt=doubt, settles=_settles(chain, likely, at) if doubt >= _LEAST_DOUBT else {})
        for at, doubt in enumerate(doubts)
    ]
    left = [1.0] * len(turns)
    worth = [0.0] * len(turns)
    queue = [(-_gain(turn, at, turns, left), at) for at, turn in enumerate(turns)]
    heapq.heapify(queue)
    while queue:
        _, at = heapq.heappop(queue)
        gain = _gain(turns[at], at, turns, left)
        if queue and gain < -queue[0][0] - 1e-9:
            heapq.heappush(queue, (-gain, at))
            continue
        worth[at] = gain
        left[at] = 0.0
        for other, settled in turns[at].settles.items():
            left[other] *= 1.0 - min(1.0, settled / max(turns[other].doubt, settled))
    return worth


def _gain(turn: _Turn, at: int, turns: Sequence[_Turn], left: Sequence[float]) -> float:
    """Errors that asking mends now; `left` says what share of each turn's doubt is left."""
    others = sum(min(settled, turns[other].doubt) * left[other] for other, settled in turn.settles.items())
    return turn.doubt * left[at] + others


def _likely(potentials: Mapping[int, float], odds: Mapping[int, float]) -> dict[int, float]:
    best = max(odds, key=lambda person: odds[person])
    return {person: potentials[person] for person, share in odds.items() if share >= _UNLIKELY or person == best}


def _settles(chain: DecodedChain, likely: Sequence[Mapping[int, float]], at: int) -> dict[int, float]:
    """How much likelier the best answer of each turn near by becomes, on average over what is answered here."""
    sums: dict[int, float] = {}
    asked = sum(chain.odds[at][person] for person in likely[at])
    for person in likely[at]:
        share = chain.odds[at][person] / asked
        for walk in (_odds_after, _odds_before):
            for other, odds in walk(chain, likely, at, person):
                sums[other] = sums.get(other, 0.0) + share * max(odds.values(), default=0.0)
    gains = {other: best - max(chain.odds[other].values()) for other, best in sums.items()}
    return {other: gain for other, gain in gains.items() if gain > _SETTLED}


_Odds = Iterator[tuple[int, dict[int, float]]]


def _odds_after(chain: DecodedChain, likely: Sequence[Mapping[int, float]], at: int, person: int) -> _Odds:
    """Odds of the turns after one, if somebody speaks in it."""
    table = {pair: weight for pair, weight in chain.ahead[at].items() if pair[1] == person}
    for other in range(at + 1, min(at + _REACH + 1, len(chain.links))):
        if not _is_tied(chain, other):
            return
        table = step_ahead(_shortened(table), chain.links[other], likely[other])
        yield other, pair_odds(table, chain.behind[other])


def _odds_before(chain: DecodedChain, likely: Sequence[Mapping[int, float]], at: int, person: int) -> _Odds:
    """Odds of the turns before one, if somebody speaks in it."""
    table = {pair: weight for pair, weight in chain.behind[at].items() if pair[1] == person}
    own: Mapping[int, float] = {person: chain.potentials[at][person]}
    for other in range(at - 1, max(at - _REACH, 0) - 1, -1):
        if not _is_tied(chain, other + 1):
            return
        pairs = [pair for pair in chain.ahead[other] if pair[1] in likely[other]]
        table = step_behind(table, chain.links[other + 1], own, pairs)
        yield other, pair_odds(chain.ahead[other], table)
        own = likely[other]


def _is_tied(chain: DecodedChain, at: int) -> bool:
    """Whether a turn depends on those before it."""
    taking = chain.links[at].turn_taking
    return bool(taking.same or taking.alternate)


def _shortened(table: Mapping[Pair, float]) -> dict[Pair, float]:
    top = max(table.values(), default=0.0)
    return {pair: weight for pair, weight in table.items() if weight > top / 1000}
