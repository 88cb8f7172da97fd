"""Samples that a neural model gave: checked, moved in pitch, and made into plain sound.

Models fail quietly: they give nothing, silence, numbers that are none, or stop in the middle. None of that may become a
take. Refuses to know which model it was.
"""

from typing import TYPE_CHECKING

from audiobook.codecs.resample import resample
from audiobook.engines.protocol import EngineAbilities
from audiobook.errors import EngineError
from audiobook.model.speech import Line, Pcm

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

NEURAL_RATE_PERCENT = (-35.0, 60.0)
NEURAL_PITCH_PERCENT = (-20.0, 25.0)
"""With the above, models are asked for 0.52 to 2 times their usual speed, what they still do well."""

_SHORTEST_LETTER_S = 0.02
"""Nobody speaks 50 letters a second (auctioneers reach 25): what is shorter has been cut."""

_LONGEST_LETTER_S = 1.0
_LONGEST_REST_S = 10.0
_FAINTEST_PEAK = 0.005

_REST_BELOW_PEAK_DB = -48.0  # a final "f" or "th" is some 40 dB below the loudest vowel
_REST_KEPT_MS = 40


def model_speed(line: Line) -> float:
    """Say how fast a model must speak, 1 being its usual speed, so that `moved_in_pitch` ends at the line's rate."""
    return (100 + line.rate_percent) / (100 + line.pitch_percent)


def moved_in_pitch(samples: "Samples", line: Line, *, rate_hz: int) -> "Samples":
    """Move everything up or down, as a tape that runs faster or slower: pitch and the size of the speaker alike."""
    return resample(samples, from_hz=round(rate_hz * (100 + line.pitch_percent) / 100), to_hz=rate_hz)


def without_rests(samples: "Samples", *, rate_hz: int) -> "Samples":
    """Cut the silence that a model gives before and behind its words, but for a little; of silence alone, nothing."""
    import numpy as np

    levels = np.abs(samples)
    loud = np.flatnonzero(levels > levels.max(initial=0.0) * 10.0 ** (_REST_BELOW_PEAK_DB / 20.0))
    if not len(loud):
        return samples
    kept_samples = rate_hz * _REST_KEPT_MS // 1000
    return samples[max(0, loud[0] - kept_samples) : loud[-1] + 1 + kept_samples]


def neural_abilities(*, rate_hz: int) -> EngineAbilities:
    """What an engine can do whose model runs here and is given phonemes."""
    return EngineAbilities(
        rate_percent=NEURAL_RATE_PERCENT,
        pitch_percent=NEURAL_PITCH_PERCENT,
        repeatable=True,
        sample_rate_hz=rate_hz,
        reads_ipa=True,
    )


def as_spoken(samples: "Samples", line: Line, *, rate_hz: int, engine: str) -> Pcm:
    """Make a model's samples into sound, if they can be that line at all.

    Args:
        samples: full scale is 1.0; what passes it is clipped.

    Raises:
        EngineError: they are empty, silent, no numbers, or far too few or many for the text.
    """
    import numpy as np

    fault = _find_fault(samples, line, rate_hz=rate_hz)
    if fault is not None:
        raise EngineError(
            f'{engine} gave {fault} for "{line.text}" in the voice "{line.voice}"',
            hint="run it again, or choose another voice for this line",
        )
    return Pcm(samples=np.rint(np.clip(samples, -1.0, 1.0) * 32767).astype("<i2").tobytes(), rate_hz=rate_hz)


def _find_fault(samples: "Samples", line: Line, *, rate_hz: int) -> str | None:
    import numpy as np

    if not len(samples):
        return "no sound"
    if not np.isfinite(samples).all():
        return "samples that are no numbers"
    if np.abs(samples).max() < _FAINTEST_PEAK:
        return "silence"
    seconds = len(samples) / rate_hz * (100 + line.rate_percent) / 100
    letters = sum(map(str.isalnum, line.text))
    if seconds < _SHORTEST_LETTER_S * letters:
        return f"only {seconds:.2f} s of sound"
    if seconds > _LONGEST_REST_S + _LONGEST_LETTER_S * letters:
        return f"{seconds:.0f} s of sound"
    return None
