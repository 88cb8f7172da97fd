"""What was heard wrong, line by line, and added up by engine and by voice.

Knows lines and words; refuses to know sound.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearing.aligning import align
from hearing.made_book import MadeLine
from hearing.normalising import words_of

_CAPITALISED = re.compile(r"(?<![.!?:\"“‘'(\[] )(?<!^)(?<![\"“‘'(\[])\b[A-Z][\w'’]+", re.MULTILINE)
_SMALL = re.compile(r"\b[a-z][\w'’]+")
_RESAMPLINGS = 1000
_SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What became of one line's words.

    Attributes:
        text: the words that were heard in its place.
        errors: words wrong, missing or too many.
        name_errors: of those, the ones at names.
    """

    text: str
    errors: int
    name_errors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineResult:
    """A line as it was heard in the chapter, and as the bare engine says it.

    Attributes:
        window: names the window it was heard in.
    """

    line: MadeLine
    window: str
    words: int
    names: int
    chapter: Heard
    bare: Heard

    @property
    def added(self) -> int:
        """Errors that the program added to the engine's."""
        return self.chapter.errors - self.bare.errors


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRates:
    """Word errors in percent of the words said."""

    lines: int
    words: int
    chapter: float
    bare: float
    without_names: tuple[float, float]
    added_between: tuple[float, float]

    @property
    def added(self) -> float:
        """What the program adds, in points."""
        return self.chapter - self.bare


def find_names(texts: Iterable[str]) -> frozenset[str]:
    """Find the words that the text writes with a capital within sentences and never without one."""
    capitals: set[str] = set()
    small: set[str] = set()
    for text in texts:
        capitals.update(word for match in _CAPITALISED.findall(text) for word in words_of(match))
        small.update(word for match in _SMALL.findall(text) for word in words_of(match))
    return frozenset(capitals - small)


def share_out(lines: Sequence[MadeLine], heard: str, names: frozenset[str]) -> tuple[Heard, ...]:
    """Give every line of a window the words that were heard in its place; what is too many goes to the line before."""
    said = [(index, word) for index, line in enumerate(lines) for word in words_of(line.written)]
    texts: list[list[str]] = [[] for _ in lines]
    errors, name_errors = [0] * len(lines), [0] * len(lines)
    for step in align([word for _, word in said], words_of(heard)):
        index, word = said[step.said] if said else (0, "")
        texts[index].extend(step.heard)
        errors[index] += step.errors
        name_errors[index] += step.errors if word in names else 0
    return tuple(
        Heard(text=" ".join(text), errors=wrong, name_errors=at_names)
        for text, wrong, at_names in zip(texts, errors, name_errors, strict=True)
    )


def rates(results: Sequence[LineResult]) -> ErrorRates:
    """Add up lines; the words of a group without any count as none wrong."""
    words = sum(result.words for result in results)
    other = words - sum(result.names for result in results)
    return ErrorRates(
        lines=len(results),
        words=words,
        chapter=_percent(sum(result.chapter.errors for result in results), words),
        bare=_percent(sum(result.bare.errors for result in results), words),
        without_names=(
            _percent(sum(result.chapter.errors - result.chapter.name_errors for result in results), other),
            _percent(sum(result.bare.errors - result.bare.name_errors for result in results), other),
        ),
        added_between=_added_between(results),
    )


def by_group(
    results: Iterable[LineResult], key: Callable[[LineResult], tuple[str, ...]]
) -> Mapping[tuple[str, ...], ErrorRates]:
    """Add up lines by whatever they have in common."""
    grouped: defaultdict[tuple[str, ...], list[LineResult]] = defaultdict(list)
    for result in results:
        grouped[key(result)].append(result)
    return {group: rates(members) for group, members in sorted(grouped.items())}


def worst_lines(results: Iterable[LineResult]) -> list[LineResult]:
    """List the lines that are heard worse than from the bare engine, the worst first."""
    return sorted((result for result in results if result.added > 0), key=lambda result: -result.added)


def _added_between(results: Sequence[LineResult]) -> tuple[float, float]:
    """The points added, with 95 % confidence: windows drawn again and again (bootstrap), for they are independent."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for result in results:
        sums[result.window][0] += result.added
        sums[result.window][1] += result.words
    windows = list(sums.values())
    chance = random.Random(_SEED)
    drawn = []
    for _ in range(_RESAMPLINGS):
        sample = chance.choices(windows, k=len(windows))
        drawn.append(_percent(sum(added for added, _ in sample), sum(words for _, words in sample)))
    drawn.sort()
    return drawn[round(0.025 * _RESAMPLINGS)], drawn[round(0.975 * _RESAMPLINGS) - 1]


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
