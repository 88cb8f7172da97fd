"""The best speaker of every turn in the light of all the others: an exact sum over a chain of turns.

A conditional random field of second order whose only links are "the same goes on" and "the one before the last comes
back", so that the forward-backward sums cost the square of the number of candidates, not its cube.
Knows scores; refuses to know what they are made of.
"""

from collections.abc import Collection, Mapping, Sequence
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedChain:
    """A chain with its sums, from which conditional odds follow as well.

    Attributes:
        links: as given.
        potentials: of each link, candidate to factor.
        ahead: of each link, (speaker before, speaker) to the sum over all ways to get there.
        behind: the same for all ways to go on from there.
        odds: the probability of every candidate of every turn, given all turns of the chain.
    """

    links: Sequence[ChainLink]
    potentials: list[dict[int, float]]
    ahead: list[dict[Pair, float]]
    behind: list[dict[Pair, float]]
    odds: list[dict[int, float]]


def decode(links: Sequence[ChainLink]) -> DecodedChain:
    """Sum over all ways in which a chain may have been spoken."""
    potentials = [_potentials(link) for link in links]
    ahead = _all_ahead(links, potentials) if links else []
    behind = _all_behind(links, potentials) if links else []
    odds = [pair_odds(*tables) for tables in zip(ahead, behind, strict=True)]
    return DecodedChain(links=links, potentials=potentials, ahead=ahead, behind=behind, odds=odds)


def pair_odds(ahead: Mapping[Pair, float], behind: Mapping[Pair, float]) -> dict[int, float]:
    """The probability of every candidate of one turn."""
    sums: dict[int, float] = {}
    for pair, weight in ahead.items():
        sums[pair[1]] = sums.get(pair[1], 0.0) + weight * behind.get(pair, 0.0)
    total = sum(sums.values()) or 1.0
    return {person: weight / total for person, weight in sums.items()}


def _potentials(link: ChainLink) -> dict[int, float]:
    best = max(link.scores.values())
    return {person: exp(max(score - best, -30.0)) for person, score in link.scores.items()}


_NOBODY = -1


def _all_ahead(links: Sequence[ChainLink], potentials: Sequence[dict[int, float]]) -> list[dict[Pair, float]]:
    table: list[dict[Pair, float]] = [{(_NOBODY, person): weight for person, weight in potentials[0].items()}]
    for link, own in zip(links[1:], potentials[1:], strict=True):
        table.append(step_ahead(table[-1], link, own))
    return table


def step_ahead(before: Mapping[Pair, float], link: ChainLink, own: Mapping[int, float]) -> dict[Pair, float]:
    """Sums at a turn from those at the turn before.

    Args:
        link: the turn's.
        own: its potentials.
    """
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
    return _scaled(now)


def _all_behind(links: Sequence[ChainLink], potentials: Sequence[dict[int, float]]) -> list[dict[Pair, float]]:
    count = len(links)
    table: list[dict[Pair, float]] = [{} for _ in range(count)]
    table[-1] = dict.fromkeys(_pairs(potentials, count - 1), 1.0)
    for index in range(count - 1, 0, -1):
        table[index - 1] = step_behind(table[index], links[index], potentials[index], _pairs(potentials, index - 1))
    return table


def step_behind(
    after: Mapping[Pair, float], link: ChainLink, own: Mapping[int, float], pairs: Collection[Pair]
) -> dict[Pair, float]:
    """Sums at a turn from those at the turn after.

    Args:
        link: of the turn after.
        own: its potentials.
        pairs: those of the turn itself.
    """
    same, extra = exp(link.turn_taking.same), exp(link.turn_taking.alternate) - 1.0
    sums: dict[int, float] = {}
    for last in {last for _, last in pairs}:
        sums[last] = sum(
            weight * after.get((last, person), 0.0) * (same if person == last else 1.0)
            for person, weight in own.items()
        )
    now: dict[Pair, float] = {}
    for first, last in pairs:
        total = sums[last]
        if first != last and first in own:
            total += extra * own[first] * after.get((last, first), 0.0)
        now[first, last] = total
    return _scaled(now)


def _pairs(potentials: Sequence[dict[int, float]], index: int) -> list[Pair]:
    firsts = list(potentials[index - 1]) if index > 0 else [_NOBODY]
    return [(first, last) for first in firsts for last in potentials[index]]


def _scaled(table: dict[Pair, float]) -> dict[Pair, float]:
    top = max(table.values(), default=1.0) or 1.0
    return {pair: weight / top for pair, weight in table.items()}
