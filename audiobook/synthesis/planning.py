"""Which takes a book needs: one for every sentence, in the voice of whoever says it.

Decides and writes nothing; refuses to know whether a take is there already.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType

from audiobook.errors import CastError, EngineError
from audiobook.language.tongues import is_english
from audiobook.language.words import has_word
from audiobook.model.cast import CastVoice
from audiobook.model.delivery import Delivery, DeliveryPlan, Effect
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import Script, Segment, SegmentKind
from audiobook.model.speech import Line
from audiobook.model.take import PlannedTake
from audiobook.synthesis.delivering import EngineLimits, SpokenManner, adjust, manner_of
from audiobook.synthesis.pronunciations import Pronunciations
from audiobook.synthesis.spoken_numbers import speak_numbers
from audiobook.synthesis.spoken_signs import speak_signs
from audiobook.synthesis.spoken_text import spoken_of
from audiobook.synthesis.take_keys import join_fingerprints, take_key

_VOLUME_OF_KIND_DB: Mapping[SegmentKind, float] = {
    SegmentKind.THOUGHT: -2.0,  # a thought is closer and softer than speech, yet never hard to hear
}

_NOBODYS: Mapping[str, tuple[Pronunciation, ...]] = MappingProxyType({})
_NO_LIMITS: Mapping[str, EngineLimits] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingRules:
    """How a book is spoken beyond its voices.

    Attributes:
        pronunciations: for everybody.
        pronunciations_of: more of them for single speakers; theirs win.
        deliveries: what is done about each cue.
        limits: by engine, how far it goes; an engine without an entry goes as far as any.
    """

    pronunciations: tuple[Pronunciation, ...] = ()
    pronunciations_of: Mapping[str, tuple[Pronunciation, ...]] = field(default_factory=lambda: _NOBODYS)
    deliveries: DeliveryPlan = field(default_factory=DeliveryPlan)
    limits: Mapping[str, EngineLimits] = field(default_factory=lambda: _NO_LIMITS)


def plan_takes(
    script: Script,
    voices: Mapping[str, CastVoice],
    *,
    rules: SpeakingRules | None = None,
    fingerprints: Mapping[str, str],
    voice_fingerprints: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> tuple[PlannedTake, ...]:
    """Plan the takes of a whole book, in reading order.

    What several say together is spoken in the voice of the first. A segment without any word gives no take.

    Args:
        script: who says what.
        voices: of every speaker in the script, narrator and unknown included.
        rules: how it is spoken; None reads it plainly.
        fingerprints: engine's name to its `SpeechEngine.fingerprint()`.
        voice_fingerprints: (engine's name, its voice) to what shapes that voice besides; most voices have none.

    Raises:
        CastError: a speaker has no voice.
        EngineError: a voice's engine has no fingerprint.
    """
    plan = take_planner(script, voices, rules=rules, fingerprints=fingerprints, voice_fingerprints=voice_fingerprints)
    return plan(range(len(script.segments)))


def take_planner(
    script: Script,
    voices: Mapping[str, CastVoice],
    *,
    rules: SpeakingRules | None = None,
    fingerprints: Mapping[str, str],
    voice_fingerprints: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> Callable[[Iterable[int]], tuple[PlannedTake, ...]]:
    """Get ready to plan a book piece by piece; see `plan_takes`.

    Returns:
        A function that plans the takes of some segments, given by their indexes in the script.
    """
    sound_of = partial(_fingerprint_of, fingerprints=fingerprints, voice_fingerprints=voice_fingerprints)
    planner = _Planner(voices, rules or SpeakingRules(), sound_of, language=script.language)

    def plan(indexes: Iterable[int]) -> tuple[PlannedTake, ...]:
        return tuple(
            take
            for index in indexes
            if script.segments[index].spoken
            for take in planner.takes_of(script.segments[index], index)
        )

    return plan


class _Planner:
    """Plans the takes of one segment after the other."""

    def __init__(
        self,
        voices: Mapping[str, CastVoice],
        rules: SpeakingRules,
        sound_of: Callable[[CastVoice], str],
        *,
        language: str,
    ) -> None:
        self._voices = voices
        self._language = language
        self._rules = rules
        self._sound_of = sound_of
        self._pronunciations: dict[tuple[str, bool], Pronunciations] = {}

    def takes_of(self, segment: Segment, index: int) -> Iterator[PlannedTake]:
        """Plan the takes of a spoken segment."""
        voice = _voice_of(segment, self._voices)
        fingerprint = self._sound_of(voice)
        limits = self._rules.limits.get(voice.profile.engine, EngineLimits())
        words = self._pronunciations_of(segment.speaker or "", reads_ipa=limits.reads_ipa)
        for sentence in spoken_of(segment, self._language):
            written = segment.text[sentence.start : sentence.end]
            manner = manner_of(written, segment, index, self._rules.deliveries)
            reword = partial(self._reword, words=words, manner=manner)
            if not has_word(said := reword(sentence.text)):
                continue
            stresses = manner.emphasis.stresses_in(said, reword) if manner.emphasis and limits.stresses_words else ()
            delivery = manner.emphasis.rest if manner.emphasis and stresses else manner.delivery
            adjusted = adjust(voice.adjustment, delivery, limits)
            line = Line(
                text=said,
                voice=voice.profile.voice,
                pitch_percent=adjusted.pitch_percent,
                rate_percent=adjusted.rate_percent,
                sounds=words.sounds_in(said),
                stresses=stresses,
            )
            yield PlannedTake(
                key=take_key(line, engine_fingerprint=fingerprint),
                engine=voice.profile.engine,
                line=line,
                segment_index=index,
                start=segment.start + sentence.start,
                end=segment.start + sentence.end,
                volume_db=_volume_db(segment, voice, delivery),
                loudness_lufs=voice.profile.loudness_lufs,
                pause_ms=delivery.pause_ms,
                effect=None if delivery.effect is Effect.NONE else delivery.effect,
                fingerprint=fingerprint,
            )

    def _pronunciations_of(self, speaker: str, *, reads_ipa: bool) -> Pronunciations:
        """Give a speaker's pronunciations for an engine; all who have none of their own share one list."""
        own = self._rules.pronunciations_of.get(speaker, ())
        key = (speaker if own else "", reads_ipa)
        if key not in self._pronunciations:
            self._pronunciations[key] = Pronunciations((*self._rules.pronunciations, *own), reads_ipa=reads_ipa)
        return self._pronunciations[key]

    def _reword(self, said: str, *, words: Pronunciations, manner: SpokenManner) -> str:
        """Write words as they are about to be spoken."""
        return manner.word(words.apply(self._numbered(said)))

    def _numbered(self, said: str) -> str:
        """Write numbers and signs as English says them; engines read those of other languages by rules of their own."""
        return speak_numbers(speak_signs(said)) if is_english(self._language) else said


def _volume_db(segment: Segment, voice: CastVoice, delivery: Delivery) -> float:
    return voice.adjustment.volume_db + _VOLUME_OF_KIND_DB.get(segment.kind, 0.0) + delivery.volume_db


def _voice_of(segment: Segment, voices: Mapping[str, CastVoice]) -> CastVoice:
    voice = voices.get(segment.speaker or "")
    if voice is None:
        raise CastError(
            f'"{segment.speaker}" has lines but no voice', hint="add a voice for this name to the cast file"
        )
    return voice


def _fingerprint_of(
    voice: CastVoice, fingerprints: Mapping[str, str], voice_fingerprints: Mapping[tuple[str, str], str]
) -> str:
    fingerprint = fingerprints.get(voice.profile.engine)
    if fingerprint is None:
        raise EngineError(
            f'voice "{voice.profile.name}" needs the engine "{voice.profile.engine}", which is not there',
            hint="choose a voice of another engine: audiobook voices",
        )
    return join_fingerprints(fingerprint, voice_fingerprints.get((voice.profile.engine, voice.profile.voice)))
