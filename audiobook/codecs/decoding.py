"""Any sound file decoded, by PyAV (FFmpeg's libraries in a wheel): facts first, then samples as a stream.

WAV, MP3, M4A and M4B (AAC, ALAC), FLAC, Ogg, AIFF and the like, at any rate, with any channels and sample format. About
a second is in memory at a time, however long the file is. Knows files and samples; refuses to know what they are for,
and to change rate or level.

An MP3 with a Xing or LAME header is decoded without the silence that encoder and decoder put in front and behind. One
without (as `codecs.mp3` writes them) says nothing of it, so it begins `MP3_DELAY_SAMPLES` late, as in every player.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from audiobook.errors import AudioFormatError
from audiobook.workspace.files import describe

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

MP3_DELAY_SAMPLES = 576 + 529
"""By how much a decoded MP3 lags if it has no LAME header: LAME's encoder delay, and that of every MP3 decoder."""

_FORMATS = "wav,w64,mp3,mov,flac,ogg,aac,aiff,caf,matroska"
"""What libav may take a file for: no playlist, and nothing else that would have it open another file or address."""

_TAGS_READ_WHEN_ASKED = 19  # PyAV's version from which it decodes tags only when they are asked for
_UNKNOWN_SIZE = 0xFFFFFFFF  # what programs write into a WAV file's head that goes down a pipe
_MICROSECONDS = 1_000_000
_ESTIMATED_LENGTHS = frozenset({"mp3", "aac"})  # these containers do not say how long they are
_EXACT_LENGTHS = frozenset({"flac"})  # where a decoder leaves a damaged frame out without a word
_MOST_MISSING_S = 0.2  # encoders round their stated length to whole frames, players do not mind
_FULL_SCALES = {"u8": 2.0**7, "s16": 2.0**15, "s32": 2.0**31, "s64": 2.0**63, "flt": 1.0, "dbl": 1.0}
_HINT = "export it again as WAV, FLAC, MP3 or M4A"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFacts:
    """What a sound file says of itself.

    Attributes:
        container: libav's name, such as "mp3", "wav", "flac"; M4A and M4B are "mov".
        codec: libav's name, such as "mp3", "aac", "pcm_s16le".
        bit_rate_bps: of the sound alone; None if the file does not say.
        duration_s: an estimate for MP3 without a Xing header, and for bare AAC; None if the file does not say.
    """

    container: str
    codec: str
    rate_hz: int
    channels: int
    bit_rate_bps: int | None
    duration_s: float | None


class OpenSound:
    """A sound file that is open for decoding; see `open_sound`.

    Attributes:
        facts: what the file says of itself.
    """

    def __init__(self, path: Path, container: Any) -> None:
        self._path = path
        self._container = container
        self._stream = _only_sound(path, container)
        self.facts = _facts(container, self._stream)
        if self.facts.rate_hz <= 0 or self.facts.channels <= 0:
            raise AudioFormatError(f"{path}: this file is damaged, or is no sound at all", hint=_HINT)

    def blocks(self) -> "Iterator[Samples]":
        """Decode from the start to the end, once.

        Yields:
            Mono samples (several channels: their mean), about a second each; full scale is 1.0, and decoded MP3 and AAC
            may pass it.

        Raises:
            AudioFormatError: the file is damaged, ends early, or has no sample in it.
        """
        length_samples = 0
        for block in self._decoded():
            length_samples += len(block)
            yield block
        self._require_whole(length_samples)

    def _decoded(self) -> "Iterator[Samples]":
        import av

        waiting = av.AudioFifo()  # joins frames of some 20 ms without Python touching each: a third of the time
        try:
            for frame in self._container.decode(self._stream):
                self._require_same_kind(frame.sample_rate, len(frame.layout.channels))
                frame.pts = None  # gaps in the time stamps are no matter
                waiting.write(frame)
                if waiting.samples >= self.facts.rate_hz:
                    yield _mono(waiting.read())
        except (av.FFmpegError, OSError, ValueError) as error:
            raise AudioFormatError(f"{self._path}: this sound is damaged: {_reason(error)}", hint=_HINT) from error
        if waiting.samples:
            yield _mono(waiting.read())

    def _require_same_kind(self, rate_hz: int, channels: int) -> None:
        was, found = (self.facts.rate_hz, self.facts.channels), (rate_hz, channels)
        if found != was:
            raise AudioFormatError(
                f"{self._path}: the sound changes in the middle from {was[0]} Hz and {was[1]} channels "
                f"to {found[0]} Hz and {found[1]}",
                hint=_HINT,
            )

    def _require_whole(self, length_samples: int) -> None:
        stated_s = self.facts.duration_s
        heard_s = length_samples / self.facts.rate_hz
        if not length_samples:
            raise AudioFormatError(f"{self._path}: there is no sound in it", hint=_HINT)
        missing_s = 0.0 if self.facts.container in _EXACT_LENGTHS else _MOST_MISSING_S
        if self.facts.container in _ESTIMATED_LENGTHS or stated_s is None or heard_s >= stated_s - missing_s - 1e-6:
            return
        raise AudioFormatError(
            f"{self._path}: only {heard_s:.1f} of its {stated_s:.1f} seconds are there",
            hint="copy it again from where it came from",
        )


