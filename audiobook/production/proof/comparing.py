"""Words that should be there held against words that are: what is missing, added, moved or cut in two.

Knows sequences of words; refuses to know where they come from.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from audiobook.language.words import iterate_words
from audiobook.production.proof.places import excerpt_of
from audiobook.production.proof.source_words import SourceWord, letters_of

_MOST_COMPARED = 3000
"""So many words of each side are held against each other at once; a comparison takes time by their product."""

_MOST_FINDINGS = 5


def compare_words(wanted: Sequence[SourceWord], found: Sequence[str]) -> tuple[str, ...]:
    """Say how texts, each a cue, fail to have some words once and in order; empty if they do.

    Args:
        wanted: the words, in order.
        found: the texts, in order.
    """
    letters = [letters_of(word.text) for word in wanted]
    texts = [letters_of(text) for text in found]
    if "".join(letters) != "".join(texts):
        return _differences(wanted, [match.group() for text in found for match in iterate_words(text)])
    starts = {0, *accumulate(map(len, letters))} | _joints(wanted, letters)
    borders = accumulate(map(len, texts))
    cut = [text for text, border in zip(found, borders, strict=True) if border not in starts]
    return tuple(f"a word is cut in two at the end of “{excerpt_of(text[-40:])}”" for text in cut[:_MOST_FINDINGS])


def _joints(wanted: Sequence[SourceWord], letters: Sequence[str]) -> set[int]:
    """Places within words at which they may be parted, such as after a hyphen."""
    joints: set[int] = set()
    place = 0
    for word, own in zip(wanted, letters, strict=True):
        if len(own) != len(word.text):
            marks = [index for index, character in enumerate(word.text) if not character.isalnum()]
            joints.update(place + len(letters_of(word.text[:mark])) for mark in marks)
        place += len(own)
    return joints


def _differences(wanted: Sequence[SourceWord], found: Sequence[str]) -> tuple[str, ...]:
    old, new = [letters_of(word.text) for word in wanted], [letters_of(word) for word in found]
    first = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    first = min(len(old), len(new)) if first is None else first
    last = _common_end(old[first:], new[first:])
    old_middle, new_middle = old[first : len(old) - last], new[first : len(new) - last]
    matcher = SequenceMatcher(None, old_middle[:_MOST_COMPARED], new_middle[:_MOST_COMPARED], autojunk=False)
    if max(len(old_middle), len(new_middle)) > _MOST_COMPARED and matcher.quick_ratio() < 0.5:
        return (f"other words from “{_said(wanted[first : first + 8])}” ({_place(wanted, first)}) on",)
    findings = list(_describe(wanted[first:], found[first:], matcher))
    more = len(findings) - _MOST_FINDINGS
    return (*findings[:_MOST_FINDINGS], *([f"and {more} more differences"] if more > 0 else []))


def _common_end(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = zip(reversed(old), reversed(new), strict=False)
    return next((count for count, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def _describe(wanted: Sequence[SourceWord], found: Sequence[str], matcher: "SequenceMatcher[str]") -> Iterator[str]:
    for tag, start, end, found_start, found_end in matcher.get_opcodes():
        place = _place(wanted, start)
        here, there = _said(wanted[start:end]), excerpt_of(" ".join(found[found_start:found_end]))
        if tag == "delete":
            yield f"missing: “{here}” ({place})"
        elif tag == "insert":
            repeated = _is_repeated(wanted, found, start, found_start, found_end)
            yield f"{'said twice' if repeated else 'not the author’s, or moved'}: “{there}” (before {place})"
        elif tag == "replace":
            yield f"“{there}” in place of “{here}” ({place})"


def _is_repeated(wanted: Sequence[SourceWord], found: Sequence[str], at: int, start: int, end: int) -> bool:
    """Whether words that are too many are those right before or right behind them."""
    added = [letters_of(word) for word in found[start:end]]
    before = [letters_of(word.text) for word in wanted[max(0, at - len(added)) : at]]
    behind = [letters_of(word.text) for word in wanted[at : at + len(added)]]
    return added in (before, behind)


def _place(wanted: Sequence[SourceWord], at: int) -> str:
    if not wanted:
        return "the chapter has no words"
    word = wanted[min(at, len(wanted) - 1)]
    return f"{word.source}, line {word.line}"


def _said(words: Sequence[SourceWord]) -> str:
    return excerpt_of(" ".join(word.text for word in words[:40]))
