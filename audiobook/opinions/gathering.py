"""Second opinions on a whole script: asked, remembered, judged and counted.

Knows how the parts work together and what a refused or missing answer means: the line stays as it was.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from audiobook.model.script import Script
from audiobook.opinions.answers_cache import AnswersCache
from audiobook.opinions.asking import DOUBTFUL_BELOW, Window, find_windows
from audiobook.opinions.judging import Opinion, judge_labels, weigh
from audiobook.opinions.protocol import (
    AnswerRefusedError,
    Estimate,
    Label,
    OpinionFailedError,
    OpinionSource,
    Question,
)

Place = tuple[str, int]
"""Where a line starts: name of its source and first code point."""

_FAILURES_IN_A_ROW = 2
"""A source that fails so often without an answer between is not asked again in this run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionStatistics:
    """What became of the doubtful lines; `confirmed` to `failed` add up to `doubtful`.

    Attributes:
        doubtful: lines that were to be decided.
        confirmed: the answer was the speaker the line had.
        changed: the line has another speaker now.
        contradicted: the answer was another speaker, but the program was surer; the line keeps its own.
        undecided: the answer was that the text does not tell.
        unanswered: no accepted label, also not at the second attempt.
        failed: the source gave no answer, or was no longer asked.
        from_cache: lines of these whose answer was remembered.
        refused: how many labels, or whole answers, were refused, by reason.
        failure: the first thing that went wrong with the source, and what to do about it.
    """

    doubtful: int
    confirmed: int
    changed: int
    contradicted: int
    undecided: int
    unanswered: int
    failed: int
    from_cache: int
    refused: Mapping[str, int]
    failure: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """What a source said about a script.

    Attributes:
        by_place: only lines about which there is an opinion.
    """

    source_name: str
    by_place: Mapping[Place, Opinion]
    statistics: OpinionStatistics


def ignore_progress(done: int, total: int, /) -> None:
    """Tell nobody."""


def gather_opinions(
    script: Script,
    source: OpinionSource,
    cache_folder: Path,
    *,
    threshold: float = DOUBTFUL_BELOW,
    on_progress: Callable[[int, int], None] = ignore_progress,
) -> Opinions:
    """Ask a source about every doubtful line.

    A refused answer is asked for once more; after that, and wherever the source fails, lines stay as they were.
    Each answer is kept as soon as it is there, so an interrupted run goes on where it was.

    Args:
        cache_folder: where answers are kept; it may be shared by books and sources.
        threshold: dialogue and thoughts with less confidence than this are asked about.
        on_progress: called after each question with how many are done, and of how many.

    Raises:
        EngineError: the source is set up wrongly, so that no question can be answered.
    """
    windows = find_windows(script, threshold=threshold)
    survey = _Survey(source, AnswersCache(cache_folder, source.fingerprint()))
    for done, window in enumerate(windows, 1):
        survey.ask(window)
        on_progress(done, len(windows))
    return survey.result()


def estimate_opinions(
    script: Script, source: OpinionSource, cache_folder: Path, *, threshold: float = DOUBTFUL_BELOW
) -> Estimate:
    """Say what `gather_opinions` would ask with the same arguments; answers that are remembered are free."""
    cache = AnswersCache(cache_folder, source.fingerprint())
    questions = (window.question for window in find_windows(script, threshold=threshold))
    return source.estimate([question for question in questions if cache.read(question) is None])


class _Survey:
    """The state of one run through a script's questions."""

    def __init__(self, source: OpinionSource, cache: AnswersCache) -> None:
        self._source = source
        self._cache = cache
        self._opinions: dict[Place, Opinion] = {}
        self._outcomes: Counter[str] = Counter()
        self._refused: Counter[str] = Counter()
        self._failures_in_a_row = 0
        self._failure: str | None = None

    def ask(self, window: Window) -> None:
        """Get the labels of a window, from the cache or from the source, and weigh them."""
        kept = self._cache.read(window.question)
        if kept is not None:
            labels = judge_labels(window.question, kept).accepted
            self._outcomes["from_cache"] += len(labels)
            self._weigh(window, labels, otherwise="unanswered")
        elif self._failures_in_a_row >= _FAILURES_IN_A_ROW:
            self._weigh(window, (), otherwise="failed")
        else:
            self._ask_source(window)

    def _ask_source(self, window: Window) -> None:
        question = window.question
        labels: tuple[Label, ...] = ()
        try:
            labels, complaint = self._attempt(question)
            if complaint is not None:
                settled = {label.number for label in labels}
                rest = tuple(number for number in question.asked if number not in settled)
                labels += self._attempt(replace(question, asked=rest, complaint=complaint))[0]
        except OpinionFailedError as error:
            self._failures_in_a_row += 1
            self._failure = self._failure or _in_one_sentence(error)
            self._weigh(window, labels, otherwise="failed")
            return
        self._failures_in_a_row = 0
        if labels:
            self._cache.keep(question, labels)
        self._weigh(window, labels, otherwise="unanswered")

    def _attempt(self, question: Question) -> tuple[tuple[Label, ...], str | None]:
        """Return what can be used of an answer, and what to complain about if spans are left without a label."""
        try:
            judgement = judge_labels(question, self._source.ask(question))
        except AnswerRefusedError as error:
            self._refused[error.message] += 1
            return (), error.message
        self._refused.update(judgement.refused)
        if len(judgement.accepted) == len(question.asked):
            return judgement.accepted, None
        return judgement.accepted, "; ".join(judgement.refused) or "spans without a label"

    def _weigh(self, window: Window, labels: tuple[Label, ...], *, otherwise: str) -> None:
        self._outcomes["doubtful"] += len(window.lines)
        self._outcomes[otherwise] += len(window.lines) - len(labels)
        for label in labels:
            segment = window.lines[label.number]
            opinion = weigh(segment, label, source_name=self._source.name)
            if opinion is None:
                self._outcomes["undecided"] += 1
                continue
            self._opinions[segment.source, segment.start] = opinion
            self._outcomes[_outcome(opinion, segment.speaker)] += 1

    def result(self) -> Opinions:
        """Sum up."""
        count = self._outcomes
        statistics = OpinionStatistics(
            doubtful=count["doubtful"],
            confirmed=count["confirmed"],
            changed=count["changed"],
            contradicted=count["contradicted"],
            undecided=count["undecided"],
            unanswered=count["unanswered"],
            failed=count["failed"],
            from_cache=count["from_cache"],
            refused=dict(self._refused),
            failure=self._failure,
        )
        return Opinions(source_name=self._source.name, by_place=self._opinions, statistics=statistics)


def _in_one_sentence(error: OpinionFailedError) -> str:
    return error.message if error.hint is None else f"{error.message} ({error.hint})"


def _outcome(opinion: Opinion, speaker: str | None) -> str:
    if opinion.is_agreed:
        return "confirmed"
    return "contradicted" if opinion.speaker == speaker else "changed"
