"""People of today's fiction: "they", Mum and Gran, somebody's father, a boy who gets a name, names like Will."""

from audiobook.model.script import Gender
from tests.scripting.told import cast_of, speakers

SAM = (
    "Robert waited. They had been there for an hour.",
    "Robert put their cup down.",
    '"So," said Robert. They had gone red.',
)


def test_one_person_called_they_has_no_gender_and_is_not_meant_by_he() -> None:
    cast = cast_of(*SAM, '"Well?" asked Piet. He sat.')
    assert cast["Robert"].gender is Gender.UNKNOWN
    assert any(sentence.startswith('Called "they"') for sentence in cast["Robert"].evidence)
    assert speakers(*SAM, "Peter came in.", '"Well?" he asked.')[-1] == "Peter"


def test_they_in_a_tag_means_the_one_who_is_called_so() -> None:
    assert speakers(*SAM, "Piet came in.", '"Wipe the table," they told him.')[-1] == "Robert"


def test_a_couple_called_they_keeps_its_genders() -> None:
    story = ("Robert and Nora waited. They had come early. They were cold. They sat.", '"So," said Robert. He sat.')
    assert cast_of(*story)["Robert"].gender is Gender.MALE


def test_the_mother_of_the_one_the_book_is_about_is_mum() -> None:
    story = ("Nora came in. Nora was late.", '"Hello," said Mum.', '"Sit," said Nora\'s mother.', '"Yes," said Nora.')
    assert speakers(*story) == ["Mum", "Mum", "Nora"]
    assert any("Nora's mother" in sentence for sentence in cast_of(*story)["Mum"].evidence)


def test_somebody_known_as_a_relative_is_a_person_of_their_own() -> None:
    assert speakers("Nora sat.", '"I saw it," said Nora\'s father.') == ["Nora's father"]


def test_a_child_without_a_name_is_the_one_named_next() -> None:
    story = (
        "Nora looked up. A small boy stood in the door.",
        '"Who are you?" asked Nora.',
        '"Benny. I live here."',
        "Benny pointed at the stairs.",
    )
    assert speakers(*story) == ["Nora", "Benny"]
    assert any('"a small boy" is Benny' in sentence for sentence in cast_of(*story)["Benny"].evidence)


def test_will_is_a_name_where_he_acts_and_none_where_somebody_asks() -> None:
    story = ('"Come," said Will. Nora looked at Will.', 'Will took the bag. "Now."', '"Will you wait?" asked Nora.')
    assert speakers(*story) == ["Will", "Will", "Nora"]


def test_said_not_raising_a_voice_is_still_said() -> None:
    assert speakers("Nora sat.", '"Friends," Piet said, not raising his voice.') == ["Piet"]


def test_a_name_told_within_a_told_speech_is_not_addressed() -> None:
    story = ("Nora and Piet sat.", "“He said, “Nora, I go,” and he went,” said Nora.", "“Oh,” said Piet.")
    assert speakers(*story) == ["Nora", "Piet"]


def test_the_beginning_of_a_name_is_short_for_it() -> None:
    cast = cast_of('"Come," said Tamsin. Tamsin sat.', '"No, Tam," said Peter.', '"Oh," said Tam.')
    assert cast["Tamsin"].aliases == ("Tam",)
    assert "Tam is how Tamsin begins." in cast["Tamsin"].evidence


def test_a_noun_with_an_article_is_short_for_nobody() -> None:
    cast = cast_of('"Who are you?" said the Caterpillar.', '"Well," said the Cat. The Cat sat by the Caterpillar.')
    assert not any("begins" in sentence for character in cast.values() for sentence in character.evidence)
