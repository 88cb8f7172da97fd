import pytest
from typesetting.dashes import set_bare, set_fenced, set_spaced

from tests.benchmarks.small_novel import ferry, marked_up

YES = "{q0 Anna Field: implicit | Yes,}"


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (f'"{YES}" said Anna.', "—Yes —said Anna."),
        (f'"{YES}" said Anna. "Go!"', "—Yes —said Anna—. Go!"),
        (f'"{YES}" said Anna, "go!"', "—Yes —said Anna—, go!"),
        (f'"{YES}" said Anna "go!"', "—Yes —said Anna— go!"),
        (f'"{YES}"', "—Yes,"),
        ('"{q0 Anna Field: implicit | Why?}" Anna left.', "—Why? —Anna left."),
        ('"{q0 Anna Field: implicit | --or so.}"', "--or so."),
    ],
)
def test_a_paragraph_of_speech_is_fenced_in_dashes(story: str, expected: str) -> None:
    assert set_fenced(marked_up(story)).text == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (f'Anna said, "{YES}"', "Anna said, “Yes,”"),
        (f'"{YES}\n\n"and then go."', "“Yes,\n\n“and then go.”"),
    ],
    ids=["speech inside a paragraph", "speech over two paragraphs"],
)
def test_what_has_no_dash_in_this_convention_keeps_double_marks(story: str, expected: str) -> None:
    assert set_fenced(marked_up(story)).text == expected


def test_gold_spans_keep_their_words_but_for_the_comma_before_a_tag() -> None:
    novel = set_fenced(ferry())
    assert [novel.text[span.start : span.end] for span in novel.spans[:3]] == [
        "Is it far?",
        "An hour",
        "Two, when the wind is against us.",
    ]


def test_the_other_two_styles_set_the_tag_between_blanks_or_in_nothing() -> None:
    novel = marked_up(f'"{YES}" said Anna. "Go!"')
    assert set_spaced(novel).text == "— Yes, — said Anna. — Go!"
    assert set_bare(novel).text == "—Yes, said Anna. Go!"
