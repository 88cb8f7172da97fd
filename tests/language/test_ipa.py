import pytest

from audiobook.errors import CastError
from audiobook.language.ipa import CONSONANTS, VOWELS, is_ipa, respelled, sounds_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rɛd", "ɹed"),
        ("ɡəʊ", "goʊ"),
        ("bɝd", "bɜːrd"),
        ("t\u0361ʃɪn", "tʃɪn"),
        ("'bʌtn\u0329", "ˈbʌtən"),
        ("ni:v", "niːv"),
    ],
)
def test_dictionaries_spellings_of_one_sound_are_read_alike(one: str, other: str) -> None:
    assert sounds_of(one) == sounds_of(other)


@pytest.mark.parametrize("sound", sorted(VOWELS | CONSONANTS))
def test_every_sound_is_read_as_itself(sound: str) -> None:
    assert sound in sounds_of(f"ə.{sound}.ə")


@pytest.mark.parametrize(("ipa", "sign"), [("ɬan", "ɬ"), ("paʁi", "ʁ"), ("l4n", "4"), ("Siobhan", "S")])
def test_an_unknown_sign_is_named(ipa: str, sign: str) -> None:
    with pytest.raises(CastError, match=f'^"{sign}" '):
        sounds_of(ipa)


def test_the_nearest_sound_is_proposed() -> None:
    with pytest.raises(CastError) as caught:
        sounds_of("ɬan")
    assert caught.value.hint == "write l, the nearest that they have"


@pytest.mark.parametrize(
    ("ipa", "letters"),
    [("ʃɪˈvɔːn", "shivawn"), ("niːv", "neev"), ("ˈkiːvə", "keevuh"), ("ˈtʃɜːrtʃ", "church")],
)
def test_ipa_can_be_written_in_english_letters(ipa: str, letters: str) -> None:
    assert respelled(ipa) == letters


def test_slashes_make_ipa() -> None:
    assert [is_ipa(text) for text in ("/niːv/", " /niːv/ ", "niːv", "//", "and/or", "/")] == [True, True, *[False] * 4]
