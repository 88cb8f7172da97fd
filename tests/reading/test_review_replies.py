"""Replies to reviewers at a chapter's end, told apart from script-form dialogue."""

import pytest

from audiobook.model.manuscript import SourceFormat
from tests.reading.manuscripts import kinds_of, notes_in, pieces_of

_P = "Maud walked down to the pier and looked for the ferry with Tom. It was late."


def _text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


def test_replies_at_the_end_are_notes_even_if_a_neighbour_says_no_thanks() -> None:
    replies = ("Gull Fan: Thanks for the review.", "Sea Bird: Sorry the ferry could not come. But we all know why.")
    assert notes_in(_text(_P, *replies)) == list(replies)
    assert notes_in(_text(_P, *reversed(replies))) == list(reversed(replies))


def test_replies_stay_notes_when_extra_blank_lines_set_them_off() -> None:
    assert notes_in(f"{_P}\n\n\n\nGull Fan: Thank you for the review!\n") == ["Gull Fan: Thank you for the review!"]


def test_reason_names_who_is_nobody_in_the_story() -> None:
    reasons = [piece.reason for piece in pieces_of(_text(_P, "Gull Fan: Thanks for the review.")) if piece.reason]
    assert len(reasons) == 1
    assert "Gull Fan" in reasons[0]


def test_script_form_dialogue_within_the_story_is_spoken() -> None:
    assert notes_in(_text(_P, "Maud: Thanks for the review.", "Tom: What review?", _P)) == []


def test_script_form_dialogue_that_ends_the_chapter_is_spoken() -> None:
    assert notes_in(_text(_P, "Maud: No.", "Tom: Why?", "Stranger: Thank you.", "Maud: Go.")) == []


def test_dialogue_before_the_replies_is_spoken_and_the_replies_are_not() -> None:
    assert notes_in(_text(_P, "Maud: No.", "Tom: Why?", "gullfan99: Thanks for reviewing!")) == [
        "gullfan99: Thanks for reviewing!"
    ]


def test_labels_that_come_again_are_speakers() -> None:
    talk = ("Ada: Thanks for the review.", "Bo: What chapter?", "Ada: This chapter.", "Bo: Thank you.")
    assert notes_in(_text("It rained on the pier.", *talk)) == []


def test_one_stranger_who_thanks_for_something_else_is_spoken() -> None:
    assert notes_in(_text(_P, "Mary: Thank you for the umbrella.")) == []


def test_announced_replies_need_no_thanks() -> None:
    assert len(notes_in(_text(_P, _P, "Review Replies:", "Gull: no idea.", "Sea: who knows?"))) == 3


def test_replies_end_every_chapter_of_a_file() -> None:
    reply = "Gull Fan: Thanks for the review."
    assert notes_in(_text("Chapter 1", _P, reply, "Chapter 2", _P, reply)) == [reply, reply]


def test_replies_on_the_lines_of_one_paragraph_are_told_apart() -> None:
    replies = ["GullFan: Thank you so much! Yes, Maud is\nalive.", "xXSeaXx: You'll hear about the ferry soon!"]
    pieces = pieces_of(f"{_P}\n\n" + "\n".join(replies) + "\n", source_format=SourceFormat.MARKDOWN)
    assert [piece.text for piece in pieces if piece.reason] == replies


def test_thanks_to_two_strangers_in_one_paragraph_are_replies() -> None:
    assert len(notes_in(f"{_P}\n\nGull: thanks, that was kind!\nSea: Aw, thank you!\n")) == 2


def test_paragraph_of_script_form_lines_that_ends_the_story_is_no_replies() -> None:
    text = f"{_P}\n\nMaud: No.\nTom: Why? Thank you.\nMaud: Go.\n"
    assert kinds_of(text, source_format=SourceFormat.MARKDOWN)[1:] == [
        ("paragraph", "Maud: No."),
        ("paragraph", "Tom: Why? Thank you."),
        ("paragraph", "Maud: Go."),
    ]


@pytest.mark.parametrize("announcement", ["Reviews:", "Review replies:", "**Reviews**", "Thanks to my reviewers:"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_line_that_announces_replies_is_a_note_with_them(announcement: str, gap: str) -> None:
    replies = ("GullFan: no idea.", "SeaBird: who knows?")
    assert notes_in(f"{_P}\n\n{gap.join((announcement, *replies))}\n") == [announcement, *replies]


def test_heading_that_announces_replies_is_a_note_with_them() -> None:
    text = f"# Pier\n\n{_P}\n\n## Reviews\n\nGull: no idea.\n\nSea: who knows?\n"
    kinds = [kind for kind, _ in kinds_of(text, source_format=SourceFormat.MARKDOWN)]
    assert kinds == ["heading", "paragraph", "note", "note", "note"]


def test_line_that_announces_reviews_before_story_is_spoken() -> None:
    assert notes_in(_text(_P, "Reviews:", "The ferry was late, wrote the Harbour Post.")) == []


@pytest.mark.parametrize("last", ["To be continued...", "Next time on The Pier: the third ferry sinks."])
@pytest.mark.parametrize("place", ["before", "after"])
def test_words_about_the_story_to_come_are_spoken_beside_replies(last: str, place: str) -> None:
    replies = ("GullFan: Thanks for the review!", "SeaBird: Thank you too!")
    end = (last, *replies) if place == "before" else (*replies, last)
    assert notes_in(_text(_P, *end)) == list(replies)


@pytest.mark.parametrize(
    "note",
    [
        "A/N: Please review!",
        "AN: please R&R",
        "**Author's notes:** thanks for the reviews!",
        "(A/N: Thanks, reviewers!)",
    ],
)
def test_labelled_note_at_the_end_is_no_reply(note: str) -> None:
    text = _text(_P, "---", note, "GullFan: Thanks for the review!")
    reasons = [piece.reason for piece in pieces_of(text) if piece.reason]
    assert reasons[0] == "an author's note"
    assert "GullFan" in reasons[1]


def test_every_labelled_note_of_several_is_an_authors_note() -> None:
    pieces = pieces_of(_text(_P, "---", "AN: Please review!", "**Author's notes:** thanks!", "(A/N: I know.)"))
    assert [piece.reason for piece in pieces if piece.reason] == ["an author's note"] * 3
