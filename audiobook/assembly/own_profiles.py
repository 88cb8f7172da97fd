"""Profiles that a person wrote, worked out from those they are based on.

Knows which limit moves with which value; refuses to read files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from audiobook.assembly.encoder_figures import encoder_gain_db, encoder_overshoot_db
from audiobook.assembly.profiles import PODCAST, PROFILES, CreditsPlace, ProfileLimits, Range, ReleaseProfile
from audiobook.assembly.timelines.pauses import Pauses
from audiobook.codecs.mp3 import allowed_bit_rates_kbps
from audiobook.errors import CastError
from audiobook.model.mastering import OwnProfile, ProfileChanges

_PLAIN = ("rate_hz", "bit_rate_kbps", "encoder_quality", "target_lufs", "true_peak_dbtp", "room_tone_dbfs",
          "announce_titles")  # fmt: skip
_LEVEL_TOLERANCE_LU = 1.0
_TIME_TOLERANCE_S = 0.5


def all_profiles(own: Sequence[OwnProfile]) -> Mapping[str, ReleaseProfile]:
    """List the built-in profiles and a person's own by name; theirs win over built-in ones of the same name.

    Raises:
        CastError: one is based on a profile that does not exist, or on itself by a circle.
    """
    written = {profile.name: profile for profile in own}
    return {**PROFILES, **{name: _resolve(profile, written, ()) for name, profile in written.items()}}


def require_possible(profile: ReleaseProfile, own: Sequence[OwnProfile], *, rate_hz: int) -> None:
    """Make sure that MP3 has the profile's bit rate at the sample rate of the files.

    Raises:
        CastError: it has not; names the profile's place.
    """
    allowed = allowed_bit_rates_kbps(rate_hz)
    if profile.bit_rate_kbps in allowed:
        return
    place = next((each.place for each in own if each.name == profile.name), profile.name)
    raise CastError(
        f"{place}: MP3 has no {profile.bit_rate_kbps} kb/s at {rate_hz} Hz",
        hint=f"choose bit_rate_kbps from {', '.join(map(str, allowed))}, or set another rate_hz",
    )


def _resolve(own: OwnProfile, written: Mapping[str, OwnProfile], heirs: tuple[str, ...]) -> ReleaseProfile:
    changes = own.changes
    base = _base_of(own, written, (*heirs, own.name))
    plain: dict[str, Any] = {name: value for name in _PLAIN if (value := getattr(changes, name)) is not None}
    profile = replace(
        base,
        **plain,
        name=own.name,
        rms_least_dbfs=base.rms_least_dbfs if changes.target_lufs is None else None,
        pauses=_pauses(base.pauses, changes),
        credits=base.credits if changes.credits is None else CreditsPlace(changes.credits),
        limits=_limits(base.limits, changes),
    )
    if changes.bit_rate_kbps is None:
        return profile
    bit_rate = changes.bit_rate_kbps
    return replace(
        profile, encoder_overshoot_db=encoder_overshoot_db(bit_rate), encoder_gain_db=encoder_gain_db(bit_rate)
    )


def _base_of(own: OwnProfile, written: Mapping[str, OwnProfile], heirs: tuple[str, ...]) -> ReleaseProfile:
    """The profile that this one changes; one based on its own name means the built-in one it replaces."""
    if own.based_on is None:
        return PODCAST
    name, place = own.based_on.value, own.based_on.place
    if name in written and name not in heirs:
        return _resolve(written[name], written, heirs)
    if name in PROFILES and name in (own.name, *(PROFILES.keys() - written.keys())):
        return PROFILES[name]
    if name in written:
        circle = " -> ".join((*heirs, name))
        message = f"{place}: these profiles are based on each other in a circle: {circle}"
        raise CastError(message, hint=f"base one of them on {', '.join(PROFILES)}")
    there_are = ", ".join(dict.fromkeys((*PROFILES, *written)))
    raise CastError(f'{place}: there is no profile "{name}"', hint=f"there are: {there_are}")


def _pauses(base: Pauses, changes: ProfileChanges) -> Pauses:
    """Change the times of silence that are given, from seconds to milliseconds."""
    seconds = {field.name: getattr(changes, field.name.removesuffix("_ms") + "_s") for field in fields(Pauses)}
    return replace(base, **{name: round(1000 * value) for name, value in seconds.items() if value is not None})


def _limits(base: ProfileLimits, changes: ProfileChanges) -> ProfileLimits:
    """Move the limits along with what is made otherwise; a shop's own RMS window says nothing of another level."""
    moved: dict[str, Any] = {}
    if changes.target_lufs is not None:
        level = changes.target_lufs
        moved |= {"integrated_lufs": Range(level - _LEVEL_TOLERANCE_LU, level + _LEVEL_TOLERANCE_LU), "rms_dbfs": None}
    if changes.true_peak_dbtp is not None:
        moved |= {"true_peak_max_dbtp": changes.true_peak_dbtp, "sample_peak_max_dbfs": None}
    if changes.head_s is not None:
        moved["head_s"] = _around(changes.head_s)
    if changes.tail_s is not None:
        moved["tail_s"] = _around(changes.tail_s)
    if changes.rate_hz is not None:
        moved["rates_hz"] = (changes.rate_hz,)
    if changes.bit_rate_kbps is not None:
        moved["bit_rate_min_kbps"] = changes.bit_rate_kbps
    if changes.announce_titles is not None:
        moved["title_spoken"] = changes.announce_titles
    if changes.room_tone_dbfs is not None:
        moved["noise_floor_max_dbfs"] = max(changes.room_tone_dbfs + 2.0, base.noise_floor_max_dbfs or -60.0)
    return replace(base, **moved)


def _around(seconds: float) -> Range:
    return Range(max(0.0, seconds - _TIME_TOLERANCE_S), seconds + _TIME_TOLERANCE_S)
