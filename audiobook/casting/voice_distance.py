"""How different two voices sound, as one number.

Knows measured pitch and spectrum, and makes do with names where nothing was measured. 0 is the same voice; from
`CLEARLY_DISTINCT` on, listeners hear two people.

Three differences are put together like the sides of a box (root of the sum of squares), each in units of what tells
two voices apart by itself. `benchmarks/measure_voices.py --docs` measures how far a voice is from itself on other
sentences, and how well a shifted voice is foretold.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import replace

from audiobook.casting.adjustments import combine
from audiobook.model.cast import Adjustment, VoiceProfile

CLEARLY_DISTINCT = 1.0
"""From here on two voices are two people: four semitones, or a colour 6 dB apart, or a mixture of both."""

_SEMITONES_APART = 4.0
"""A difference in pitch that by itself tells two voices apart: twice what untrained listeners just notice in running
speech, about 2 semitones (Gaudrain and Baskent, Discrimination of voice pitch and vocal-tract length, 2018)."""

_SPECTRUM_APART_DB = 6.0
"""A root-mean-square difference of the twelve bands that by itself tells two voices apart: one band in two has twice or
half the amplitude."""

_RATE_APART = 1.25
"""A ratio of speeds that by itself tells two voices apart: five times what is just noticed in running speech, 5 percent
(Quene, On the just noticeable difference for tempo in speech, 2007)."""

_UNLIKE_NAMES = {"engine": 2.0, "gender": 1.5, "base": 0.75, "variant": 0.75, "age": 0.5, "accent": 0.25}
"""What a difference in a description is worth where nothing was measured."""


def distance_between(one: VoiceProfile, other: VoiceProfile) -> float:
    """Distance between two voices; symmetric, 0 for a voice and itself."""
    rate = _rate_units(one, other)
    if one.f0_hz is None or other.f0_hz is None:
        return math.hypot(_difference_of_descriptions(one, other), _manner_units(one, other), rate)
    semitones = 12 * math.log2(one.f0_hz / other.f0_hz)
    timbre_db = _spectrum_difference_db(one, other) or 0.0
    return math.hypot(semitones / _SEMITONES_APART, timbre_db / _SPECTRUM_APART_DB, rate)


def shifted(voice: VoiceProfile, manner: Adjustment) -> VoiceProfile:
    """How a voice would measure if it spoke in this manner: its pitch moves by as much, its colour stays."""
    factor = 1 + manner.pitch_percent / 100
    f0_hz = None if voice.f0_hz is None else voice.f0_hz * factor
    return replace(voice, adjustment=combine(voice.adjustment, manner), f0_hz=f0_hz)


def eccentricity(voice: VoiceProfile, voices: Iterable[VoiceProfile]) -> float:
    """How far a voice is from the others of its engine and gender, on average: the plainest has the least."""
    peers = [peer for peer in voices if (peer.engine, peer.gender) == (voice.engine, voice.gender)]
    return sum(distance_between(voice, peer) for peer in peers) / max(1, len(peers))


def _rate_units(one: VoiceProfile, other: VoiceProfile) -> float:
    ratio = (1 + one.adjustment.rate_percent / 100) / (1 + other.adjustment.rate_percent / 100)
    return math.log(ratio) / math.log(_RATE_APART)


def _manner_units(one: VoiceProfile, other: VoiceProfile) -> float:
    """The difference in pitch that two manners make; only for one voice of an engine do they say anything."""
    if (one.engine, one.voice) != (other.engine, other.voice):
        return 0.0
    ratio = (1 + one.adjustment.pitch_percent / 100) / (1 + other.adjustment.pitch_percent / 100)
    return 12 * math.log2(ratio) / _SEMITONES_APART


def _spectrum_difference_db(one: VoiceProfile, other: VoiceProfile) -> float | None:
    if not one.spectrum or len(one.spectrum) != len(other.spectrum):
        return None
    squares = [(a - b) ** 2 for a, b in zip(one.spectrum, other.spectrum, strict=True)]
    return math.sqrt(sum(squares) / len(squares))


def _difference_of_descriptions(one: VoiceProfile, other: VoiceProfile) -> float:
    ours, theirs = _description(one), _description(other)
    return sum(weight for key, weight in _UNLIKE_NAMES.items() if ours[key] != theirs[key])


def _description(profile: VoiceProfile) -> dict[str, str]:
    """What is known without measuring; a voice name such as "en-gb+m3" has a base and a variant."""
    base, _, variant = re.sub(r"[+:/]", "\0", profile.voice, count=1).partition("\0")
    return {
        "engine": profile.engine,
        "gender": profile.gender.value,
        "base": base,
        "variant": variant,
        "age": profile.age,
        "accent": profile.accent,
    }
