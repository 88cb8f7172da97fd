"""Light effects on single takes: a telephone's band, a thought that is near, a voice from memory, a letter read aloud.

Knows frequency responses; refuses to know why a line has one. Each keeps the length and the level of its take, so that
timelines and loudness stay what they were worked out to be; none smears what is said.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from audiobook.model.delivery import Effect

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]
    Numbers = npt.NDArray[np.float64]

EFFECTS_VERSION = "1"
"""Changes whenever an effect may sound different."""

EFFECT_CURVES: Mapping[Effect, tuple[tuple[float, float], ...]] = {
    Effect.TELEPHONE: ((150, -40), (300, -3), (400, 0), (3000, 0), (3400, -3), (4500, -40)),
    Effect.DISTANT: ((120, -18), (350, 0), (2200, 0), (4500, -10), (8000, -18)),
    Effect.READ_ALOUD: ((100, -12), (220, 0), (5000, 0), (7500, -9)),
    Effect.NEAR: ((120, 3.5), (300, 2), (700, 0), (5000, 0), (8000, -2)),
}
"""(hertz, decibels) corners of each response; straight lines in between on a logarithmic scale of frequency.

The telephone's band is 300 to 3400 Hz at -3 dB (ITU-T G.712). Near speech gains low tones as it does before a
microphone; distance takes both ends.
"""

_MOST_MAKE_UP_DB = 9.0


def apply_effect(samples: "Samples", effect: Effect, *, rate_hz: int) -> "Samples":
    """Lay an effect on a take; the result is as long and, within 9 dB of gain, as loud as the take."""
    import numpy as np

    if effect not in EFFECT_CURVES or not len(samples):
        return samples
    size = 1 << (2 * len(samples) - 1).bit_length()  # twice the length: what the filter rings over falls off the end
    spectrum = np.fft.rfft(samples, size)
    filtered = np.fft.irfft(spectrum * _response(effect, size, rate_hz), size)[: len(samples)]
    return (filtered * _make_up(samples, filtered)).astype(np.float32)


def _response(effect: Effect, size: int, rate_hz: int) -> "Numbers":
    import numpy as np

    hertz = np.maximum(np.fft.rfftfreq(size, 1 / rate_hz), 1.0)
    corners, levels_db = zip(*EFFECT_CURVES[effect], strict=True)
    response: Numbers = 10.0 ** (np.interp(np.log(hertz), np.log(corners), levels_db) / 20.0)
    return response


def _make_up(before: "Samples", after: "Numbers") -> float:
    """The gain that gives a filtered take its level back."""
    import numpy as np

    was, is_now = (float(np.sqrt(np.mean(np.square(part, dtype=np.float64)))) for part in (before, after))
    return min(was / is_now, 10.0 ** (_MOST_MAKE_UP_DB / 20.0)) if is_now > 0 else 1.0
