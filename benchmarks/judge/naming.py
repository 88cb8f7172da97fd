"""Naming: how many quotations got the right speaker's name.

Knows names and votes; refuses to know who sounds alike (`voices`).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from judge.coverage import Coverage, SpanFinding
from judge.gold import QUOTATION_TYPES
from judge.names import NameBook
from judge.percentages import percentage

ROLES = ("major", "intermediate", "minor", "uncategorised")

Share = tuple[float | None, int]
"""Percentage that is right, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedQuotation:
    """A quotation, what it was said to be and whether that is right.

    Attributes:
        start: of its first span.
        width: characters that count, all spans together.
        role: how large its speaker's part is, one of `ROLES`.
        answer: the name most of its characters were given; None if it was not found or nobody was named.
        meant: the gold characters whom that name may mean.
    """

    id: str
    start: int
    width: int
    type: str
    role: str
    speaker: str
    answer: str | None
    meant: frozenset[str]

    @property
    def is_right(self) -> bool:
        """Whether the speaker is among those whom the name may mean."""
        return self.speaker in self.meant

    @property
    def is_strictly_right(self) -> bool:
        """Whether the name means the speaker and nobody else."""
        return self.meant == {self.speaker}


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Accuracies in percent, and counts of quotations.

    Attributes:
        by_type: for each of `QUOTATION_TYPES` that occurs; by_role: for each of `ROLES`.
        span_accuracy: over single spans instead of quotations.
        no_speaker: not found, or found and given to nobody.
        unmatched_names: given to a name that means no character.
        ambiguous_names: given to a name that several characters bear.
    """

    accuracy: float | None
    accuracy_strict: float | None
    char_weighted_accuracy: float | None
    by_type: dict[str, Share]
    by_role: dict[str, Share]
    span_accuracy: float | None
    no_speaker: int
    unmatched_names: int
    ambiguous_names: int


def judge_quotations(coverage: Coverage, names: NameBook) -> tuple[JudgedQuotation, ...]:
    """Give each quotation the speaker who covers most of its characters, the earliest of equals."""
    role_of = {character.name: character.category for character in coverage.novel.characters}
    parts: defaultdict[str, list[SpanFinding]] = defaultdict(list)
    for finding in coverage.findings:
        parts[finding.span.quotation].append(finding)
    return tuple(_judge_quotation(findings, names, role_of) for findings in parts.values())


def _judge_quotation(findings: Sequence[SpanFinding], names: NameBook, role_of: dict[str, str]) -> JudgedQuotation:
    first = findings[0].span
    votes = _add_votes(findings)
    answer = max(votes, key=lambda speaker: votes[speaker])
    return JudgedQuotation(
        id=first.quotation,
        start=first.start,
        width=sum(finding.width for finding in findings),
        type=first.type,
        role=role_of.get(first.speaker) or "uncategorised",
        speaker=first.speaker,
        answer=answer,
        meant=names.meant_by(answer) if answer else frozenset(),
    )


def _add_votes(findings: Iterable[SpanFinding]) -> Counter[str | None]:
    """Add up the votes of a quotation's spans; what no answer covers votes for nobody."""
    votes: Counter[str | None] = Counter()
    for finding in findings:
        if finding.is_found:
            votes.update(finding.votes)
            votes[None] += finding.width - finding.covered
        else:
            votes[None] += finding.width
    return votes


def judge_naming(coverage: Coverage, names: NameBook, quotations: Sequence[JudgedQuotation]) -> Naming:
    """Count what is right."""
    right_width = sum(quotation.width for quotation in quotations if quotation.is_right)
    right_spans = sum(
        finding.span.speaker in names.meant_by(finding.voice) for finding in coverage.findings if finding.voice
    )
    return Naming(
        accuracy=_share_right(quotations)[0],
        accuracy_strict=percentage(sum(quotation.is_strictly_right for quotation in quotations), len(quotations)),
        char_weighted_accuracy=percentage(right_width, sum(quotation.width for quotation in quotations)),
        by_type=_share_by(QUOTATION_TYPES, quotations, lambda quotation: quotation.type),
        by_role=_share_by(ROLES, quotations, lambda quotation: quotation.role),
        span_accuracy=percentage(right_spans, len(coverage.findings)),
        no_speaker=sum(quotation.answer is None for quotation in quotations),
        unmatched_names=sum(bool(quotation.answer) and not quotation.meant for quotation in quotations),
        ambiguous_names=sum(len(quotation.meant) > 1 for quotation in quotations),
    )


def _share_by(
    groups: Sequence[str], quotations: Sequence[JudgedQuotation], group_of: Callable[[JudgedQuotation], str]
) -> dict[str, Share]:
    shares = {group: _share_right([one for one in quotations if group_of(one) == group]) for group in groups}
    return {group: share for group, share in shares.items() if share[1]}


def _share_right(quotations: Sequence[JudgedQuotation]) -> Share:
    return percentage(sum(quotation.is_right for quotation in quotations), len(quotations)), len(quotations)
