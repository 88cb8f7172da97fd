"""The names of espeak-ng's voices: read from its data files, because it silently ignores a name it does not know.

Knows which base voices and variants exist and what they are called; refuses to know how they sound.
A voice is a language tag, alone or with a variant: "en-us", "en-us+f3", "en-gb-scotland+m2". Every variant goes with
every base. The library lists the bases only, but takes both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from audiobook.errors import EngineError

_ENGLISH = "en"

_LONGEST_IDENTIFIER = 39
"""Bytes; the library copies the name into 40 and would end the process on more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceNames:
    """Every voice of one data folder.

    Attributes:
        identifier_of_tag: language tag in lower case -> the voice file below `lang`, for example "gmw/en-US";
            English first.
        variants: names of the variants, as their files are spelled.
    """

    identifier_of_tag: Mapping[str, str]
    variants: tuple[str, ...]

    def every_voice(self) -> tuple[str, ...]:
        """List English voices with all their variants, then the other languages' plain voices."""
        english = [tag for tag in self.identifier_of_tag if tag.split("-")[0] == _ENGLISH]
        others = [tag for tag in self.identifier_of_tag if tag.split("-")[0] != _ENGLISH]
        varied = (f"{tag}{variant}" for tag in english for variant in ("", *(f"+{name}" for name in self.variants)))
        return (*varied, *others)

    def base_of(self, language: str) -> str | None:
        """Find the base voice that speaks a language; None if there is none.

        Args:
            language: BCP 47 tag; where its country has no voice, the language's usual one is taken.
        """
        tag = language.replace("_", "-").lower()
        primary = tag.partition("-")[0]
        near = sorted((known for known in self.identifier_of_tag if known.startswith(f"{primary}-")), key=len)
        wanted = (tag, f"{primary}-{primary}", primary, *near)
        return next((known for known in wanted if known in self.identifier_of_tag), None)

    def identifier(self, voice: str) -> str:
        """Give the library's own name for a voice: "en-us+f3" is "gmw/en-US+f3".

        Raises:
            EngineError: there is no such base voice or variant.
        """
        tag, plus, variant = voice.partition("+")
        base = self.identifier_of_tag.get(tag.lower())
        if base is None:
            raise EngineError(
                f'voice "{voice}" is unknown to pyttsx3', hint=_closest(tag, tuple(self.identifier_of_tag))
            )
        if plus and variant not in self.variants:
            raise EngineError(
                f'voice "{voice}" is unknown to pyttsx3: "{tag}" has no variant "{variant}"',
                hint=_closest(variant, self.variants),
            )
        identifier = f"{base}{plus}{variant}"
        if len(identifier.encode()) > _LONGEST_IDENTIFIER:
            raise EngineError(f'the name of the voice "{voice}" is too long for the speech library')
        return identifier


@cache
def read_voice_names(data: Path) -> VoiceNames:
    """Read the names of all voices from an `espeak-ng-data` folder.

    Raises:
        EngineError: the folder cannot be read.
    """
    try:
        files = sorted(path for path in (data / "lang").rglob("*") if path.is_file())
        tags = [tag for path in files for tag in _read_tags(path, data)]
        variants = tuple(sorted(path.name for path in (data / "voices" / "!v").iterdir()))
    except (OSError, UnicodeDecodeError) as error:
        raise EngineError(
            f"the speech library's voices cannot be read: {error}",
            hint="pip install --force-reinstall espeakng-loader",
        ) from error
    best: dict[str, _Tag] = {}
    for tag in sorted(tags, key=lambda tag: (not tag.name.startswith(_ENGLISH), tag.name, tag.priority)):
        best.setdefault(tag.name, tag)
    return VoiceNames(identifier_of_tag={name: tag.identifier for name, tag in best.items()}, variants=variants)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tag:
    name: str
    identifier: str
    priority: int


def _read_tags(path: Path, data: Path) -> list[_Tag]:
    """Read the lines "language en-us 2" of a voice file; without a number the priority is 5, as the library has it.

    A voice whose dictionary is not in the wheel gives none: it cannot speak.
    """
    identifier = path.relative_to(data / "lang").as_posix()
    words = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    values = [(parts[0], parts[1:]) for parts in words if len(parts) > 1]
    languages = [value for key, value in values if key == "language"]
    dictionaries = [value[0] for key, value in values if key == "dictionary"]
    dictionaries += [value[0].split("-")[0] for value in languages]
    if not any((data / f"{name}_dict").exists() for name in dictionaries):
        return []
    return [
        _Tag(name=value[0].lower(), identifier=identifier, priority=int(value[1]) if len(value) > 1 else 5)
        for value in languages
    ]


def _closest(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=5, cutoff=0.5)
    return f"did you mean {', '.join(close)}?" if close else "audiobook voices"
