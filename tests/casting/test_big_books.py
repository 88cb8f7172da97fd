"""What is promised of casts, held on a book of real size and with the voices that come with the program."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from audiobook.casting.conversations import find_conversations
from audiobook.casting.profiles import load_profiles
from audiobook.casting.proposals import propose_cast
from audiobook.model.cast import Cast, Role, VoiceProfile
from audiobook.model.script import Gender, Script
from tests.casting.big_books import CHAPTERS, LEADS, LESSER, WALK_ONS, book, chapter, genders, whole_book
from tests.casting.scenes import BREAK

NEW_CHAPTER = ("#", *("Anna", "Oskar") * 6, BREAK, "Fjodor", "Galina", "Fjodor", "Galina", BREAK, "Boris", "Runa")
"""Old acquaintances who never talked with each other so far, and two newcomers."""


@pytest.fixture(scope="module")
def library() -> Mapping[str, VoiceProfile]:
    return load_profiles(Path("no folder of profiles"))


def cast_of(script: Script, library: Mapping[str, VoiceProfile], before: Cast | None = None) -> Cast:
    """The cast as the file has it afterwards: what was there, and what is proposed besides."""
    known = before or Cast()
    narrator, roles = propose_cast(script, known, library, engine="pyttsx3")
    assert not {role.name for role in roles} & {role.name for role in known.roles}
    return Cast(narrator=narrator or known.narrator, roles=(*known.roles, *roles))


def voices_of(cast: Cast) -> dict[str, str | None]:
    return {role.name: role.profile for role in cast.roles}


def sound_of(role: Role) -> tuple[str | None, float, float]:
    return role.profile, role.adjustment.pitch_percent, role.adjustment.rate_percent


def test_forty_walk_ons_share_a_small_pool_of_voices(library: Mapping[str, VoiceProfile]) -> None:
    voices = voices_of(cast_of(whole_book(), library))
    assert len(WALK_ONS) == 40
    assert len({voices[name] for name in WALK_ONS}) <= 12


def test_nobody_shares_a_voice_with_whom_they_talk_nor_with_the_narrator(library: Mapping[str, VoiceProfile]) -> None:
    script = whole_book()
    cast = cast_of(script, library)
    voices = voices_of(cast)
    shared = {
        (name, partner)
        for name, partners in find_conversations(script).items()
        for partner in partners
        if voices[name] == voices[partner]
    }
    assert not shared
    assert cast.narrator is not None
    assert cast.narrator.profile not in voices.values()


def test_leading_characters_have_voices_of_their_own(library: Mapping[str, VoiceProfile]) -> None:
    sounds = {role.name: sound_of(role) for role in cast_of(whole_book(), library).roles}
    assert len({sounds[name][0] for name in LEADS}) == len(LEADS)
    assert not {sounds[name] for name in LEADS} & {sounds[name] for name in LESSER}


def test_everybody_has_a_voice_of_their_gender(library: Mapping[str, VoiceProfile]) -> None:
    voices, told = voices_of(cast_of(whole_book(), library)), genders()
    known = [name for name, gender in told.items() if gender is not Gender.UNKNOWN]
    assert {name: library[voices[name] or ""].gender for name in known} == {name: told[name] for name in known}


@pytest.mark.parametrize("place", [CHAPTERS, CHAPTERS // 2, 0], ids=["end", "middle", "beginning"])
def test_a_new_chapter_changes_no_voice_already_given(library: Mapping[str, VoiceProfile], place: int) -> None:
    chapters = [chapter(number) for number in range(CHAPTERS)]
    before = cast_of(book(*chapters), library)
    after = cast_of(book(*chapters[:place], NEW_CHAPTER, *chapters[place:]), library, before)
    assert after.narrator == before.narrator
    assert after.roles[: len(before.roles)] == before.roles
    assert {role.name for role in after.roles[len(before.roles) :]} == {"Oskar", "Runa"}
    voices = voices_of(after)
    assert voices["Oskar"] != voices["Anna"]
    assert voices["Runa"] != voices["Boris"]


def test_a_book_that_grows_chapter_by_chapter_never_changes_a_voice(library: Mapping[str, VoiceProfile]) -> None:
    chapters = [chapter(number) for number in range(CHAPTERS)]
    cast = Cast()
    for count in range(1, CHAPTERS + 1):
        grown = cast_of(book(*chapters[:count]), library, cast)
        assert grown.roles[: len(cast.roles)] == cast.roles
        cast = grown
    voices = voices_of(cast)
    assert len({voices[name] for name in WALK_ONS}) <= 16
