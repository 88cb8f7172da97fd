"""Finished books on a disk, small enough to publish in a test; their sound is no sound."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from audiobook.model.identity import BookIdentity, ChapterIdentity
from audiobook.model.release import BookTags, Release, ReleasedChapter, ReleasedLine, ReleasedRole
from audiobook.model.timeline import SceneMark
from audiobook.publishing.bookshelf import PublishedBook, gather_book

FIRST = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
RATE_HZ = 22050
TAGS = BookTags(title="The Ferry", author="A. Author", language="en", voices=("Ada", "Robin"))
ROLES = (ReleasedRole(speaker="narrator", voice="Ada"), ReleasedRole(speaker="Lex", voice="Robin"))
GUID = "a5a7a4ed-9a7d-5f21-9a3a-0d7c1d2b3c4d"


def make_release(folder: Path, titles: Sequence[str] = ("One", "Two"), *, tags: BookTags = TAGS) -> Release:
    """Write a release's files and describe them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cover.jpg").write_bytes(b"\xff\xd8 a picture")
    chapters = tuple(_make_chapter(folder, number, title) for number, title in enumerate(titles, start=1))
    return Release(book=folder.name, folder=folder, tags=tags, profile="podcast", chapters=chapters, roles=ROLES)


def make_identity(release: Release, *, book_id: str | None = None) -> BookIdentity:
    """Know every chapter of a release, a minute apart."""
    number = hashlib.sha256(release.book.encode()).hexdigest()
    return BookIdentity(
        id=book_id or f"urn:uuid:{number[:8]}-1111-4111-8111-111111111111",
        podcast_guid=GUID,
        chapters=tuple(
            ChapterIdentity(
                id=chapter.id,
                first_published=FIRST + timedelta(minutes=index),
                number=chapter.number,
                title=chapter.title,
                words=(),
            )
            for index, chapter in enumerate(release.chapters)
        ),
    )


def make_book(folder: Path, titles: Sequence[str] = ("One", "Two"), *, tags: BookTags = TAGS) -> PublishedBook:
    """A book ready to be published, with its files in `folder`."""
    release = make_release(folder, titles, tags=tags)
    return gather_book(release, make_identity(release))


def _make_chapter(folder: Path, number: int, title: str) -> ReleasedChapter:
    stem = f"{number:02} - Chapter {number}"
    sound = f"the sound of {title}, ".encode("utf-8", "replace") * 100 * number
    (folder / f"{stem}.mp3").write_bytes(sound)
    (folder / f"{stem}.vtt").write_text("WEBVTT\n\n00:00:00.750 --> 00:00:02.000\n<v Lex>Go.\n", encoding="utf-8")
    (folder / f"{stem}.json").write_text('{"version": "1.0.0", "segments": []}\n', encoding="utf-8")
    line = ReleasedLine(
        segment_id=f"s{number}", speaker="Lex", text="Go.", take_key="ab", start_sample=16537, length_samples=27563
    )
    return ReleasedChapter(
        number=number,
        title=title,
        file=f"{stem}.mp3",
        length_samples=RATE_HZ * 60 * number,
        rate_hz=RATE_HZ,
        size_bytes=len(sound),
        sha256=hashlib.sha256(sound).hexdigest(),
        audio_key=hashlib.sha256(sound + b"!").hexdigest(),
        tags_key="bb",
        scenes=(SceneMark(title=title, start_sample=0, end_sample=RATE_HZ * 60 * number),),
        lines=(line,),
        id=f"c{number}",
    )
