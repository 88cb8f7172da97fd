"""Voices for languages that no profile speaks: the built-in ones, on the base voice of another language.

espeak-ng's variants ("+f3") shape a voice whatever language it speaks, so pitch, age and gender stay. Refuses to know
which languages there are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from audiobook.language.tongues import language_name, primary_language
from audiobook.model.cast import CastVoice, VoiceProfile

_ENGINE = "pyttsx3"
_DRAFT_ENGINE = "tone"
_MOST_NAMED = 4


def speaks(profile: VoiceProfile, language: str) -> bool:
    """Say whether a voice is made for a language, by its accent."""
    return primary_language(profile.accent) == primary_language(language)


def describe_strangers(language: str, voices: Mapping[str, CastVoice]) -> Iterator[str]:
    """Say whose voice is not made for the book's language: it would read it by the rules of its own.

    Args:
        language: BCP 47 tag of the book.
        voices: by speaker.
    """
    names = [
        f'"{voice.profile.name}" ({speaker})'
        for speaker, voice in voices.items()
        if not speaks(voice.profile, language) and voice.profile.engine != _DRAFT_ENGINE
    ]
    if names:
        shown = ", ".join(names[:_MOST_NAMED]) + (" ..." if len(names) > _MOST_NAMED else "")
        yield (
            f"these voices do not speak {language_name(language)}: {shown}; delete their lines in the cast file, or "
            f"choose others: audiobook voices --language {primary_language(language)}"
        )


def derive_voices(profiles: Mapping[str, VoiceProfile], language: str, *, base: str) -> dict[str, VoiceProfile]:
    """Give every built-in voice with a variant a sibling that speaks another language.

    Args:
        profiles: those there are.
        language: BCP 47 tag; "ada" has the sibling "ada-fr".
        base: the engine's own voice for that language, for example "fr-fr".
    """
    derived: dict[str, VoiceProfile] = {}
    seen: set[tuple[str, float]] = set()
    for name, profile in profiles.items():
        _, plus, variant = profile.voice.partition("+")
        key = (variant.casefold(), profile.adjustment.pitch_percent)
        if profile.engine != _ENGINE or not plus or not speaks(profile, "en") or key in seen:
            continue
        seen.add(key)
        sibling = f"{name}-{language.lower()}"
        derived[sibling] = replace(profile, name=sibling, voice=f"{base}+{variant}", accent=language)
    return derived


def language_of_name(wanted: str, profiles: Mapping[str, VoiceProfile]) -> str | None:
    """Tell the language of a derived voice by its name ("ada-fr" is "fr"); None if it can be none."""
    mother = next((name for name in profiles if wanted.startswith(f"{name}-")), None)
    return None if mother is None or wanted in profiles else wanted.removeprefix(f"{mother}-")
