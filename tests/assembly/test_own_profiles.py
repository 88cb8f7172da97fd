import pytest

from audiobook.assembly.own_profiles import all_profiles, require_possible
from audiobook.assembly.profiles import ACX, LIBRIVOX, PODCAST, PROFILES, CreditsPlace, Range
from audiobook.errors import CastError
from audiobook.model.mastering import OwnProfile, ProfileChanges, Written


def own(name: str, based_on: str | None = None, **changes: object) -> OwnProfile:
    base = None if based_on is None else Written(value=based_on, place="lex.toml:9")
    return OwnProfile(name=name, place="lex.toml:8", based_on=base, changes=ProfileChanges(**changes))  # type: ignore[arg-type]


def test_without_ones_own_there_are_the_built_in_profiles() -> None:
    assert all_profiles(()) == PROFILES


def test_own_profile_changes_what_it_names_and_keeps_the_rest() -> None:
    mine = all_profiles([own("mine", "librivox", head_s=0.8, target_lufs=-18.0)])["mine"]
    assert (mine.name, mine.target_lufs, mine.pauses.head_ms) == ("mine", -18.0, 800)
    assert (mine.rate_hz, mine.pauses.tail_ms, mine.credits) == (44100, LIBRIVOX.pauses.tail_ms, LIBRIVOX.credits)


def test_own_profile_without_a_base_starts_from_the_default() -> None:
    assert all_profiles([own("mine")])["mine"].bit_rate_kbps == PODCAST.bit_rate_kbps


def test_limits_move_with_what_is_made() -> None:
    limits = all_profiles([own("mine", "acx", target_lufs=-25.0, tail_s=4.0, bit_rate_kbps=320)])["mine"].limits
    assert limits.integrated_lufs == Range(-26.0, -24.0)
    assert limits.rms_dbfs is None
    assert limits.tail_s == Range(3.5, 4.5)
    assert limits.bit_rate_min_kbps == 320
    assert limits.head_s == ACX.limits.head_s


def test_encoder_figures_follow_the_bit_rate() -> None:
    profiles = all_profiles([own("small", bit_rate_kbps=32), own("large", "acx", bit_rate_kbps=320)])
    assert profiles["small"].encoder_overshoot_db > profiles["large"].encoder_overshoot_db
    assert profiles["large"].encoder_gain_db == 0.0


def test_profile_may_be_based_on_another_of_ones_own() -> None:
    profiles = all_profiles([own("loud", "mine", target_lufs=-16.0), own("mine", "acx", credits="within")])
    assert (profiles["loud"].credits, profiles["loud"].rate_hz) == (CreditsPlace.WITHIN, 44100)


def test_profile_may_replace_the_built_in_one_that_it_is_based_on() -> None:
    assert all_profiles([own("podcast", "podcast", bit_rate_kbps=96)])["podcast"].bit_rate_kbps == 96


def test_unknown_base_is_named_with_its_line() -> None:
    with pytest.raises(CastError, match=r'lex.toml:9: there is no profile "acxx"'):
        all_profiles([own("mine", "acxx")])


@pytest.mark.parametrize("base", ["mine", "yours"])
def test_profiles_in_a_circle_are_refused(base: str) -> None:
    with pytest.raises(CastError, match="circle: mine -> "):
        all_profiles([own("mine", base), own("yours", "mine")])


def test_bit_rate_that_the_sample_rate_does_not_allow_is_refused() -> None:
    mine = own("mine", "acx", rate_hz=22050)
    profile = all_profiles([mine])["mine"]
    with pytest.raises(CastError, match=r"lex.toml:8: MP3 has no 192 kb/s at 22050 Hz"):
        require_possible(profile, [mine], rate_hz=22050)
    require_possible(profile, [mine], rate_hz=44100)
