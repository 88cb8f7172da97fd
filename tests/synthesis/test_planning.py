from dataclasses import replace

import pytest

from audiobook.errors import CastError, EngineError
from audiobook.model.cast import Adjustment, CastVoice, VoiceProfile
from audiobook.model.script import NARRATOR, ChapterHead, Gender, Script, Segment, SegmentKind
from audiobook.model.take import PlannedTake
from audiobook.synthesis.planning import plan_takes


def voice(name: str, **adjustment: float) -> CastVoice:
    profile = VoiceProfile(
        name=name,
        engine="hum",
        voice=f"voice of {name}",
        adjustment=Adjustment(),
        gender=Gender.UNKNOWN,
        age="adult",
        accent="en-GB",
        description="",
        loudness_lufs=-21.5,
    )
    return CastVoice(profile=profile, adjustment=Adjustment(**adjustment))


VOICES = {NARRATOR: voice("ada"), "Lex": voice("rupert", pitch_percent=-10.0, rate_percent=5.0, volume_db=-1.0)}


def segment(text: str, kind: SegmentKind = SegmentKind.NARRATION, speaker: str | None = NARRATOR) -> Segment:
    return Segment(
        id=text,
        chapter=1,
        paragraph=0,
        kind=kind,
        source="a.txt",
        start=100,
        end=100 + len(text),
        text=text,
        speaker=speaker,
        speakers=(speaker,) if speaker else (),
        confidence=None,
        evidence="",
        spoken=speaker is not None,
    )


def plan(*segments: Segment, pronunciations: tuple[tuple[str, str], ...] = ()) -> tuple[PlannedTake, ...]:
    script = Script(
        book="b",
        title="B",
        author=None,
        language="en",
        chapters=(ChapterHead(number=1, title="One"),),
        segments=segments,
        characters=(),
    )
    return plan_takes(script, VOICES, pronunciations=pronunciations, fingerprints={"hum": "hum 1"})


def test_each_sentence_is_a_take_with_its_place_in_the_source() -> None:
    takes = plan(segment("He left. She stayed."))
    assert [(take.line.text, take.start, take.end, take.segment_index) for take in takes] == [
        ("He left.", 100, 108, 0),
        ("She stayed.", 109, 120, 0),
    ]


def test_a_line_is_in_its_speakers_voice_and_manner() -> None:
    (take,) = plan(segment('"No."', SegmentKind.DIALOGUE, "Lex"))
    assert (take.line.voice, take.line.pitch_percent, take.line.rate_percent) == ("voice of rupert", -10.0, 5.0)
    assert (take.engine, take.volume_db, take.loudness_lufs) == ("hum", -1.0, -21.5)


def test_a_thought_is_a_little_quieter_and_the_same_take_otherwise() -> None:
    loud, soft = plan(
        segment('"No."', SegmentKind.DIALOGUE, "Lex"),
        segment("'No.'", SegmentKind.THOUGHT, "Lex"),
    )
    assert soft.volume_db == loud.volume_db - 2.0
    assert soft.key == loud.key


def test_what_is_not_spoken_or_has_no_word_gives_no_take() -> None:
    takes = plan(
        segment("A/N: hi", SegmentKind.NOTE, None), segment('"..."', SegmentKind.DIALOGUE, "Lex"), segment("So.")
    )
    assert [(take.line.text, take.segment_index) for take in takes] == [("So.", 2)]


def test_several_at_once_speak_in_the_voice_of_the_first() -> None:
    both = replace(segment('"No!"', SegmentKind.DIALOGUE, "Lex"), speakers=("Lex", "Clark"))
    assert [take.line.voice for take in plan(both)] == ["voice of rupert"]


def test_pronunciations_change_the_take() -> None:
    (plain,) = plan(segment("Luthorcorp fell."))
    (respelled,) = plan(segment("Luthorcorp fell."), pronunciations=(("Luthorcorp", "Loothor corp"),))
    assert respelled.line.text == "Loothor corp fell."
    assert respelled.key != plain.key


def test_a_speaker_without_a_voice_is_a_cast_error() -> None:
    with pytest.raises(CastError, match='"Clark" has lines but no voice'):
        plan(segment('"Hi."', SegmentKind.DIALOGUE, "Clark"))


def test_a_voice_of_a_missing_engine_is_an_engine_error() -> None:
    script = Script(
        book="b", title="B", author=None, language="en", chapters=(), segments=(segment("Hi."),), characters=()
    )
    with pytest.raises(EngineError, match='needs the engine "hum"'):
        plan_takes(script, VOICES, fingerprints={})


def test_what_shapes_one_voice_is_part_of_its_own_takes_only() -> None:
    script = Script(
        book="b", title="B", author=None, language="en", chapters=(), characters=(),
        segments=(segment("He came."), segment('"Hi."', SegmentKind.DIALOGUE, "Lex")),
    )  # fmt: skip
    engine, voice = VOICES["Lex"].profile.engine, VOICES["Lex"].profile.voice
    fingerprints = {voice.profile.engine: "1" for voice in VOICES.values()}
    before = plan_takes(script, VOICES, fingerprints=fingerprints)
    after = plan_takes(script, VOICES, fingerprints=fingerprints, voice_fingerprints={(engine, voice): "new file"})
    assert [old.key == new.key for old, new in zip(before, after, strict=True)] == [True, False]