@contextmanager
def open_sound(path: Path) -> Iterator[OpenSound]:
    """Open a sound file of any common format.

    Raises:
        AudioFormatError: it is missing, cannot be read, is damaged, or is no sound.
    """
    with _open_file(path) as file, _open_container(path, file) as sound:
        yield sound


@contextmanager
def open_sound_in_memory(data: bytes, *, name: str) -> Iterator[OpenSound]:
    """Open a sound file that is not on disk; `name` stands for it in messages.

    Raises:
        AudioFormatError: it is damaged, or is no sound.
    """
    with _open_container(Path(name), io.BytesIO(data)) as sound:
        yield sound


@contextmanager
def _open_container(path: Path, file: BinaryIO) -> Iterator[OpenSound]:
    import av

    _require_whole_wav(path, file)
    try:
        container = _open_with_libav(file)
    except (av.FFmpegError, OSError, ValueError) as error:
        raise AudioFormatError(f"{path}: this is no sound file, or it is damaged", hint=_HINT) from error
    with container:
        yield OpenSound(path, container)


def _open_with_libav(file: BinaryIO) -> Any:
    """Open with libav, which until PyAV 19 reads all tags at once and must be told to bear with broken ones."""
    import av

    bearing: dict[str, Any] = (
        {"metadata_errors": "replace"} if int(av.__version__.partition(".")[0]) < _TAGS_READ_WHEN_ASKED else {}
    )
    return av.open(file, "r", container_options={"format_whitelist": _FORMATS}, **bearing)


def _open_file(path: Path) -> BinaryIO:
    """Open the file ourselves: libav would take some names for addresses or for rules to join files."""
    try:
        if not path.is_file():
            what = "this is a folder, not a sound file" if path.is_dir() else "there is no such file"
            raise AudioFormatError(f"{path}: {what}", hint="check the name")
        if path.stat().st_size == 0:
            raise AudioFormatError(f"{path}: this file is empty", hint="copy it again from where it came from")
        return path.open("rb")
    except OSError as error:
        raise AudioFormatError(f"{path}: cannot be read: {describe(error)}", hint="make it readable") from error


def _require_whole_wav(path: Path, file: BinaryIO) -> None:
    """Refuse a WAV file that is shorter than its head says: libav takes the file's own length without a word."""
    name, size = struct.unpack("<4sI", file.read(8).ljust(8, b"\0"))
    there = file.seek(0, io.SEEK_END) - 8
    file.seek(0)
    if name == b"RIFF" and there < size < _UNKNOWN_SIZE:
        raise AudioFormatError(
            f"{path}: this file is cut off: {there:,} of its {size:,} bytes are there",
            hint="copy it again from where it came from",
        )


def _only_sound(path: Path, container: Any) -> Any:
    """The first stream of sound; a cover counts as a stream of pictures."""
    if not container.streams.audio:
        raise AudioFormatError(f"{path}: there is no sound in it", hint=_HINT)
    stream = container.streams.audio[0]
    if stream.codec_context is None:
        raise AudioFormatError(f"{path}: its sound is locked, or of a kind nobody here can decode", hint=_HINT)
    return stream


def _facts(container: Any, stream: Any) -> SoundFacts:
    duration_s = None if container.duration is None else container.duration / _MICROSECONDS
    if stream.duration is not None and stream.time_base is not None:
        duration_s = float(stream.duration * stream.time_base)
    return SoundFacts(
        container=container.format.name.split(",")[0],
        codec=stream.codec_context.name.removesuffix("float"),
        rate_hz=stream.rate or 0,
        channels=stream.channels or 0,
        bit_rate_bps=stream.bit_rate or None,
        duration_s=duration_s,
    )


def _mono(frame: Any) -> "Samples":
    """The mean of a frame's channels, as a part of full scale."""
    import numpy as np

    kind = frame.format.name.removesuffix("p")
    samples = frame.to_ndarray()  # planar: one row a channel; packed: one row, channels by turns
    channels = samples if frame.format.is_planar else samples.reshape(-1, len(frame.layout.channels)).T
    mixed = channels[0] if len(channels) == 1 else channels.mean(axis=0, dtype=np.float64)
    if kind == "u8":
        mixed = mixed - np.float32(_FULL_SCALES["u8"])
    scaled: Samples = np.multiply(mixed, 1.0 / _FULL_SCALES[kind], dtype=np.float32, casting="unsafe")
    return scaled


def _reason(error: Exception) -> str:
    """What libav said, without its numbers."""
    return str(getattr(error, "strerror", None) or error).lower()
