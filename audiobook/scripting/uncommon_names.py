"""The uncommon names of a book: what an engine is most likely to say wrong, with counts and places.

Knows words and capitals; refuses to know how anything is pronounced. A name is a word that stands with a capital inside
sentences and hardly ever without; well-known given names and titles are not uncommon.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from audiobook.language.words import iterate_words
from audiobook.model.script import Script
from audiobook.scripting.vocabulary.given_names import GIVEN_NAMES
from audiobook.scripting.vocabulary.titles import TITLE_GENDER
from audiobook.scripting.vocabulary.word_sets import word_set

_COMMON = word_set(
    """
    i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter english england british french france german germany american
    america london paris york god lord sir lady miss mister mr mrs ms dr king queen prince princess captain i'm i'd i'll
    i've chapter north south east west
    """
)
_SENTENCE_START = frozenset(".!?:;…—–\"'“‘«»„*_([")
_MOST_LOWER_SHARE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class UncommonName:
    """A name and where it stands.

    Attributes:
        count: how often, possessives included.
        chapters: numbers of the chapters it is in.
        first_line: number of the first row of `audiobook script` that has it, from 1.
    """

    word: str
    count: int
    chapters: tuple[int, ...]
    first_line: int


def find_uncommon_names(script: Script) -> tuple[UncommonName, ...]:
    """List the uncommon names that are spoken, the most frequent first."""
    counts: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    chapters: defaultdict[str, dict[int, None]] = defaultdict(dict)
    first: dict[str, int] = {}
    for row, segment in enumerate(script.segments, start=1):
        for match in iterate_words(segment.text) if segment.spoken else ():
            word = _stem(match.group())
            if word[:1].islower():
                lower[word] += 1
            elif word[:1].isupper() and not word.isupper():
                counts[word] += 1
                inside[word] += not _starts_sentence(segment.text, match.start())
                chapters[word][segment.chapter] = None
                first.setdefault(word, row)
    names = [word for word in counts if inside[word] and _is_uncommon(word, counts[word], lower[word.lower()])]
    return tuple(
        UncommonName(word=word, count=counts[word], chapters=tuple(chapters[word]), first_line=first[word])
        for word in sorted(names, key=lambda word: (-counts[word], word))
    )


def _stem(word: str) -> str:
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word


def _starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in _SENTENCE_START


def _is_uncommon(word: str, count: int, lower_count: int) -> bool:
    folded = word.lower()
    is_known = folded in _COMMON or folded in GIVEN_NAMES or word in GIVEN_NAMES or folded in TITLE_GENDER
    return not is_known and len(word) > 1 and lower_count <= _MOST_LOWER_SHARE * count
