"""Chapters that are there already stay, and only those: whatever changes, all files are as if made anew."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from audiobook.assembly.retagging import RetagJob, retag
from audiobook.engines.tone import ToneEngine
from audiobook.errors import OutputError
from audiobook.model.cast import BookDetails
from audiobook.model.release import ReleasedChapter
from audiobook.production.make import MadeBook
from audiobook.production.progress import SilentProgress
from audiobook.production.recording import recipes, reusing
from audiobook.production.recording.book_plan import MakeOptions
from audiobook.production.status.book_estimate import estimate_book
from audiobook.production.status.book_status import look_at_books
from audiobook.production.status.file_status import FileState
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.paths import Workspace
from tests.faults.small_book import STORY, TRULY_NOW, SmallBook, new_book, speak_here

OPTIONS = MakeOptions(name=None, engine="tone", jobs=1, now=TRULY_NOW, details=BookDetails())


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallBook:
    speak_here(monkeypatch)
    made = new_book(tmp_path / "project")
    assert made.make().error is None
    return made


def did(made: MadeBook) -> tuple[int, list[int], list[int]]:
    """Say what a run did: lines spoken, chapters rendered, chapters retagged."""
    assert made.error is None
    assert made.tally is not None
    return made.tally.spoken_takes, made.tally.rendered, made.tally.retagged


def book_workspace(book: SmallBook) -> Workspace:
    return Workspace(build_dir=book.build, voices_dir=book.folder / "voices")


def forget_takes(book: SmallBook) -> None:
    """Whatever needs a take must have it spoken again from now on."""
    shutil.rmtree(book.build / ".cache" / "takes")


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_a_second_run_needs_no_take_and_changes_nothing(book: SmallBook) -> None:
    expected = book.files()
    forget_takes(book)
    assert did(book.make()) == (0, [], [])
    assert book.files() == expected


def test_another_title_needs_no_take(book: SmallBook) -> None:
    forget_takes(book)
    edit(book.cast_file, 'title = "', 'title = "The New ')
    assert did(book.make()) == (0, [], [1, 2])
    assert did(book.make()) == (0, [], [])


def test_a_title_changed_and_changed_back_gives_the_same_files(book: SmallBook) -> None:
    expected = book.files()
    edit(book.cast_file, 'title = "', 'title = "The New ')
    book.make()
    assert book.files() != expected
    edit(book.cast_file, 'title = "The New ', 'title = "')
    book.make()
    assert book.files() == expected


def test_another_voice_costs_the_chapters_it_speaks_in(book: SmallBook) -> None:
    edit(book.cast_file, "[characters.Mara]", "[characters.Mara]\npitch = -10")
    assert did(book.make()) == (1, [1], [])


def test_a_damaged_file_is_made_again_and_only_that(book: SmallBook) -> None:
    expected = book.files()
    path = next(book.release.glob("01*.mp3"))
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert did(book.make()) == (0, [1], [])
    assert book.files() == expected


def test_a_chapter_in_front_leaves_the_sound_of_the_others(book: SmallBook) -> None:
    forget_takes(book)
    edit(book.folder / "story.txt", "Chapter 1: The Gate", "Chapter 1: Before\n\nIt rained.\n\nChapter 2: The Gate")
    spoken, rendered, retagged = did(book.make())
    assert spoken > 0
    assert sorted(rendered) == [1, 2]  # of the second one the heading is read out
    assert retagged == [3]


def test_damaged_and_lost_transcripts_come_back(book: SmallBook) -> None:
    expected = book.files()
    for index, path in enumerate(sorted((*book.release.glob("*.vtt"), *book.release.glob("0*.json")))):
        if index % 2:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes() + b"x")
    assert did(book.make()) == (0, [], [])
    assert book.files() == expected


def test_what_somebody_wrote_into_the_release_is_no_truth(book: SmallBook) -> None:
    expected = book.files()
    edit(book.release / "release.json", "Anybody there?", "Nobody there?")
    book.make()
    assert book.files() == expected


def test_another_version_of_the_program_looks_at_everything_anew(
    book: SmallBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = book.files()
    forget_takes(book)
    monkeypatch.setattr(recipes, "program_digest", lambda *_packages: "another")
    spoken, rendered, retagged = did(book.make())
    assert spoken > 0
    assert (rendered, retagged) == ([], [])
    assert book.files() == expected


def test_a_lost_take_of_an_engine_that_never_repeats_itself_is_spoken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The chapter and its takes must go on having the same sound."""
    speak_here(monkeypatch)
    monkeypatch.setattr(ToneEngine, "abilities", replace(ToneEngine.abilities, repeatable=False))
    book = new_book(tmp_path / "project")
    assert book.make().error is None
    assert did(book.make()) == (0, [], [])
    next((book.build / ".cache" / "takes").rglob("*.flac")).unlink()
    assert did(book.make())[0] == 1
    assert did(book.make()) == (0, [], [])


