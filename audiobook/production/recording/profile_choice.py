"""Which profile a book is made in: the command line's, else the cast file's, else the default.

Knows names; refuses to know what a profile sounds like.
"""

from collections.abc import Mapping

from audiobook.assembly.own_profiles import all_profiles
from audiobook.assembly.profiles import PODCAST, ReleaseProfile
from audiobook.errors import CastError, UsageError
from audiobook.model.mastering import MasteringWishes


def choose_profile(wishes: MasteringWishes, *, asked: str | None) -> ReleaseProfile:
    """Choose a book's profile.

    Args:
        wishes: what the cast file says.
        asked: by the command line; None if it says nothing.

    Raises:
        UsageError: the command line asks for a profile that does not exist.
        CastError: the cast file does, or one of its own profiles is wrong.
    """
    profiles = all_profiles(wishes.profiles)
    if asked is not None:
        if asked not in profiles:
            raise UsageError(f"there is no profile {asked!r}", hint=_list(profiles))
        return profiles[asked]
    if wishes.profile is None:
        return profiles[PODCAST.name]
    if wishes.profile.value not in profiles:
        raise CastError(f'{wishes.profile.place}: there is no profile "{wishes.profile.value}"', hint=_list(profiles))
    return profiles[wishes.profile.value]


def _list(profiles: Mapping[str, ReleaseProfile]) -> str:
    return f"there are: {', '.join(profiles)}; one's own is written as [profiles.NAME] in the cast file"
