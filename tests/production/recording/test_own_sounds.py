import os
from dataclasses import replace
from pathlib import Path

import pytest

from audiobook.assembly.own_sound import OwnSoundKind
from audiobook.errors import CastError
from audiobook.model.mastering import RecordedLine, Written
from audiobook.model.script import Correction
from audiobook.production.books import Book
from audiobook.production.recording.own_sounds import find_recordings, replace_takes, restore_sounds, store_sound
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.paths import Workspace
from tests.assembly.building import Part, make_script, make_takes
from tests.codecs.sound_files import sine, write_sound

FILE = Written(value="sounds/yes.wav", place="voices/ferry.toml:7")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    """A book whose project folder is the one we work in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.txt").write_text("It rained.")
    workspace = Workspace(build_dir=tmp_path / "build", voices_dir=tmp_path / "voices")
    return Book(slug="ferry", source=tmp_path / "ferry.txt", workspace=workspace)


@pytest.fixture
def store(book: Book) -> TakeStore:
    return TakeStore(book.workspace.takes_folder)


def record(folder: Path, *, hz: float = 440.0) -> Path:
    path = folder / "sounds" / "yes.wav"
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_sound(path, sine(0.5, rate_hz=16000, hz=hz), rate_hz=16000, codec="pcm_s16le", sample_format="s16")


def recorded(text: str) -> RecordedLine:
    return RecordedLine(line=Correction(text=text), file=FILE)


def test_path_counts_from_the_cast_file_first_and_then_from_here(book: Book, store: TakeStore) -> None:
    here = record(Path())
    assert store_sound(book, FILE, OwnSoundKind.LINE, store).path == here
    beside = record(book.cast_path.parent)
    assert store_sound(book, FILE, OwnSoundKind.LINE, store).path == beside


def test_missing_file_is_named_with_the_line_that_asks_for_it(book: Book, store: TakeStore) -> None:
    with pytest.raises(CastError, match=r"voices/ferry.toml:7: sounds/yes.wav: there is no such file"):
        store_sound(book, FILE, OwnSoundKind.LINE, store)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such device")
def test_device_without_an_end_is_refused_and_not_read(book: Book, store: TakeStore) -> None:
    with pytest.raises(CastError, match=r"voices/ferry.toml:7: /dev/zero: this is no file"):
        store_sound(book, replace(FILE, value="/dev/zero"), OwnSoundKind.MUSIC, store)


def test_impossible_name_is_an_error_of_the_cast_file_too(book: Book, store: TakeStore) -> None:
    with pytest.raises(CastError, match="no such file"):
        store_sound(book, replace(FILE, value="a" * 5000), OwnSoundKind.LINE, store)


def test_sound_is_made_ready_once(book: Book, store: TakeStore) -> None:
    record(Path())
    sound = store_sound(book, FILE, OwnSoundKind.LINE, store)
    written = store.path(sound.key).stat().st_mtime_ns
    assert store_sound(book, FILE, OwnSoundKind.LINE, store) == sound
    assert store.path(sound.key).stat().st_mtime_ns == written


def test_lost_sound_is_made_ready_again_unless_the_file_has_changed(book: Book, store: TakeStore) -> None:
    record(Path())
    sound = store_sound(book, FILE, OwnSoundKind.LINE, store)
    store.path(sound.key).unlink()
    restore_sounds([sound], store)
    assert store.figures(sound.key) == sound.figures
    store.path(sound.key).unlink()
    record(Path(), hz=500.0)
    with pytest.raises(CastError, match="has just changed"):
        restore_sounds([sound], store)


def test_recording_takes_the_place_of_all_takes_of_its_line(book: Book, store: TakeStore) -> None:
    record(Path())
    script = make_script(Part("It rained."), Part('"Yes. Yes."', speaker="Mara"), Part("It stopped."))
    takes = make_takes(script)
    doubled = (takes[0], takes[1], replace(takes[1], key="second"), takes[2])
    found = find_recordings(book, script, [recorded('"Yes. Yes."')], store)
    sound = found.by_segment[1]
    heard = replace_takes(script, doubled, {"s1": sound}, indexes=range(3))
    assert [take.key for take in heard] == ["s0", sound.key, "s2"]
    assert heard[1].loudness_lufs == sound.loudness_lufs
    assert (heard[1].start, heard[1].end) == (script.segments[1].start, script.segments[1].end)


def test_recording_keeps_the_volume_of_its_speaker(book: Book, store: TakeStore) -> None:
    record(Path())
    script = make_script(Part('"Yes."', speaker="Mara"))
    takes = tuple(replace(take, volume_db=-4.0) for take in make_takes(script))
    found = find_recordings(book, script, [recorded('"Yes."')], store)
    assert replace_takes(script, takes, {"s0": found.by_segment[0]}, indexes=[0])[0].volume_db == -4.0


def test_recording_without_a_line_is_told_with_its_place(book: Book, store: TakeStore) -> None:
    record(Path())
    found = find_recordings(book, make_script(Part("It rained.")), [recorded("Never said.")], store)
    assert found.by_segment == {}
    assert found.notes == ("voices/ferry.toml:7: this recording found no line: Never said.",)
