"""A look-ahead true-peak limiter for a stream of samples.

It lowers the gain in a straight line before a peak that would pass the ceiling and raises it in a gentler one
after it. How the stream is cut into blocks does not change a bit of the output: the envelope is whole numbers,
and everything else is computed sample by sample. Knows samples; refuses to know takes and chapters.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]
    Envelope = npt.NDArray[np.int64]
    Places = npt.NDArray[np.intp]

ATTACK_MS = 10
"""From full gain to none; a real peak asks for a few decibels, which takes a few milliseconds."""

RELEASE_MS = 160
"""From no gain back to full: well over one period of a low voice, so the gain does not follow its waveform."""

_CELL_SAMPLES = 8  # the envelope has one node per cell and is a straight line in between
_FULL_REDUCTION = 1 << 30  # the envelope counts what is taken away; this much is silence
_TAPS_EACH_SIDE = 6
_NEAR_CEILING = 0.7  # between two samples this far below the ceiling speech never passes it
_MOST_RISE_PER_BEND = 0.25
"""How far above two samples the wave between them may rise, as a part of the greater of their second differences: a
tone needs 1/8 when it is low and 1/5 at a quarter of the sample rate."""

_HISTORY_SAMPLES = _CELL_SAMPLES  # kept in front for the interpolation; whole cells, at least _TAPS_EACH_SIDE


class Limiter:
    """Holds a stream of samples below a true peak; the stream goes in and comes out in pieces.

    Args:
        ceiling: the greatest true peak that comes out, in units of the samples.
        rate_hz: of the stream; ITU-R BS.1770-4 Annex 2's four-fold oversampling suits 22.05 kHz and more.
    """

    def __init__(self, *, ceiling: float, rate_hz: int) -> None:
        import numpy as np

        self._ceiling = ceiling
        self._ahead_cells = -(-rate_hz * ATTACK_MS // (1000 * _CELL_SAMPLES))
        self._attack = -(-_FULL_REDUCTION // self._ahead_cells)
        self._release = -(-_FULL_REDUCTION * 1000 * _CELL_SAMPLES // (rate_hz * RELEASE_MS))
        self._waiting: Samples = np.zeros(_HISTORY_SAMPLES, dtype=np.float32)
        self._envelope_before = 0  # the release's value at the last node before what is waiting
        self._wanted_before = 0  # what the last cell before it asked for

    def push(self, samples: "Samples") -> "Samples":
        """Take the next samples and give back those whose gain is now certain."""
        import numpy as np

        self._waiting = np.concatenate((self._waiting, samples))
        cells = (len(self._waiting) - _HISTORY_SAMPLES - _TAPS_EACH_SIDE) // _CELL_SAMPLES
        ready_cells = cells - self._ahead_cells - 1
        if ready_cells <= 0:
            return np.zeros(0, dtype=np.float32)
        return self._release_cells(ready_cells, known_cells=cells)

    def finish(self) -> "Samples":
        """Give back the rest; the limiter is not used afterwards."""
        import numpy as np

        rest = len(self._waiting) - _HISTORY_SAMPLES
        silence = (self._ahead_cells + 3) * _CELL_SAMPLES
        return self.push(np.zeros(silence, dtype=np.float32))[:rest]

    def _release_cells(self, ready_cells: int, *, known_cells: int) -> "Samples":
        wanted = self._wanted_reduction(known_cells)
        ready_samples = ready_cells * _CELL_SAMPLES
        ready = self._waiting[_HISTORY_SAMPLES : _HISTORY_SAMPLES + ready_samples]
        self._waiting = self._waiting[ready_samples:]
        if not self._envelope_before and not self._wanted_before and not wanted.any():
            return ready
        nodes = self._envelope(wanted)
        self._envelope_before = int(nodes.falling[ready_cells - 1])
        self._wanted_before = int(wanted[ready_cells - 1])
        return _apply(ready, nodes.both[: ready_cells + 1])

    def _wanted_reduction(self, cells: int) -> "Envelope":
        """The greatest reduction each cell asks for, in parts of `_FULL_REDUCTION`."""
        import numpy as np

        wanted = np.zeros(cells, dtype=np.int64)
        places = self._places_to_look_at(_HISTORY_SAMPLES + cells * _CELL_SAMPLES)
        if not len(places):
            return wanted
        peaks = _true_peaks(self._waiting, places)
        over = peaks > self._ceiling
        reductions = np.ceil((1.0 - self._ceiling / peaks[over].astype(np.float64)) * _FULL_REDUCTION)
        np.maximum.at(wanted, (places[over] - _HISTORY_SAMPLES) // _CELL_SAMPLES, reductions.astype(np.int64))
        return wanted

    def _places_to_look_at(self, end: int) -> "Places":
        """Find the samples before `end` that pass the ceiling, or from which the wave may do so up to the next one."""
        import numpy as np

        loud = np.abs(self._waiting[_HISTORY_SAMPLES : end + 1]) > self._ceiling * _NEAR_CEILING
        places = np.flatnonzero(loud[:-1] | loud[1:]) + _HISTORY_SAMPLES
        before, here, next_one, after = (self._waiting[places + offset] for offset in (-1, 0, 1, 2))
        bend = np.maximum(np.abs(before - here - here + next_one), np.abs(here - next_one - next_one + after))
        reach = np.maximum(np.abs(here), np.abs(next_one)) + bend * np.float32(_MOST_RISE_PER_BEND)
        found: Places = places[reach > self._ceiling]
        return found

    def _envelope(self, wanted: "Envelope") -> "_Nodes":
        """The reduction at the nodes: a straight rise before each cell that asks for one, a straight fall after.

        Few cells ask for any: running maxima go over their nodes alone, and the lines between are laid from node to
        node, in two thirds of the time that running maxima over all nodes take.
        """
        import numpy as np

        at_nodes = np.empty(len(wanted), dtype=np.int64)
        at_nodes[0] = max(self._wanted_before, int(wanted[0]))
        np.maximum(wanted[:-1], wanted[1:], out=at_nodes[1:])
        asking = np.flatnonzero(at_nodes)
        falling = self._falls(at_nodes, asking)
        return _Nodes(falling=falling, both=np.maximum(falling, self._rises(at_nodes, asking)))

    def _falls(self, at_nodes: "Envelope", asking: "Places") -> "Envelope":
        """The greatest fall that has begun up to each node; the one under way when these nodes begin counts too."""
        import numpy as np

        begins = np.concatenate(([0], asking))
        heights = at_nodes[begins] + begins * self._release
        heights[0] = max(int(heights[0]), self._envelope_before - self._release)
        heights = np.repeat(np.maximum.accumulate(heights), np.diff(begins, append=len(at_nodes)))
        falls: Envelope = np.maximum(heights - np.arange(len(at_nodes)) * self._release, 0)
        return falls

    def _rises(self, at_nodes: "Envelope", asking: "Places") -> "Envelope":
        """The greatest rise that ends at each node or later; nothing, or less, where none does."""
        import numpy as np

        ends = np.concatenate((asking, [len(at_nodes) - 1]))
        heights = at_nodes[ends] - ends * self._attack
        heights = np.repeat(np.maximum.accumulate(heights[::-1])[::-1], np.diff(ends, prepend=-1))
        rises: Envelope = heights + np.arange(len(at_nodes)) * self._attack
        return rises


class _Nodes(NamedTuple):
    """The reduction at each node.

    Attributes:
        falling: without what is still to come.
        both: as it is applied.
    """

    falling: "Envelope"
    both: "Envelope"


def _apply(samples: "Samples", nodes: "Envelope") -> "Samples":
    """Lower each cell by a straight line between its two nodes.

    Gains are worked out in rows of equal places within the cells: a loop of numpy's is then as long as there are cells,
    and gains of 1 for all others cost less than leaving those out.
    """
    import numpy as np

    reductions = nodes.astype(np.float32) / np.float32(_FULL_REDUCTION)
    ramp = np.arange(_CELL_SAMPLES, dtype=np.float32) / np.float32(_CELL_SAMPLES)
    gains = 1 - (reductions[:-1] + np.diff(reductions) * ramp[:, None])
    lowered: Samples = (samples.reshape(-1, _CELL_SAMPLES) * gains.T).reshape(-1)
    return lowered


def _true_peaks(samples: "Samples", places: "Places") -> "Samples":
    """The greatest absolute value at each sample named and at three points between it and the next one.

    Summed tap by tap: a matrix product may round differently for another number of places.
    """
    import numpy as np

    taps = _interpolation_taps()
    between = np.zeros((taps.shape[1], len(places)), dtype=np.float32)
    for tap, weights in enumerate(taps):
        between += samples[places + (tap - _TAPS_EACH_SIDE + 1)] * weights[:, None]
    peaks: Samples = np.maximum(np.abs(between).max(axis=0), np.abs(samples[places]))
    return peaks


@lru_cache(maxsize=1)
def _interpolation_taps() -> "Samples":
    """A windowed sinc at a quarter, a half and three quarters of the way: one row per tap, one column per point."""
    import numpy as np

    offset = np.arange(1 - _TAPS_EACH_SIDE, 1 + _TAPS_EACH_SIDE)[:, None] - np.array([0.25, 0.5, 0.75])
    window = np.cos(np.pi * offset / (2 * _TAPS_EACH_SIDE + 1)) ** 2
    taps = np.sinc(offset) * window
    scaled: Samples = (taps / taps.sum(axis=0)).astype(np.float32)
    return scaled
