from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from audiobook.model.script import NARRATOR, UNKNOWN, Script
from audiobook.opinions.asking import find_windows
from tests.opinions.told import A_QUARREL, Row, script_of

rows = st.tuples(
    st.text("ab ", min_size=1, max_size=80),
    st.sampled_from([NARRATOR, "Anna", "Piet"]),
    st.none() | st.floats(0, 1),
)
chapters = st.lists(st.lists(rows, max_size=40), max_size=3)


def narration(length: int) -> Row:
    return ("rain " * (length // 5), NARRATOR, None)


def asked_lines(script: Script, **settings: int) -> list[list[str]]:
    return [[line.text for line in window.lines.values()] for window in find_windows(script, **settings)]


def test_doubtful_neighbours_share_one_question_with_all_that_stands_around_them() -> None:
    (window,) = find_windows(script_of(A_QUARREL))
    assert [(span.number, span.speaker) for span in window.question.spans] == [
        (1, NARRATOR),
        (2, "Anna"),
        (3, None),
        (4, None),
        (5, None),
        (6, "Piet"),
    ]
    assert window.question.asked == (3, 4, 5)
    assert [window.lines[number].text for number in (3, 4, 5)] == ['"I did not."', '"You did."', '"Then who did?"']


def test_names_come_in_alphabetical_order_with_narrator_and_unknown_last() -> None:
    (window,) = find_windows(script_of(A_QUARREL))
    assert [choice.name for choice in window.question.choices] == ["Anna", "Piet", NARRATOR, UNKNOWN]


def test_a_threshold_decides_what_is_doubtful() -> None:
    (window,) = find_windows(script_of(A_QUARREL), threshold=0.55)
    assert window.question.asked == (3, 5)
    assert window.question.spans[3].speaker == "Anna"


def test_a_script_without_doubt_asks_nothing() -> None:
    assert find_windows(script_of([('"Yes."', "Anna", 0.9), ("She left.", NARRATOR, None)])) == ()


def test_windows_end_with_their_chapter() -> None:
    doubtful = ('"Yes."', "Anna", 0.1)
    windows = find_windows(script_of([doubtful], [doubtful]))
    assert [len(window.question.spans) for window in windows] == [1, 1]


def test_what_stands_far_apart_is_asked_apart() -> None:
    first, second = ('"One."', "Anna", 0.1), ('"Two."', "Anna", 0.1)
    far = [first, *[narration(500)] * 8, second]
    assert asked_lines(script_of(far), window_chars=6000) == [['"One."'], ['"Two."']]
    assert asked_lines(script_of([first, narration(500), second]), window_chars=6000) == [['"One."', '"Two."']]


def test_a_question_shows_more_before_its_line_than_after() -> None:
    script = script_of([*[narration(100)] * 30, ('"Yes."', "Anna", 0.1), *[narration(100)] * 30])
    (window,) = find_windows(script, window_chars=2000)
    (asked,) = window.question.asked
    assert asked - 1 > len(window.question.spans) - asked > 0


def test_the_paragraphs_beside_a_line_are_shown_however_long() -> None:
    (window,) = find_windows(script_of([narration(5000), ('"Yes."', "Anna", 0.1), narration(5000)]))
    assert [span.number for span in window.question.spans] == [1, 2, 3]


def test_many_short_lines_are_asked_in_portions() -> None:
    script = script_of([(f'"{number}."', "Anna", 0.1) for number in range(60)])
    assert [len(lines) for lines in asked_lines(script)] == [24, 24, 12]


def test_a_line_longer_than_a_window_is_asked_and_shown_with_its_ends() -> None:
    (window,) = find_windows(script_of([("a" * 5000 + "z" * 5000, "Anna", 0.1)]), window_chars=1000)
    (span,) = window.question.spans
    assert span.text == "a" * 450 + " […] " + "z" * 450


def test_line_breaks_within_a_span_are_shown_as_blanks() -> None:
    (window,) = find_windows(script_of([('"Yes,\n2 [Piet] no."', "Anna", 0.1)]))
    assert window.question.spans[0].text == '"Yes, 2 [Piet] no."'


def test_notes_are_shown_without_a_speaker() -> None:
    (window,) = find_windows(script_of([("Anna:", None, None), ('"Yes."', "Anna", 0.1)]))
    assert window.question.spans[0].speaker is None


def test_a_minor_character_is_on_the_list_only_where_named_or_speaking() -> None:
    crowd = [(f'"{number}."', f"Person {number:02}", 0.9) for number in range(20) for _ in range(2)]
    near: list[Row] = [("She saw old Tom wave.", NARRATOR, None), ('"Hm."', UNKNOWN, 0.0), ('"Oh."', "Zoe", 0.9)]
    script = script_of(crowd, near, [('"I am Tom Bell."', "Tom Bell", 0.9), ('"And I Tomas."', "Tomas", 0.9)])
    script = replace(
        script,
        characters=tuple(
            replace(character, aliases=("old Tom",)) if character.name == "Tom Bell" else character
            for character in script.characters
        ),
    )
    (window,) = find_windows(script)
    names = [choice.name for choice in window.question.choices]
    assert "Tom Bell" in names
    assert "Zoe" in names
    assert "Tomas" not in names


@given(chapters, st.integers(50, 3000))
def test_every_doubtful_line_is_asked_once_and_no_other(book: list[list[Row]], window_chars: int) -> None:
    script = script_of(*book)
    asked = [line for window in find_windows(script, window_chars=window_chars) for line in window.lines.values()]
    assert asked == [line for line in script.segments if line.confidence is not None and line.confidence < 0.8]


@given(chapters, st.integers(50, 3000))
def test_spans_are_neighbouring_words_of_the_book(book: list[list[Row]], window_chars: int) -> None:
    script = script_of(*book)
    words = "|".join(" ".join(segment.text.split()) for segment in script.segments)
    for window in find_windows(script, window_chars=window_chars):
        assert "|".join(span.text for span in window.question.spans) in words
        assert [span.number for span in window.question.spans] == list(range(1, len(window.question.spans) + 1))


@given(st.lists(rows, max_size=40), st.integers(700, 3000))
def test_a_window_keeps_to_its_size(chapter: list[Row], window_chars: int) -> None:
    for window in find_windows(script_of(chapter), window_chars=window_chars):
        assert sum(len(span.text) for span in window.question.spans) <= window_chars
