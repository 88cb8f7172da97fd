from dataclasses import replace

import pytest

from audiobook.errors import CastError, EngineError
from audiobook.model.cast import Adjustment, CastVoice, VoiceProfile
from audiobook.model.delivery import Cue, Delivery, DeliveryChange, DeliveryPlan, Effect, LineDelivery
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import NARRATOR, ChapterHead, Gender, Script, Segment, SegmentKind
from audiobook.model.speech import WordSound
from audiobook.model.take import PlannedTake
from audiobook.synthesis.delivering import EngineLimits
from audiobook.synthesis.planning import SpeakingRules, plan_takes


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


def respelled_as(word: str, said: str) -> Pronunciation:
    return Pronunciation(word=word, respelling=said)


def plan(*segments: Segment, pronunciations: tuple[Pronunciation, ...] = ()) -> tuple[PlannedTake, ...]:
    script = Script(
        book="b",
        title="B",
        author=None,
        language="en",
        chapters=(ChapterHead(number=1, title="One"),),
        segments=segments,
        characters=(),
    )
    return plan_takes(script, VOICES, rules=SpeakingRules(pronunciations=pronunciations), fingerprints={"hum": "hum 1"})


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
    (respelled,) = plan(segment("Luthorcorp fell."), pronunciations=(respelled_as("Luthorcorp", "Loothor corp"),))
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


LOUD = DeliveryPlan(
    usual={
        Cue.EXCLAMATION: Delivery(rate_percent=10, pitch_percent=5, volume_db=2, pause_ms=100),
        Cue.THOUGHT: Delivery(effect=Effect.NEAR),
        Cue.CAPITALS: Delivery(),
    }
)


def plan_by(rules: SpeakingRules, *segments: Segment) -> tuple[PlannedTake, ...]:
    script = replace(
        Script(book="b", title="B", author=None, language="en", chapters=(), segments=(), characters=()),
        segments=segments,
    )
    return plan_takes(script, VOICES, rules=rules, fingerprints={"hum": "hum 1"})


def speech(text: str) -> Segment:
    return segment(text, SegmentKind.DIALOGUE, "Lex")


def test_a_line_without_cues_keeps_its_take() -> None:
    assert plan_by(SpeakingRules(deliveries=LOUD), speech('"Go."')) == plan_by(SpeakingRules(), speech('"Go."'))


def test_a_cue_comes_on_top_of_the_voice() -> None:
    (take,) = plan_by(SpeakingRules(deliveries=LOUD), speech('"Go!"'))
    assert (take.line.rate_percent, take.line.pitch_percent) == (15.5, -5.5)
    assert (take.volume_db, take.pause_ms) == (1.0, 100)


def test_an_engine_does_what_it_can() -> None:
    limits = {"hum": EngineLimits(rate_percent=(0.0, 12.0), pitch_percent=(-10.0, -10.0))}
    (take,) = plan_by(SpeakingRules(deliveries=LOUD, limits=limits), speech('"Go!"'))
    assert (take.line.rate_percent, take.line.pitch_percent) == (12.0, -10.0)


def test_volume_pause_and_effect_make_no_take_stale() -> None:
    quiet = DeliveryPlan(usual={Cue.QUESTION: Delivery(volume_db=-3, pause_ms=50, effect=Effect.TELEPHONE)})
    (plain,), (changed,) = (
        plan_by(SpeakingRules(deliveries=which), speech('"Go?"')) for which in (DeliveryPlan(), quiet)
    )
    assert changed.key == plain.key
    assert (changed.volume_db, changed.pause_ms, changed.effect) == (-4.0, 50, Effect.TELEPHONE)


def test_shouted_words_are_spoken_as_words_unless_deliveries_are_off() -> None:
    assert plan_by(SpeakingRules(deliveries=LOUD), speech('"HUGE."'))[0].line.text == "Huge."
    assert plan_by(SpeakingRules(), speech('"HUGE."'))[0].line.text == "HUGE."


