"""Detection: how much of the gold speech a system found, whoever it gave it to.

Knows coverage; refuses to know names.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from judge.coverage import Coverage
from judge.percentages import f1, percentage

_LEAST_IOU = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """Precision, recall and F1 in percent.

    Attributes:
        det_p: answers of which at least half is gold speech.
        det_r: gold spans of which at least half was answered.
        char_f1: the same on single characters.
        iou_p: spans matched one to one (intersection over union at least one half), of the answers;
        iou_r: of the gold spans.
    """

    det_p: float
    det_r: float
    det_f1: float
    char_f1: float
    iou_p: float
    iou_r: float
    iou_f1: float


def judge_detection(coverage: Coverage) -> Detection:
    """Compare spans on the characters that count, so that cutting a speech in two costs nothing."""
    answers, findings = coverage.answers, coverage.findings
    det_p = percentage(sum(map(coverage.is_mostly_gold, answers)), len(answers)) or 0
    det_r = percentage(sum(finding.is_found for finding in findings), len(findings)) or 0
    covered = sum(finding.covered for finding in findings)
    char_p = percentage(covered, coverage.answered_characters) or 0
    char_r = percentage(covered, coverage.gold_characters) or 0
    matched = _count_matches(coverage)
    iou_p = percentage(matched, len(answers)) or 0
    iou_r = percentage(matched, len(findings)) or 0
    return Detection(
        det_p=det_p,
        det_r=det_r,
        det_f1=f1(det_p, det_r),
        char_f1=f1(char_p, char_r),
        iou_p=iou_p,
        iou_r=iou_r,
        iou_f1=f1(iou_p, iou_r),
    )


def _count_matches(coverage: Coverage) -> int:
    """Match gold spans and answers one to one, best first."""
    used_spans: set[int] = set()
    used_answers: set[int] = set()
    for _, span_index, answer_index in sorted(_pairs(coverage)):
        if span_index not in used_spans and answer_index not in used_answers:
            used_spans.add(span_index)
            used_answers.add(answer_index)
    return len(used_spans)


def _pairs(coverage: Coverage) -> Iterator[tuple[float, int, int]]:
    """Yield (minus IoU, gold span's index, answer's index) of all that overlap enough."""
    answers = coverage.answers
    first = 0
    for span_index, finding in enumerate(coverage.findings):
        span = finding.span
        while first < len(answers) and answers[first].end <= span.start:
            first += 1
        for answer_index in range(first, len(answers)):
            answer = answers[answer_index]
            if answer.start >= span.end:
                break
            shared = coverage.width(max(span.start, answer.start), min(span.end, answer.end))
            union = finding.width + coverage.width(answer.start, answer.end) - shared
            if shared / max(1, union) >= _LEAST_IOU:
                yield -shared / max(1, union), span_index, answer_index
