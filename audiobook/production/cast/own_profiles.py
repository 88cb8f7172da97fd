"""A person's own voice profiles held against the engines that are to speak with them.

Knows what an engine on this machine can do; an engine that is not there judges nothing.
"""

from collections.abc import Iterable

from audiobook.casting.typed_toml import close_names
from audiobook.engines.protocol import KnowsItsVoices, SpeechEngine
from audiobook.engines.registry import engine_names, open_engine
from audiobook.errors import CastError, EngineError
from audiobook.model.cast import VoiceProfile


def require_possible_profiles(profiles: Iterable[VoiceProfile]) -> None:
    """Make sure that the engines of a person's own profiles exist, have their voices, and can do what they ask for.

    Raises:
        CastError: names file, line, value and range.
    """
    own = [profile for profile in profiles if profile.place is not None]
    for name in sorted({profile.engine for profile in own}):
        of_engine = [profile for profile in own if profile.engine == name]
        if name not in engine_names():
            raise _unknown_engine(of_engine[0])
        try:
            engine = open_engine(name)
        except EngineError:
            continue
        try:
            for profile in of_engine:
                require_possible_profile(profile, engine)
        finally:
            engine.close()


def require_possible_profile(profile: VoiceProfile, engine: SpeechEngine) -> None:
    """Make sure of the same for one profile; a built-in one is taken on trust.

    Raises:
        CastError: names file, line, value and range.
    """
    if profile.place is None:
        return
    if isinstance(engine, KnowsItsVoices):
        try:
            engine.require_voice(profile.voice)
        except EngineError as error:
            raise CastError(f"{profile.place}: {error.message}", hint=error.hint) from error
    abilities, manner = engine.abilities, profile.adjustment
    for what, percent, (least, greatest) in (
        ("pitch", manner.pitch_percent, abilities.pitch_percent),
        ("rate", manner.rate_percent, abilities.rate_percent),
    ):
        if not least <= percent <= greatest:
            message = (
                f'{profile.place}: {what} of the voice "{profile.name}" comes to {percent:g} %, but the engine'
                f" {engine.name} can do {least:g} to {greatest:g} %"
            )
            raise CastError(message, hint="what it inherits counts, too: audiobook voices --json shows it")


def _unknown_engine(profile: VoiceProfile) -> CastError:
    close = close_names(profile.engine, engine_names())
    hint = f'did you mean "{close[0]}"?' if close else f"the engines are: {', '.join(engine_names())}"
    return CastError(f'{profile.place}: there is no speech engine "{profile.engine}"', hint=hint)