def test_what_a_person_says_of_a_line_wins() -> None:
    by_hand = {
        0: LineDelivery(cues=()),
        1: LineDelivery(cues=(Cue.EXCLAMATION,), change=DeliveryChange(rate_percent=-20.0)),
    }
    plain, slow = plan_by(SpeakingRules(deliveries=replace(LOUD, of_line=by_hand)), speech('"Go!"'), speech('"Stay."'))
    assert plain.line.rate_percent == 5.0
    assert (slow.line.rate_percent, slow.line.pitch_percent) == (-16.0, -5.5)


def test_a_characters_own_pronunciation_is_theirs_alone() -> None:
    rules = SpeakingRules(
        pronunciations=(respelled_as("Krypton", "Kriptun"),),
        pronunciations_of={"Lex": (respelled_as("Krypton", "Cripton"),)},
    )
    narrated, said = plan_by(rules, segment("Krypton fell."), speech('"Krypton?"'))
    assert (narrated.line.text, said.line.text) == ("Kriptun fell.", "Cripton?")


def test_a_changed_pronunciation_makes_exactly_its_lines_stale() -> None:
    lines = [
        speech('"Krypton!"'),
        speech('"Kryptons?"'),
        segment("Krypton's sun."),
        speech('"Go."'),
        segment("krypton"),
    ]
    before, after = (
        [take.key for take in plan_by(SpeakingRules(pronunciations=(respelled_as("Krypton", said),)), *lines)]
        for said in ("Kriptun", "Cripton")
    )
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, False, True, True]


def test_numbers_are_spoken_as_a_reader_would() -> None:
    assert plan_by(SpeakingRules(), segment("In 1994 he left."))[0].line.text == "In 19 94 he left."


def test_shouted_words_are_never_spelled_whatever_a_person_says_of_their_line() -> None:
    by_hand = replace(LOUD, of_line={0: LineDelivery(cues=())})
    (take,) = plan_by(SpeakingRules(deliveries=by_hand), speech('"HUGE!"'))
    assert (take.line.text, take.line.rate_percent) == ("Huge!", 5.0)


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


SIOBHAN = Pronunciation(word="Siobhan", ipa="ʃɪˈvɔːn")


def plan_in_ipa(entries: tuple[Pronunciation, ...], *segments: Segment) -> tuple[PlannedTake, ...]:
    limits = {"hum": EngineLimits(reads_ipa=True)}
    return plan_by(SpeakingRules(pronunciations=entries, limits=limits), *segments)


@pytest.mark.parametrize(
    ("text", "said", "sounds"),
    [
        ("Siobhan left.", "Siobhan left.", (("Siobhan", "ʃɪˈvɔːn"),)),
        ("Siobhan\u2019s coat.", "Siobhan's coat.", (("Siobhan's", "ʃɪˈvɔːnz"),)),
        (
            "Two Siobhans left Siobhan.",
            "Two Siobhans left Siobhan.",
            (("Siobhans", "ʃɪˈvɔːnz"), ("Siobhan", "ʃɪˈvɔːn")),
        ),
        ("siobhan, Siobhana", "siobhan, Siobhana", ()),
        ("Siobhan'll go", "Siobhan'll go", ()),
    ],
)
def test_a_word_in_ipa_keeps_its_letters_beside_its_sounds(
    text: str, said: str, sounds: tuple[tuple[str, str], ...]
) -> None:
    (take,) = plan_in_ipa((SIOBHAN,), segment(text))
    assert take.line.text == said
    assert take.line.sounds == tuple(WordSound(word=word, ipa=ipa) for word, ipa in sounds)


