"""The book as one MP3: its chapters' frames one after the other behind one tag that marks where each begins.

Joining MP3 files as they are breaks them: tags and headers stand in the middle, and a frame may need bits of one before
it. Here neither is so. Only frames are joined, every chapter's at the same rate and with no header of a length, and
LAME begins each chapter with a frame that needs none before it. So nothing is encoded again, and each chapter sounds as
in its own file.
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path

from audiobook.assembly.chapter_job import HEAD_BYTES, ChapterJob, audio_key, read_mp3_audio
from audiobook.assembly.tagging.tags import ChapterTags, tag_bytes, tag_length
from audiobook.assembly.whole_book.book_file import BookFileJob, BookFileKeys, describe_book_file, digest_of
from audiobook.codecs.mp3 import mp3_length_samples
from audiobook.model.release import ReleasedExtra
from audiobook.model.timeline import SceneMark
from audiobook.workspace.files import open_atomically

_FORMAT_VERSION = "1"
"""Changes whenever the same chapters may be joined to another file."""


def single_mp3_keys(job: BookFileJob) -> BookFileKeys:
    """Digest what a single MP3 is made from. The chapters' files must be finished."""
    sound = digest_of(_FORMAT_VERSION, [audio_key(chapter) for chapter in job.chapters])
    return BookFileKeys(sound=sound, tags=digest_of(_tag(job).hex()))


def join_chapters(job: BookFileJob, keys: BookFileKeys) -> ReleasedExtra:
    """Write the MP3 from the chapters' finished files; it appears complete or not at all.

    Raises:
        OutputError: a file cannot be read or written.
    """
    with open_atomically(job.folder / job.file) as file:
        for piece in _pieces(job):
            file.write(piece)
        file.flush()
        return describe_book_file(job, keys, Path(file.name), length_samples=_borders(job)[-1])


def _pieces(job: BookFileJob) -> Iterator[bytes]:
    yield _tag(job)
    for chapter in job.chapters:
        yield from read_mp3_audio(chapter.folder / chapter.file)


def _tag(job: BookFileJob) -> bytes:
    marks = tuple(
        SceneMark(title=chapter.tags.title, start_sample=start, end_sample=end)
        for chapter, (start, end) in zip(job.chapters, pairwise(_borders(job)), strict=True)
    )
    return tag_bytes(
        ChapterTags(
            book=job.tags,
            title=job.tags.title,
            number=1,
            total=1,
            scenes=marks,
            rate_hz=job.rate_hz,
            cover=job.cover,
        )
    )


def _borders(job: BookFileJob) -> tuple[int, ...]:
    """Say at which sample each chapter begins, and last how long all are: what their frames decode to."""
    return tuple(accumulate((_decoded_length(chapter) for chapter in job.chapters), initial=0))


def _decoded_length(chapter: ChapterJob) -> int:
    path = chapter.folder / chapter.file
    with path.open("rb") as file:
        size_bytes = path.stat().st_size - tag_length(file.read(HEAD_BYTES))
    return mp3_length_samples(size_bytes, rate_hz=chapter.timeline.rate_hz, bit_rate_kbps=chapter.profile.bit_rate_kbps)
