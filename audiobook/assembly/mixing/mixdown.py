"""A chapter's samples, as a stream: silence, takes at their gain, beds, room tone, limiter, whole numbers.

A few seconds, or one take, at a time are in memory. Knows timelines and samples; refuses to know files and formats.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from audiobook.assembly.mixing.effects import apply_effect
from audiobook.assembly.mixing.layers import fade_out, lay_beds
from audiobook.assembly.mixing.limiter import Limiter
from audiobook.assembly.mixing.room_tone import RoomTone
from audiobook.codecs.resample import resample
from audiobook.errors import OutputError
from audiobook.model.speech import Pcm
from audiobook.model.take import TakeFigures
from audiobook.model.timeline import Placement, Timeline

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_FADE_MS = 3
"""Each take fades in and out this long, so that a join with silence never clicks."""

_FULL_SCALE = 32768.0

_BLOCK_SECONDS = 2
"""Takes and pauses are limited and encoded together, about this much at a time: one pass over each costs more."""


class TakeSource(Protocol):
    """Where takes come from."""

    def read(self, key: str) -> Pcm:
        """Give a take's samples."""
        ...

    def figures(self, key: str) -> TakeFigures | None:
        """Give what is known of a take without its samples; None if there is no such take."""
        ...


def mix_down(
    timeline: Timeline, takes: TakeSource, *, gain_db: float, ceiling_dbtp: float, room_tone: RoomTone | None = None
) -> Iterator[Pcm]:
    """Yield a chapter's samples in order, in pieces of any length; together `timeline.length_samples`.

    Args:
        timeline: what sounds where.
        takes: gives the samples of each.
        gain_db: the chapter's, on top of each placement's own.
        ceiling_dbtp: no true peak passes this.
        room_tone: lies under everything, at its own level; None for digital silence.

    Raises:
        OutputError: a take is not as long as the timeline says.
    """
    pieces = _unlimited(timeline, takes, gain_db=gain_db)
    if timeline.beds:
        pieces = lay_beds(pieces, timeline, takes, gain_db=gain_db)
    if room_tone is not None:
        pieces = room_tone.under(pieces)
    blocks = _in_blocks(pieces, timeline.rate_hz * _BLOCK_SECONDS)
    for samples in fade_out(_limited(blocks, make_limiter(ceiling_dbtp, timeline.rate_hz)), timeline):
        yield _as_pcm(samples, timeline.rate_hz)


def read_sound(placement: Placement, takes: TakeSource, *, rate_hz: int, gain_db: float) -> "Samples":
    """Read a take as it goes into the limiter: at the chapter's rate, with its effect, its edges faded, at its gain.

    Args:
        placement: which take, and its own gain.
        takes: gives its samples.
        rate_hz: of the chapter.
        gain_db: the chapter's.

    Raises:
        OutputError: the take is not as long as its placement says.
    """
    import numpy as np

    pcm = takes.read(placement.take_key)
    gain = np.float32(10.0 ** ((placement.gain_db + gain_db) / 20.0))
    samples = np.multiply(np.frombuffer(pcm.samples, dtype="<i2"), gain, dtype=np.float32)
    samples = resample(samples, from_hz=pcm.rate_hz, to_hz=rate_hz)
    if len(samples) != placement.length_samples:
        raise OutputError(
            f"take {placement.take_key} has {len(samples)} samples but was planned with {placement.length_samples}",
            hint="run the same command again",
        )
    if placement.effect is not None:
        samples = apply_effect(samples, placement.effect, rate_hz=rate_hz)
    return _fade_edges(samples, rate_hz)


def make_limiter(ceiling_dbtp: float, rate_hz: int) -> Limiter:
    """Set up a limiter for 16-bit samples."""
    return Limiter(ceiling=_FULL_SCALE * 10.0 ** (ceiling_dbtp / 20.0), rate_hz=rate_hz)


def _unlimited(timeline: Timeline, takes: TakeSource, *, gain_db: float) -> "Iterator[Samples]":
    position = 0
    for placement in timeline.placements:
        yield from _silence(placement.start_sample - position, timeline.rate_hz)
        yield read_sound(placement, takes, rate_hz=timeline.rate_hz, gain_db=gain_db)
        position = placement.start_sample + placement.length_samples
    yield from _silence(timeline.length_samples - position, timeline.rate_hz)


def _silence(length_samples: int, rate_hz: int) -> "Iterator[Samples]":
    """Silence in pieces, however long it is: an intro may be heard in it."""
    import numpy as np

    most = rate_hz * _BLOCK_SECONDS
    for first in range(0, length_samples, most):
        yield np.zeros(min(most, length_samples - first), dtype=np.float32)


def _limited(blocks: "Iterable[Samples]", limiter: Limiter) -> "Iterator[Samples]":
    for samples in blocks:
        yield limiter.push(samples)
    yield limiter.finish()


def _in_blocks(pieces: "Iterable[Samples]", least_samples: int) -> "Iterator[Samples]":
    """Join pieces until they are long enough to be worth a pass."""
    import numpy as np

    block: list[Samples] = []
    length_samples = 0
    for piece in pieces:
        block.append(piece)
        length_samples += len(piece)
        if length_samples >= least_samples:
            yield np.concatenate(block)
            block, length_samples = [], 0
    if block:
        yield np.concatenate(block)


def _fade_edges(samples: "Samples", rate_hz: int) -> "Samples":
    fade = _fade(min(rate_hz * _FADE_MS // 1000, len(samples) // 2))
    samples[: len(fade)] *= fade
    samples[len(samples) - len(fade) :] *= fade[::-1]
    return samples


@lru_cache(maxsize=16)
def _fade(length_samples: int) -> "Samples":
    """The rising half of a raised cosine."""
    import numpy as np

    turns = (np.arange(length_samples) + 0.5) / max(length_samples, 1)
    fade: Samples = (0.5 - 0.5 * np.cos(np.pi * turns)).astype(np.float32)
    return fade


def _as_pcm(samples: "Samples", rate_hz: int) -> Pcm:
    """Round to 16 bits: the one place where a sample is rounded."""
    import numpy as np

    return Pcm(samples=np.rint(samples).astype("<i2").tobytes(), rate_hz=rate_hz)
