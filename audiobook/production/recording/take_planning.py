"""The takes of a book's chapters, planned one chapter at a time and none before it is needed."""

from collections.abc import Collection, Mapping

from audiobook.errors import ManuscriptError
from audiobook.model.script import ANNOUNCED, Script
from audiobook.production.books import Book
from audiobook.production.recording.chapter_takes import ChapterTakes, Takes
from audiobook.production.recording.own_sounds import replace_takes
from audiobook.production.recording.recipes import TakesRecipes
from audiobook.synthesis.planning import take_planner


def plan_chapters(book: Book, words: TakesRecipes, *, known: Collection[int]) -> ChapterTakes:
    """Get ready to plan every file's takes, by its number.

    Args:
        book: for messages.
        words: everything that takes follow from.
        known: numbers of chapters that are known to have words of the author's to speak.

    Raises:
        ManuscriptError: there is nothing to speak.
        CastError: as `plan_takes`; also later, when a chapter is planned. So is the next.
        EngineError: as `plan_takes`.
    """
    script, spoken_with = words.script, words.spoken_with
    indexes = _spoken_segments(script)
    plan_segments = take_planner(
        script,
        spoken_with.voices,
        rules=spoken_with.rules,
        fingerprints=spoken_with.fingerprints,
        voice_fingerprints=spoken_with.voice_fingerprints,
    )

    def plan(number: int) -> Takes:
        takes = plan_segments(indexes[number])
        return replace_takes(script, takes, spoken_with.recordings, indexes=indexes[number])

    takes = ChapterTakes(tuple(indexes), plan, known=known)
    if not any(number in known or _has_story(script, takes[number]) for number in takes):
        raise ManuscriptError(f"{book.source}: there is nothing to speak in it", hint="audiobook verify lists why")
    return takes


def _spoken_segments(script: Script) -> Mapping[int, tuple[int, ...]]:
    """By chapter, the indexes of its spoken segments; no entry for one without any."""
    indexes: dict[int, list[int]] = {}
    for index, segment in enumerate(script.segments):
        if segment.spoken:
            indexes.setdefault(segment.chapter, []).append(index)
    return {number: tuple(found) for number, found in indexes.items()}


def _has_story(script: Script, takes: Takes) -> bool:
    """Whether anything of it is the author's words."""
    return any(script.segments[take.segment_index].source != ANNOUNCED for take in takes)
