import pytest

from audiobook.engines.espeak_mnemonics import mnemonics_of
from audiobook.engines.espeak_phonemes import ipa_of, phonemes_of
from audiobook.language.ipa import CONSONANTS, VOWELS
from audiobook.model.speech import WordSound

IN_OTHER_LETTERS = {"oʊ": "əʊ", "æ": "a", "ɪə": "iə", "ɛə": "eə", "ʊə": "ʊə"}


def sound(ipa: str) -> WordSound:
    return WordSound(word="Word", ipa=ipa)


@pytest.mark.parametrize("vowel", sorted(VOWELS))
def test_the_library_says_each_vowel_that_it_is_given(vowel: str) -> None:
    assert ipa_of(sound(f"ˈt{vowel}t"), british=True) == f"tˈ{IN_OTHER_LETTERS.get(vowel, vowel)}t"


@pytest.mark.parametrize("consonant", sorted(CONSONANTS))
def test_the_library_says_each_consonant_that_it_is_given(consonant: str) -> None:
    assert ipa_of(sound(f"ə{consonant}ˈɛp"), british=True).replace("ɹ", "", consonant != "ɹ") == f"ə{consonant}ˈɛp"


@pytest.mark.parametrize(
    ("ipa", "mnemonics"),
    [
        ("ʃɪˈvɔːn", "SIv'O:n"),
        ("niːv", "n'i:v"),
        ("ˈkæt.ʃɪt", "k'at|SIt"),
        ("ˈwɑːtʃɪŋ", "w'A:tSIN"),
        ("hɜːrˈmaɪəni", "h3:m'aI|@ni"),
        ("ˌɛksəˈlɛnt", ",Eks@l'Ent"),
        ("ˈkɛri", "k'Eri"),
    ],
)
def test_stress_comes_before_the_vowel_and_sounds_stay_apart(ipa: str, mnemonics: str) -> None:
    assert mnemonics_of(ipa) == mnemonics


def test_each_accent_says_its_own_r() -> None:
    car = sound("ˈkɑːr")
    assert (ipa_of(car, british=False), ipa_of(car, british=True)) == ("kˈɑːɹ", "kˈɑː")


def test_given_sounds_stand_among_the_others_and_brackets_of_the_text_stay_text() -> None:
    found = phonemes_of("Then [[Word]] left, “Word” (Word), Wordy.", british=False, sounds=(sound("ʃɪˈvɔːn"),))
    assert found.count("ʃɪvˈɔn") == 3
    assert "wˈɜɹdi" in found
    assert phonemes_of("Then Word left.", british=False) != found
