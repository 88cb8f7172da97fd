"""What later stages must know of a take, measured once and packed into its file's head.

Knows the layout of that head; refuses to know where the file is.
"""

import struct
import zlib
from dataclasses import dataclass

from audiobook.model.speech import Pcm
from audiobook.model.take import TakeFigures

_LAYOUT_VERSION = 3
_FIXED = struct.Struct("<BIIHIII")
"""Layout's version, rate_hz, length_samples, peak, bytes of audio frames, their checksum, number of blocks."""
_CHECK = struct.Struct("<I")
MAX_HEAD_BYTES = 4096
"""A head this long holds the figures of 95 seconds; longer takes need a second look into the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeHead:
    """What the head of a take's file says.

    Attributes:
        frames_bytes: length of the audio frames after it.
        frames_checksum: `checksum_frames` of them.
    """

    figures: TakeFigures
    frames_bytes: int
    frames_checksum: int


def measure_take(pcm: Pcm) -> TakeFigures:
    """Measure a take: its peak and the K-weighted energy of every 100 ms."""
    import numpy as np

    from audiobook.codecs.loudness import block_energies

    samples = np.frombuffer(pcm.samples, dtype="<i2")
    peak = max(int(samples.max()), -int(samples.min())) if len(samples) else 0
    return TakeFigures(
        rate_hz=pcm.rate_hz,
        length_samples=len(samples),
        peak=peak,
        block_energies=block_energies(samples, pcm.rate_hz),
    )


def checksum_frames(frames: bytes) -> int:
    """Sum up encoded sound, so that damage on disk never becomes wrong sound; FLAC's own sums stand behind it."""
    return zlib.crc32(frames)


def pack_head(figures: TakeFigures, frames: bytes, *, key: str) -> bytes:
    """Write a head that `unpack_head` reads for the same key only; energies are kept as 32-bit floats."""
    count = len(figures.block_energies)
    fixed = _FIXED.pack(
        _LAYOUT_VERSION,
        figures.rate_hz,
        figures.length_samples,
        figures.peak,
        len(frames),
        checksum_frames(frames),
        count,
    )
    packed = fixed + struct.pack(f"<{count}f", *figures.block_energies)
    return packed + _CHECK.pack(_check(packed, key))


def unpack_head(packed: bytes, *, key: str) -> TakeHead | None:
    """Read a head; None if it is damaged, another take's, or of another version of this program."""
    if len(packed) < _FIXED.size + _CHECK.size or packed[0] != _LAYOUT_VERSION:
        return None
    _, rate_hz, length_samples, peak, frames_bytes, frames_checksum, count = _FIXED.unpack_from(packed)
    checked = _FIXED.size + 4 * count
    if len(packed) != checked + _CHECK.size:
        return None
    if _CHECK.unpack_from(packed, checked)[0] != _check(packed[:checked], key):
        return None
    energies = struct.unpack_from(f"<{count}f", packed, _FIXED.size)
    figures = TakeFigures(rate_hz=rate_hz, length_samples=length_samples, peak=peak, block_energies=energies)
    return TakeHead(figures=figures, frames_bytes=frames_bytes, frames_checksum=frames_checksum)


def _check(packed: bytes, key: str) -> int:
    """Sum up a head together with its take's name: a file that got the name of another take is none."""
    return zlib.crc32(packed + key.encode())