def test_what_got_new_tags_before_an_error_is_known_to_the_next_run(
    book: SmallBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_takes(book)
    edit(book.cast_file, 'title = "', 'title = "The New ')

    def retag_the_first(job: RetagJob) -> ReleasedChapter:
        if job.tags.number == 1:
            return retag(job)
        raise OutputError("the disk is full", hint="")

    with monkeypatch.context() as full:
        full.setattr(reusing, "retag", retag_the_first)
        assert isinstance(book.make().error, OutputError)
    assert did(book.make()) == (0, [], [2])


def all_in_one(book: SmallBook) -> Path:
    return book.release / "Story.mp3"


def test_a_file_with_the_whole_book_stays_with_its_chapters(book: SmallBook) -> None:
    ask_for_the_whole_book(book)
    book.make()
    expected = book.files()
    assert all_in_one(book).name in expected
    forget_takes(book)
    assert did(book.make()) == (0, [], [])
    assert book.files() == expected
    (status,) = look_at_books([book.folder / "story.txt"], book_workspace(book), OPTIONS, progress=SilentProgress())
    assert status.is_fresh


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(path.read_bytes() + b"x")])
def test_a_damaged_file_with_the_whole_book_comes_back(damage: Callable[[Path], object], book: SmallBook) -> None:
    ask_for_the_whole_book(book)
    book.make()
    expected = book.files()
    damage(all_in_one(book))
    assert book.make().error is None
    assert book.files() == expected


def test_a_damaged_chapter_of_a_file_with_the_whole_book_comes_back(book: SmallBook) -> None:
    ask_for_the_whole_book(book)
    book.make()
    expected = book.files()
    next(book.release.glob("01*.mp3")).unlink()
    assert book.make().error is None
    assert book.files() == expected


def test_a_file_with_the_whole_book_goes_and_follows_its_title(book: SmallBook) -> None:
    ask_for_the_whole_book(book)
    book.make()
    edit(book.cast_file, 'title = "', 'title = "The New ')
    assert book.make().error is None
    assert_as_if_made_anew(book)
    edit(book.cast_file, "single_mp3 = true", "single_mp3 = false")
    assert did(book.make()) == (0, [], [])
    assert not list(book.release.glob("The New*.mp3"))


def test_status_and_estimate_know_what_stays(book: SmallBook) -> None:
    forget_takes(book)
    edit(book.cast_file, 'title = "', 'title = "The New ')
    workspace, options = book_workspace(book), OPTIONS
    source, progress = book.folder / "story.txt", SilentProgress()
    (status,) = look_at_books([source], workspace, options, progress=progress)
    assert [file.state for file in status.files] == [FileState.OLD_TAGS, FileState.OLD_TAGS]
    assert status.lines_to_speak == 0
    estimate = estimate_book(source, workspace, options, progress=progress).estimate
    assert (estimate.missing_takes, estimate.chapters_to_make) == (0, 0)
    book.make()
    (status,) = look_at_books([source], workspace, options, progress=progress)
    assert status.is_fresh


