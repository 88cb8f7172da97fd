"""A chapter's recipe: a digest of everything from which its takes, its sound and its tags follow.

It is had without planning a single sentence, so that a chapter made from the same recipe need not be planned to find
out that nothing has changed. Every field of every value counts, also one that does not exist yet, but for those named
here that shape nothing. Knows what goes in; refuses to know what comes out.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache, cached_property
from operator import attrgetter
from pathlib import PurePath
from typing import Any

from audiobook.assembly.book_jobs import ChapterName, ReleaseSettings
from audiobook.assembly.chapter_job import rendered_with
from audiobook.assembly.tagging.tags import tag_writer
from audiobook.model.cast import CastVoice
from audiobook.model.script import Script, Segment
from audiobook.production.recording.own_sounds import StoredSound
from audiobook.synthesis.planning import SpeakingRules
from audiobook.workspace.program_digest import program_digest

SHAPE_NOTHING: Mapping[type, frozenset[str]] = {
    Segment: frozenset({
        "chapter",  # all segments of a recipe are of one chapter; which that is shows in the tags
        "start", "end",  # only places within the segment count, and its text is in the recipe
        "confidence", "evidence", "worth",  # for people
    }),
}  # fmt: skip
"""Fields that are left out of recipes, so that a chapter is not planned for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterRecipe:
    """What a chapter's file follows from, as digests; each covers the one before.

    Attributes:
        takes: its takes.
        sound: its sound, and what the release says of its lines and scenes.
        tags: its tags and all of its bytes.
    """

    takes: str
    sound: str
    tags: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWith:
    """What the takes of a book follow from, besides its words.

    Attributes:
        voices: by speaker.
        fingerprints: by engine.
        voice_fingerprints: by engine and its voice, as far as a voice has one.
        recordings: by the id of the line's segment.
    """

    voices: Mapping[str, CastVoice]
    rules: SpeakingRules
    fingerprints: Mapping[str, str]
    voice_fingerprints: Mapping[tuple[str, str], str]
    recordings: Mapping[str, StoredSound]


class TakesRecipes:
    """Digests what each chapter's takes follow from.

    Args:
        script: with everything that is announced.
        spoken_with: who speaks it, and how.

    Attributes:
        script: the same.
        spoken_with: the same.
    """

    def __init__(self, script: Script, spoken_with: SpokenWith) -> None:
        self.script = script
        self.spoken_with = spoken_with
        self._speakers: dict[str, str] = {}
        self._found: dict[int, str | None] = {}

    def of(self, number: int) -> str | None:
        """Digest a chapter; None if others' segments stand between its own, so that these are not all that counts."""
        if number not in self._found:
            self._found[number] = self._digest(number)
        return self._found[number]

    def among(self, known: Collection[str]) -> frozenset[int]:
        """Give the numbers of the chapters whose digest is one of these."""
        return frozenset(number for number in self._places if self.of(number) in known) if known else frozenset()

    def speakers(self, number: int) -> frozenset[str]:
        """Everybody who says something in a chapter."""
        first, end = self._places.get(number, (0, 0))
        return frozenset(segment.speaker or "" for segment in self.script.segments[first:end] if segment.spoken)

    def engines(self, number: int) -> frozenset[str]:
        """Names of the engines that speak a chapter."""
        voices = self.spoken_with.voices
        return frozenset(voices[name].profile.engine for name in self.speakers(number) if name in voices)

    def _digest(self, number: int) -> str | None:
        first, end = self._places.get(number, (0, 0))
        segments = self.script.segments[first:end]
        if any(segment.chapter != number for segment in segments):
            return None
        of_line = self.spoken_with.rules.deliveries.of_line
        recordings = self.spoken_with.recordings
        return digest_of(
            self._shared,
            {speaker: self._speaker(speaker) for speaker in self.speakers(number)},
            [(index, of_line[first + index]) for index in range(len(segments)) if first + index in of_line],
            [_heard(recordings[segment.id]) if segment.id in recordings else None for segment in segments]
            if recordings
            else (),
            segments,
        )

    @cached_property
    def _places(self) -> Mapping[int, tuple[int, int]]:
        """The index of each chapter's first segment, and the one past its last."""
        places: dict[int, tuple[int, int]] = {}
        for index, segment in enumerate(self.script.segments):
            places[segment.chapter] = places.get(segment.chapter, (index, index))[0], index + 1
        return places

    @cached_property
    def _shared(self) -> str:
        """Digest what counts in every chapter."""
        rules = self.spoken_with.rules
        deliveries = replace(rules.deliveries, of_speaker={}, of_line={})
        everybodys = replace(rules, pronunciations_of={}, deliveries=deliveries)
        return digest_of(program_digest("audiobook"), self.script.language, everybodys)

    def _speaker(self, name: str) -> str:
        """Digest what counts wherever somebody speaks."""
        if name not in self._speakers:
            known, voice = self.spoken_with, self.spoken_with.voices.get(name)
            profile = voice.profile if voice else None
            self._speakers[name] = digest_of(
                voice,
                known.fingerprints.get(profile.engine) if profile else None,
                known.voice_fingerprints.get((profile.engine, profile.voice)) if profile else None,
                known.rules.pronunciations_of.get(name, ()),
                known.rules.deliveries.of_speaker.get(name),
            )
        return self._speakers[name]


class FileRecipes:
    """Digests what each chapter's file follows from, once it is known what the takes do.

    Args:
        script: with everything that is announced.
        settings: what all chapters share.
    """

    def __init__(self, script: Script, settings: ReleaseSettings) -> None:
        self._titles = {head.number: head.title for head in script.chapters}
        self._clips = settings.clips
        rendered = rendered_with(settings.profile, rate_hz=settings.rate_hz)
        self._sound = digest_of(settings.profile, settings.rate_hz, rendered, self._clips.music)
        self._tags = digest_of(settings.tags, hashlib.blake2b(settings.cover).hexdigest(), tag_writer())

    def of(self, takes: str, name: ChapterName) -> ChapterRecipe:
        """Complete the recipe of a chapter.

        Args:
            takes: from `TakesRecipes`.
            name: the chapter's.
        """
        clips = self._clips
        intro = clips.intro if name.number == clips.first else None
        outro = clips.outro if name.number == clips.last else None
        sound = digest_of(takes, self._sound, intro, outro, self._titles.get(name.number))
        return ChapterRecipe(takes=takes, sound=sound, tags=digest_of(sound, self._tags, name))


def digest_of(*values: object) -> str:
    """Digest values; dataclasses with all their fields, mappings whatever their order."""
    text = json.dumps(values, sort_keys=True, default=_plain)
    return hashlib.blake2b(text.encode("ascii"), digest_size=20).hexdigest()


def _heard(sound: StoredSound) -> tuple[str, float]:
    """What of a recording is heard: not where its file lies."""
    return sound.key, sound.loudness_lufs


def _plain(value: object) -> object:
    """Give what JSON does not know in a form that it does."""
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, _fields_of(type(value))(value)]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, PurePath):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a recipe")


@cache
def _fields_of(kind: type[Any]) -> Callable[[Any], Any]:
    left_out = SHAPE_NOTHING.get(kind, frozenset())
    return attrgetter(*(field.name for field in fields(kind) if field.name not in left_out))
