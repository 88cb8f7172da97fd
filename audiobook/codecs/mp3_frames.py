"""An MP3 file frame by frame: what its headers say, and what in it belongs to no frame.

Knows the headers of MPEG-1, MPEG-2 and MPEG-2.5 layer III (ISO/IEC 11172-3 and 13818-3); decodes nothing. A decoder
steps over damage without a word; this says how much there is.
"""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from audiobook.errors import AudioFormatError
from audiobook.workspace.files import describe

_BIT_RATES_KBPS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES_HZ = {0b11: (44100, 48000, 32000), 0b10: (22050, 24000, 16000), 0b00: (11025, 12000, 8000)}
_LAYER_3 = 0b01
_MONO = 0b11
_SIDE_INFO_BYTES = {(1, True): 17, (1, False): 32, (2, True): 9, (2, False): 17}  # by generation and whether it is mono
_INFO_MARKS = (b"Xing", b"Info")
_BUFFER_BYTES = 1 << 16
_SEARCHED_BYTES = 1 << 12
_OLD_TAG_BYTES = 128  # ID3v1, at the very end


@dataclass(frozen=True, slots=True, kw_only=True)
class Mp3Stream:
    """What the frames of an MP3 file have in common, and what they have not.

    Attributes:
        frames: how many have sound; a Xing or Info frame is not counted.
        rates_hz: sample rates met, lowest first; a sound file has one.
        channels: numbers of channels met, least first; as rates.
        bit_rates_kbps: bit rates met, lowest first; several are a variable bit rate.
        length_samples: of all frames together.
        junk_bytes: between the frames; tags are none.
        junk_at: where in the file the first of it lies.
        is_cut_off: the last frame is not all there.
        stated_frames: how many the Xing or Info frame says there are; None without one.
    """

    frames: int
    rates_hz: tuple[int, ...]
    channels: tuple[int, ...]
    bit_rates_kbps: tuple[int, ...]
    length_samples: int
    junk_bytes: int
    junk_at: int | None
    is_cut_off: bool
    stated_frames: int | None = None


class _Frame(NamedTuple):
    """A header, read."""

    rate_hz: int
    channels: int
    bit_rate_kbps: int
    size: int
    samples: int
    info_at: int


def read_mp3_stream(path: Path, *, start: int = 0) -> Mp3Stream:
    """Walk through the frames of a file.

    Args:
        path: an MP3 file.
        start: where its sound begins: the length of the tag in front.

    Raises:
        AudioFormatError: it cannot be read, or there is no frame in it.
    """
    try:
        with path.open("rb", buffering=_BUFFER_BYTES) as file:
            stream = _walk(file, start, _end_of_sound(file))
    except OSError as error:
        raise AudioFormatError(f"{path}: cannot be read: {describe(error)}", hint="make it readable") from error
    if not stream.frames:
        raise AudioFormatError(f"{path}: there is no MP3 frame in it", hint="make it again")
    return stream


def _walk(file: BinaryIO, start: int, end: int) -> Mp3Stream:
    kinds: Counter[tuple[int, int, int, int]] = Counter()
    position, junk_bytes, junk_at = start, 0, None
    stated_frames = None
    for place, frame in _frames(file, start, end):
        if place > position:
            junk_at = position if junk_at is None else junk_at
            junk_bytes += place - position
        position = place + frame.size
        if not kinds and _read_at(file, place + frame.info_at, 4) in _INFO_MARKS:  # only the first may be one
            stated_frames = _stated_frames(_read_at(file, place + frame.info_at + 4, 8))
        else:
            kinds[frame.rate_hz, frame.channels, frame.bit_rate_kbps, frame.samples] += 1
    if position < end:
        junk_at = position if junk_at is None else junk_at
        junk_bytes += end - position
    return Mp3Stream(
        frames=kinds.total(),
        rates_hz=tuple(sorted({kind[0] for kind in kinds})),
        channels=tuple(sorted({kind[1] for kind in kinds})),
        bit_rates_kbps=tuple(sorted({kind[2] for kind in kinds})),
        length_samples=sum(kind[3] * count for kind, count in kinds.items()),
        junk_bytes=junk_bytes,
        junk_at=junk_at,
        is_cut_off=position > end,
        stated_frames=stated_frames,
    )


def _stated_frames(head: bytes) -> int | None:
    """Read what follows the mark of a Xing or Info frame: flags, then the number of frames if the lowest is set."""
    flags, frames = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")
    return frames if flags & 1 and frames else None


def _end_of_sound(file: BinaryIO) -> int:
    end = file.seek(0, io.SEEK_END)
    has_old_tag = end >= _OLD_TAG_BYTES and _read_at(file, end - _OLD_TAG_BYTES, 3) == b"TAG"
    return end - _OLD_TAG_BYTES if has_old_tag else end


def _read_at(file: BinaryIO, place: int, count: int) -> bytes:
    file.seek(place)
    return file.read(count)


def _frames(file: BinaryIO, start: int, end: int) -> Iterator[tuple[int, _Frame]]:
    """Yield each frame and where it is; one that does not follow another at once counts only if one follows it."""
    known: dict[bytes, _Frame | None] = {}
    place, is_in_step = start, False
    while place + 4 <= end:
        header = _read_at(file, place, 4)
        if header not in known:
            known[header] = _read_header(header)
        frame = known[header]
        if frame is not None and (is_in_step or _is_followed(file, place + frame.size, end)):
            yield place, frame
            place, is_in_step = place + frame.size, True
        else:
            place, is_in_step = _next_sync(file, place + 1, end), False


def _next_sync(file: BinaryIO, place: int, end: int) -> int:
    """Find the next byte that may begin a frame; `end` if there is none."""
    while place < end:
        data = _read_at(file, place, min(_SEARCHED_BYTES, end - place))
        found = data.find(b"\xff")
        if found >= 0:
            return place + found
        place += max(len(data), 1)
    return end


def _is_followed(file: BinaryIO, place: int, end: int) -> bool:
    return place == end or _read_header(_read_at(file, place, 4).ljust(4, b"\0")) is not None


def _read_header(header: bytes) -> _Frame | None:
    """Take four bytes apart; None if they begin no frame of layer III."""
    bits = int.from_bytes(header, "big")
    version, layer = bits >> 19 & 0b11, bits >> 17 & 0b11
    bit_rate_index, rate_index, padding = bits >> 12 & 0b1111, bits >> 10 & 0b11, bits >> 9 & 1
    if bits >> 21 != 0x7FF or version not in _RATES_HZ or layer != _LAYER_3:
        return None
    if bit_rate_index in (0, 0b1111) or rate_index == 0b11:
        return None
    generation = 1 if version == 0b11 else 2
    rate_hz, bit_rate_kbps = _RATES_HZ[version][rate_index], _BIT_RATES_KBPS[generation][bit_rate_index]
    samples = 1152 if generation == 1 else 576
    is_mono = bits >> 6 & 0b11 == _MONO
    return _Frame(
        rate_hz=rate_hz,
        channels=1 if is_mono else 2,
        bit_rate_kbps=bit_rate_kbps,
        size=samples * bit_rate_kbps * 125 // rate_hz + padding,
        samples=samples,
        info_at=4 + _SIDE_INFO_BYTES[generation, is_mono],
    )