@pytest.mark.parametrize(
    ("ipa", "plural"),
    [("kæt", "kæts"), ("dɒɡ", "dɒɡz"), ("hɔːs", "hɔːsɪz"), ("dʒʌdʒ", "dʒʌdʒɪz"), ("ˈkiːvə", "ˈkiːvəz")],
)
def test_a_plural_ends_as_english_says_it(ipa: str, plural: str) -> None:
    (take,) = plan_in_ipa((Pronunciation(word="Xyzzy", ipa=ipa),), segment("Two Xyzzys."))
    assert take.line.sounds == (WordSound(word="Xyzzys", ipa=plural),)


def test_a_shouted_word_sounds_as_it_is_listed() -> None:
    (take,) = plan_in_ipa((SIOBHAN,), speech('"SIOBHAN, COME HERE!"'))
    assert take.line.text == "Siobhan, COME HERE!"
    assert take.line.sounds == (WordSound(word="Siobhan", ipa="ʃɪˈvɔːn"),)


def test_an_engine_without_ipa_gets_the_entrys_respelling_or_one_made_of_its_sounds() -> None:
    both = Pronunciation(word="Niamh", ipa="niːv", respelling="Neeve")
    (take,) = plan_by(SpeakingRules(pronunciations=(SIOBHAN, both)), segment("Siobhan's Niamh."))
    assert (take.line.text, take.line.sounds) == ("Shivawn's Neeve.", ())


def test_a_later_respelling_replaces_earlier_ipa() -> None:
    (take,) = plan_in_ipa((SIOBHAN, respelled_as("Siobhan", "Sheevon")), segment("Siobhan."))
    assert (take.line.text, take.line.sounds) == ("Sheevon.", ())


def test_changed_ipa_makes_exactly_its_lines_stale() -> None:
    lines = [segment("Siobhan left."), segment("Siobhan's coat."), segment("She left."), segment("siobhan")]
    before, after = (
        [take.key for take in plan_in_ipa((Pronunciation(word="Siobhan", ipa=ipa),), *lines)]
        for ipa in ("ʃɪˈvɔːn", "ˈʃiːvən")
    )
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, True, True]
    plain = [take.key for take in plan_by(SpeakingRules(), *lines)]
    assert [one == other for one, other in zip(before, plain, strict=True)] == [False, False, True, True]


def plan_stressed(text: str, delivery: DeliveryPlan, *, stresses_words: bool = True) -> PlannedTake:
    limits = {"hum": EngineLimits(stresses_words=stresses_words)}
    (take,) = plan_by(SpeakingRules(limits=limits, deliveries=delivery), segment(text, SegmentKind.DIALOGUE, "Lex"))
    return take


EMPHASIS = DeliveryPlan(usual={Cue.EMPHASIS: Delivery(rate_percent=-5, pitch_percent=3, volume_db=0.5)})


def test_a_stressed_word_stands_out_alone_where_the_engine_can() -> None:
    take = plan_stressed('"I *never* said that."', EMPHASIS)
    (stress,) = take.line.stresses
    assert (stress.word, stress.occurrence) == ("never", 1)
    assert (stress.rate_percent, stress.pitch_percent, stress.volume_db) == (-20.0, 12.0, 2.0)
    assert (take.line.pitch_percent, take.line.rate_percent, take.volume_db) == (-10.0, 5.0, -1.0)


def test_the_whole_sentence_follows_an_emphasis_where_the_engine_cannot_stress_a_word() -> None:
    take = plan_stressed('"I *never* said that."', EMPHASIS, stresses_words=False)
    assert take.line.stresses == ()
    assert take.line.rate_percent < 0
    assert take.volume_db == -0.5


def test_without_any_strength_no_word_is_stressed() -> None:
    assert plan_stressed('"I *never* said that."', DeliveryPlan()).line.stresses == ()


def test_another_stressed_word_is_another_take() -> None:
    one, other = (plan_stressed(text, EMPHASIS) for text in ('"I *never* said that."', '"I never *said* that."'))
    assert one.line.text == other.line.text
    assert one.key != other.key
