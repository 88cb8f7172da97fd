"""What the cast file says about characters, and that a cast which the program wrote itself says nothing new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.model.manuscript import Manuscript
from audiobook.model.script import Correction, Gender, KnownCharacter, Script
from audiobook.scripting.script_writer import write_script
from tests.scripting.small_books import labelled_book, small_book
from tests.scripting.told import cast_of, speakers, told

ROLES = told(
    "Marta met the vicar at the gate. A girl and an old woman stood behind him.",
    '"Is it far?" asked the girl.',
    '"Not far," said the vicar. He smiled.',
    '"Far enough," the old woman said.',
    '"Then let us go," said Marta.',
    '"I am tired," said the girl. She sat down.',
    '"Up with you!" cried the vicar.',
    '"No."',
    '"Yes."',
    'The Frenchman laughed. "I carry her," he said.',
    '"His son," whispered Marta, "is no help."',
    '"I heard that," his son said.',
)
CROWD = told(
    "The villagers came to the square, and the captain spoke to them.",
    '"Go home!" cried the captain.',
    '"We stay!" shouted the villagers.',
    '"Captain Reyes," said Ines, "let them be."',
    '"Cast off," said Captain Reyes.',
    '"We stay!" cried the crowd again.',
    '"Long live the captain!"',
)
FIRST_PERSON = told(
    "I met Marta on the quay. I had my lamp with me, and I was late, and I knew it.",
    '"You are late, Jonas," said Marta.',
    '"I know," I said.',
    "I put my lamp down and I looked at my boots. The ferryman looked at me.",
    '"Well, Jonas?" said Marta.',
    '"Well," said I, "here I am."',
    '"Come aboard," said the ferryman.',
    '"At once," I said to him.',
)
NAMELESS_NARRATOR = told(
    "I met the boy on the quay. I had my lamp with me, and I was late, and I knew it.",
    '"You are late," said the boy.',
    '"I know," I said.',
    '"My sister is here," said the boy.',
    '"Good evening," said his sister.',
)
ALIASES = told(
    "Peter has become Nightjar, and works at the harbour by day. Peter is tired of it.",
    '"Stand aside," Nightjar said.',
    '"Who are you?" asked Rosa Lindqvist. Rosa did not know that Peter stood before her.',
    '"A friend," Nightjar said.',
    '"I have no friends," said Miss Lindqvist, and Rosa turned her back.',
    '"Mr. Vane is one," said Peter.',
    '"He is not," said Rosa. "Nor is Mrs. Vane."',
    '"I am," said Mr. Vane.',
    '"So am I," said Mrs. Vane.',
    '"Elizabeth, come here," said Mr. Vane.',
    '"Coming," said Lizzy, and Elizabeth came.',
)
LABELS = told(
    "The cellar was dark.",
    "Bram: Where is the light?",
    "Nurse Quick: Here.",
    "Bram: Thank you.",
    "The Stranger: Put it out.",
    "Nurse Quick: Why?",
    '"Because," said the stranger.',
    '"Oh," said Bram.',
)
BOOKS = {
    "roles": ROLES,
    "crowd": CROWD,
    "first person": FIRST_PERSON,
    "nameless narrator": NAMELESS_NARRATOR,
    "aliases": ALIASES,
    "labels": LABELS,
    "all": told(ROLES, "# Two", CROWD, "# Three", ALIASES, "# Four", LABELS),
}


def _cast_written_from(script: Script, cast: tuple[KnownCharacter, ...] = ()) -> tuple[KnownCharacter, ...]:
    """The cast file after a run: nothing is taken out, whoever is new is added."""
    listed = {character.name for character in cast}
    added = (
        KnownCharacter(
            name=character.name,
            aliases=character.aliases,
            gender=None if character.gender is Gender.UNKNOWN else character.gender,
        )
        for character in script.characters
        if character.name not in listed
    )
    return (*cast, *added)


def _assert_stable(book: Manuscript, corrections: tuple[Correction, ...] = ()) -> None:
    first = write_script(book, corrections=corrections)
    cast = _cast_written_from(first)
    second = write_script(book, known=cast, corrections=corrections)
    assert second == first
    assert write_script(book, known=_cast_written_from(second, cast), corrections=corrections) == first


@pytest.mark.parametrize("text", BOOKS.values(), ids=BOOKS.keys())
def test_cast_the_program_wrote_changes_no_line(text: str) -> None:
    _assert_stable(small_book(text))


@pytest.mark.parametrize("speaker", ["the girl", "The Ferryman", "marta", "The girl", "the vicar", "Jonas", "unknown"])
def test_cast_the_program_wrote_changes_no_line_of_a_corrected_book(speaker: str) -> None:
    _assert_stable(small_book(ROLES), (Correction(text='"No."', speaker=speaker),))


def test_cast_the_program_wrote_changes_no_line_of_a_labelled_script() -> None:
    text = (
        "audiobook-script 1\ncharacter: Ann | female | Mother, Em\ncharacter: Emma | female | Em\n\n"
        "[Ann] Come.\n\n[Em] No.\n\n[Emma] Yes.\n\n[Emma] Yes.\n\n[Mother] Now.\n"
    )
    _assert_stable(labelled_book(text))


@given(st.lists(st.sampled_from([line for text in BOOKS.values() for line in text.split("\n\n")]), max_size=30))
def test_cast_the_program_wrote_changes_no_line_of_any_book(paragraphs: list[str]) -> None:
    _assert_stable(small_book(told(*paragraphs)))


def test_rename_changes_the_name_and_nothing_else() -> None:
    plain = speakers(ROLES)
    known = (KnownCharacter(name="Emma", aliases=("the girl",)),)
    assert speakers(ROLES, known=known) == ["Emma" if name == "the girl" else name for name in plain]


def test_role_given_to_somebody_named_is_theirs() -> None:
    known = (KnownCharacter(name="Marta", aliases=("the girl",)),)
    assert "the girl" not in speakers(ROLES, known=known)
    assert speakers(ROLES, known=known)[0] == "Marta"


def test_gender_in_the_file_wins() -> None:
    known = (KnownCharacter(name="the vicar", gender=Gender.FEMALE),)
    cast = cast_of(ROLES, known=known)
    assert cast["the vicar"].gender is Gender.FEMALE
    assert "The cast file gives the gender." in cast["the vicar"].evidence


def test_alias_the_file_does_not_list_is_still_used() -> None:
    known = (KnownCharacter(name="Peter"),)
    assert cast_of(ALIASES, known=known)["Peter"].aliases == ("Nightjar",)


def test_alias_split_off_as_a_character_stays_apart() -> None:
    known = (KnownCharacter(name="Elizabeth"), KnownCharacter(name="Lizzy"))
    cast = cast_of(ALIASES, known=known)
    assert "Lizzy" in cast
    assert cast["Peter"].aliases == ("Nightjar",)


def test_split_takes_along_the_names_that_go_with_it() -> None:
    story = (
        "Elizabeth Holt was tired. Lizzy Holt was not, and Lizzy said so.",
        '"Up," said Lizzy.',
        '"Down," said Elizabeth.',
        '"Up," said Lizzy Holt.',
    )
    known = (KnownCharacter(name="Elizabeth Holt"), KnownCharacter(name="Lizzy"))
    assert cast_of(*story, known=known)["Lizzy"].aliases == ("Lizzy Holt",)


def test_two_found_apart_are_one_where_the_file_says_so() -> None:
    known = (KnownCharacter(name="Mr. Vane", aliases=("Peter",)),)
    cast = cast_of(ALIASES, known=known)
    assert set(cast["Mr. Vane"].aliases) == {"Peter", "Nightjar"}
    assert "Peter" not in cast


def test_name_reading_took_for_nobodys_is_heard_where_the_file_knows_it() -> None:
    story = ("Marta sat down.", '"Hush," Still said. Still water lay there. It was still.', '"Why?" asked Marta.')
    assert speakers(*story, known=(KnownCharacter(name="Still"),))[0] == "Still"
