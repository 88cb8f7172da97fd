"""The voices a person can choose from."""

from collections.abc import Iterable

from audiobook.casting.foreign_voices import speaks
from audiobook.casting.listing import list_profiles
from audiobook.casting.profiles import load_profiles
from audiobook.engines.registry import engine_names, open_engine
from audiobook.errors import UsageError
from audiobook.language.language_tags import language_tag
from audiobook.model.cast import Adjustment, VoiceProfile
from audiobook.model.script import Gender
from audiobook.production.cast.book_voices import with_voices_of
from audiobook.production.cast.own_profiles import require_possible_profiles
from audiobook.production.engine_setup import EngineState, look_at_engine
from audiobook.workspace.paths import Workspace

_NO_PROFILE = "no profile yet: give it one in voices/profiles, with this as its voice"


def list_voices(workspace: Workspace, *, engine: str | None, language: str | None = None) -> tuple[VoiceProfile, ...]:
    """Return the built-in voices and the person's own, engine by engine.

    Args:
        engine: only the voices of this one, its own names for them where no profile uses it; None for all profiles.
        language: only voices that speak it; None for all that stand in a file.

    Raises:
        UsageError: no voice (of this engine) speaks this language, or there is no such engine, and no profile uses it.
        EngineError: no profile uses this engine, and it cannot be asked for its voices.
        CastError: a profile of the person's own is wrong.
    """
    profiles = load_profiles(workspace.profiles_folder)
    require_possible_profiles(profiles.values())
    is_used = any(profile.engine == engine for profile in profiles.values())
    if language is not None:
        language = language_tag(language) or language
        all_voices = with_voices_of(profiles, [language])
        profiles = {name: one for name, one in all_voices.items() if speaks(one, language)}
        if not profiles:
            raise UsageError(f'no voice speaks "{language}"', hint="give the language's tag, such as fr or de")
        if is_used and all(profile.engine != engine for profile in profiles.values()):
            hint = f"leave --engine out: audiobook voices --language {language}"
            raise UsageError(f'no voice of the engine "{engine}" speaks "{language}"', hint=hint)
    if engine is None or is_used or engine not in engine_names():
        return list_profiles(profiles, engine=engine)
    return _voices_without_profile(engine)


def find_waiting_engines(voices: Iterable[VoiceProfile]) -> tuple[EngineState, ...]:
    """Find the engines that some of these voices need and that cannot speak here yet."""
    states = map(look_at_engine, sorted({voice.engine for voice in voices}))
    return tuple(state for state in states if not state.is_ready)


def _voices_without_profile(name: str) -> tuple[VoiceProfile, ...]:
    engine = open_engine(name)
    try:
        return tuple(
            VoiceProfile(
                name=voice, engine=name, voice=voice, adjustment=Adjustment(), gender=Gender.UNKNOWN, age="adult",
                accent="en", description=_NO_PROFILE, loudness_lufs=None,
            )
            for voice in engine.voices()
        )  # fmt: skip
    finally:
        engine.close()
