"""A sketch of a chapter's words: small enough to keep, enough to tell how much of the words two chapters share.

It is a bottom-k sketch (Cohen and Kaplan, "Summarizing data using bottom-k sketches", 2007) of all runs of three
words: the 64 smallest of their 24-bit digests. Two chapters of one novel share next to no such run; a chapter of which
half was rewritten shares a third of all with what it was.

Knows words; refuses to know what a chapter is called and where it stands.
"""

import re
import zlib
from collections.abc import Collection, Iterator
from heapq import nsmallest

from audiobook.language.words import fold_word, iterate_words

DIGEST_BITS = 24
SKETCH_SIZE = 64
_RUN = 3  # words
_SPREAD = 0x9E3779B1  # an odd number without a pattern in its bits, the golden ratio of 2**32; spreads CRCs evenly
_WITHOUT_BLANKS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def sketch_words(text: str) -> tuple[int, ...]:
    """Sketch a text; case, punctuation and markup make no difference. Empty if there is no word in it."""
    words = list(_words(text))
    if not words:
        return ()
    count = max(1, len(words) - _RUN + 1)
    runs = {" ".join(words[start : start + _RUN]) for start in range(count)}
    return tuple(nsmallest(SKETCH_SIZE, {_digest(run) for run in runs}))


def likeness(one: Collection[int], other: Collection[int]) -> float:
    """Estimate which share of all runs of two texts both have, 0 to 1; within 0.06 for long texts, exact for short."""
    ones, others = set(one), set(other)
    union = nsmallest(SKETCH_SIZE, ones | others)
    return sum(digest in ones and digest in others for digest in union) / len(union) if union else 0.0


def _words(text: str) -> Iterator[str]:
    """All words, folded; where a script puts no blanks between them, letters stand for words."""
    for match in iterate_words(text):
        word = fold_word(match.group())
        if word.isascii() or not _WITHOUT_BLANKS.search(word):
            yield word
        else:
            yield from word


def _digest(run: str) -> int:
    mixed = zlib.crc32(run.encode("utf-8", "replace")) * _SPREAD & 0xFFFFFFFF
    return mixed >> 32 - DIGEST_BITS
