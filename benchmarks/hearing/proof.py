"""Whether every line is in its chapter whole and once, by arithmetic alone: no recogniser, no threshold of taste.

The engine says each line again. Its sound must be found where the transcript says the line is, nearly all of its energy
within that place, and there must be silence between the lines. That rules out a line that is swallowed, cut, doubled or
put in another's place. Needs an engine that says the same line the same way each time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hearing.made_book import MadeLine
from hearing.recogniser import HEARING_RATE_HZ, Samples
from hearing.windows import end_of

_LEAST_LIKENESS = 0.6
"""Of waveforms, 1 being the same but for the level. A telephone's band leaves 0.7; another sentence has below 0.3."""

_MOST_CUT_DB = -30.0
"""A thousandth of a line's energy outside its place: a breath, the fading of its last sound."""

_LOUDEST_PAUSE_DBFS = -50.0
_MARGIN_S = 0.03
_LONGEST_SLIP_S = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a line's place in the chapter has of the line.

    Attributes:
        likeness: correlation of waveforms, at most 1.
        cut_db: energy of the line that is outside its place, relative to all of it; -inf if there is none.
        fault: what is wrong, for a person; empty if nothing is.
    """

    line: MadeLine
    likeness: float
    cut_db: float
    fault: str


def prove_line(line: MadeLine, chapter: Samples, spoken: Samples) -> Proof:
    """Look for a line in its place.

    Args:
        line: says where that is.
        chapter: decoded, at the ear's rate.
        spoken: the engine's own sound of the same line, untouched.
    """
    place = chapter[_at(line.start_s) : _at(end_of(line))]
    lag, likeness = _best_fit(place, spoken)
    total = float(np.square(spoken, dtype=np.float64).sum())
    slip = _at(_LONGEST_SLIP_S)
    inside = spoken[max(lag - slip, 0) : max(lag + len(place) + slip, 0)]
    cut = 1 - float(np.square(inside, dtype=np.float64).sum()) / total if total else 0.0
    cut_db = 10 * float(np.log10(cut)) if cut > 1e-9 else float("-inf")
    fault = ""
    if likeness < _LEAST_LIKENESS:
        fault = "is not what sounds in its place"
    elif cut_db > _MOST_CUT_DB:
        fault = "is cut"
    return Proof(line=line, likeness=likeness, cut_db=cut_db, fault=fault)


def loud_pauses(lines: Sequence[MadeLine], chapter: Samples) -> Iterator[tuple[float, float]]:
    """Find the pauses that are none: (where in seconds, peak in dBFS)."""
    for one, other in pairwise(lines):
        pause = chapter[_at(end_of(one) + _MARGIN_S) : _at(other.start_s - _MARGIN_S)]
        peak = float(np.abs(pause).max(initial=0.0))
        if peak > 10 ** (_LOUDEST_PAUSE_DBFS / 20):
            yield end_of(one), 20 * float(np.log10(peak))


def _best_fit(place: Samples, spoken: Samples) -> tuple[int, float]:
    """Find where in what was spoken a place begins, and how alike the two are there."""
    size = 1 << (len(place) + len(spoken)).bit_length()
    found = np.fft.irfft(np.fft.rfft(spoken, size) * np.conj(np.fft.rfft(place, size)), size)
    lag = int(np.argmax(np.abs(found)))
    lag = lag - size if lag > size // 2 else lag
    energies = float(np.linalg.norm(place)) * float(np.linalg.norm(spoken))
    return lag, float(np.abs(found).max()) / energies if energies else 0.0


def _at(seconds: float) -> int:
    return round(seconds * HEARING_RATE_HZ)
