"""Takes on disk: one FLAC file each, named by its key, with its figures in the head.

A file is written whole or not at all, and checked whenever its sound is read: what is damaged counts as absent. So
takes are not forced to the disk one by one (a power cut may cost some of them, never give wrong sound), and writers
of the same key do not disturb each other. Refuses to know who needs a take.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from audiobook.errors import OutputError, TakeLostError
from audiobook.model.speech import Pcm
from audiobook.model.take import TakeFigures
from audiobook.synthesis.take_figures import (
    MAX_HEAD_BYTES,
    TakeHead,
    checksum_frames,
    measure_take,
    pack_head,
    unpack_head,
)
from audiobook.workspace.files import write_atomically

_APPLICATION_ID = b"abtk"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedTake:
    """A take as it is kept.

    Attributes:
        data: the whole file.
        figures: what its head says.
    """

    data: bytes
    figures: TakeFigures


@dataclass(frozen=True, slots=True)
class TakeStore:
    """All takes below one folder; it may be handed to other processes.

    Args:
        folder: made when the first take is written; one folder serves any number of books.
    """

    folder: Path

    def path(self, key: str) -> Path:
        """Say where the take of a key is, whether it is there or not."""
        return self.folder / key[:2] / f"{key}.flac"

    def figures(self, key: str) -> TakeFigures | None:
        """Read the figures of a take from the head of its file; None if it is absent, cut off, damaged or another's.

        The sound itself is not read, so damage inside it shows in `read` only.
        """
        try:
            with self.path(key).open("rb", buffering=0) as file:
                size = os.fstat(file.fileno()).st_size
                beginning = file.read(MAX_HEAD_BYTES)
                head, frames_start = _find_head(beginning, key)
                if head is None and frames_start > len(beginning):
                    head, _ = _find_head(beginning + file.read(frames_start - len(beginning)), key)
        except OSError:
            return None
        if head is None or size != frames_start + head.frames_bytes:
            return None
        return head.figures

    def read(self, key: str) -> Pcm:
        """Read a take's sound, exactly as it was written.

        Raises:
            TakeLostError: the take is absent, or was damaged and therefore has just been removed.
        """
        from audiobook.codecs.flac import decode_flac

        try:
            data = self.path(key).read_bytes()
        except OSError as error:
            raise _lost(self.path(key), "is not there") from error
        head, frames_start = _find_head(data, key)
        if head is not None and checksum_frames(data[frames_start:]) == head.frames_checksum:
            pcm = decode_flac(data, most_samples=head.figures.length_samples)
            if pcm is not None and (pcm.length_samples, pcm.rate_hz) == _measures(head):
                return pcm
        with suppress(OSError):
            self.path(key).unlink()
        raise _lost(self.path(key), "was damaged")

    def is_whole(self, key: str) -> bool:
        """Say whether a take is there, undamaged, and the very one of its key; nothing is decoded or removed."""
        try:
            return unpack_figures(key, self.path(key).read_bytes()) is not None
        except OSError:
            return False

    def write(self, key: str, pcm: Pcm) -> TakeFigures:
        """Keep a take, replacing whatever is there.

        Raises:
            OutputError: the folder cannot be written or the disk is full.
            EngineError: there is no sample in it.
        """
        packed = pack_take(key, pcm)
        self.put(key, packed)
        return packed.figures

    def put(self, key: str, packed: PackedTake) -> None:
        """Keep a take that was packed before, here or on another machine, replacing whatever is there.

        Raises:
            OutputError: as `write`.
        """
        try:
            write_atomically(self.path(key), packed.data)
        except OutputError:
            # Windows refuses to replace a file that somebody reads: fine if it is the same take.
            if self.figures(key) != packed.figures:
                raise


def pack_take(key: str, pcm: Pcm) -> PackedTake:
    """Make the file of a take; the same samples give the same bytes.

    Raises:
        EngineError: there is no sample in it.
    """
    from audiobook.codecs.flac import assemble_flac, encode_flac

    figures = measure_take(pcm)
    parts = encode_flac(pcm)
    head = pack_head(figures, parts.frames, key=key)
    data = assemble_flac(parts, application_id=_APPLICATION_ID, application_data=head)
    return PackedTake(data=data, figures=figures)


def unpack_figures(key: str, data: bytes) -> TakeFigures | None:
    """Read the figures of a whole file; None if it is damaged or not the take of this key."""
    head, frames_start = _find_head(data, key)
    if head is None or checksum_frames(data[frames_start:]) != head.frames_checksum:
        return None
    return head.figures


def _find_head(data: bytes, key: str) -> tuple[TakeHead | None, int]:
    """Find the head and where the audio frames start, which may be past `data`; (None, 0) if it is no take."""
    from audiobook.codecs.flac import application_block

    block = application_block(data, application_id=_APPLICATION_ID)
    if block is None:
        return None, 0
    start, end = block
    return unpack_head(data[start:end], key=key), end


def _measures(head: TakeHead) -> tuple[int, int]:
    return head.figures.length_samples, head.figures.rate_hz


def _lost(path: Path, how: str) -> TakeLostError:
    return TakeLostError(f"{path}: this take {how}", hint="run the same command again: it is spoken anew")
