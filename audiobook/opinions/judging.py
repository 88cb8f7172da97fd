"""From labels to opinions: which labels are accepted, and what they do to a line's speaker and confidence.

Knows what was asked and what the program thought itself; refuses to know who answered.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from audiobook.model.script import UNKNOWN, Segment
from audiobook.opinions.protocol import Label, Question, Refusal

RELIABILITY = 0.85
"""How often a label is taken to be right.

Assumed, not measured for any model; so no line becomes surer by a contradiction than this.
"""

_RIVALS = 2
"""Two who err about the same line name the same wrong person once in so many times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is left of an answer.

    Attributes:
        accepted: at most one label for each span that was asked.
        refused: why labels were not accepted, and how many.
    """

    accepted: tuple[Label, ...]
    refused: Counter[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What becomes of one doubtful line.

    Attributes:
        speaker: who says it, after both have been heard; a main name or the narrator.
        is_agreed: the label was the speaker the line had.
    """

    speaker: str
    confidence: float
    evidence: str
    is_agreed: bool


def judge_labels(question: Question, labels: Iterable[Label]) -> Judgement:
    """Sort out the labels that answer the question."""
    labels = tuple(labels)
    times = Counter(label.number for label in labels)
    names = {choice.name for choice in question.choices}
    accepted: list[Label] = []
    refused: Counter[str] = Counter()
    for label in labels:
        if label.number not in question.asked:
            refused[Refusal.NOT_ASKED.value] += 1
        elif times[label.number] > 1:
            refused[Refusal.TWICE.value] += 1
        elif label.speaker not in names:
            refused[Refusal.NOT_A_CHOICE.value] += 1
        else:
            accepted.append(label)
    return Judgement(accepted=tuple(accepted), refused=refused)


def weigh(segment: Segment, label: Label, *, source_name: str) -> Opinion | None:
    """Hear both sides on one line; None if the label says that the text does not tell.

    Both are treated as independent witnesses. The surer one is believed: a label replaces a speaker whose
    confidence is below `RELIABILITY`, and otherwise only lowers the confidence.
    """
    own = segment.confidence or 0.0
    if label.speaker == UNKNOWN:
        return None
    if label.speaker == segment.speaker:
        return Opinion(
            speaker=label.speaker,
            confidence=_confidence_if_agreed(own),
            evidence=f"{segment.evidence}; a second opinion ({source_name}) agrees",
            is_agreed=True,
        )
    neither_both = 1 - own * RELIABILITY  # two who contradict each other are not both right
    if segment.speaker is not None and own >= RELIABILITY:
        return Opinion(
            speaker=segment.speaker,
            confidence=round(own * (1 - RELIABILITY) / neither_both, 3),
            evidence=f"{segment.evidence}; a second opinion ({source_name}) says {label.speaker}",
            is_agreed=False,
        )
    return Opinion(
        speaker=label.speaker,
        confidence=round((1 - own) * RELIABILITY / neither_both, 3),
        evidence=f"a second opinion ({source_name}) says {label.speaker}; before it {segment.speaker}: "
        f"{segment.evidence}",
        is_agreed=False,
    )


def _confidence_if_agreed(own: float) -> float:
    both_right = own * RELIABILITY
    same_error = (1 - own) * (1 - RELIABILITY) / _RIVALS
    return round(both_right / (both_right + same_error), 3)
