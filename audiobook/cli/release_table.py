"""What a run made, for people."""

import shlex
from collections.abc import Iterator
from pathlib import Path

from audiobook.assembly.release_plan import file_names
from audiobook.language.clock import length_on_clock
from audiobook.model.release import BookTags, ReleasedChapter, ReleasedExtra
from audiobook.production.make import MadeBook

_LONGEST_ABOUT = 110


def as_table(made: MadeBook) -> str:
    """List the chapters of a book with their lengths and what was done to each."""
    return "\n".join(_rows(made))


def _rows(made: MadeBook) -> Iterator[str]:
    release, tally = made.release, made.tally
    if release is None or tally is None:
        return
    total_s = sum(map(_seconds, release.chapters))
    chapters = _count(len(release.chapters), "chapter")
    yield f"{release.tags.title}, by {release.tags.author}: {chapters}, {length_on_clock(total_s)}"
    if about := _about(release.tags):
        yield f"  {about}"
    width = max(map(len, file_names(release)), default=0)
    for chapter in release.chapters:
        done = "new" if chapter.number in tally.rendered else "new tags" if chapter.number in tally.retagged else ""
        state = "out of date: a line failed" if chapter.stale else done
        yield f"  {chapter.file:<{width}}  {length_on_clock(_seconds(chapter)):>8}  {state}".rstrip()
    for extra in release.extras:
        done = "new" if extra.file in tally.written else ""
        yield f"  {extra.file:<{width}}  {length_on_clock(_seconds(extra)):>8}  {done}".rstrip()
    spoken = _count(tally.spoken_takes, "line") + " spoken" if tally.spoken_takes else "nothing had to be spoken"
    yield f"In {release.folder}; {spoken}."
    if made.notes_left_out:
        left_out = _count(made.notes_left_out, "paragraph")
        yield f"{left_out} left out, such as author's notes: `audiobook verify {as_argument(made.source)}` lists them."
    yield f"Change the voices in {made.cast_path}, then run this again."


def as_argument(path: Path) -> str:
    """Write a path so that it can be copied into a command; between plain double quotes if that will do."""
    text = str(path)
    return f'"{text}"' if shlex.quote(text) != text and not set(text) & set('"$`\\\\!') else shlex.quote(text)


def _about(tags: BookTags) -> str:
    """Say in a line what the tags will show beside title and author; empty if that is nothing."""
    part = f", part {tags.series_part}" if tags.series_part else ""
    series = f"{tags.series}{part}" if tags.series else None
    said = (tags.subtitle, series, tags.year, tags.genre, tags.publisher, tags.description)
    return _shorten(" · ".join(" ".join(text.split()) for text in said if text))


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_ABOUT else f"{text[: _LONGEST_ABOUT - 1]}…"


def _seconds(released: ReleasedChapter | ReleasedExtra) -> float:
    return released.length_samples / released.rate_hz


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
