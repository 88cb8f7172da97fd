"""Coverage: which characters of a text count, and which of a system's spans lies on which.

Knows positions; refuses to know names. Only characters that are neither white space nor quotation marks count.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from judge.gold import GoldNovel, GoldSpan

QUOTATION_MARKS = frozenset("\"'“”‘’«»„‟‹›`")

_NOBODY = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A span that a system calls speech.

    Attributes:
        speaker: a name as the system writes it; None if it named nobody.
    """

    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanFinding:
    """What a system made of one gold span.

    Attributes:
        width: characters of the span that count.
        covered: of these, how many lie in answers.
        votes: for each speaker, how many of them; in reading order.
    """

    span: GoldSpan
    width: int
    covered: int
    votes: Counter[str | None]

    @property
    def is_found(self) -> bool:
        """Whether at least half of it was called speech."""
        return self.covered * 2 >= max(1, self.width)

    @property
    def voice(self) -> str | None:
        """The speaker heard on most of it; None if it was not found or nobody was named."""
        if not self.is_found or not self.votes:
            return None
        return max(self.votes, key=lambda speaker: (self.votes[speaker], speaker is not None))


class Coverage:
    """A gold novel and a system's answers, laid over each other.

    Where answers overlap, a character belongs to the shortest, of equally long ones to the first.
    """

    def __init__(self, novel: GoldNovel, answers: Iterable[Answer]) -> None:
        self.novel = novel
        kept = [answer for answer in answers if answer.start < answer.end]
        self.answers = tuple(sorted(kept, key=lambda answer: (answer.start, -answer.end)))
        self._counts = [not char.isspace() and char not in QUOTATION_MARKS for char in novel.text]
        self._widths = _prefix_sums(self._counts)
        self._owners = lay_out([(answer.start, answer.end) for answer in self.answers], len(novel.text))
        self.gold_owners = lay_out([(span.start, span.end) for span in novel.spans], len(novel.text))
        in_gold = [owner != _NOBODY and counts for owner, counts in zip(self.gold_owners, self._counts, strict=True)]
        self._gold_widths = _prefix_sums(in_gold)
        self.findings = tuple(self._find(span) for span in novel.spans)

    @property
    def answered_characters(self) -> int:
        """Characters that lie in answers and count."""
        return sum(owner != _NOBODY and counts for owner, counts in zip(self._owners, self._counts, strict=True))

    @property
    def gold_characters(self) -> int:
        """Characters that lie in gold speech and count."""
        return self._gold_widths[-1]

    def width(self, start: int, end: int) -> int:
        """Number the characters of a stretch that count."""
        return self._widths[end] - self._widths[start] if end > start else 0

    def is_mostly_gold(self, answer: Answer) -> bool:
        """Tell whether at least half of an answer is gold speech."""
        in_gold = self._gold_widths[answer.end] - self._gold_widths[answer.start]
        return in_gold * 2 >= max(1, self.width(answer.start, answer.end))

    def gold_speaker(self, answer: Answer) -> str | None:
        """Name who speaks on most of an answer; None if most of it is not gold speech."""
        if not self.is_mostly_gold(answer):
            return None
        votes = Counter(
            self.novel.spans[self.gold_owners[position]].speaker
            for position in range(answer.start, answer.end)
            if self._counts[position] and self.gold_owners[position] != _NOBODY
        )
        return votes.most_common(1)[0][0] if votes else None

    def _find(self, span: GoldSpan) -> SpanFinding:
        positions = (position for position in range(span.start, span.end) if self._counts[position])
        owners = (self._owners[position] for position in positions)
        votes = Counter(self.answers[owner].speaker for owner in owners if owner != _NOBODY)
        return SpanFinding(span=span, width=self.width(span.start, span.end), covered=votes.total(), votes=votes)


def lay_out(stretches: Sequence[tuple[int, int]], length: int) -> list[int]:
    """Give, for each position of a text, the index of the shortest stretch on it; -1 for none."""
    owners = [_NOBODY] * length
    for index, (start, end) in enumerate(stretches):
        for position in range(start, end):
            owner = owners[position]
            if owner == _NOBODY or stretches[owner][1] - stretches[owner][0] > end - start:
                owners[position] = index
    return owners


def _prefix_sums(flags: Iterable[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))
