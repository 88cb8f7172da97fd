"""How different two voices sound, as one number.

Knows measured pitch and spectrum, and makes do with names where nothing was measured. 0 is the same voice; from about 1
on, listeners hear two people.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from audiobook.model.cast import VoiceProfile

_SEMITONES_APART = 4.0
"""A difference in pitch that by itself tells two voices apart."""

_UNLIKE_NAMES = {"engine": 2.0, "gender": 1.5, "base": 0.75, "variant": 0.75, "age": 0.5, "accent": 0.25}
"""What a difference in a description is worth where nothing was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceDistances:
    """Distances within one set of voices.

    Attributes:
        voices: the set.
        spectrum_unit_db: root-mean-square difference that counts as 1: the median over all pairs of the set.
    """

    voices: tuple[VoiceProfile, ...]
    spectrum_unit_db: float

    def between(self, one: VoiceProfile, other: VoiceProfile) -> float:
        """Distance between two voices; symmetric, 0 for a voice and itself."""
        if (one.engine, one.voice, one.adjustment) == (other.engine, other.voice, other.adjustment):
            return 0.0
        if one.f0_hz is None or other.f0_hz is None:
            return _difference_of_descriptions(one, other)
        semitones = 12 * math.log2(one.f0_hz / other.f0_hz)
        timbre = _spectrum_difference_db(one, other)
        timbre_units = 0.0 if timbre is None else timbre / self.spectrum_unit_db
        return math.hypot(semitones / _SEMITONES_APART, timbre_units)

    def eccentricity(self, voice: VoiceProfile) -> float:
        """How far a voice is from the others of its engine and gender, on average: the plainest has the least."""
        peers = [peer for peer in self.voices if (peer.engine, peer.gender) == (voice.engine, voice.gender)]
        return sum(self.between(voice, peer) for peer in peers) / max(1, len(peers))


def measure_distances(profiles: Iterable[VoiceProfile]) -> VoiceDistances:
    """Find the scale of a set of voices."""
    voices = tuple(profiles)
    pairs = combinations(voices, 2)
    differences = sorted(d for one, other in pairs if (d := _spectrum_difference_db(one, other)))
    unit = differences[len(differences) // 2] if differences else 1.0
    return VoiceDistances(voices=voices, spectrum_unit_db=unit)


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
