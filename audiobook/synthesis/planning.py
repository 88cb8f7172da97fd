"""Which takes a book needs: one for every sentence, in the voice of whoever says it.

Decides and writes nothing; refuses to know whether a take is there already.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from audiobook.errors import CastError, EngineError
from audiobook.model.cast import CastVoice
from audiobook.model.script import Script, Segment, SegmentKind
from audiobook.model.speech import Line
from audiobook.model.take import PlannedTake
from audiobook.synthesis.pronunciations import Pronunciations
from audiobook.synthesis.spoken_text import SpokenSentence, spoken_sentences
from audiobook.synthesis.take_keys import take_key

_VOLUME_OF_KIND_DB: Mapping[SegmentKind, float] = {
    SegmentKind.THOUGHT: -2.0,  # a thought is closer and softer than speech, yet never hard to hear
}


def plan_takes(
    script: Script,
    voices: Mapping[str, CastVoice],
    *,
    pronunciations: Sequence[tuple[str, str]] = (),
    fingerprints: Mapping[str, str],
    voice_fingerprints: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> tuple[PlannedTake, ...]:
    """Plan the takes of a whole book, in reading order.

    What several say together is spoken in the voice of the first. A segment without any word gives no take.

    Args:
        script: who says what.
        voices: of every speaker in the script, narrator and unknown included.
        pronunciations: (word as written, respelling) pairs.
        fingerprints: engine's name to its `SpeechEngine.fingerprint()`.
        voice_fingerprints: (engine's name, its voice) to what shapes that voice besides; most voices have none.

    Raises:
        CastError: a speaker has no voice.
        EngineError: a voice's engine has no fingerprint.
    """
    respell = Pronunciations(pronunciations)
    sound_of = partial(_fingerprint_of, fingerprints=fingerprints, voice_fingerprints=voice_fingerprints)
    return tuple(
        take
        for index, segment in enumerate(script.segments)
        if segment.spoken
        for take in _takes_of(segment, index, _voice_of(segment, voices), respell, sound_of)
    )


def _takes_of(
    segment: Segment, index: int, voice: CastVoice, respell: Pronunciations, sound_of: Callable[[CastVoice], str]
) -> Iterator[PlannedTake]:
    fingerprint = sound_of(voice)
    is_heading = segment.kind is SegmentKind.HEADING
    for sentence in spoken_sentences(segment.text, respell, each_line_ends=is_heading):
        line = _line(sentence, voice)
        yield PlannedTake(
            key=take_key(line, engine_fingerprint=fingerprint),
            engine=voice.profile.engine,
            line=line,
            segment_index=index,
            start=segment.start + sentence.start,
            end=segment.start + sentence.end,
            volume_db=voice.adjustment.volume_db + _VOLUME_OF_KIND_DB.get(segment.kind, 0.0),
            loudness_lufs=voice.profile.loudness_lufs,
        )


def _line(sentence: SpokenSentence, voice: CastVoice) -> Line:
    return Line(
        text=sentence.text,
        voice=voice.profile.voice,
        pitch_percent=voice.adjustment.pitch_percent,
        rate_percent=voice.adjustment.rate_percent,
    )


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
    of_voice = voice_fingerprints.get((voice.profile.engine, voice.profile.voice))
    return fingerprint if of_voice is None else f"{fingerprint}, voice {of_voice}"
