"""One speaker for each turn, so that few lines and few changes of voice are wrong.

The likeliest speaker of each turn by itself makes fewest wrong lines, but may let a voice change where nobody thinks
that the speaker does. Knows a decoded chain; refuses to know words.
"""

from collections.abc import Mapping

from audiobook.scripting.attribution.decoding import DecodedChain

_CHANGE = 0.3
"""What a wrong change of voice costs, in wrong lines."""


def choose_speakers(chain: DecodedChain) -> list[int]:
    """The candidate of each turn for which the fewest errors are expected: lines, and changes between neighbours."""
    if not chain.links:
        return []
    gained = dict(chain.odds[0])
    steps: list[dict[int, int]] = []
    for at in range(1, len(chain.links)):
        same = _goes_on(chain, at)
        at_best, alone = max((gain, person) for person, gain in gained.items())
        step: dict[int, int] = {}
        now: dict[int, float] = {}
        for person, share in chain.odds[at].items():
            stays = gained.get(person, -1.0) + _CHANGE * same
            changes, before = (at_best, alone) if alone != person else _best_but(gained, person)
            step[person] = person if stays >= changes + _CHANGE * (1.0 - same) else before
            now[person] = share + max(stays, changes + _CHANGE * (1.0 - same))
        steps.append(step)
        gained = now
    return _walk_back(steps, max(gained, key=lambda person: gained[person]))


def _best_but(gained: Mapping[int, float], person: int) -> tuple[float, int]:
    """The best of all others; if there is none, nobody wins by it."""
    return max(((gain, other) for other, gain in gained.items() if other != person), default=(-1.0, person))


def _walk_back(steps: list[dict[int, int]], last: int) -> list[int]:
    chosen = [last]
    for step in reversed(steps):
        chosen.append(step[chosen[-1]])
    return chosen[::-1]


def _goes_on(chain: DecodedChain, at: int) -> float:
    """The probability that the speaker of the turn before goes on."""
    whole = same = 0.0
    behind = chain.behind[at]
    for pair, weight in chain.ahead[at].items():
        share = weight * behind[pair]
        whole += share
        if pair[0] == pair[1]:
            same += share
    return same / whole if whole else 0.0
