import pytest

from audiobook.engines.espeak_phonemes import phonemes_of

ALPHABET = frozenset(
    ';:,.!?—…"()“” ̃ʣʥʦʨᵝꭧAIOQSTWYᵊabcdefhijklmnopqrstuvwxyzɑɐɒæβɔɕçɖðʤəɚɛɜɟɡɥɨɪʝɯɰŋɳɲɴøɸθœɹɾɻʁɽʂʃʈʧʊʋʌɣɤχʎʒʔˈˌːʰʲ↓→↗↘ᵻ'
)


@pytest.mark.parametrize(
    ("text", "american", "british"),
    [
        ("Going home", "ɡˌOɪŋ hˈOm", "ɡˌQɪŋ hˈQm"),
        ("my house, boy", "mI hˈWs, bˈY", "mI hˈWs, bˈY"),
        ("a judge", "ɐ ʤˈʌʤ", "ɐ ʤˈʌʤ"),
        ("whisper it", "wˈɪspəɹ ɪt", "wˈɪspəɹ ɪt"),
        ("her bird", "hɜɹ bˈɜɹd", "hɜː bˈɜːd"),
        ("little button", "lˈɪTᵊl bˈʌtᵊn", "lˈɪtᵊl bˈʌtən"),
    ],
)
def test_words_are_written_as_the_model_learnt_them(text: str, american: str, british: str) -> None:
    assert phonemes_of(text, british=False) == american
    assert phonemes_of(text, british=True) == british


def test_marks_that_carry_the_melody_stay() -> None:
    found = phonemes_of("Yes, no! Why? Well... so – “no”; yes: (no).", british=False)
    assert [mark for mark in found if mark in ",.!?;:…—"] == [",", "!", "?", "…", "—", ";", ":", "."]


def test_a_point_within_a_number_is_no_mark() -> None:
    assert "pYnt" in phonemes_of("It is 3.5 miles.", british=False)


@pytest.mark.parametrize("text", ["Привет", "你好世界", "Łódź and Çelik", "½ x²", "مرحبا", "naïve œuvre", "1234567"])
def test_every_script_and_number_has_phonemes_of_the_alphabet(text: str) -> None:
    for british in (False, True):
        found = phonemes_of(text, british=british)
        assert found
        assert set(found) - ALPHABET <= set("1234567890")
