"""The chapters of a book that one run makes, and what becomes of the others: they stay as they are.

Knows numbers and what the release before has; refuses to make or remove anything.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from audiobook.errors import UsageError
from audiobook.model.release import ExtraKind, Release
from audiobook.model.script import Script
from audiobook.production.chapter_choice import ChapterChoice, choose_chapters

_T = TypeVar("_T")
_NAMES = {ExtraKind.M4B: "M4B", ExtraKind.SINGLE_MP3: "single MP3"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterSelection:
    """Which chapters a run makes.

    Attributes:
        made: numbers of those it makes; all that have something to speak, unless `left_alone` has any.
        left_alone: numbers of the others that have something to speak.
        silent: numbers of those that were asked for and have nothing to speak.
    """

    made: frozenset[int]
    left_alone: frozenset[int] = frozenset()
    silent: frozenset[int] = frozenset()

    def of(self, by_number: Mapping[int, _T]) -> dict[int, _T]:
        """Keep what belongs to the chapters that are made; nothing if all of them are."""
        return {number: one for number, one in by_number.items() if number in self.made} if self.left_alone else {}


def select_chapters(script: Script, speakable: Collection[int], choice: ChapterChoice | None) -> ChapterSelection:
    """Decide which chapters a run makes.

    Args:
        script: the book's, without announcements.
        speakable: numbers of all files that have something to speak, credits among them.
        choice: None makes them all.

    Raises:
        UsageError: a chapter that is named is not in the book, or none of them has anything to speak.
    """
    numbers = [head.number for head in script.chapters]
    chapters = frozenset(numbers) & frozenset(speakable)
    chosen = choose_chapters(choice, numbers)
    if choice is not None and not chosen & chapters:
        raise UsageError(f"--chapters {choice.text}: there is nothing to speak there", hint="audiobook verify says why")
    return ChapterSelection(made=chosen & chapters, left_alone=chapters - chosen, silent=chosen - chapters)


def describe_selection(
    selection: ChapterSelection, previous: Release | None, kinds: Sequence[ExtraKind]
) -> Iterator[str]:
    """Say what a run with some chapters leaves undone.

    Args:
        previous: the release before.
        kinds: of the whole book's files, those that are wanted.
    """
    if not selection.left_alone:
        return
    there = {chapter.number for chapter in (previous.chapters if previous else ())}
    missing = sorted(selection.left_alone - there)
    if missing:
        yield f"not made yet: {_named(missing)}"
    if selection.silent:
        yield f"nothing to speak in {_named(sorted(selection.silent))}"
    if kinds:
        files = " and ".join(_NAMES[kind] for kind in kinds)
        yield f"the {files} holds the whole book and was left as it was: run make without --chapters"


def _named(numbers: Sequence[int]) -> str:
    """Write numbers as short as a person would: "chapters 1, 3-5"."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][1] + 1:
            stretches[-1][1] = number
        else:
            stretches.append([number, number])
    listed = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in stretches)
    return f"chapter{'s' * (len(numbers) > 1)} {listed}"
