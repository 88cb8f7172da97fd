from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.casting.cast_file import add_to_cast, read_cast
from audiobook.casting.cast_reading import parse_cast
from audiobook.errors import CastError
from audiobook.model.cast import Adjustment, BookDetails, CarriedVoice, Role
from audiobook.model.delivery import Cue, DeliveryChange, DeliveryWishes, Effect
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import NARRATOR

CARRIED = CarriedVoice(profile="rupert", source="voices/first.toml", name="Alexander Luthor")
PERCENT = st.none() | st.integers(-20, 20).map(float)
CHANGES = st.builds(
    DeliveryChange,
    rate_percent=PERCENT,
    pitch_percent=PERCENT,
    volume_db=st.none() | st.integers(-6, 3).map(float),
    pause_ms=st.none() | st.integers(-500, 2000),
    effect=st.none() | st.sampled_from(Effect),
)
WISHES = st.builds(
    DeliveryWishes,
    strength=st.none() | st.integers(0, 10).map(lambda tenths: tenths / 10),
    cues=st.dictionaries(st.sampled_from(Cue), CHANGES, max_size=3),
)
WORDS = st.sampled_from(
    [
        Pronunciation(word="Luthor", respelling="Loothor"),
        Pronunciation(word="St. Ann's", ipa="ænz"),
        Pronunciation(word='"Q"', ipa="kju", respelling="cue"),
    ]
)


def written(tmp_path: Path, *roles: Role, narrator: Role | None = None, before: str = "") -> Path:
    path = tmp_path / "book.toml"
    path.write_text(before, encoding="utf-8")
    add_to_cast(path, book=BookDetails(id="urn:x", source="book.txt"), narrator=narrator, roles=roles)
    return path


@given(wishes=WISHES, words=st.lists(WORDS, unique_by=lambda entry: entry.word, max_size=3))
def test_what_is_written_of_a_role_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, wishes: DeliveryWishes, words: list[Pronunciation]
) -> None:
    role = Role(
        name="Lex",
        profile="rupert",
        adjustment=Adjustment(pitch_percent=-10),
        delivery=wishes,
        pronunciations=tuple(words),
        carried=CARRIED,
    )
    path = written(tmp_path_factory.mktemp("cast"), role, Role(name="Ann", profile="ada"))
    lex, ann = read_cast(path).roles
    assert (lex.delivery, lex.pronunciations, lex.carried) == (wishes, tuple(words), CARRIED)
    assert (ann.delivery, ann.pronunciations, ann.carried) == (DeliveryWishes(), (), None)


def test_the_narrators_delivery_and_pronunciations_are_written_too(tmp_path: Path) -> None:
    wishes, words = DeliveryWishes(strength=0.0), (Pronunciation(word="Lex", respelling="Leks"),)
    narrator = Role(name=NARRATOR, profile="rupert", delivery=wishes, pronunciations=words, carried=CARRIED)
    found = read_cast(written(tmp_path, narrator=narrator)).narrator
    assert found is not None
    assert (found.delivery, found.pronunciations, found.carried) == (wishes, words, CARRIED)


def test_a_persons_own_delivery_and_words_stay_and_others_are_added(tmp_path: Path) -> None:
    own = '[characters.Lex]\n[characters.Lex.delivery]\nstrength = 1\n[characters.Lex.pronunciations]\nKent = "Kennt"\n'
    words = (Pronunciation(word="Kent", respelling="Cant"), Pronunciation(word="Lane", respelling="Layn"))
    role = Role(name="Lex", profile="rupert", delivery=DeliveryWishes(strength=0.2), pronunciations=words)
    path = written(tmp_path, role, before=own)
    (lex,) = read_cast(path).roles
    assert lex.profile == "rupert"
    assert lex.delivery.strength == 1
    assert [(entry.word, entry.respelling) for entry in lex.pronunciations] == [("Kent", "Kennt"), ("Lane", "Layn")]


def test_a_note_of_origin_that_lacks_something_is_an_error_with_its_line() -> None:
    text = '[characters.Lex]\nvoice = "rupert"\ncarried = { voice = "rupert", name = "Lex" }\n'
    with pytest.raises(CastError, match=r"book\.toml:3: carried lacks from"):
        parse_cast(text, file="book.toml")
