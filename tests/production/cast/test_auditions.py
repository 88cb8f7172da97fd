import wave
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from audiobook.casting.cast_file import read_cast
from audiobook.casting.telling_lines import choose_telling_lines
from audiobook.errors import CastError, UsageError
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.script import KnownCharacter
from audiobook.production.cast.auditions import (
    AuditionPlace,
    audition_character,
    audition_voices,
    keep_in_book,
    pronounce,
)
from audiobook.production.progress import SilentProgress
from audiobook.production.status.pruning import prune_takes
from audiobook.reading.reader import read_manuscript
from audiobook.scripting.script_writer import write_script
from audiobook.workspace.locks import try_locks
from audiobook.workspace.paths import Workspace

STORY = """"Go," said Lex Luthor.

"I have waited for this day longer than you can possibly know," whispered Lex, "and you will not take it from me!"

"Why?" asked Clark.

"Because I can," said Lex. "And because nobody else ever would have dared to try, my friend."
"""
VOICES = '[profiles.bass]\nengine = "tone"\nvoice = "bass"\n[profiles.high]\nengine = "tone"\nvoice = "high"\n'
CAST = '[narrator]\nvoice = "bass"\n[characters.Lex]\nvoice = "bass"\naliases = ["Lex Luthor"]\n'


@pytest.fixture
def place(tmp_path: Path) -> AuditionPlace:
    workspace = Workspace(build_dir=tmp_path / "build", voices_dir=tmp_path / "voices")
    workspace.profiles_folder.mkdir(parents=True)
    (workspace.profiles_folder / "own.toml").write_text(VOICES, encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    workspace.cast_file("story").write_text(CAST, encoding="utf-8")
    return AuditionPlace(workspace=workspace)


def seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        return float(file.getnframes() / file.getframerate())


def test_a_character_is_heard_once_in_each_voice(tmp_path: Path, place: AuditionPlace) -> None:
    before = place.workspace.cast_file("story").read_bytes()
    done = audition_character(tmp_path / "story.txt", "Lex Luthor", ["bass", "high"], place, progress=SilentProgress())
    assert [file.name for file in done.files] == ["lex-bass.wav", "lex-high.wav"]
    assert done.speaker == "Lex"
    assert all(file.parent == place.workspace.release_folder("story") / "auditions" for file in done.files)
    assert min(map(seconds, done.files)) > 5
    assert done.files[0].read_bytes() != done.files[1].read_bytes()
    assert place.workspace.cast_file("story").read_bytes() == before


def test_the_same_audition_gives_the_same_bytes(tmp_path: Path, place: AuditionPlace) -> None:
    first, second = (
        audition_character(tmp_path / "story.txt", "Lex", [], place, progress=SilentProgress()).files[0].read_bytes()
        for _ in range(2)
    )
    assert first == second


def test_a_word_is_spoken_as_the_shared_pronunciations_say(place: AuditionPlace) -> None:
    (plain,) = audition_voices(["bass"], place, word="Luthorcorp", progress=SilentProgress()).files
    before = seconds(plain)
    place.workspace.shared_pronunciations.write_text('[all]\nLuthorcorp = "Loothor corporation"\n', encoding="utf-8")
    (respelled,) = audition_voices(["bass"], place, word="Luthorcorp", progress=SilentProgress()).files
    assert seconds(respelled) > before


def test_a_voice_that_is_not_there_is_an_error(place: AuditionPlace) -> None:
    with pytest.raises(CastError, match='"bas" is unknown'):
        audition_voices(["bas"], place, progress=SilentProgress())


def test_nobody_is_auditioned_who_is_not_in_the_cast(tmp_path: Path, place: AuditionPlace) -> None:
    with pytest.raises(UsageError, match='nobody in the cast is called "Zod"'):
        audition_character(tmp_path / "story.txt", "Zod", [], place, progress=SilentProgress())


def test_telling_lines_are_long_and_of_different_colours(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    script = write_script(
        read_manuscript(tmp_path / "story.txt", book="story"),
        known=(KnownCharacter(name="Lex", aliases=("Lex Luthor",)),),
    )
    chosen = [script.segments[index].text for index in choose_telling_lines(script, "Lex", {1})]
    assert '"I have waited for this day longer than you can possibly know,"' in chosen
    assert '"and you will not take it from me!"' in chosen


def test_a_pronunciation_is_heard_before_it_is_written_and_then_kept(tmp_path: Path, place: AuditionPlace) -> None:
    source, cast = tmp_path / "story.txt", place.workspace.cast_file("story")
    before = cast.read_bytes()
    longer = pronounce("Lex", ipa=None, respelling="Alexander Joseph")
    assert longer is not None

    def heard(word: str | Pronunciation) -> float:
        done = audition_character(source, "Lex", [], place, word=word, progress=SilentProgress())
        return seconds(done.files[0])

    assert heard(longer) > heard("Lex") + 0.5
    assert cast.read_bytes() == before
    keep_in_book(source, place, longer)
    assert read_cast(cast).pronunciations == (longer,)
    assert heard("Lex") > 1.0


def test_keeping_ipa_leaves_the_respelling_beside_it(tmp_path: Path, place: AuditionPlace) -> None:
    cast = place.workspace.cast_file("story")
    cast.write_text(CAST + '[pronunciations]\nLex = { ipa = "læks", respelling = "Lax" } # old\n', encoding="utf-8")
    entry = pronounce("Lex", ipa="/lɛks/", respelling=None)
    assert entry is not None
    keep_in_book(tmp_path / "story.txt", place, entry)
    assert read_cast(cast).pronunciations == (Pronunciation(word="Lex", ipa="lɛks", respelling="Lax"),)
    assert "# old" in cast.read_text(encoding="utf-8")


def test_a_sign_that_is_no_sound_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r'^"4" '):
        pronounce("Lex", ipa="l4ks", respelling=None)


class Listening(SilentProgress):
    """Keeps what is said, and ends a wait by doing something."""

    def __init__(self, then: Callable[[], object]) -> None:
        self.said: list[str] = []
        self._then = then

    def say(self, message: str) -> None:
        self.said.append(message)
        self._then()


@pytest.mark.parametrize(
    ("lock", "why"), [("gate_file", "unused takes are being removed"), ("audition_lock", "another audition")]
)
def test_an_audition_waits_for_whoever_might_take_its_takes(place: AuditionPlace, lock: str, why: str) -> None:
    with ExitStack() as held:
        assert try_locks([getattr(place.workspace, lock)], held) is None
        progress = Listening(held.close)
        done = audition_voices(["bass"], place, progress=progress)
    assert [why in said for said in progress.said] == [True]
    assert done.files[0].is_file()


def test_no_take_is_removed_while_an_audition_is_under_way(place: AuditionPlace) -> None:
    place.workspace.cast_file("story").write_text(f'[book]\nsource = "story.txt"\n{CAST}', encoding="utf-8")
    with ExitStack() as held:
        assert try_locks([place.workspace.audition_lock], held) is None
        progress = Listening(held.close)
        prune_takes(place.workspace, progress=progress)
    assert progress.said == ["Waiting: an audition is under way."]
