"""Quick looks that spare most sentences the patterns: they may never spare one that a pattern would change."""

from collections.abc import Callable
from types import ModuleType
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import SegmentKind
from audiobook.synthesis import (
    short_forms,
    shouting,
    spoken_numbers,
    spoken_signs,
    spoken_text,
    stressed_words,
    text_cues,
)
from audiobook.synthesis.pronunciations import Pronunciations

_PIECES = (
    *" .,;:!?-–—―…'’\"()[]*_&#@=§©%°¢/+×−£$€½¾",
    *("\n", "\t", "\u00a0", "\u2003", "\u2060", "ﬁ", "é", "ı", "ſ", "٣", "²", "..", ". . ", "--", " - "),
    *("1", "5", "10", "1994", "'80s", "5:30", "p.m.", "3/4", "6'2\"", "km", "10s. 6d.", "555-0123", "1914–18"),
    *("Mr", "Mrs.", "Dr ", "Lt.", "St.", "no.", "vol. ", "vs", "Jr.", "Esq", "Ph.D", "e.g.", "i.e.", "approx. "),
    *("Co.", "Inc.", "Ltd. ", "Ave.", "Rd.", "Blvd.", "etc.", "dept. ", "ca. ", "Jan. ", "act ", "page ", "Chapter "),
    *("I", "II", "iv", "V", "XIX", "v", "X", "Henry ", "J. R.", "B.", "www.", "a.co.uk", "x@y.org", ".com", ".ac.uk"),
    *("L", "Lex", "l...lex", "b-b-", "HUGE", "FBI", "DON'T", "don't", "word", "a", "and ", "Niamh", "Aoife's", "NIAMH"),
)
odd_texts = st.lists(st.one_of(st.sampled_from(_PIECES), st.characters(max_codepoint=0x3100)), max_size=12).map("".join)

_LISTED = Pronunciations(
    (Pronunciation(word="Niamh", ipa="niːv"), Pronunciation(word="Aoife", respelling="Eefa")), reads_ipa=True
)

_LOOKS: tuple[tuple[object, str, Callable[[str], object]], ...] = (
    (spoken_signs, "_may_have_signs", spoken_signs.speak_signs),
    (spoken_numbers, "_may_have_numbers", spoken_numbers.speak_numbers),
    (short_forms, "_may_have_any", short_forms.in_full),
    (shouting, "_may_have_any", shouting.lower_shouting),
    (shouting, "_may_have_any", shouting.has_shouting),
    (stressed_words, "_may_have_emphasis", stressed_words.has_emphasis),
    (text_cues, "_may_stammer", lambda text: text_cues.find_text_cues(text, SegmentKind.DIALOGUE)),
    (spoken_text, "_may_have_pauses", spoken_text.spoken_sentences),
    (Pronunciations, "_may_have_any", _LISTED.apply),
    (Pronunciations, "_may_have_any", _LISTED.sounds_in),
)


def _name(value: object) -> str:
    return value.__name__.rpartition(".")[2] if isinstance(value, ModuleType | type) else str(value)


@pytest.mark.parametrize(("owner", "look", "work"), _LOOKS, ids=_name)
@given(text=odd_texts)
@example(text="Mr. Smith of act iv, e.g. Co. & St. b-but l...lex *so* HUGE - 5% Niamh's")
def test_a_quick_look_never_spares_a_text_that_would_change(
    owner: object, look: str, work: Callable[[str], object], text: str
) -> None:
    looked = work(text)
    with patch.object(owner, look, return_value=True):
        assert looked == work(text)


@pytest.mark.parametrize(("owner", "look"), [(owner, look) for owner, look, _ in _LOOKS], ids=_name)
def test_a_plain_sentence_is_spared(owner: object, look: str) -> None:
    looks = getattr(_LISTED if owner is Pronunciations else owner, look)
    assert not looks("She went home and said nothing more.")
