"""How a voice is changed for a second person, so that two who share it are heard as two."""

from collections.abc import Mapping
from types import MappingProxyType

from audiobook.casting.adjustments import combine
from audiobook.model.cast import Adjustment, VoiceProfile

_SHIFTS = (
    Adjustment(),
    Adjustment(pitch_percent=-15.0, rate_percent=-5.0),
    Adjustment(pitch_percent=15.0, rate_percent=5.0),
    Adjustment(pitch_percent=-20.0, rate_percent=5.0),
    Adjustment(pitch_percent=20.0, rate_percent=-5.0),
    Adjustment(rate_percent=15.0),
    Adjustment(rate_percent=-15.0),
)

_SAFE_PITCH_PERCENT: Mapping[str, tuple[float, float]] = MappingProxyType({"pyttsx3": (-33.0, 65.0)})
_USUAL_PITCH_PERCENT = (-20.0, 25.0)
"""What an engine can do and still sound human, and what every other one can: profile and shift stay within together."""


def possible_shifts(voice: VoiceProfile) -> tuple[Adjustment, ...]:
    """The changes of manner that a voice bears, the smallest first; none at all is always one of them."""
    least, greatest = _SAFE_PITCH_PERCENT.get(voice.engine, _USUAL_PITCH_PERCENT)
    return tuple(
        shift
        for shift in _SHIFTS
        if shift == Adjustment() or least <= combine(voice.adjustment, shift).pitch_percent <= greatest
    )
