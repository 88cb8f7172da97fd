from audiobook.casting.conversations import find_conversations
from audiobook.casting.speakers import Speaker
from audiobook.casting.spreading import spread_voices
from audiobook.casting.suitability import Ensemble
from audiobook.model.cast import Adjustment, VoiceProfile
from audiobook.model.script import Gender
from tests.casting.scenes import BREAK, script_of, voice

MEN = {hz: voice(f"m{hz}", Gender.MALE, f0_hz=hz) for hz in (100, 106, 140, 150)}


def spread(turns: tuple[str, ...], given: dict[str, int], *, fixed: tuple[str, ...] = ()) -> dict[str, VoiceProfile]:
    ensemble = Ensemble(
        partners=find_conversations(script_of(*turns)),
        voices=tuple(MEN.values()),
        line_counts={name: turns.count(name) for name in given},
    )
    for name, hz in given.items():
        ensemble.give(name, MEN[hz], Adjustment())
    people = [
        Speaker(name=name, aliases=(), gender=Gender.MALE, line_count=turns.count(name))
        for name in given
        if name not in fixed
    ]
    spread_voices(ensemble, people, tuple(MEN.values()))
    return {name: ensemble.voice_of(name)[0] for name in given}


TWO_COUPLES = ("Abe", "Bob", "Abe", BREAK, "Cid", "Don", "Cid")
GIVEN = {"Abe": 100, "Bob": 106, "Cid": 140, "Don": 150}


def test_partners_who_sound_alike_exchange_voices_with_others() -> None:
    voices = spread(TWO_COUPLES, GIVEN)
    assert {voices["Abe"].name, voices["Bob"].name} not in ({"m100", "m106"}, {"m140", "m150"})
    assert {each.name for each in voices.values()} == {each.name for each in MEN.values()}


def test_a_voice_that_was_given_before_stays() -> None:
    voices = spread(TWO_COUPLES, GIVEN, fixed=("Abe", "Cid"))
    assert (voices["Abe"].name, voices["Cid"].name) == ("m100", "m140")
    assert (voices["Bob"].name, voices["Don"].name) == ("m150", "m106")


def test_the_outcome_is_the_same_each_time() -> None:
    assert spread(TWO_COUPLES, GIVEN) == spread(TWO_COUPLES, GIVEN)
