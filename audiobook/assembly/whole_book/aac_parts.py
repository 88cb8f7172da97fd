"""The AAC of single chapters, kept below the build folder so that a changed chapter costs no other one's encoding.

A part's name holds what it was made from and a digest of its content, so a damaged one is noticed and made again.
Knows single chapters; refuses to know the book they become.
"""

import hashlib
import io
from collections.abc import Collection
from pathlib import Path

from audiobook.assembly.chapter_job import ChapterJob, audio_key, mix_chapter
from audiobook.assembly.whole_book.book_file import digest_of
from audiobook.codecs.aac import aac_bit_rate_kbps, aac_encoder_name, write_aac
from audiobook.workspace.files import remove_file, write_atomically

_PARTS_VERSION = "1"
"""Changes whenever the same chapter may give another part."""

_ENCODER_GAIN_DB = 0.0
"""Measured: -0.05 LU at 64 kb/s and 22.05 kHz, where LAME takes 0.42; not worth a correction."""


def part_key(job: ChapterJob) -> str:
    """Digest everything that shapes a chapter's sound as AAC."""
    return digest_of(_PARTS_VERSION, aac_encoder_name(), _bit_rate_kbps(job), audio_key(job))[:32]


def find_part(folder: Path, job: ChapterJob) -> Path | None:
    """Find a chapter's AAC, if it was made and its content is still what its name says."""
    for path in sorted(folder.glob(f"{part_key(job)}-*.m4a")):
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            continue
        if path.stem.endswith(digest[:32]):
            return path
    return None


def encode_part(job: ChapterJob, folder: Path) -> Path:
    """Mix and encode a chapter; one chapter's AAC is in memory meanwhile, half a megabyte a minute.

    Raises:
        OutputError: it cannot be written, or a take has changed since the timeline was made.
        TakeLostError: a take is missing or damaged.
        EngineError: the encoder failed.
    """
    file = io.BytesIO()
    samples = mix_chapter(job, encoder_gain_db=_ENCODER_GAIN_DB)
    write_aac(file, samples, rate_hz=job.timeline.rate_hz, bit_rate_kbps=_bit_rate_kbps(job))
    content = file.getvalue()
    path = folder / f"{part_key(job)}-{hashlib.sha256(content).hexdigest()[:32]}.m4a"
    write_atomically(path, content)
    return path


def sweep_parts(folder: Path, *, used: Collection[Path]) -> None:
    """Remove parts that the book no longer has.

    Raises:
        OutputError: one cannot be removed.
    """
    for path in folder.glob("*.m4a"):
        if path not in used:
            remove_file(path)


def _bit_rate_kbps(job: ChapterJob) -> int:
    return aac_bit_rate_kbps(job.timeline.rate_hz, wanted_kbps=job.profile.bit_rate_kbps)
