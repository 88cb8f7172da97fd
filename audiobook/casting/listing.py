"""The voice profiles in the order a person looks them up."""

from collections.abc import Mapping

from audiobook.casting.typed_toml import close_names
from audiobook.errors import UsageError
from audiobook.model.cast import VoiceProfile


def list_profiles(profiles: Mapping[str, VoiceProfile], *, engine: str | None = None) -> tuple[VoiceProfile, ...]:
    """List the profiles by engine, then by gender, then by name.

    Args:
        profiles: by name.
        engine: only those of this engine; None for all.

    Raises:
        UsageError: no profile uses this engine.
    """
    wanted = [profile for profile in profiles.values() if engine is None or profile.engine == engine]
    if engine is not None and not wanted:
        engines = sorted({profile.engine for profile in profiles.values()})
        close = close_names(engine, engines)
        hint = f'did you mean "{close[0]}"?' if close else f"there are voices for: {', '.join(engines) or 'none'}"
        raise UsageError(f'no voice profile uses the engine "{engine}"', hint=hint)
    return tuple(sorted(wanted, key=lambda profile: (profile.engine, profile.gender.value, profile.name)))
