"""The cast of a series: the second book keeps the voices of the first, and whoever is new differs from them."""

import json
from typing import Any

import pytest

from audiobook.casting.cast_file import read_cast
from audiobook.model.cast import Cast, Role
from tests.end_to_end.conftest import Project

SECOND = """\
Chapter 1: The Boat

"You came back," said Mara. She waved.

"I said I would," said Tobias. He tied the boat.

"And who is this?" asked Mara.

"My name is Edwin," said Edwin. He bowed. "I am the new ferryman."

"Welcome, Edwin," said Mara.

"He rows better than I do," said Tobias.

"Nobody rows better than you, Tobias," said Edwin.

"We shall see," said Tobias. He laughed.
"""

OWN = """
[characters.Tobias.delivery]
strength = 0.5
whispered = { rate = -8 }

[characters.Tobias.pronunciations]
Mara = "Mahra"
"""


@pytest.fixture
def series(project: Project) -> Project:
    """A project whose first book has a cast that a person changed, and whose second one has none."""
    for change in (("Mara", "--voice", "agatha", "--pitch", "7"), ("narrator", "--voice", "walter")):
        assert project.run("cast", "story.txt", "set", *change).returncode == 0
    project.cast_file.write_text(project.cast_file.read_text(encoding="utf-8") + OWN, encoding="utf-8")
    (project.folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return project


def make_second(project: Project, *arguments: str) -> dict[str, Any]:
    command = ("make", "second.txt", "--engine", "tone", "--json", "--cast-from", "voices/story.toml", *arguments)
    done = project.run(*command)
    assert done.returncode == 0, done.stderr
    (book,) = json.loads(done.stdout)
    assert isinstance(book, dict)
    return book


def casts(project: Project) -> tuple[Cast, Cast]:
    return read_cast(project.cast_file), read_cast(project.folder / "voices" / "second.toml")


def roles_of(cast: Cast) -> dict[str, Role]:
    return {role.name: role for role in (*((cast.narrator,) if cast.narrator else ()), *cast.roles)}


def test_the_second_book_keeps_the_voices_of_the_first(series: Project) -> None:
    first_before = series.cast_file.read_bytes()
    book = make_second(series)
    first, second = map(roles_of, casts(series))
    assert series.cast_file.read_bytes() == first_before
    for name in ("narrator", "Mara", "Tobias"):
        assert second[name].profile == first[name].profile
        assert second[name].adjustment == first[name].adjustment
        assert second[name].delivery == first[name].delivery
        assert second[name].pronunciations == first[name].pronunciations
    assert (second["Mara"].profile, second["narrator"].profile) == ("agatha", "walter")
    assert second["Tobias"].delivery.strength == 0.5
    assert any('"Mara" has the voice "agatha" of "Mara" (voices/story.toml' in note for note in book["notes"])


def test_whoever_is_new_differs_from_all_they_talk_with(series: Project) -> None:
    make_second(series)
    second = roles_of(casts(series)[1])
    others = {role.profile for name, role in second.items() if name != "Edwin"}
    assert second["Edwin"].profile not in others
    assert second["Edwin"].carried is None


def test_a_second_run_changes_nothing_and_says_nothing_again(series: Project) -> None:
    make_second(series)
    path = series.folder / "voices" / "second.toml"
    before = path.read_bytes()
    book = make_second(series)
    assert path.read_bytes() == before
    assert not any("story.toml" in note for note in book["notes"])
    assert book["did"]["spoken_takes"] == 0


def test_why_says_whose_voice_was_carried_on_and_from_where(series: Project) -> None:
    make_second(series)
    done = series.run("cast", "second.txt", "--why", "--json")
    rows = {row["name"]: row for row in json.loads(done.stdout)["cast"]}
    assert rows["Mara"]["why_this_voice"] == '"agatha": carried on from "Mara" in voices/story.toml'
    assert rows["Mara"]["differences"] == []
    assert "carried on" not in rows["Edwin"]["why_this_voice"]


def test_a_voice_that_was_changed_since_is_not_called_carried(series: Project) -> None:
    make_second(series)
    assert series.run("cast", "second.txt", "set", "Mara", "--voice", "clara").returncode == 0
    done = series.run("cast", "second.txt", "--why", "--json")
    mara = next(row for row in json.loads(done.stdout)["cast"] if row["name"] == "Mara")
    assert "carried on" not in mara["why_this_voice"]
    assert any('"clara"' in difference for difference in mara["differences"])


@pytest.mark.parametrize(
    ("file", "message"),
    [("voices/none.toml", "there is no cast file"), ("voices/story.toml", "this book's own cast file")],
)
def test_a_file_that_cannot_be_carried_from_is_refused(project: Project, file: str, message: str) -> None:
    assert project.run("cast", "story.txt", "set", "Mara", "--voice", "agatha").returncode == 0
    done = project.run("make", "story.txt", "--engine", "tone", "--cast-from", file)
    assert done.returncode == 2
    assert message in done.stderr
