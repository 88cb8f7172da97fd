import pytest
from typesetting.dashes import set_with_dashes

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
def test_a_paragraph_of_speech_is_set_in_dashes(story: str, expected: str) -> None:
    assert set_with_dashes(marked_up(story)).text == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (f'Anna said, "{YES}"', "Anna said, “Yes,”"),
        (f'"{YES}\n\n"and then go."', "“Yes,\n\n“and then go.”"),
    ],
    ids=["speech inside a paragraph", "speech over two paragraphs"],
)
def test_what_has_no_dash_in_this_convention_keeps_double_marks(story: str, expected: str) -> None:
    assert set_with_dashes(marked_up(story)).text == expected


def test_gold_spans_keep_their_words_but_for_the_comma_before_a_tag() -> None:
    novel = set_with_dashes(ferry())
    assert [novel.text[span.start : span.end] for span in novel.spans[:3]] == [
        "Is it far?",
        "An hour",
        "Two, when the wind is against us.",
    ]
