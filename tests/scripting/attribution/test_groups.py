"""Several who speak together, named or not."""

import pytest

from tests.scripting.told import lines, told

SCENE = (
    "Marta met Jonas on the quay. Marta carried a lamp, and Jonas carried nothing.",
    '"Wait," said Peter.',
    '"No," said Marta.',
    '"No," said Jonas.',
)


@pytest.mark.parametrize(
    "tagged",
    [
        '"Help!" cried Marta and Jonas together.',
        '"Help!" Marta and Jonas said in unison.',
        '"Help!" they said together.',
        '"Help!" cried both of them at once.',
        'They both shouted, "Help!"',
    ],
)
def test_two_who_speak_together_are_both_named(tagged: str) -> None:
    assert set(lines(told(*SCENE, tagged))[-1][1].speakers) == {"Marta", "Jonas"}


def test_list_of_people_speaks_together() -> None:
    assert lines(told(*SCENE, '"Help!" cried Marta, Jonas and Peter.'))[-1][1].speakers == ("Marta", "Jonas", "Peter")


def test_name_after_a_comma_alone_does_not_join_in() -> None:
    assert lines(told(*SCENE, '"Help!" cried Marta, Jonas being gone.'))[-1][1].speakers == ("Marta",)
