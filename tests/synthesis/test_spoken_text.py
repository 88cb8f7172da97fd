import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.language.markup import FILLER
from audiobook.language.words import fold_word, iterate_words
from audiobook.model.pronunciation import Pronunciation
from audiobook.synthesis.markup_mask import mask_markup
from audiobook.synthesis.pronunciations import Pronunciations
from audiobook.synthesis.spoken_text import MAX_SENTENCE_CHARS, spoken_sentences
from tests.growth import grows_with_the_text


def said(text: str, *pairs: tuple[str, str], each_line_ends: bool = False) -> list[str]:
    respell = Pronunciations(Pronunciation(word=word, respelling=respelling) for word, respelling in pairs)
    return [respell.apply(sentence.text) for sentence in spoken_sentences(text, each_line_ends=each_line_ends)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('"What do you want, alien?"', ["What do you want, alien?"]),
        ("\u201cHe said \u2018no\u2019 to me.\u201d", ["He said no to me."]),
        ("'What would Lex want?'", ["What would Lex want?"]),
        ("\u00abOui\u00bb, \u201edoch\u201c, \u300chai\u300d", ["Oui, doch, hai"]),
        ("\u2018Tis the boys\u2019 o\u2019clock, don\u2019t \u2018em\u2019", ["'Tis the boys o'clock, don't 'em"]),
        ("I *will* stop **you**, _now_, ***here***, _any_thing.", ["I will stop you, now, here, anything."]),
        ("*He left. She stayed.*", ["He left.", "She stayed."]),
        ("## Chapter One ##", ["Chapter One"]),
        ('See [the *map*](http://a.b/c_(d) "A map. Big."). Go.', ["See the map.", "Go."]),
        ("> - quoted item", ["quoted item"]),
        ("- item", ["item"]),
        (r"A \*star\* and 1\. done", ["A star and 1. done"]),
        ("5 * 3 and 5*3", ["5 * 3 and 5*3"]),
        ("snake_case", ["snake case"]),
        ("<i>Never</i>, he said.<br/>Bye &amp; so&nbsp;on &mdash; yes", ["Never, he said.", "Bye & so on \u2013 yes"]),
        ("Many   blanks\n  and\tlines", ["Many blanks and lines"]),
        ("Wait\u2014no -- never - or", ["Wait \u2013 no \u2013 never \u2013 or"]),
        ("1914\u20131918, half-hearted", ["1914\u20131918, half-hearted"]),
        ("L. . .Lex, please", ["L... Lex, please"]),
        ("I have a. . .proposition", ["I have a... proposition"]),
        ("Well\u2026 no", ["Well... no"]),
        ("\u2026and then", ["and then"]),
        ("\u2014 Bonjour", ["Bonjour"]),
        ("wo\0rd\x07 so\u00adft ze\u200bro \ud800gone\ufeff", ["word soft zero gone"]),
        ("What?! Why?", ["What?!", "Why?"]),
        ("said\u201cHello\u201d", ["said Hello"]),
        ("don`t", ["don't"]),
        ("THIS HAS to be OK, LEX", ["THIS HAS to be OK, LEX"]),
    ],
)
def test_only_what_a_reader_would_say_is_spoken(text: str, sentences: list[str]) -> None:
    assert said(text) == sentences


@pytest.mark.parametrize("text", ["...", "\u2014", "?!", "* * *", '" "', "", "&nbsp;", "\0\ud800"])
def test_marks_alone_are_silent(text: str) -> None:
    assert said(text) == []


def test_a_digit_is_something_to_say() -> None:
    assert said('"5?"') == ["5?"]


def folded_words(text: str) -> tuple[str, ...]:
    return tuple(fold_word(match.group()) for match in iterate_words(text))


def test_each_sentence_knows_its_place_in_the_source() -> None:
    text = '  "I *will*. Do  you?"'
    sentences = spoken_sentences(text)
    assert [text[sentence.start : sentence.end] for sentence in sentences] == ['"I *will*.', 'Do  you?"']


def test_a_headings_lines_are_spoken_one_by_one() -> None:
    assert said("CHAPTER IV\nThe Ferry", each_line_ends=True) == ["CHAPTER 4", "The Ferry"]


def test_pronunciations_replace_whole_words_as_they_are_written() -> None:
    pairs = (("Luthorcorp", "Loothor corp"), ("Lex", "Lecks"))
    assert said("Luthorcorp\u2019s Lex, lex, Lexa, Lex-like Luthorcorps", *pairs) == [
        "Loothor corp's Lecks, lex, Lexa, Lecks-like Loothor corps"
    ]


def test_the_longest_pronunciation_wins_and_is_not_respelled_again() -> None:
    assert said("Lois Lane and Lois", ("Lois", "Lo-iss"), ("Lois  Lane", "Lois Layn")) == ["Lois Layn and Lo-iss"]


def test_a_pronunciation_with_an_apostrophe_matches_both_kinds() -> None:
    assert said("O\u2019Hara's don't", ("O'Hara", "Oh Harra"), ("don", "DON")) == ["Oh Harra's don't"]


marked_up = st.lists(
    st.sampled_from(
        ["He", "left", " ", " ", ". ", '"', "'", "\u201c", "*", "_", "# ", "[", "](x)", "&amp;", "\\", "\n", "-"]
    )
).map("".join)


@given(st.one_of(st.text(), marked_up))
def test_masking_keeps_the_length_and_is_done_once(text: str) -> None:
    masked = mask_markup(text)
    assert len(masked) == len(text)
    assert all(
        after in {before, FILLER, " ", "'"} or not before.isalnum() for before, after in zip(text, masked, strict=True)
    )


@given(
    st.lists(st.sampled_from(["He", "*left*", '"Yes."', "_why_", "\u2018no\u2019", "a\u2014b", "don\u2019t", "3.14"]))
)
def test_every_word_is_spoken_once_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    assert [word for sentence in said(text) for word in folded_words(sentence)] == list(folded_words(text))


@given(st.one_of(st.text(max_size=3000), marked_up))
def test_sentences_are_short_ordered_and_have_something_to_say(text: str) -> None:
    position = 0
    for sentence in spoken_sentences(text):
        assert position <= sentence.start < sentence.end <= len(text)
        assert sentence.end - sentence.start <= MAX_SENTENCE_CHARS
        assert folded_words(sentence.text)
        assert not set(sentence.text) & {FILLER, "\0", "\n", '"'}
        position = sentence.end


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "*a* ",
        "_a",
        "[a](",
        "[",
        "](",
        "<i ",
        "<!--",
        "&am",
        "'",
        '"',
        "\\",
        "#",
        "- ",
        "\n# ",
        "5*",
        "[a]",
        "a' ",
    ],
)
def test_a_giant_paragraph_takes_time_in_proportion(unit: str) -> None:
    assert grows_with_the_text(spoken_sentences, unit=unit)
