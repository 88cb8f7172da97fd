"""What LAME does to level and peaks at each constant bit rate, as measured.

Knows figures; refuses to encode anything.

Measured with lameenc 1.8 on the voices of the sample book, each alone for up to 90 seconds, at 22.05 and 44.1 kHz and
two ceilings, decoded by ffmpeg. The greatest true peak above the limiter's ceiling, LAME's own gain included, was
1.7 dB at 32 kb/s, 0.9 at 48, 0.8 at 64, and none from 96 on. On 75 minutes of ten voices, at 64 kb/s, it was 1.2; on a
whole novel with a voice by the Klatt model, whose pulses are sharp, 1.8, and at 128 kb/s still none.
"""

import math

_MOST_OVERSHOOT_DB = ((48, 2.5), (96, 1.9), (math.inf, 0.7))
"""Below so many kb/s, so much; some tenths are kept back for voices that were not measured."""

_INPUT_SCALE = ((192, 0.95), (224, 0.97), (256, 0.98), (math.inf, 1.0))
"""Below so many kb/s LAME multiplies its input by so much: its presets.c, and measured within 0.001 dB."""


def encoder_overshoot_db(bit_rate_kbps: int) -> float:
    """How far a decoded true peak may rise above the limiter's ceiling."""
    return next(figure for below_kbps, figure in _MOST_OVERSHOOT_DB if bit_rate_kbps < below_kbps)


def encoder_gain_db(bit_rate_kbps: int) -> float:
    """What LAME adds to the level: less than nothing."""
    scale = next(figure for below_kbps, figure in _INPUT_SCALE if bit_rate_kbps < below_kbps)
    return round(20.0 * math.log10(scale), 2)
