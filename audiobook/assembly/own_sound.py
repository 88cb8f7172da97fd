"""A person's own sound files made ready to be takes: decoded, mono, trimmed, at a level that loses nothing.

Knows files and samples; refuses to know where in a book they belong. Their loudness is matched when a chapter is mixed.
"""

import hashlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiobook.codecs.decoding import OpenSound, open_sound
from audiobook.codecs.mp3_frames import read_mp3_stream
from audiobook.errors import AudioFormatError
from audiobook.model.speech import Pcm
from audiobook.workspace.files import describe

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_PREPARATION_VERSION = "1"
"""Raise it when the same file would come out of here with other samples."""

MOST_SECONDS = 300
"""A longer recording or intro is refused."""

BED_SECONDS = 120
"""Of music under credits no more is read: they are over by then."""

_PEAK = 0.9
_BLOCK_MS = 10
_FADE_MS = 12


class OwnSoundKind(StrEnum):
    """What a sound is used for."""

    LINE = "line"
    MUSIC = "music"
    """An intro or outro, heard to its end."""
    BED = "bed"
    """Music under a voice, of which the beginning is enough."""


def own_sound_key(path: Path, kind: OwnSoundKind) -> str:
    """Name the sound that a file gives: equal names mean equal sound.

    Raises:
        AudioFormatError: the file is missing or cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise AudioFormatError(f"{path}: there is no such file", hint="check the name") from error
    except IsADirectoryError as error:
        raise AudioFormatError(f"{path}: this is a folder, not a sound file", hint="name a file in it") from error
    except OSError as error:
        raise AudioFormatError(f"{path}: cannot be read: {describe(error)}", hint="make it readable") from error
    made_with = (content, kind, _PREPARATION_VERSION, version("av"), version("pydub"))
    return hashlib.blake2b("\n".join(made_with).encode(), digest_size=20).hexdigest()


def prepare_own_sound(path: Path, kind: OwnSoundKind) -> Pcm:
    """Decode a file and cut the silence from both its ends.

    Returns:
        Mono, 16 bits, at the file's own rate; the greatest sample is at nine tenths of full scale.

    Raises:
        AudioFormatError: the file is missing, broken, too long, or nothing but silence.
    """
    import numpy as np

    with open_sound(path) as sound:
        rate_hz = sound.facts.rate_hz
        if sound.facts.container == sound.facts.codec == "mp3":
            _require_whole_mp3(path)
        samples = _read(sound, path, kind)
    peak = max(float(samples.max(initial=0.0)), -float(samples.min(initial=0.0)))
    loudness_db = _block_levels_db(samples, rate_hz)
    if not np.isfinite(peak) or not len(loudness_db) or loudness_db.max() < _SILENCE_DBFS:
        raise AudioFormatError(f"{path}: there is nothing but silence in it", hint="record it again, or louder")
    samples *= np.float32(_PEAK * 32767.0 / peak)
    scaled = np.rint(samples, out=samples).astype("<i2")
    raised_db = 20.0 * float(np.log10(_PEAK / peak))
    threshold_db = _threshold_db(loudness_db, kind) + raised_db
    return _trim(Pcm(samples=scaled.tobytes(), rate_hz=rate_hz), threshold_db=threshold_db)


_SILENCE_DBFS = -60.0
"""What never rises above this is no recording of anything."""

_BELOW_LOUDEST_DB = {OwnSoundKind.LINE: 45.0, OwnSoundKind.MUSIC: 55.0, OwnSoundKind.BED: 55.0}
"""The quietest sounds of speech are some 40 dB below the loudest; music may begin more softly still."""

_ABOVE_NOISE_DB = 6.0
_LEAST_BELOW_LOUDEST_DB = 28.0  # a "th" is not taken for noise, however noisy the room


def _threshold_db(levels_db: "npt.NDArray[np.float64]", kind: OwnSoundKind) -> float:
    """What is below this at either end is silence: of a recorded line, the noise of its room too."""
    import numpy as np

    loudest = float(levels_db.max())
    threshold = loudest - _BELOW_LOUDEST_DB[kind]
    if kind is OwnSoundKind.LINE:
        noise = float(np.percentile(levels_db, 5))
        threshold = min(max(threshold, noise + _ABOVE_NOISE_DB), loudest - _LEAST_BELOW_LOUDEST_DB)
    return threshold


def _require_whole_mp3(path: Path) -> None:
    """Refuse an MP3 that was cut off: libav guesses the length of one and takes what there is."""
    stream = read_mp3_stream(path)
    missing = (stream.stated_frames or 0) - stream.frames
    if missing > _UNCOUNTED_FRAMES:
        share = f"{stream.frames:,} of its {stream.stated_frames:,} frames are there"
        raise AudioFormatError(f"{path}: this file is cut off: {share}", hint=_COPY_AGAIN)
    if stream.is_cut_off:
        raise AudioFormatError(f"{path}: this file is cut off: its last frame is not all there", hint=_COPY_AGAIN)


_COPY_AGAIN = "copy it again from where it came from, or export it again"
_UNCOUNTED_FRAMES = 2
"""Encoders differ in whether the frame that states the number counts, and the one they end with."""


def _read(sound: OpenSound, path: Path, kind: OwnSoundKind) -> "Samples":
    import numpy as np

    blocks: list[Samples] = []
    most_samples = (BED_SECONDS if kind is OwnSoundKind.BED else MOST_SECONDS) * sound.facts.rate_hz
    length = 0
    for block in sound.blocks():
        blocks.append(block)
        length += len(block)
        if length > most_samples and kind is OwnSoundKind.BED:
            break
        if length > most_samples:
            minutes = MOST_SECONDS // 60
            raise AudioFormatError(f"{path}: this is longer than {minutes} minutes", hint="cut it to what is wanted")
    return np.concatenate(blocks)[:most_samples]


def _block_levels_db(samples: "Samples", rate_hz: int) -> "npt.NDArray[np.float64]":
    """The level of every 10 ms, in dBFS as pydub counts it: full scale is 1.0."""
    import numpy as np

    block = max(1, rate_hz * _BLOCK_MS // 1000)
    whole = samples[: len(samples) // block * block].reshape(-1, block)
    squares = np.einsum("ij,ij->i", whole, whole, dtype=np.float64) / block
    levels: npt.NDArray[np.float64] = 10.0 * np.log10(squares + 1e-12)
    return levels


def _trim(pcm: Pcm, *, threshold_db: float) -> Pcm:
    """Cut what is quieter than the threshold from both ends, but for some 30 ms, and fade the new edges."""
    with _pydub() as pydub:
        segment = pydub.AudioSegment(data=pcm.samples, sample_width=2, frame_rate=pcm.rate_hz, channels=1)
        silence = pydub.silence.detect_leading_silence
        start_ms = max(0, silence(segment, threshold_db, _BLOCK_MS) - _KEPT_MS)
        cut_ms = max(0, silence(segment.reverse(), threshold_db, _BLOCK_MS) - _KEPT_MS)
        kept = segment[start_ms : len(segment) - cut_ms] if cut_ms else segment[start_ms:]
        fade_ms = min(_FADE_MS, len(kept) // 2)
        return Pcm(samples=bytes(kept.fade_in(fade_ms).fade_out(fade_ms).raw_data), rate_hz=pcm.rate_hz)


_KEPT_MS = 30


@contextmanager
def _pydub() -> Iterator[Any]:
    """Import pydub, which has no types, without its warnings: it misses ffmpeg, which nothing here asks it for.

    Its source has escapes that newer Pythons warn about when they first compile it, and the module it takes its
    arithmetic from is deprecated where it is still part of Python.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r".*\bpydub\b.*")
        import pydub
        import pydub.silence
    yield pydub
