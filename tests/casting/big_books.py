"""A book of real size to cast: many chapters, leading characters, lesser ones, and walk-ons with one line each."""

from audiobook.model.script import Gender, Script
from tests.casting.scenes import BREAK, script_of

LEADS = ("Anna", "Boris", "Clara", "Dmitri", "Elena", "Fjodor")
LESSER = ("Galina", "Henrik", "Irina", "Jakob", "Katja", "Lars", "Mina", "Nils")
WALK_ONS = tuple(f"Passer-by {number}" for number in range(1, 41))
CHAPTERS = 20


def chapter(number: int) -> tuple[str, ...]:
    """Two leads talk, then a lead with a lesser one, then two walk-ons, each of whom has one line in the whole book."""
    one, two = LEADS[number % 6], LEADS[(number * 5 + 1) % 6]
    third = LEADS[(number + 2) % 6]
    lesser = LESSER[number % len(LESSER)]
    passing = WALK_ONS[2 * number : 2 * number + 2]
    return ("#", *(one, two) * 12, BREAK, *(third, lesser) * 4, BREAK, one, passing[0], two, passing[1], one)


def book(*chapters: tuple[str, ...]) -> Script:
    """These chapters as a script; everybody with an even place in their list is a man."""
    turns = tuple(turn for each in chapters for turn in each)[1:]
    return script_of(*turns, genders=genders())


def genders() -> dict[str, Gender]:
    """The genders of all; every fifth walk-on has none that the text tells."""
    told = {
        name: (Gender.FEMALE, Gender.MALE)[place % 2]
        for group in (LEADS, LESSER, WALK_ONS)
        for place, name in enumerate(group)
    }
    return told | dict.fromkeys(WALK_ONS[::5], Gender.UNKNOWN)


def whole_book() -> Script:
    """All chapters."""
    return book(*(chapter(number) for number in range(CHAPTERS)))
