"""Which voices are plain, so that anybody may speak with them for a whole book, and which stand out.

Knows pitch, age and the words of a description. Refuses to know who speaks.
"""

import math
import re
from collections.abc import Mapping

from audiobook.model.cast import VoiceProfile
from audiobook.model.script import Gender

_USUAL_PITCH_HZ: Mapping[Gender, tuple[float, float]] = {
    Gender.MALE: (85.0, 160.0),
    Gender.FEMALE: (160.0, 255.0),
    Gender.UNKNOWN: (85.0, 255.0),
}
"""Where most grown-up voices speak (Titze, Principles of Voice Production, 1994; men's upper bound 5 Hz wider)."""

_MIDDLE_HZ = 160.0
_MIDDLE_SEMITONES = 5.0
"""Voices this near to the border between men's and women's pitch suit somebody of unknown gender."""

_MARKED_VOICE = re.compile(
    r"\b(?:breathy|rough|hoarse|harsh|gruff|gravelly|rasp(?:y|ing)|croak(?:y|ing)|creaky|husky|wheezy|whisper(?:y|ing)"
    r"|trembling|quavering|shaky|pinched|nasal|squeaky|shrill|piercing|booming|growling|very (?:deep|low|high|thin))\b"
)
"""Words of a description for a sound that nobody wants to hear from a leading part without a reason."""


def stands_out(profile: VoiceProfile, *, age: str | None) -> bool:
    """Whether a voice is very deep, very high, rough, breathy, or a child's or an old person's.

    Args:
        profile: the voice.
        age: of whoever is to speak with it; a child's voice does not stand out in a child.
    """
    if profile.age in ("child", "old"):
        return profile.age != age
    least, greatest = _USUAL_PITCH_HZ[profile.gender]
    is_deep = profile.f0_hz is not None and profile.f0_hz < least
    is_high = profile.f0_hz is not None and profile.f0_hz > greatest and age != "child"
    return is_deep or is_high or _MARKED_VOICE.search(profile.description.casefold()) is not None


def is_middling(profile: VoiceProfile) -> bool:
    """Whether a voice lies between a man's and a woman's; if its pitch was never measured, its gender tells."""
    if profile.f0_hz is None:
        return profile.gender is Gender.UNKNOWN
    return abs(12 * math.log2(profile.f0_hz / _MIDDLE_HZ)) <= _MIDDLE_SEMITONES
