from audiobook.casting.conversations import find_conversations
from tests.casting.scenes import BREAK, script_of


def test_exchanges_are_counted_between_turns_next_to_each_other() -> None:
    partners = find_conversations(script_of("Ann", "Bob", "Ann"))
    assert partners == {"Ann": {"Bob": 2.0}, "Bob": {"Ann": 2.0}}


def test_narration_between_turns_does_not_end_a_conversation() -> None:
    assert find_conversations(script_of("Ann", "narrator", "Bob"))["Ann"] == {"Bob": 1.0}


def test_a_scene_break_or_a_new_chapter_ends_it() -> None:
    assert find_conversations(script_of("Ann", BREAK, "Bob", "#", "Cid")) == {}


def test_what_one_speaker_says_in_pieces_is_one_turn() -> None:
    assert find_conversations(script_of("Ann", "Ann", "narrator", "Ann", "Bob"))["Ann"] == {"Bob": 1.0}


def test_people_in_the_same_conversation_count_even_if_never_side_by_side() -> None:
    partners = find_conversations(script_of("Ann", "Bob", "Cid"))
    assert partners["Ann"] == {"Bob": 1.0, "Cid": 0.5}


def test_unknown_speakers_are_nobody() -> None:
    assert find_conversations(script_of("unknown", "Bob", "unknown")) == {}


def test_two_names_of_one_person_are_counted_together() -> None:
    partners = find_conversations(script_of("Clark", "Lois", "Superman", "Lois"), {"Superman": "Clark"})
    assert partners["Lois"] == {"Clark": 3.25}
