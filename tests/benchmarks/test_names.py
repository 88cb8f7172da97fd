import pytest
from judge.gold import GoldCharacter
from judge.names import NameBook, normalise

from tests.benchmarks.small_novel import CHARACTERS


@pytest.fixture
def names() -> NameBook:
    return NameBook(CHARACTERS)


@pytest.mark.parametrize(
    ("written", "same"),
    [("Mister  Field", "mr field"), ("ZOË", "zoe"), ("O’Hara's", "oharas"), ("Doctor Dr. Doctor", "dr dr dr")],
)
def test_spelling_is_folded(written: str, same: str) -> None:
    assert normalise(written) == same


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("anna", {"Anna Field"}),
        ("MISTER FIELD", {"Piet Field"}),
        ("Miss Anna", {"Anna Field"}),
        ("Piet van Field", {"Piet Field"}),
        ("Mrs. Piet Field", set()),
        ("I", {"The Ferryman"}),
        ("narrator", {"The Ferryman"}),
        ("Ferryman", {"The Ferryman"}),
        ("captain rowe", {"Captain Rowe"}),
        ("Rowe", {"Rowe"}),
        ("Field", {"Anna Field", "Piet Field"}),
        ("Somebody", set()),
    ],
)
def test_a_name_means_whom_a_reader_would_take_it_for(names: NameBook, written: str, meant: set[str]) -> None:
    assert names.meant_by(written) == meant


def test_a_name_that_two_list_means_both() -> None:
    both = [GoldCharacter(name=f"{title} Bell", aliases=("Bell",)) for title in ("Mr.", "Mrs.")]
    assert NameBook(both).meant_by("bell") == {"Mr. Bell", "Mrs. Bell"}


def test_a_part_of_two_names_means_nobody() -> None:
    both = [GoldCharacter(name=f"{first} Bell", aliases=()) for first in ("Tom", "Ned")]
    assert NameBook(both).meant_by("Bell") == set()


def test_somebody_silent_is_taken_for_the_one_speaker_whom_the_name_fits() -> None:
    assert NameBook(CHARACTERS, {"Captain Rowe"}).meant_by("Rowe") == {"Captain Rowe"}
    assert NameBook(CHARACTERS, {"Captain Rowe", "Rowe"}).meant_by("Rowe") == {"Rowe"}


def test_somebody_silent_is_never_taken_for_a_speaker_of_another_gender() -> None:
    both = [
        GoldCharacter(name="Mrs. Bell", aliases=(), gender="F"),
        GoldCharacter(name="Bell the Smith", aliases=(), gender="M"),
    ]
    assert NameBook(both, {"Bell the Smith"}).meant_by("Mrs. Bell") == {"Mrs. Bell"}
