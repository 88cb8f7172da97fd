"""Author's notes, headers and disclaimers are notes; story never is."""

import pytest

from tests.reading.manuscripts import kinds_of, notes_in

_P = "Maud walked down to the pier and looked for the ferry. It was late, and the gulls were asleep."
_STORY = "\n\n".join([_P] * 3)


@pytest.mark.parametrize(
    "note",
    [
        "A/N: Hi all!",
        "AN: Hi all!",
        "**A/N:** Hi all!",
        "(A/N: Hi all!)",
        "[A/N - Hi all!]",
        "Author's Note: Hi all!",
        "Author’s note — hi all!",
        "T/N: The pun is lost in English.",
        "[Translator's note: the pun is lost in English.]",
        "Disclaimer: I own nothing.",
        "[Illustration: The pier]",
        "[Footnote 1: A pier is a jetty.]",
    ],
)
@pytest.mark.parametrize("place", ["before", "within", "after"])
def test_labelled_note_is_a_note_wherever_it_stands(note: str, place: str) -> None:
    parts = {"before": (note, _STORY), "within": (_STORY, note, _STORY), "after": (_STORY, note)}[place]
    assert notes_in("\n\n".join(parts)) == [note]


def test_header_fields_before_the_story_are_notes() -> None:
    header = ["Title: The Lost Ferry", "Author: Ada Moss", "Rating: PG", "Pairing: Maud/Tom", "Summary: Maud waits."]
    assert notes_in("\n".join(header) + f"\n\n{_STORY}\n") == header


def test_header_in_a_wrapped_text_does_not_swallow_the_story_below_it() -> None:
    wrapped = "Maud walked down to the pier and looked for the ferry, which was\nlate again that day."
    assert notes_in(f"Rating: PG\n{wrapped}\n\n{wrapped}\n") == ["Rating: PG"]


def test_setting_at_the_top_is_narration() -> None:
    assert notes_in(f"Setting: five years after the flood.\n\n{_STORY}\n") == []
    assert notes_in(f"Title: X\nSetting: five years after.\nRating: PG\n\n{_STORY}\n") == ["Title: X", "Rating: PG"]


@pytest.mark.parametrize(
    "remark",
    [
        "Please review!",
        "R&R please",
        "Thanks to everyone who reviewed!",
        "I don't own any of these characters.",
        "Reviews are love!",
        "Hope you enjoyed this chapter. I will update soon.",
    ],
)
def test_remark_to_readers_counts_at_the_edges_of_a_chapter(remark: str) -> None:
    assert notes_in(f"{remark}\n\n{_STORY}\n") == [remark]
    assert notes_in(f"{_STORY}\n\nTHE END\n\n{remark}\n") == [remark]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks to Tom, the ferry left on time.",
        "The reviewers of the Harbour Post had never liked ferries.",
        "Thank you for the story, Tom, thought Maud.",
        "I do not own a boat, he said to himself.",
        "In this chapter of her life there were no ferries.",
        "Warning: the pier is slippery.",
        "Note: bring an umbrella.",
        "“Please review the timetable,” said Tom.",
        "An: that was her name.",
        "Maud wrote a story about a chapter in her life.",
    ],
)
@pytest.mark.parametrize("place", ["before", "within", "after"])
def test_story_is_never_a_note(sentence: str, place: str) -> None:
    parts = {"before": (sentence, _STORY), "within": (_STORY, sentence, _STORY), "after": (_STORY, sentence)}[place]
    assert notes_in("\n\n".join(parts)) == []


def test_note_of_several_paragraphs_goes_on_to_the_scene_break() -> None:
    text = f"A/N: Hi all!\n\nThis is the first chapter I ever wrote, so be kind.\n\n* * *\n\n{_STORY}\n"
    assert notes_in(text) == ["A/N: Hi all!", "This is the first chapter I ever wrote, so be kind."]


def test_note_set_off_after_the_story_goes_on_to_the_end() -> None:
    text = f"{_STORY}\n\n\n\nA/N: That was hard.\n\nI wrote this chapter in one night.\n\nSee you!\n"
    assert len(notes_in(text)) == 3


def test_story_after_a_note_is_spoken() -> None:
    assert notes_in(f"{_P}\n\nA/N: a short break!\n\nI told you so, thought Tom.\n\n{_P}\n\n{_P}\n") == [
        "A/N: a short break!"
    ]


def test_line_that_announces_a_note_takes_the_paragraph_below_it() -> None:
    text = f"Author's Note\n\nIt rained while this was made.\n\n* * *\n\n{_STORY}\n"
    assert notes_in(text) == ["Author's Note", "It rained while this was made."]


def test_bracketed_note_at_the_edge_of_a_paragraph_leaves_the_story_in_it() -> None:
    assert kinds_of(f"(A/N: hi!) Maud left.\n\n{_P}\n\nTom left. (A/N: he did!)\n") == [
        ("note", "(A/N: hi!)"),
        ("paragraph", "Maud left."),
        ("paragraph", _P),
        ("paragraph", "Tom left."),
        ("note", "(A/N: he did!)"),
    ]
