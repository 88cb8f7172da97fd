"""Loudness as ITU-R BS.1770-4 (and so EBU R128) measures it: K-weighting, block energies, gating.

Knows samples and numbers; refuses to know takes, chapters and what a book should measure.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

BLOCKS_PER_SECOND = 10
"""Energies are kept in blocks of 100 ms: the step of BS.1770's gating windows."""

SILENCE_LUFS = -math.inf
"""The loudness of what never rises above the absolute gate."""

_WINDOW_BLOCKS = 4  # 400 ms windows, each 75 % over the one before
_LOUDNESS_OF_UNIT_ENERGY_LUFS = -0.691
_ABSOLUTE_GATE = 10.0 ** ((-70.0 - _LOUDNESS_OF_UNIT_ENERGY_LUFS) / 10.0)
"""The mean square at -70 LUFS: both gates compare energies, for a logarithm of each costs more than all the rest."""

_RELATIVE_GATE = 0.1
"""-10 LU, as a part of the mean of what passed the absolute gate."""

_FULL_SCALE = 32768.0
_BATCH_BLOCKS = 100  # ten seconds at a time fit the processor's cache, and keep memory flat however long the sound is


@dataclass(frozen=True, slots=True, kw_only=True)
class Biquad:
    """A second-order filter: y = b0*x + b1*x[-1] + b2*x[-2] - a1*y[-1] - a2*y[-2]."""

    b0: float
    b1: float
    b2: float
    a1: float
    a2: float


@lru_cache(maxsize=8)
def k_weighting(rate_hz: int) -> tuple[Biquad, Biquad]:
    """Design the two filters of BS.1770-4 for any sample rate.

    The standard lists coefficients for 48 kHz only; the analog prototypes behind them and the bilinear transform
    are those of libebur128 and pyloudnorm, and give the standard's own numbers at 48 kHz.
    """
    return _head_shelf(rate_hz), _low_cut(rate_hz)


def _head_shelf(rate_hz: int) -> Biquad:
    k = math.tan(math.pi * 1681.974450955533 / rate_hz)
    k_over_q = k / 0.7071752369554196
    high = 10.0 ** (3.999843853973347 / 20.0)
    band = high**0.4996667741545416
    scale = 1.0 + k_over_q + k * k
    return Biquad(
        b0=(high + band * k_over_q + k * k) / scale,
        b1=2.0 * (k * k - high) / scale,
        b2=(high - band * k_over_q + k * k) / scale,
        a1=2.0 * (k * k - 1.0) / scale,
        a2=(1.0 - k_over_q + k * k) / scale,
    )


def _low_cut(rate_hz: int) -> Biquad:
    k = math.tan(math.pi * 38.13547087602444 / rate_hz)
    k_over_q = k / 0.5003270373238773
    scale = 1.0 + k_over_q + k * k
    return Biquad(b0=1.0, b1=-2.0, b2=1.0, a1=2.0 * (k * k - 1.0) / scale, a2=(1.0 - k_over_q + k * k) / scale)


def block_energies(samples: "npt.NDArray[np.int16]", rate_hz: int) -> tuple[float, ...]:
    """Measure the mean square of the K-weighted signal in blocks of 100 ms, full scale being 1.0.

    The filter is applied to each block's spectrum, which costs a tenth of running it over the samples and agrees
    with that within 0.1 LU on speech. The last block may be shorter; its mean is over the samples that are there.

    Args:
        samples: mono, one dimension; may be empty.
        rate_hz: a block is `rate_hz // 10` samples.
    """
    block_samples = rate_hz // BLOCKS_PER_SECOND
    energies: list[float] = []
    for first in range(0, len(samples), block_samples * _BATCH_BLOCKS):
        batch = samples[first : first + block_samples * _BATCH_BLOCKS]
        energies.extend(_batch_energies(batch, rate_hz, block_samples))
    return tuple(energies)


def _batch_energies(samples: "npt.NDArray[np.int16]", rate_hz: int, block_samples: int) -> list[float]:
    import numpy as np

    count = -(-len(samples) // block_samples)
    full, rest = divmod(len(samples), block_samples)
    blocks = np.zeros((count, _quick_length(block_samples)), dtype=np.float32)
    blocks[:full, :block_samples] = samples[: full * block_samples].reshape(full, block_samples)
    if rest:
        blocks[full, :rest] = samples[full * block_samples :]
    spectra = np.fft.rfft(blocks, axis=1).view(blocks.dtype)  # real and imaginary parts by turns
    energies = np.square(spectra) @ _block_weights(rate_hz, block_samples)
    if rest:
        energies[-1] *= block_samples / rest
    return [float(energy) for energy in energies]


@lru_cache(maxsize=8)
def _quick_length(block_samples: int) -> int:
    """The next length whose only prime factors are 2, 3 and 5: its spectrum comes at half the price of 2205's."""
    length = block_samples
    while True:
        rest = length
        for prime in (2, 3, 5):
            while rest % prime == 0:
                rest //= prime
        if rest == 1:
            return length
        length += 1


@lru_cache(maxsize=8)
def _block_weights(rate_hz: int, block_samples: int) -> "npt.NDArray[np.float32]":
    """Weights that turn a block's squared spectrum (of 16-bit samples) into its K-weighted mean square (Parseval).

    One for the real and one for the imaginary part of each bin.
    """
    import numpy as np

    length = _quick_length(block_samples)
    delay = np.exp(-2j * np.pi * np.fft.rfftfreq(length))
    gain = np.ones(len(delay))
    for stage in k_weighting(rate_hz):
        above = stage.b0 + stage.b1 * delay + stage.b2 * delay**2
        below = 1.0 + stage.a1 * delay + stage.a2 * delay**2
        gain *= np.abs(above / below) ** 2
    twice = np.full(len(delay), 2.0)  # each bin stands for its mirror image too, but for DC and Nyquist
    twice[0] = 1.0
    if length % 2 == 0:
        twice[-1] = 1.0
    weights = gain * twice / (block_samples * length * _FULL_SCALE**2)
    doubled: npt.NDArray[np.float32] = np.repeat(weights, 2).astype(np.float32)
    return doubled


def loudness_of_energy(energy: float) -> float:
    """Turn a K-weighted mean square into LUFS (one channel); `SILENCE_LUFS` for 0."""
    if energy <= 0.0:
        return SILENCE_LUFS
    return _LOUDNESS_OF_UNIT_ENERGY_LUFS + 10.0 * math.log10(energy)


def integrated_loudness(energies: Sequence[float]) -> float:
    """Measure integrated loudness with both gates, from the mean squares of consecutive 100 ms blocks.

    Less than 400 ms count as a single window, which the standard leaves undefined.

    Returns:
        LUFS; `SILENCE_LUFS` if nothing rises above the absolute gate.
    """
    loud = [energy for energy in _window_energies(energies) if energy > _ABSOLUTE_GATE]
    if not loud:
        return SILENCE_LUFS
    gate = math.fsum(loud) / len(loud) * _RELATIVE_GATE
    kept = [energy for energy in loud if energy > gate]
    return loudness_of_energy(math.fsum(kept) / len(kept))


def _window_energies(energies: Sequence[float]) -> list[float]:
    if 0 < len(energies) < _WINDOW_BLOCKS:
        return [math.fsum(energies) / len(energies)]
    shifted = (energies[first:] for first in range(_WINDOW_BLOCKS))
    return [math.fsum(window) / _WINDOW_BLOCKS for window in zip(*shifted, strict=False)]
