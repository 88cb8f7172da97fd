"""How likely a decision is right: the odds of the decoding, held to what each kind of evidence has earned.

Knows kinds of evidence and probabilities; refuses to know characters and words. The figures are rounded by hand so that
of lines marked 0.9 about nine in ten are right; they are the one place where a better calibration goes.
"""

from itertools import pairwise

from audiobook.scripting.attribution.result import EvidenceKind

_CERTAIN = {EvidenceKind.CORRECTION: 1.0, EvidenceKind.LABEL: 0.99, EvidenceKind.TAG: 0.97}
_EARNED = ((0.0, 0.05), (0.5, 0.51), (0.85, 0.74), (1.0, 0.945))
"""Points of the map from odds to probability: the decoding is too sure of itself, most of all short of certainty."""

AT_MOST_FOR_ANOTHER = 0.2
"""Where the tag names nobody who may have said it, whoever is the likeliest of them: right one time in ten."""


def confidence(kind: EvidenceKind, odds: float) -> float:
    """Probability that a speaker is right.

    Args:
        kind: the strongest evidence for the speaker.
        odds: the decoding's own probability of the speaker, 0 to 1; 1 if there was no other candidate.
    """
    if kind is EvidenceKind.NONE:
        return 0.0
    if kind in _CERTAIN and odds >= 1.0:
        return _CERTAIN[kind]
    for (low, earned_low), (high, earned_high) in pairwise(_EARNED):
        if odds <= high:
            return round(earned_low + (earned_high - earned_low) * (odds - low) / (high - low), 3)
    return _EARNED[-1][1]
