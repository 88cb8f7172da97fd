"""What lies over or under a chapter's takes: beds of music, and the fade at a sample's end.

Works on a stream of samples, whatever pieces it comes in; a bed is in memory while it sounds. Refuses to know files.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from audiobook.codecs.loudness import BLOCKS_PER_SECOND
from audiobook.codecs.resample import resample
from audiobook.errors import OutputError
from audiobook.model.speech import Pcm
from audiobook.model.take import TakeFigures
from audiobook.model.timeline import Bed, Placement, Timeline

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]


class SoundSource(Protocol):
    """Where the sound of a bed comes from."""

    def read(self, key: str) -> Pcm:
        """Give its samples."""
        ...


def lay_beds(
    pieces: "Iterator[Samples]", timeline: Timeline, sounds: SoundSource, *, gain_db: float
) -> "Iterator[Samples]":
    """Add a timeline's beds to its samples.

    Args:
        pieces: the chapter from its beginning.
        timeline: says which bed sounds where.
        sounds: gives the samples of each.
        gain_db: the chapter's, on top of each bed's own.

    Raises:
        OutputError: a sound is shorter than the timeline says.
    """
    waiting = list(timeline.beds)
    heard: list[tuple[int, Samples]] = []
    position = 0
    for piece in pieces:
        end = position + len(piece)
        while waiting and waiting[0].start_sample < end:
            bed = waiting.pop(0)
            heard.append((bed.start_sample, read_bed(bed, sounds, rate_hz=timeline.rate_hz, gain_db=gain_db)))
        mixed = piece
        for start, samples in heard:
            mixed = _add(mixed, position, samples, start)
        heard = [(start, samples) for start, samples in heard if start + len(samples) > end]
        yield mixed
        position = end


def read_bed(bed: Bed, sounds: SoundSource, *, rate_hz: int, gain_db: float) -> "Samples":
    """Read a bed as it is added: at the chapter's rate, at its gain, along its envelope.

    Raises:
        OutputError: the sound is shorter than the bed.
    """
    import numpy as np

    pcm = sounds.read(bed.take_key)
    samples = np.frombuffer(pcm.samples, dtype="<i2").astype(np.float32)
    samples = resample(samples, from_hz=pcm.rate_hz, to_hz=rate_hz)[: bed.length_samples]
    if len(samples) != bed.length_samples:
        raise OutputError(
            f"sound {bed.take_key} has {len(samples)} samples but {bed.length_samples} are wanted",
            hint="run the same command again",
        )
    samples = samples * np.float32(10.0 ** ((bed.gain_db + gain_db) / 20.0))
    if bed.envelope:
        levels_db = _envelope_db(bed, np.arange(len(samples))).astype(np.float32)
        samples *= np.power(np.float32(10.0), levels_db / np.float32(20.0))
    return samples


def heard_energies(sound: Placement | Bed, known: TakeFigures, rate_hz: int) -> "npt.NDArray[np.float64]":
    """A sound's block energies as they are heard at its own gain, along its envelope if it is a bed.

    Args:
        sound: a take or a bed.
        known: its figures.
        rate_hz: of the chapter, in whose samples an envelope is given.
    """
    import numpy as np

    energies: npt.NDArray[np.float64] = np.asarray(known.block_energies) * 10.0 ** (sound.gain_db / 10.0)
    if not isinstance(sound, Bed):
        return energies
    places = np.arange(len(energies)) * (rate_hz // BLOCKS_PER_SECOND)
    shaped = energies * 10.0 ** (_envelope_db(sound, places) / 10.0)
    return np.where(places < sound.length_samples, shaped, 0.0)


def _envelope_db(bed: Bed, places: "npt.NDArray[np.int_]") -> "npt.NDArray[np.float64]":
    """Say how much a bed is raised at some of its samples."""
    import numpy as np

    if not bed.envelope:
        return np.zeros(len(places))
    samples, decibels = zip(*bed.envelope, strict=True)
    levels: npt.NDArray[np.float64] = np.interp(places, samples, decibels)
    return levels


def fade_out(pieces: "Iterator[Samples]", timeline: Timeline) -> "Iterator[Samples]":
    """Fade to silence over the timeline's last `fade_out_samples`, along half a cosine."""
    import numpy as np

    start = timeline.length_samples - timeline.fade_out_samples
    position = 0
    for piece in pieces:
        end = position + len(piece)
        if not timeline.fade_out_samples or end <= start:
            yield piece
        else:
            turns = np.clip((np.arange(position, end) - start) / timeline.fade_out_samples, 0.0, 1.0)
            yield piece * (0.5 + 0.5 * np.cos(np.pi * turns)).astype(np.float32)
        position = end


def _add(piece: "Samples", position: int, heard: "Samples", start: int) -> "Samples":
    """Add what of a sound falls into a piece."""
    first = max(0, start - position)
    last = min(len(piece), start + len(heard) - position)
    if last <= first:
        return piece
    added = piece.copy()
    added[first:last] += heard[position + first - start : position + last - start]
    return added
