"""Set a novel anew: exchange its marks and carry its gold spans along.

Knows offsets; refuses to know why a mark is what it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate

from judge.gold import GoldNovel

from typesetting.conventions import Convention
from typesetting.marks import find_roles


def retypeset(novel: GoldNovel, convention: Convention) -> GoldNovel:
    """Set a novel in other marks."""
    roles = find_roles(novel.text, novel.spans)
    marks = {index: convention.mark(role) for index, role in roles.items()}
    return exchange(novel, {index: mark for index, mark in marks.items() if mark is not None})


def exchange(novel: GoldNovel, characters: Mapping[int, str]) -> GoldNovel:
    """Put other words, or none, in the place of single characters, by their index."""
    pieces = [characters.get(index, char) for index, char in enumerate(novel.text)]
    offsets = list(accumulate(map(len, pieces), initial=0))
    spans = tuple(replace(span, start=offsets[span.start], end=offsets[span.end]) for span in novel.spans)
    return replace(novel, text="".join(pieces), spans=spans)
