"""Scores of one novel: everything the judge has to say about a system's answers.

Knows which figures there are; refuses to know how they are worked out or shown.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from judge.coverage import Answer, Coverage
from judge.detection import Detection, judge_detection
from judge.gold import GoldNovel
from judge.names import NameBook
from judge.naming import JudgedQuotation, Naming, judge_naming, judge_quotations
from judge.voices import Voices, judge_voices

NEIGHBOUR_GAP = 1000
"""Spans further apart than so many characters are no neighbours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All figures of one novel."""

    gold_quotations: int
    gold_spans: int
    system_spans: int
    detection: Detection
    naming: Naming
    voices: Voices

    def as_dict(self) -> dict[str, Any]:
        """Give all figures by name, in one level."""
        counts = {name: getattr(self, name) for name in ("gold_quotations", "gold_spans", "system_spans")}
        return counts | asdict(self.detection) | asdict(self.naming) | asdict(self.voices)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedLine:
    """A line as a system gave it, and who really speaks.

    Attributes:
        speaker: the gold speaker; None if most of the line is no gold speech.
        is_right: whether the line's name may mean that speaker.
    """

    speaker: str | None
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The figures of a novel, and what they were counted from.

    Attributes:
        quotations: in reading order.
        lines: one for each answer, in the order the answers were given.
    """

    scores: Scores
    quotations: tuple[JudgedQuotation, ...]
    lines: tuple[JudgedLine, ...]

    @property
    def wrong_quotations(self) -> tuple[JudgedQuotation, ...]:
        """Every quotation with another speaker than gold."""
        return tuple(quotation for quotation in self.quotations if not quotation.is_right)


def judge(novel: GoldNovel, answers: Iterable[Answer], *, gap: int = NEIGHBOUR_GAP) -> Judgement:
    """Score a system's answers for one novel."""
    given = tuple(answers)
    coverage = Coverage(novel, given)
    names = NameBook(novel.characters, {span.speaker for span in novel.spans})
    quotations = judge_quotations(coverage, names)
    scores = Scores(
        gold_quotations=len(quotations),
        gold_spans=len(novel.spans),
        system_spans=len(coverage.answers),
        detection=judge_detection(coverage),
        naming=judge_naming(coverage, names, quotations),
        voices=judge_voices(coverage.findings, gap=gap),
    )
    lines = tuple(_judge_line(coverage, names, answer) for answer in given)
    return Judgement(scores=scores, quotations=quotations, lines=lines)


def _judge_line(coverage: Coverage, names: NameBook, answer: Answer) -> JudgedLine:
    speaker = coverage.gold_speaker(answer)
    is_right = speaker is not None and answer.speaker is not None and speaker in names.meant_by(answer.speaker)
    return JudgedLine(speaker=speaker, is_right=is_right)
