"""The voices a person can choose from."""

from audiobook.casting.listing import list_profiles
from audiobook.casting.profiles import load_profiles
from audiobook.model.cast import VoiceProfile
from audiobook.workspace.paths import Workspace


def list_voices(workspace: Workspace, *, engine: str | None) -> tuple[VoiceProfile, ...]:
    """Return the built-in voices and the person's own, engine by engine.

    Args:
        engine: only the voices of this one; None for all.

    Raises:
        UsageError: no voice belongs to this engine.
        CastError: a profile of the person's own is wrong.
    """
    return list_profiles(load_profiles(workspace.profiles_folder), engine=engine)