def test_an_interrupted_run_is_not_taken_for_a_finished_one(book: SmallBook, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(book.folder / "story.txt", "Mind the step", "Mind the stair")
    with monkeypatch.context() as broken:
        broken.setattr(TakeStore, "write", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            book.make()
    assert did(book.make())[1] == [2]
    assert_as_if_made_anew(book)


def _interrupt(*_args: object) -> None:
    raise KeyboardInterrupt


def swap_the_chapters(book: SmallBook) -> None:
    first, _, second = STORY.partition("Chapter 2")
    (book.folder / "story.txt").write_text(f"Chapter 2{second}\n{first}", encoding="utf-8")


def take_the_headings_away(book: SmallBook) -> None:
    """Both files have other names afterwards."""
    text = STORY.replace(": The Gate", "").replace(": The Cellar", "")
    (book.folder / "story.txt").write_text(text, encoding="utf-8")


def change_a_line(book: SmallBook) -> None:
    edit(book.folder / "story.txt", "Mind the step", "Mind the stair")


def change_the_first_line(book: SmallBook) -> None:
    edit(book.folder / "story.txt", "Anybody there?", "Anybody at home?")


def drop_a_chapter(book: SmallBook) -> None:
    (book.folder / "story.txt").write_text(STORY.partition("Chapter 2")[0], encoding="utf-8")


def break_a_scene(book: SmallBook) -> None:
    edit(book.folder / "story.txt", '"Only me,"', '* * *\n\n"Only me,"')


def change_a_pause(book: SmallBook) -> None:
    cast_file = book.cast_file
    cast_file.write_text(f"{cast_file.read_text()}\n[[deliveries]]\ntext = '\"Only me,\"'\npause = 0.5\n")


def change_a_pronunciation(book: SmallBook) -> None:
    cast_file = book.cast_file
    cast_file.write_text(f'{cast_file.read_text()}\n[pronunciations]\nTobias = "Toe bias"\n')


def change_the_profile(book: SmallBook) -> None:
    edit(book.cast_file, "[book]", '[book]\nprofile = "librivox"')


def ask_for_the_whole_book(book: SmallBook) -> None:
    edit(book.cast_file, "[book]", "[book]\nsingle_mp3 = true")


def add_a_sample(book: SmallBook) -> None:
    edit(book.cast_file, "[book]", "[book]\nsample = 2")


def change_who_speaks(book: SmallBook) -> None:
    cast_file = book.cast_file
    cast_file.write_text(f'{cast_file.read_text()}\n[[corrections]]\ntext = \'"Only me,"\'\nspeaker = "Mara"\n')


def share_a_pronunciation(book: SmallBook) -> None:
    shared = book.folder / "voices" / "shared.pronunciations.toml"
    shared.write_text('[all]\nlamp = "lahmp"\n', encoding="utf-8")


def assert_as_if_made_anew(book: SmallBook) -> None:
    """Compare with a book made from the same manuscript and cast in a new place."""
    anew = SmallBook(book.folder.with_name("anew"))
    shutil.copytree(book.folder, anew.folder, ignore=shutil.ignore_patterns("build"))
    assert anew.make().error is None

    def sounds(made: SmallBook) -> dict[str, bytes]:
        return {name: content for name, content in made.files().items() if name != "release.json"}

    assert sounds(book) == sounds(anew)


@pytest.mark.parametrize(
    "change",
    [
        swap_the_chapters,
        take_the_headings_away,
        change_a_line,
        change_the_first_line,
        drop_a_chapter,
        break_a_scene,
        change_a_pause,
        change_a_pronunciation,
        share_a_pronunciation,
        change_the_profile,
        ask_for_the_whole_book,
        add_a_sample,
        change_who_speaks,
    ],
)
def test_whatever_changes_the_files_are_as_if_made_anew(change: Callable[[SmallBook], None], book: SmallBook) -> None:
    before = book.files()
    change(book)
    later = TRULY_NOW + timedelta(days=1)
    assert book.make(now=later).error is None
    assert book.files() != before
    assert_as_if_made_anew(book)
    after = book.files()
    assert did(book.make(now=later))[:2] == (0, [])
    assert book.files() == after
