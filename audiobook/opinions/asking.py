"""From a script to questions: which lines are doubtful, and how much text around them is shown.

Knows segments and their confidence; refuses to know who is asked.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from audiobook.model.script import NARRATOR, UNKNOWN, Character, Script, Segment
from audiobook.opinions.protocol import Choice, Question, Span

DOUBTFUL_BELOW = 0.8
"""Lines less sure than this are asked about unless somebody wishes otherwise."""

WINDOW_CHARS = 6000
"""Text shown with one question: some 1,500 tokens, which the smallest of today's models can hold."""

_LINES_PER_QUESTION = 24
"""More numbers at once and small models lose count."""

_SHOWN_CHARS = 900
"""Of a longer stretch only its beginning and its end are shown, so that what stands next to it has room."""

_SPAN_OVERHEAD_CHARS = 12
"""A span's number and speaker, roughly."""

_PROMINENT = 20
"""So many characters with the most lines are always on the list: they are talked about without being named."""

_ALIASES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A question and the lines its numbers stand for.

    Attributes:
        lines: the segment behind each number that is asked.
    """

    question: Question
    lines: Mapping[int, Segment]


def find_windows(
    script: Script, *, threshold: float = DOUBTFUL_BELOW, window_chars: int = WINDOW_CHARS
) -> tuple[Window, ...]:
    """Put every doubtful line of a script into exactly one question.

    Args:
        threshold: dialogue and thoughts with less confidence than this are doubtful.
        window_chars: text shown with one question; a single line that is longer is still asked.
    """
    names = _Names(script.characters)
    return tuple(
        _window(stretch[first:end], [index - first for index in asked], names, threshold)
        for _, group in groupby(script.segments, key=lambda segment: (segment.chapter, segment.source))
        for stretch in [tuple(group)]
        for first, end, asked in _borders(stretch, threshold, window_chars)
    )


def _is_doubtful(segment: Segment, threshold: float) -> bool:
    return segment.spoken and segment.confidence is not None and segment.confidence < threshold


def _borders(
    stretch: Sequence[Segment], threshold: float, window_chars: int
) -> Iterator[tuple[int, int, Sequence[int]]]:
    """Yield first, end and doubtful lines of each window: more before the lines than after, as readers need it."""
    before, after = window_chars // 4, window_chars // 6
    sizes = [len(_shown(segment.text)) + _SPAN_OVERHEAD_CHARS for segment in stretch]
    doubtful = [index for index, segment in enumerate(stretch) if _is_doubtful(segment, threshold)]
    while doubtful:
        first = doubtful[0] - _count_fitting(sizes[: doubtful[0]][::-1], before)
        room = window_chars - after - sum(sizes[first : doubtful[0] + 1])
        count = _count_joining(sizes, doubtful, room=room, widest_gap=before + after)
        last = doubtful[count - 1]
        yield first, last + 1 + _count_fitting(sizes[last + 1 :], after), doubtful[:count]
        doubtful = doubtful[count:]


def _count_fitting(sizes: Sequence[int], room: int) -> int:
    """Count how many of these fit, from the first on."""
    for count, size in enumerate(sizes):
        room -= size
        if room < 0:
            return count
    return len(sizes)


def _count_joining(sizes: Sequence[int], doubtful: Sequence[int], *, room: int, widest_gap: int) -> int:
    """Count the doubtful lines that share a window with the first; a wide gap is cheaper left out."""
    for count in range(1, min(len(doubtful), _LINES_PER_QUESTION)):
        step = sum(sizes[doubtful[count - 1] + 1 : doubtful[count] + 1])
        if step > min(room, widest_gap):
            return count
        room -= step
    return min(len(doubtful), _LINES_PER_QUESTION)


def _window(segments: Sequence[Segment], asked: Sequence[int], names: "_Names", threshold: float) -> Window:
    spans = tuple(
        Span(
            number=number,
            text=_shown(segment.text),
            speaker=None if _is_doubtful(segment, threshold) else segment.speaker,
        )
        for number, segment in enumerate(segments, 1)
    )
    numbers = tuple(index + 1 for index in asked)
    question = Question(spans=spans, asked=numbers, choices=names.choices(segments))
    return Window(question=question, lines={number: segments[number - 1] for number in numbers})


def _shown(text: str) -> str:
    folded = " ".join(text.split())
    if len(folded) <= _SHOWN_CHARS:
        return folded
    return f"{folded[: _SHOWN_CHARS // 2]} […] {folded[-_SHOWN_CHARS // 2 :]}"


class _Names:
    """Who may be meant in a stretch of text.

    The list is in alphabetical order and mostly local, so that a change elsewhere in the book leaves a question, and
    with it its stored answer, as it was.
    """

    def __init__(self, characters: Sequence[Character]) -> None:
        self._characters = characters
        self._words = {
            character.name: [_words(name) for name in (character.name, *character.aliases)] for character in characters
        }

    def choices(self, segments: Sequence[Segment]) -> tuple[Choice, ...]:
        """List the names that may be given for lines of this stretch."""
        speakers = {name for segment in segments for name in segment.speakers}
        text = _words(" ".join(segment.text for segment in segments))
        people = [
            character
            for index, character in enumerate(self._characters)
            if index < _PROMINENT
            or character.name in speakers
            or any(words in text for words in self._words[character.name])
        ]
        listed = [
            Choice(name=person.name, aliases=person.aliases[:_ALIASES], gender=person.gender)
            for person in sorted(people, key=lambda person: person.name)
        ]
        return (*listed, Choice(name=NARRATOR), Choice(name=UNKNOWN))


def _words(text: str) -> str:
    """Fold to the words with a blank at each side, so that whole words can be found by plain search."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return f" {words} "
