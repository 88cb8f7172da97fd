"""A chapter's tag: the bytes of one ID3 v2.3 block, which stands in front of the audio.

Knows frames; refuses to open the file it belongs to. The audio behind the tag is never touched, so a changed title
costs a copy and no encoding.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from audiobook.assembly.tagging.tag_text import GENRE, clean_text, find_year, join_voices, series_grouping
from audiobook.language.iso_639 import iso_639_2
from audiobook.model.release import BookTags
from audiobook.model.timeline import SceneMark

_COMMENT_LANGUAGE = "eng"  # players show the comment that is English and has no description
_WHOLE_FILE_UNKNOWN = 0xFFFFFFFF  # CHAP: byte offsets are not given, the times count
_FRONT_COVER = 3
_LARGEST_TIME_MS = 0xFFFFFFFE
_HEADER_BYTES = 10
_MOST_CHILDREN = 255  # of one table of contents: it counts them in a byte


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterTags:
    """What the tag of one chapter says.

    Attributes:
        title: unique in the book.
        number: counted from 1, of `total`; a file that is no chapter has another one and gets no track number.
        rate_hz: of the samples in which `scenes` are counted.
        cover: JPEG; empty for none.
    """

    book: BookTags
    title: str
    number: int
    total: int
    scenes: tuple[SceneMark, ...]
    rate_hz: int
    cover: bytes


def tag_bytes(chapter: ChapterTags) -> bytes:
    """Write the tag: ID3 v2.3, UTF-16, without padding; the same bytes for the same content."""
    tables, marks = _contents(chapter), _scene_marks(chapter)
    groups = [_text_frames(chapter), *([table] for table in tables), *([mark] for mark in marks)]
    if chapter.cover:
        groups.append([_cover(chapter.cover)])
    body = b"".join(_frames_as_bytes(frames) for frames in groups)
    return b"ID3\x03\x00\x00" + _syncsafe(len(body)) + body


def tag_writer() -> str:
    """Name what writes the frames, with its version: another one may give other bytes."""
    return f"mutagen {version('mutagen')}"


def tag_length(head: bytes) -> int:
    """Say how many bytes of a file are its ID3 v2 tag, from its first ten; 0 if it starts without one."""
    if len(head) < _HEADER_BYTES or head[:3] != b"ID3" or any(byte > 0x7F for byte in head[6:10]):
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte
    return _HEADER_BYTES + size


def _id3() -> Any:
    """Mutagen's frames; it has no types, so here they end."""
    from mutagen import id3

    return id3


def _frames_as_bytes(frames: Iterable[Any]) -> bytes:
    """Let mutagen write a tag of its own and take the header off; it would sort scene marks by their size."""
    tag = _id3().ID3()
    for frame in frames:
        tag.add(frame)
    tag.update_to_v23()
    file = io.BytesIO()
    tag.save(file, v1=0, v2_version=3, padding=lambda _info: 0)
    return file.getvalue()[_HEADER_BYTES:]


def _syncsafe(size: int) -> bytes:
    """Write a number as ID3 does: seven bits a byte."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def _text_frames(chapter: ChapterTags) -> list[Any]:
    id3, book = _id3(), chapter.book
    texts = (
        (id3.TIT2, chapter.title),
        (id3.TALB, book.title),
        (id3.TIT3, book.subtitle),
        (id3.TPE1, book.author),
        (id3.TPE2, book.author),
        (id3.TCOM, join_voices(book)),
        (id3.TRCK, f"{chapter.number}/{chapter.total}" if 1 <= chapter.number <= chapter.total else None),
        (id3.TPOS, "1/1"),
        (id3.TCON, book.genre or GENRE),
        (id3.TYER, find_year(book.year)),
        (id3.TPUB, book.publisher),
        (id3.TLAN, iso_639_2(book.language)),
        *_series_texts(book),
    )
    frames = [_text(frame, text) for frame, text in texts if clean_text(text)]
    if book.series:
        frames.append(id3.TXXX(encoding=1, desc="SERIES", text=[clean_text(book.series)]))
    if book.series and book.series_part:
        frames.append(id3.TXXX(encoding=1, desc="SERIES-PART", text=[clean_text(book.series_part)]))
    if book.description:
        frames.append(id3.COMM(encoding=1, lang=_COMMENT_LANGUAGE, desc="", text=[clean_text(book.description)]))
    return frames


def _series_texts(book: BookTags) -> tuple[tuple[Any, str | None], ...]:
    """The series as a grouping, and as Apple reads movements."""
    if not book.series:
        return ()
    id3 = _id3()
    return ((id3.TIT1, series_grouping(book)), (id3.MVNM, book.series), (id3.MVIN, book.series_part))


def _text(frame: Any, text: str | None) -> Any:
    return frame(encoding=1, text=[clean_text(text)])


def _cover(cover: bytes) -> Any:
    # The empty description is Latin-1: Windows Explorer and iTunes misread a UTF-16 one.
    return _id3().APIC(encoding=0, mime="image/jpeg", type=_FRONT_COVER, desc="", data=cover)


def _contents(chapter: ChapterTags) -> Iterator[Any]:
    """The table of contents, or, where one cannot hold all marks, one of several tables."""
    id3 = _id3()
    marks = [_scene_id(number) for number in range(1, len(chapter.scenes) + 1)]
    parts = [marks[start : start + _MOST_CHILDREN] for start in range(0, len(marks), _MOST_CHILDREN)]
    tables = {f"toc{number}": part for number, part in enumerate(parts, start=1)} if len(parts) > 1 else {}
    top_level, ordered = id3.CTOCFlags.TOP_LEVEL, id3.CTOCFlags.ORDERED
    title = [_text(id3.TIT2, chapter.title)]
    yield id3.CTOC(
        element_id="toc", flags=top_level | ordered, child_element_ids=list(tables) or marks, sub_frames=title
    )
    for name, part in tables.items():
        yield id3.CTOC(element_id=name, flags=ordered, child_element_ids=part, sub_frames=[])


def _scene_marks(chapter: ChapterTags) -> Iterator[Any]:
    id3 = _id3()
    for number, scene in enumerate(chapter.scenes, start=1):
        yield id3.CHAP(
            element_id=_scene_id(number),
            start_time=_milliseconds(scene.start_sample, chapter.rate_hz),
            end_time=_milliseconds(scene.end_sample, chapter.rate_hz),
            start_offset=_WHOLE_FILE_UNKNOWN,
            end_offset=_WHOLE_FILE_UNKNOWN,
            sub_frames=[_text(id3.TIT2, scene.title)],
        )


def _scene_id(number: int) -> str:
    return f"scene{number}"


def _milliseconds(samples: int, rate_hz: int) -> int:
    return min((2000 * samples + rate_hz) // (2 * rate_hz), _LARGEST_TIME_MS)
