"""How people of this book speak: the words each uses more than the others do, learnt from lines whose speaker is plain.

Knows words of speech and whose they are for certain; refuses to know what stands around them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
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

    words: Sequence[Set[str]]
    shares: Mapping[str, float]
    own: Mapping[int, Counter[str]]
    totals: Mapping[int, int]
    certain: Mapping[int, int]

    def likeness(self, turn: int, person: int) -> float:
        """How much more likely somebody is to speak in these words than others are, as a logarithm.

        What is known of the turn itself is left out.
        """
        own = self.own.get(person)
        if own is None:
            return 0.0
        words, itself = self.words[turn], int(self.certain.get(turn) == person)
        size = self.totals[person] - itself * len(words)
        score = len(words) * log(_SHRINK / (size + _SHRINK))
        for word in words:
            count = own.get(word, 0) - itself
            if count > 0:
                score += log(1.0 + count / (_SHRINK * self.shares[word]))
        return max(-_MOST, min(_MOST, score))


@dataclass(slots=True)
class MannerBook:
    """The words of every turn of a book, from which manners are learnt again as more speakers become certain."""

    words: list[Set[str]]
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


def words_of(paragraphs: Sequence[ClausedParagraph], turn: Turn) -> frozenset[str]:
    """Every word and mark of a turn once."""
    clauses = paragraphs[turn.paragraph].clauses
    return frozenset(word.lower for stretch in turn.stretches for word in clauses[stretch].words)
