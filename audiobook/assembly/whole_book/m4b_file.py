"""The book as one M4B: the chapters' AAC joined, marked and tagged.

Knows when it must be joined anew and when new tags will do; refuses to encode, which is `aac_parts`'s.
"""

from collections.abc import Sequence
from pathlib import Path

from audiobook.assembly.tagging.m4b_tags import m4b_tags_key, write_m4b_tags
from audiobook.assembly.tagging.tag_text import clean_text
from audiobook.assembly.whole_book.aac_parts import part_key
from audiobook.assembly.whole_book.book_file import BookFileJob, BookFileKeys, copy_bytes, describe_book_file, digest_of
from audiobook.codecs.m4b import AacChapter, join_m4b
from audiobook.language.iso_639 import iso_639_2
from audiobook.model.release import ReleasedExtra
from audiobook.workspace.files import open_atomically

_FORMAT_VERSION = "1"
"""Changes whenever the same chapters may be joined to another file."""


def m4b_keys(job: BookFileJob) -> BookFileKeys:
    """Digest what an M4B is made from; the chapters' titles are marks and count as sound."""
    chapters = [(part_key(chapter), chapter.tags.title, chapter.timeline.length_samples) for chapter in job.chapters]
    sound = digest_of(_FORMAT_VERSION, chapters, iso_639_2(job.tags.language))
    return BookFileKeys(sound=sound, tags=m4b_tags_key(job.tags, job.cover))


def join_book(job: BookFileJob, keys: BookFileKeys, parts: Sequence[Path]) -> ReleasedExtra:
    """Write the M4B from its chapters' parts; it appears complete or not at all.

    Args:
        job: the book.
        keys: its own.
        parts: each chapter's AAC, in reading order.

    Raises:
        OutputError: a file cannot be read or written.
        EngineError: a part is damaged.
    """
    chapters = [
        AacChapter(title=clean_text(chapter.tags.title), sound=part, length_samples=chapter.timeline.length_samples)
        for chapter, part in zip(job.chapters, parts, strict=True)
    ]
    with open_atomically(job.folder / job.file) as file:
        path = Path(file.name)  # libav goes back over the file to put the index in front, so it opens it itself
        language = iso_639_2(job.tags.language)
        length_samples = join_m4b(path, chapters, rate_hz=job.rate_hz, language=language)
        write_m4b_tags(path, job.tags, job.cover)
        return describe_book_file(job, keys, path, length_samples=length_samples)


def retag_book(job: BookFileJob, keys: BookFileKeys, made: ReleasedExtra) -> ReleasedExtra:
    """Write the M4B with new tags, or under a new name, from one with the same sound and marks.

    Raises:
        OutputError: a file cannot be read or written.
    """
    with open_atomically(job.folder / job.file) as file:
        for piece in copy_bytes(job.folder / made.file):
            file.write(piece)
        file.flush()
        path = Path(file.name)
        write_m4b_tags(path, job.tags, job.cover)
        return describe_book_file(job, keys, path, length_samples=made.length_samples)
