from dataclasses import replace

import pytest

from audiobook.assembly.profiles import ACX, PODCAST, PROFILES, ProfileLimits, ReleaseProfile, what_shapes_sound


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_profile_makes_what_its_own_limits_ask_for(profile: ReleaseProfile) -> None:
    limits = profile.limits
    assert limits.head_s is None or limits.head_s.least <= profile.pauses.head_ms / 1000 <= limits.head_s.greatest
    assert limits.tail_s is None or limits.tail_s.least <= profile.pauses.tail_ms / 1000 <= limits.tail_s.greatest
    assert profile.rate_hz is None or profile.rate_hz in limits.rates_hz
    assert profile.bit_rate_kbps >= (limits.bit_rate_min_kbps or 0)
    level = limits.integrated_lufs
    assert level is None or level.least < profile.target_lufs < level.greatest
    assert profile.ceiling_dbtp < profile.true_peak_dbtp <= (limits.sample_peak_max_dbfs or 0.0)
    assert bool(profile.announce_titles) == limits.title_spoken


def test_limits_and_words_do_not_shape_sound() -> None:
    other = replace(ACX, limits=ProfileLimits(), announce_titles=False)
    assert what_shapes_sound(other) == what_shapes_sound(ACX)


def test_level_and_room_tone_shape_sound() -> None:
    for other in (replace(ACX, target_lufs=-20.0), replace(ACX, room_tone_dbfs=None)):
        assert what_shapes_sound(other) != what_shapes_sound(ACX)


def test_podcast_is_named_by_the_fields_it_always_had() -> None:
    assert {"room_tone_dbfs", "rms_least_dbfs"}.isdisjoint(what_shapes_sound(PODCAST))
