"""Single words that a writer stressed ("I *never* said that"): found as written, and again as about to be spoken.

Knows marks of emphasis and whole words; refuses to know what is done about a stress.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from audiobook.synthesis.markup_mask import mask_markup

_EMPHASIS = re.compile(
    r"(?<![\w*])\*{1,3}(?P<a>[^*\s](?:[^*]*[^*\s])?)\*{1,3}(?![\w*])|(?<!\w)_{1,3}(?P<u>[^_\s](?:[^_]*[^_\s])?)_{1,3}(?!\w)"
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")

_MOST_STRESSED_SHARE = 0.6
"""A sentence set in italics from end to end is a thought or a letter, not one that stresses a word."""

_MOST_WORDS_TOGETHER = 3
"""What is longer is no stress of a word but a quotation, a title or a raised voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StressedWord:
    """A word set off by marks, found by counting.

    Attributes:
        word: without marks.
        occurrence: which of the same words of its text, from 1.
        count: how many of them there are.
    """

    word: str
    occurrence: int
    count: int


def has_emphasis(written: str) -> bool:
    """Tell whether some of a sentence is set off from the rest.

    Args:
        written: as it stands in the source.
    """
    if not _may_have_emphasis(written):
        return False
    stressed = sum(len(match["a"] or match["u"]) for match in _EMPHASIS.finditer(written))
    return 0 < stressed < _MOST_STRESSED_SHARE * len(written)


def _may_have_emphasis(written: str) -> bool:
    return "*" in written or "_" in written


def find_stressed_words(written: str) -> tuple[StressedWord, ...]:
    """Find the single words that are set off; none if any more than a few words are set off together.

    Args:
        written: as it stands in the source.
    """
    if not has_emphasis(written):
        return ()
    masked = mask_markup(written)  # as long as the text it covers
    words = [(match.span(), match[0]) for match in _WORD.finditer(masked)]
    spans = [match.span() for match in _EMPHASIS.finditer(written)]
    stressed = [place for place, (span, _) in enumerate(words) if any(_is_within(span, around) for around in spans)]
    found = [words[place] for place in stressed]
    if any(
        len(list(together)) > _MOST_WORDS_TOGETHER
        for _, together in groupby(
            found, key=lambda one: next(around for around in spans if _is_within(one[0], around))
        )
    ):
        return ()
    folded = [word.casefold() for _, word in words]
    return tuple(
        StressedWord(
            word=words[place][1],
            occurrence=folded[: place + 1].count(folded[place]),
            count=folded.count(folded[place]),
        )
        for place in stressed
    )


def find_again(word: StressedWord, said: str, reword: Callable[[str], str]) -> tuple[str, int] | None:
    """Find a stressed word in what is about to be spoken.

    Args:
        word: as written.
        said: the sentence as an engine gets it.
        reword: what became of the sentence's words on the way, such as pronunciations.

    Returns:
        The word as it stands there, and which of those that are written so, from 1; None if it cannot be told.
    """
    sought = reword(word.word).strip(" .,")
    pattern = rf"(?<![\w'])(?:{re.escape(sought)})(?!\w)(?!'\w)"
    found = [match[0] for match in re.finditer(pattern, said, re.IGNORECASE)]
    if not sought or len(found) != word.count:
        return None
    as_said = found[word.occurrence - 1]
    return as_said, found[: word.occurrence].count(as_said)


def _is_within(span: tuple[int, int], around: tuple[int, int]) -> bool:
    return around[0] <= span[0] and span[1] <= around[1]
