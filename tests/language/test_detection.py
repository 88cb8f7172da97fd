"""Which language a text is in."""

import pytest

from audiobook.language.detection import detect_language

SENTENCES = {
    "en": "She had not seen the boat, and when it came at last there was nobody in it but the old man and his dog.",
    "de": "Sie hatte das Boot nicht gesehen, und als es endlich kam, war niemand darin als der Mann und sein Hund.",
    "fr": "Elle n’avait pas vu le bateau, et quand il vint enfin, il n’y avait dedans que le vieil homme et son chien.",
    "es": "Ella no había visto la barca, y cuando llegó por fin no había en ella nadie más que el viejo y su perro.",
    "it": "Non aveva visto la barca, e quando finalmente arrivò non c'era nessuno se non il vecchio con il suo cane.",
    "pt": "Ela não tinha visto o barco, e quando ele chegou não havia ninguém nele a não ser o velho com o seu cão.",
    "nl": "Ze had de boot niet gezien, en toen hij eindelijk kwam, was er niemand in dan de oude man met zijn hond.",
    "sv": "Hon hade inte sett båten, och när den kom till sist var det ingen i den mer än den gamle och hans hund.",
    "pl": "Nie było jej przy łodzi, ale kiedy już przypłynęła, to nie był w niej nikt, tylko stary człowiek z psem.",
    "ru": "Она не видела лодки, и когда та пришла, в ней не было никого, только старик и его собака, как всегда.",
    "el": "Δεν είχε δει τη βάρκα, και όταν ήρθε επιτέλους, δεν ήταν κανείς μέσα.",
    "ja": "彼女は舟を見なかった。舟がついに来たとき、老人と犬のほかには誰もいなかった。",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_of_each_language_is_told(language: str) -> None:
    assert detect_language(SENTENCES[language]) == language


def test_english_with_foreign_words_in_it_is_english() -> None:
    assert detect_language(f"{SENTENCES['en']} “Mon Dieu,” said the man, “le bateau!” {SENTENCES['en']}") == "en"


@pytest.mark.parametrize("text", ["", "Anna", "1 2 3 " * 50, "Fly, Zork! " * 20])
def test_too_little_or_no_language_is_not_guessed(text: str) -> None:
    assert detect_language(text) is None


def test_what_stands_in_front_of_a_long_text_does_not_matter() -> None:
    assert detect_language(SENTENCES["en"] * 30 + "\n" + SENTENCES["de"] * 1500) == "de"
