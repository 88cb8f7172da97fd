"""Replies to reviewers at a chapter's end, told apart from script-form dialogue."""

from tests.reading.manuscripts import notes_in, pieces_of

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
