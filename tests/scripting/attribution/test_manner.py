"""How people speak, learnt from the lines that name their speaker."""

from audiobook.scripting.attribution.manner import MannerBook
from tests.scripting.told import speakers

ANNA, PIET = 0, 1


def test_words_somebody_uses_are_liker_theirs_than_anothers() -> None:
    turns = [{"lor", "them", "pots"}, {"indeed", "the", "pots"}] * 50
    manners = MannerBook([*turns, {"lor", "them", "pots"}]).learn({index: index % 2 for index in range(100)})
    assert manners.likeness(100, ANNA) > 0 > manners.likeness(100, PIET)


def test_a_turn_is_no_evidence_for_itself() -> None:
    manners = MannerBook([{"lor"}, {"indeed"}]).learn({0: ANNA, 1: PIET})
    assert manners.likeness(0, ANNA) == 0.0


def test_nothing_is_known_of_those_who_never_spoke_for_certain() -> None:
    assert MannerBook([{"lor"}]).learn({}).likeness(0, ANNA) == 0.0


def test_manner_decides_where_nothing_else_does() -> None:
    habits = (
        '"Ho, ho, that is a fine fish, ho, ho!" said Karl.',
        '"Pray be quiet, dear sir, pray be quiet," said Otto.',
    )
    scene = ("The boat lay still.", '"Ho, ho, that is a fine moon, ho, ho!"', '"Pray be quiet, dear sir."')
    assert speakers(*habits * 50, "***", *scene)[-2:] == ["Karl", "Otto"]
    assert speakers(*habits * 50, "***", scene[0], scene[2], scene[1])[-2:] == ["Otto", "Karl"]
