"""Tags whose subject nobody's name gives: somebody described, a voice, somebody."""

import pytest

from tests.scripting.told import lines, speakers, told

MEETING = (
    "Rosa sat down by the window. She was alone in the carriage with her book.",
    '"At last," said Rosa. She took off her gloves.',
)


@pytest.mark.parametrize(
    ("tagged", "speaker"),
    [
        ('"Is this seat taken?" the man in the grey coat asked.', "the man in the grey coat"),
        ('"Is this seat taken?" asked a man in a grey coat.', "the man"),
        ('"Is this seat taken," the girl with red hair whispered.', "the girl with red hair"),
        ('The man in the grey coat asked, "Is this seat taken?"', "the man in the grey coat"),
        ('"Is this seat taken?" the croupier said.', "the croupier"),
        ('"Is this seat taken?" the conductor from the front coach asked.', "the conductor"),
    ],
)
def test_somebody_described_speaks_for_themselves(tagged: str, speaker: str) -> None:
    assert speakers(*MEETING, tagged)[-1] == speaker


def test_man_beside_somebody_is_not_that_person() -> None:
    assert speakers(*MEETING, '"Is this seat taken?" the man beside Rosa asked.')[-1] == "the man beside Rosa"


@pytest.mark.parametrize(
    "tagged",
    [
        '"Is this seat taken?" said a voice behind her.',
        '"Is this seat taken?" a deep voice asked.',
        'A voice behind her said, "Is this seat taken?"',
        '"Is this seat taken?" said a deep, manly voice.',
        '"Is this seat taken?" asked the face in the window.',
        '"Is this seat taken?" somebody asked.',
        '"Is this seat taken?" asked someone.',
        '"Is this seat taken?" he asked.',
        '"Is this seat taken?" asked one of them.',
    ],
)
def test_nobody_known_is_never_somebody_for_sure(tagged: str) -> None:
    _, attribution = lines(told(*MEETING, tagged))[-1]
    assert attribution.confidence <= 0.5
    assert attribution.speakers[0] in {"Rosa", "unknown"}


@pytest.mark.parametrize(
    "tagged",
    [
        '"Is this seat taken?" said the voice of Marta.',
        '"Is this seat taken?" said Marta\'s voice.',
        'Marta\'s voice called, "Is this seat taken?"',
    ],
)
def test_voice_of_somebody_is_theirs(tagged: str) -> None:
    assert speakers(*MEETING, "Marta came in.", tagged)[-1] == "Marta"


@pytest.mark.parametrize("reaction", ["The man in the grey coat said nothing.", "The door was opened by a man."])
def test_what_somebody_described_does_not_say_is_no_tag(reaction: str) -> None:
    assert speakers(*MEETING, f'"It is cold." {reaction}')[-1] == "Rosa"
