"""Who is addressed and who tells their own name, as it bears on who speaks."""

from tests.scripting.told import speakers

OPENING = "Captain Reyes and Doctor Lund and Marta stood on the bridge. Marta steered."


def test_rank_alone_addresses_its_bearer() -> None:
    story = (OPENING, '"Cast off," said Captain Reyes.', '"Are you sure, Captain?" asked Marta.', '"I am."')
    assert speakers(*story)[-1] == "Captain Reyes"


def test_one_who_tells_the_name_speaks() -> None:
    story = (OPENING, '"Cast off," said Captain Reyes.', '"Who is this?" asked Doctor Lund.', '"I\'m Marta."')
    assert speakers(*story)[-1] == "Marta"


def test_action_before_a_line_tells_whom_the_pronoun_means() -> None:
    story = (
        "Peter and Jonas sat on the quay.",
        '"It rains," said Peter.',
        "Jonas pulled up his collar. Peter laughed at him.",
        'Jonas stood. "Enough," he said.',
    )
    assert speakers(*story)[-1] == "Jonas"


def test_action_between_two_quotations_is_their_speakers() -> None:
    story = ("Peter and Jonas sat on the quay.", '"It rains." Jonas pulled up his collar. "We should go."')
    assert speakers(*story) == ["Jonas", "Jonas"]


def test_one_looked_at_is_no_place() -> None:
    story = ("Detective Vane came in. Holt glanced at Vane.", 'Vane sat down. "Tell me," he said.')
    assert speakers(*story) == ["Detective Vane"]


def test_name_said_again_in_full_is_the_speakers_own() -> None:
    story = (
        "Marta looked up from the counter. The bell rang.",
        '"Can I help you?" said Marta.',
        '"Bell. Tobias Bell. I\'m looking for my brother, Marcus."',
        '"Never heard of him," said Marta.',
        '"Then I\'ll wait," said Bell.',
    )
    assert speakers(*story) == ["Marta", "Bell", "Marta", "Bell"]


def test_newcomer_with_a_description_speaks_after_acting() -> None:
    story = (
        OPENING,
        '"Cast off," said Captain Reyes.',
        'A boy of about ten burst in. "Fire!"',
        'The woman in the red hat pushed past him. "Let me through."',
    )
    assert speakers(*story)[-2:] == ["the boy", "the woman"]
