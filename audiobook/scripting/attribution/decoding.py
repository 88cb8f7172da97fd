"""The best speaker of every turn in the light of all the others: an exact sum over a chain of turns.

A conditional random field of second order whose only links are "the same goes on" and "the one before the last comes
back", so that the forward-backward sums cost the square of the number of candidates, not its cube.
Knows scores; refuses to know what they are made of.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from audiobook.scripting.attribution.features import TurnTaking

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One turn to decode.

    Attributes:
        scores: candidate to log score; never empty.
        turn_taking: how the two turns before bear on it.
    """

    scores: dict[int, float]
    turn_taking: TurnTaking


def speaker_odds(chain: Sequence[ChainLink]) -> list[dict[int, float]]:
    """The probability of every candidate of every turn, given all turns of the chain."""
    if not chain:
        return []
    potentials = [_potentials(link) for link in chain]
    forward = _forward(chain, potentials)
    backward = _backward(chain, potentials)
    odds: list[dict[int, float]] = []
    for index, ahead in enumerate(forward):
        sums = dict.fromkeys(potentials[index], 0.0)
        for pair, weight in ahead.items():
            sums[pair[1]] += weight * backward[index][pair]
        total = sum(sums.values()) or 1.0
        odds.append({person: weight / total for person, weight in sums.items()})
    return odds


def _potentials(link: ChainLink) -> dict[int, float]:
    best = max(link.scores.values())
    return {person: exp(max(score - best, -30.0)) for person, score in link.scores.items()}


_NOBODY = -1


def _forward(chain: Sequence[ChainLink], potentials: Sequence[dict[int, float]]) -> list[dict[Pair, float]]:
    table: list[dict[Pair, float]] = [{(_NOBODY, person): weight for person, weight in potentials[0].items()}]
    for link, own in zip(chain[1:], potentials[1:], strict=True):
        before = table[-1]
        sums: dict[int, float] = {}
        for (_, last), weight in before.items():
            sums[last] = sums.get(last, 0.0) + weight
        same, extra = exp(link.turn_taking.same), exp(link.turn_taking.alternate) - 1.0
        now: dict[Pair, float] = {}
        for last, total in sums.items():
            for person, weight in own.items():
                if person == last:
                    now[last, person] = weight * same * total
                else:
                    now[last, person] = weight * (total + extra * before.get((person, last), 0.0))
        table.append(_scaled(now))
    return table


def _backward(chain: Sequence[ChainLink], potentials: Sequence[dict[int, float]]) -> list[dict[Pair, float]]:
    count = len(chain)
    table: list[dict[Pair, float]] = [{} for _ in range(count)]
    table[-1] = dict.fromkeys(_pairs(potentials, count - 1), 1.0)
    for index in range(count - 1, 0, -1):
        link, own, after = chain[index], potentials[index], table[index]
        same, extra = exp(link.turn_taking.same), exp(link.turn_taking.alternate) - 1.0
        sums: dict[int, float] = {}
        for last in potentials[index - 1]:
            sums[last] = sum(
                weight * after[last, person] * (same if person == last else 1.0) for person, weight in own.items()
            )
        now: dict[Pair, float] = {}
        for first, last in _pairs(potentials, index - 1):
            total = sums[last]
            if first != last and first in own:
                total += extra * own[first] * after[last, first]
            now[first, last] = total
        table[index - 1] = _scaled(now)
    return table


def _pairs(potentials: Sequence[dict[int, float]], index: int) -> list[Pair]:
    firsts = list(potentials[index - 1]) if index > 0 else [_NOBODY]
    return [(first, last) for first in firsts for last in potentials[index]]


def _scaled(table: dict[Pair, float]) -> dict[Pair, float]:
    top = max(table.values()) or 1.0
    return {pair: weight / top for pair, weight in table.items()}
