"""How likely a decision is right: the odds of the decoding, held to what each kind of evidence has earned.

Knows kinds of evidence and probabilities; refuses to know characters and words.
"""

from audiobook.scripting.attribution_result import EvidenceKind

_CEILING = {
    EvidenceKind.CORRECTION: 1.0,
    EvidenceKind.LABEL: 0.99,
    EvidenceKind.TAG: 0.97,
    EvidenceKind.ACTION_BEAT: 0.9,
    EvidenceKind.PRONOUN: 0.9,
    EvidenceKind.TURN_TAKING: 0.85,
    EvidenceKind.VOCATIVE: 0.85,
    EvidenceKind.MENTION: 0.7,
    EvidenceKind.NONE: 0.05,
}


def confidence(kind: EvidenceKind, odds: float) -> float:
    """Probability that a speaker is right.

    Args:
        kind: the strongest evidence for the speaker.
        odds: the decoding's own probability, which is too sure of itself.
    """
    ceiling = _CEILING[kind]
    if kind in (EvidenceKind.CORRECTION, EvidenceKind.LABEL, EvidenceKind.TAG):
        return ceiling
    return round(ceiling * odds, 3)
