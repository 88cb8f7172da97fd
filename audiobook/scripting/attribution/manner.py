"""How people of this book speak: the words each uses more than the others do, learnt from lines whose speaker is plain.

Knows words of speech and whose they are for certain; refuses to know what stands around them.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from audiobook.scripting.grammar.turns import ClausedParagraph, Turn

_SHRINK = 3000.0
"""So many words of everybody's are added to each person's own: who speaks little speaks like everybody."""
_MOST = 4.0
"""However much a long speech sounds like somebody, it counts for no more."""


@dataclass(slots=True, kw_only=True)
class Manners:
    """Who uses which words.

    Attributes:
        shares: word to its share in all speech, marks included; a turn counts each word once.
        own: person to the words of their certain turns.
        certain: turn index to its speaker.
    """

    words: Sequence[Collection[str]]
    shares: Mapping[str, float]
    own: Mapping[int, Counter[str]]
    totals: Mapping[int, int]
    certain: Mapping[int, int]
    _gains: dict[int, dict[str, float]] = field(default_factory=dict)

    def likeness(self, turn: int, person: int) -> float:
        """How much more likely somebody is to speak in these words than others are, as a logarithm.

        What is known of the turn itself is left out.
        """
        own = self.own.get(person)
        if own is None:
            return 0.0
        words, itself = self.words[turn], self.certain.get(turn) == person
        size = self.totals[person] - itself * len(words)
        score = len(words) * log(_SHRINK / (size + _SHRINK))
        if itself:
            score += sum(self._gain(word, own[word] - 1) for word in words if own[word] > 1)
        else:
            gains = self._gains_of(person, own)
            score += sum(gains[word] for word in words if word in gains)
        return max(-_MOST, min(_MOST, score))

    def _gains_of(self, person: int, own: Mapping[str, int]) -> Mapping[str, float]:
        """What each word somebody uses says for them, reckoned once for all turns."""
        gains = self._gains.get(person)
        if gains is None:
            gains = self._gains[person] = {word: self._gain(word, count) for word, count in own.items()}
        return gains

    def _gain(self, word: str, count: int) -> float:
        return log(1.0 + count / (_SHRINK * self.shares[word]))


@dataclass(slots=True)
class MannerBook:
    """The words of every turn of a book, from which manners are learnt again as more speakers become certain."""

    words: list[Collection[str]]
    shares: dict[str, float] = field(init=False)

    def __post_init__(self) -> None:
        """Count every word."""
        counts = Counter(word for words in self.words for word in words)
        total = counts.total()
        self.shares = {word: count / total for word, count in counts.items()}

    def learn(self, certain: Mapping[int, int]) -> Manners:
        """Learn from turns whose speaker is certain: turn index to speaker."""
        own: dict[int, Counter[str]] = {}
        for index, person in certain.items():
            own.setdefault(person, Counter()).update(self.words[index])
        totals = {person: counts.total() for person, counts in own.items()}
        return Manners(words=self.words, shares=self.shares, own=own, totals=totals, certain=certain)


def words_of(paragraphs: Sequence[ClausedParagraph], turn: Turn) -> tuple[str, ...]:
    """Every word and mark of a turn once, in the order in which they come, so that sums are always the same."""
    clauses = paragraphs[turn.paragraph].clauses
    return tuple(dict.fromkeys(word.lower for stretch in turn.stretches for word in clauses[stretch].words))
