"""Where one speaker's turn ends within a paragraph, and who may speak again after narration."""

import pytest

from tests.scripting.told import lines, speakers, told

MEETING = (
    "Marta met Jonas on the quay. Marta carried a lamp for him, and she shivered. Jonas carried nothing; he never did.",
    '"Good evening," said Marta.',
    '"Good evening," said Jonas.',
)


@pytest.mark.parametrize(
    "paragraph",
    [
        '"The ferry has gone." Marta stamped. "We are lost," she said. "Lost." Jonas, glad of it, at last said, "Oh."',
        '"We are lost," cried Marta, "and it is late." Jonas, relieved to be asked, now ventured to say, "No."',
        '"We are late," cried Marta, and stopped. After waiting for a long moment he said, "Be calm."',
        '"We are late," said Marta; and Jonas called out as loud as the wind would let him, "Be calm."',
    ],
)
def test_narration_that_leads_to_the_next_quotation_begins_a_turn(paragraph: str) -> None:
    found = [attribution.speakers[0] for _, attribution in lines(told(*MEETING, paragraph))]
    assert (found[2], found[-1]) == ("Marta", "Jonas")


def test_whoever_is_addressed_in_a_tag_does_not_say_the_rest() -> None:
    assert speakers(*MEETING, '"I am sorry," said he, addressing Marta, "that I came."')[2:] == ["Jonas", "Jonas"]


def test_addressing_somebody_opens_a_conversation_with_them() -> None:
    story = (
        "Marta, Jonas, Piet and Lena sat by the fire.",
        '"It is cold," said Jonas.',
        '"It is cold," said Piet.',
        '"Sew me a coat, Lena," said Marta.',
        "The fire sank.",
        "It grew dark.",
        '"I have no thread."',
    )
    assert speakers(*story)[-1] in {"Marta", "Lena"}


def test_speaker_likely_goes_on_after_narration() -> None:
    quay = "Marta met Jonas on the quay. Marta carried a lamp, and Jonas carried nothing."
    story = (quay, '"The ferry has gone," said Marta.', "The rain fell upon the quay.", '"It went at six."')
    _, last = lines(told(*story))[-1]
    assert last.speakers == ("Marta",)
    assert last.confidence > 0.7
