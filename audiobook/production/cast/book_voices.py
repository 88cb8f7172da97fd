"""The voices a book may have: every profile, and siblings of the built-in ones that speak the book's language.

Knows which language a book and its cast need; asks the speech library's data which languages it has.
"""

from collections.abc import Iterable, Mapping

from audiobook.casting.foreign_voices import derive_voices, language_of_name
from audiobook.casting.profiles import load_profiles
from audiobook.engines.espeak_library import find_speech_library
from audiobook.engines.espeak_voices import read_voice_names
from audiobook.language.tongues import is_english
from audiobook.model.cast import Cast, VoiceProfile
from audiobook.model.script import Script
from audiobook.workspace.paths import Workspace


def load_book_profiles(workspace: Workspace, script: Script, cast: Cast) -> Mapping[str, VoiceProfile]:
    """Read the voices for a book.

    Raises:
        CastError: a profile is wrong.
        EngineError: the speech library's voices cannot be read.
    """
    profiles = load_profiles(workspace.profiles_folder)
    roles = (*cast.roles, *(() if cast.narrator is None else (cast.narrator,)))
    named = {language_of_name(role.profile, profiles) for role in roles if role.profile is not None}
    languages = {script.language} if not is_english(script.language) else set[str]()
    return with_voices_of(profiles, sorted(languages | {language for language in named if language is not None}))


def with_voices_of(profiles: Mapping[str, VoiceProfile], languages: Iterable[str]) -> Mapping[str, VoiceProfile]:
    """Add voices that speak some languages; one that the speech library does not have adds none.

    Args:
        languages: BCP 47 tags; English adds none.
    """
    found = dict(profiles)
    for language in languages:
        base = None if is_english(language) else read_voice_names(find_speech_library().data).base_of(language)
        if base is not None:
            found |= {
                name: one for name, one in derive_voices(profiles, language, base=base).items() if name not in found
            }
    return found
