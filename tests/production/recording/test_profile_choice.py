import pytest

from audiobook.errors import CastError, UsageError
from audiobook.model.mastering import MasteringWishes, OwnProfile, ProfileChanges, Written
from audiobook.production.recording.profile_choice import choose_profile

MINE = OwnProfile(name="mine", place="lex.toml:8", based_on=None, changes=ProfileChanges(bit_rate_kbps=96))


def wishes(profile: str | None) -> MasteringWishes:
    return MasteringWishes(
        profile=None if profile is None else Written(value=profile, place="lex.toml:2"), profiles=(MINE,)
    )


@pytest.mark.parametrize(
    ("asked", "written", "chosen"),
    [
        (None, None, "podcast"),
        (None, "acx", "acx"),
        (None, "mine", "mine"),
        ("librivox", "acx", "librivox"),
        ("mine", None, "mine"),
    ],
)
def test_option_wins_over_cast_file_and_that_over_the_default(
    asked: str | None, written: str | None, chosen: str
) -> None:
    assert choose_profile(wishes(written), asked=asked).name == chosen


def test_unknown_profile_of_the_command_line_is_its_mistake() -> None:
    with pytest.raises(UsageError, match="there is no profile 'acxx'") as raised:
        choose_profile(wishes(None), asked="acxx")
    assert "podcast, librivox, acx, mine" in (raised.value.hint or "")


def test_unknown_profile_of_the_cast_file_is_named_with_its_line() -> None:
    with pytest.raises(CastError, match=r'lex.toml:2: there is no profile "acxx"'):
        choose_profile(wishes("acxx"), asked=None)
