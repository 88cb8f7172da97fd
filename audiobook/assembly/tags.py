"""A chapter's tag: the bytes of one ID3 v2.3 block, which stands in front of the audio.

Knows frames; refuses to open the file it belongs to. The audio behind the tag is never touched, so a changed title
costs a copy and no encoding.
"""

import io
import re
from dataclasses import dataclass
from typing import Any

from audiobook.assembly.language_codes import iso_639_2
from audiobook.model.release import BookTags
from audiobook.model.timeline import SceneMark

_GENRE = "Audiobook"
_COMMENT_LANGUAGE = "eng"  # players show the comment that is English and has no description
_WHOLE_FILE_UNKNOWN = 0xFFFFFFFF  # CHAP: byte offsets are not given, the times count
_FRONT_COVER = 3
_LARGEST_TIME_MS = 0xFFFFFFFE
_HEADER_BYTES = 10
_UNSAYABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterTags:
    """What the tag of one chapter says.

    Attributes:
        title: unique in the book.
        number: counted from 1, of `total`.
        rate_hz: of the samples in which `scenes` are counted.
        cover: JPEG.
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
    tag = _frames().ID3()
    _add_texts(tag, chapter)
    _add_series(tag, chapter.book)
    _add_cover(tag, chapter.cover)
    _add_scenes(tag, chapter)
    tag.update_to_v23()
    file = io.BytesIO()
    tag.save(file, v1=0, v2_version=3, padding=lambda _info: 0)
    return file.getvalue()


def tag_length(head: bytes) -> int:
    """Say how many bytes of a file are its ID3 v2 tag, from its first ten; 0 if it starts without one."""
    if len(head) < _HEADER_BYTES or head[:3] != b"ID3" or any(byte > 0x7F for byte in head[6:10]):
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte
    return _HEADER_BYTES + size


def _frames() -> Any:
    """Mutagen's frames; it has no types, so here they end."""
    from mutagen import id3

    return id3


def _add_texts(tag: Any, chapter: ChapterTags) -> None:
    id3 = _frames()
    book = chapter.book
    for frame, text in (
        (id3.TIT2, chapter.title),
        (id3.TALB, book.title),
        (id3.TPE1, book.author),
        (id3.TPE2, book.author),
        (id3.TCOM, "; ".join(voice.replace(";", ",") for voice in book.voices)),
        (id3.TRCK, f"{chapter.number}/{chapter.total}"),
        (id3.TPOS, "1/1"),
        (id3.TCON, _GENRE),
        (id3.TYER, _year(book.year)),
        (id3.TPUB, book.publisher),
        (id3.TLAN, iso_639_2(book.language)),
    ):
        _add_text(tag, frame, text)
    if book.description:
        tag.add(id3.COMM(encoding=1, lang=_COMMENT_LANGUAGE, desc="", text=[_clean(book.description)]))


def _add_series(tag: Any, book: BookTags) -> None:
    id3 = _frames()
    if not book.series:
        return
    series, part = _clean(book.series), _clean(book.series_part or "")
    tag.add(id3.TXXX(encoding=1, desc="SERIES", text=[series]))
    _add_text(tag, id3.TIT1, f"{series} #{part}" if part else series)  # as Audiobookshelf reads a grouping
    _add_text(tag, id3.MVNM, series)
    if part:
        tag.add(id3.TXXX(encoding=1, desc="SERIES-PART", text=[part]))
        _add_text(tag, id3.MVIN, part)


def _add_text(tag: Any, frame: Any, text: str | None) -> None:
    cleaned = _clean(text or "")
    if cleaned:
        tag.add(frame(encoding=1, text=[cleaned]))


def _add_cover(tag: Any, cover: bytes) -> None:
    # The empty description is Latin-1: Windows Explorer and iTunes misread a UTF-16 one.
    tag.add(_frames().APIC(encoding=0, mime="image/jpeg", type=_FRONT_COVER, desc="", data=cover))


def _add_scenes(tag: Any, chapter: ChapterTags) -> None:
    id3 = _frames()
    ids = [f"scene{number}" for number in range(1, len(chapter.scenes) + 1)]
    title = id3.TIT2(encoding=1, text=[_clean(chapter.title)])
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    tag.add(id3.CTOC(element_id="toc", flags=flags, child_element_ids=ids, sub_frames=[title]))
    for element_id, scene in zip(ids, chapter.scenes, strict=True):
        tag.add(
            id3.CHAP(
                element_id=element_id,
                start_time=_milliseconds(scene.start_sample, chapter.rate_hz),
                end_time=_milliseconds(scene.end_sample, chapter.rate_hz),
                start_offset=_WHOLE_FILE_UNKNOWN,
                end_offset=_WHOLE_FILE_UNKNOWN,
                sub_frames=[id3.TIT2(encoding=1, text=[_clean(scene.title)])],
            )
        )


def _milliseconds(samples: int, rate_hz: int) -> int:
    return min((2000 * samples + rate_hz) // (2 * rate_hz), _LARGEST_TIME_MS)


def _year(text: str | None) -> str | None:
    found = _YEAR.search(text or "")
    return found[0] if found else None


def _clean(text: str) -> str:
    """Take out what no frame can hold: NUL would cut the text, a lone surrogate cannot be written."""
    return _UNSAYABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
