import numpy as np

from audiobook.engines.espeak_stress import mark_stresses, with_commands
from audiobook.engines.pyttsx3_engine import Pyttsx3Engine
from audiobook.model.speech import Line, WordSound, WordStress
from tests.engines.pitch import median_f0_hz

TEXT = "I never said that I never could."


def stress(word: str, occurrence: int = 1) -> WordStress:
    return WordStress(word=word, occurrence=occurrence, pitch_percent=16.0, rate_percent=-24.0, volume_db=2.0)


def written(text: str, *stresses: WordStress) -> str:
    return with_commands(mark_stresses(text, stresses), stresses, usual=">", of_stress=lambda one: f"<{one.word}:")


def test_the_word_that_is_meant_is_set_apart() -> None:
    assert written(TEXT, stress("never", 2)) == "I never said that I <never:never> could."


def test_a_word_is_no_part_of_another() -> None:
    assert written("Nevermind, never's no never.", stress("never")) == "Nevermind, never's no <never:never>."


def test_a_word_that_is_not_there_is_left_alone() -> None:
    assert written(TEXT, stress("never", 3), stress("ferry")) == TEXT


def test_several_words_keep_apart() -> None:
    assert written("You and I.", stress("I"), stress("You")) == "<You:You> and <I:I>."


def test_only_the_stressed_word_is_higher_and_longer() -> None:
    engine = Pyttsx3Engine()
    plain = engine.speak(Line(text=TEXT, voice="en-gb"))
    stressed = engine.speak(Line(text=TEXT, voice="en-gb", stresses=(stress("never", 2),)))
    one, other = (np.frombuffer(pcm.samples, "<i2") for pcm in (plain, stressed))
    shared = len(one)
    start = int(np.argmax(one != other[:shared]))
    assert start > 0.4 * shared
    assert 0.05 * stressed.rate_hz < len(other) - shared < 0.3 * stressed.rate_hz
    assert median_f0_hz(stressed) > median_f0_hz(plain)


def test_a_stressed_word_keeps_its_given_sounds() -> None:
    engine = Pyttsx3Engine()
    sounds = (WordSound(word="Siobhan", ipa="ˌæləˌɡæməˈtɛəriən"),)
    line = Line(text="It was Siobhan again.", voice="en-gb", sounds=sounds)
    stressed = Line(text=line.text, voice=line.voice, sounds=sounds, stresses=(stress("Siobhan"),))
    plain_length = engine.speak(line).length_samples
    assert 1.02 < engine.speak(stressed).length_samples / plain_length < 1.5
