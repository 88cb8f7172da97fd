"""Novels together: the mean of novels, and all their quotations in one pot.

Knows the figures of the judge's `Scores`; refuses to know how they are shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from judge.percentages import f1
from judge.scoring import Scores

TELLING_TYPES = ("explicit", "anaphoric", "implicit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The figures of the table, in percent or per 100; None where a corpus does not tell.

    Attributes:
        accuracy: None in a corpus that names nobody: there only figures without names mean something.
    """

    quotations: int
    accuracy: float | None
    explicit: float | None
    anaphoric: float | None
    implicit: float | None
    b3_f1: float | None
    voice_accuracy: float | None
    switch_errors_per_100: float | None
    det_f1: float | None
    cpu_s: float | None


def summarise(scores: Scores, cpu_s: float | None) -> Summary:
    """Pick the figures of one novel."""
    naming, voices = scores.naming, scores.voices
    of_type = {kind: naming.by_type[kind][0] if kind in naming.by_type else None for kind in TELLING_TYPES}
    return Summary(
        quotations=scores.gold_quotations,
        accuracy=naming.accuracy if any(kind in naming.by_type for kind in TELLING_TYPES) else None,
        **of_type,
        b3_f1=voices.b3_f1,
        voice_accuracy=voices.voice_accuracy,
        switch_errors_per_100=voices.switch_errors_per_100,
        det_f1=scores.detection.det_f1,
        cpu_s=cpu_s,
    )


def mean_of(summaries: Sequence[Summary]) -> Summary:
    """Take the mean over novels, large and small alike."""
    return Summary(
        quotations=sum(one.quotations for one in summaries),
        accuracy=_mean([one.accuracy for one in summaries]),
        explicit=_mean([one.explicit for one in summaries]),
        anaphoric=_mean([one.anaphoric for one in summaries]),
        implicit=_mean([one.implicit for one in summaries]),
        b3_f1=_mean([one.b3_f1 for one in summaries]),
        voice_accuracy=_mean([one.voice_accuracy for one in summaries]),
        switch_errors_per_100=_mean([one.switch_errors_per_100 for one in summaries]),
        det_f1=_mean([one.det_f1 for one in summaries]),
        cpu_s=_mean([one.cpu_s for one in summaries]),
    )


def pool(scores: Sequence[Scores]) -> Summary:
    """Put the quotations of all novels together; no voice is in two novels. Seconds are not pooled."""
    is_named = any(kind in one.naming.by_type for one in scores for kind in TELLING_TYPES)
    of_type = {kind: _pool_type(scores, kind) for kind in TELLING_TYPES}
    return Summary(
        quotations=sum(one.gold_quotations for one in scores),
        accuracy=_weigh(scores, lambda one: (one.naming.accuracy, one.gold_quotations)) if is_named else None,
        **of_type,
        b3_f1=_pool_f1(
            scores, lambda one: (one.voices.b3_p, one.gold_spans), lambda one: (one.voices.b3_r, one.gold_spans)
        ),
        voice_accuracy=_weigh(scores, lambda one: (one.voices.voice_accuracy, one.gold_spans)),
        switch_errors_per_100=_weigh(scores, lambda one: (one.voices.switch_errors_per_100, one.voices.switch_pairs)),
        det_f1=_pool_f1(
            scores,
            lambda one: (one.detection.det_p, one.system_spans),
            lambda one: (one.detection.det_r, one.gold_spans),
        ),
        cpu_s=None,
    )


_Weighed = Callable[[Scores], tuple[float | None, int]]
"""Gives a novel's figure, and of how many."""


def _pool_type(scores: Sequence[Scores], kind: str) -> float | None:
    return _weigh(scores, lambda one: one.naming.by_type.get(kind, (None, 0)))


def _pool_f1(scores: Sequence[Scores], precision: _Weighed, recall: _Weighed) -> float:
    return f1(_weigh(scores, precision) or 0, _weigh(scores, recall) or 0)


def _weigh(scores: Sequence[Scores], figure: _Weighed) -> float | None:
    pairs = [(value, number) for value, number in map(figure, scores) if value is not None]
    total = sum(number for _, number in pairs)
    return sum(value * number for value, number in pairs) / total if total else None


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
