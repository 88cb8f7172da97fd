"""What a listener's podcast app sees of a book that is made again and again."""

import re
import tomllib
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import feedparser

from audiobook.production.release.finding import read_published_book
from audiobook.publishing.feed import chapter_guid, podcast_feed
from audiobook.workspace.paths import Workspace
from tests.end_to_end.conftest import STORY, Project

BASE = "https://example.org/"


def feed_of(project: Project) -> bytes:
    workspace = Workspace(build_dir=project.folder / "build", voices_dir=project.folder / "voices")
    return podcast_feed(read_published_book(project.release, workspace), base_url=BASE)


def entries_of(feed: bytes) -> dict[str, Any]:
    """What a podcast app keeps of each episode, by its id."""
    found = feedparser.parse(feed)
    assert not found.bozo
    return {
        entry.id: {
            "title": entry.title,
            "published": entry.published,
            "number": entry.itunes_episode,
            "address": entry.enclosures[0].href,
        }
        for entry in found.entries
    }


def make_and_read(project: Project, story: str | None = None) -> dict[str, Any]:
    if story is not None:
        project.story.write_text(story, encoding="utf-8")
    project.make()
    return entries_of(feed_of(project))


def test_a_chapter_made_anew_keeps_its_id_and_date_and_has_a_new_address(project: Project) -> None:
    before = make_and_read(project)
    after = make_and_read(project, STORY.replace("Mind the step,", "Mind the cat,"))
    assert list(before) == list(after)
    first, second = before
    assert after[first] == before[first]
    assert after[second]["address"] != before[second]["address"]
    assert {**after[second], "address": ""} == {**before[second], "address": ""}


def test_nothing_changes_for_anybody_when_the_build_folder_is_lost(project: Project) -> None:
    project.make()
    before = feed_of(project)
    (project.folder / "build").rename(project.folder / "old-build")
    project.make()
    assert feed_of(project) == before


def test_a_new_title_keeps_id_and_date(project: Project) -> None:
    before = make_and_read(project)
    after = make_and_read(project, STORY.replace("The Cellar", "The Vault"))
    assert list(before) == list(after)
    second = list(before)[1]
    assert after[second]["title"] == "2. Chapter 2: The Vault"
    assert after[second]["published"] == before[second]["published"]


def test_a_chapter_put_in_between_is_the_only_new_one_and_dated_there(project: Project) -> None:
    before = make_and_read(project)
    head, tail = STORY.split("Chapter 2: The Cellar")
    between = "Chapter 2: The Stair\n\nMara went down and down. It took her half the night.\n\n"
    after = make_and_read(project, f"{head}{between}Chapter 3: The Cellar{tail}")
    assert len(after) == 3
    assert [id_ for id_ in after if id_ in before] == list(before)
    dates = [datetime.strptime(entry["published"], "%a, %d %b %Y %H:%M:%S %Z") for entry in after.values()]  # noqa: DTZ007
    assert all(earlier < later for earlier, later in pairwise(dates))
    assert {after[id_]["published"] for id_ in before} == {before[id_]["published"] for id_ in before}


def test_an_appended_chapter_leaves_what_is_known_of_all_others_as_it_was(project: Project) -> None:
    before = make_and_read(project)
    appended = STORY.split("Author's Note")[0] + "Chapter 3: The Vault\n\nIt was empty.\n"
    after = make_and_read(project, appended)
    assert len(after) == 3
    assert before.items() <= after.items()


def test_chapters_that_change_places_take_their_ids_along(project: Project) -> None:
    before = make_and_read(project)
    first, second = STORY.split("Chapter 2: The Cellar")
    swapped = f"Chapter 1: The Cellar{second}\n\n{first.replace('Chapter 1: The Gate', 'Chapter 2: The Gate')}"
    after = make_and_read(project, swapped)
    assert list(after) == list(reversed(before))


def test_dates_are_past(project: Project) -> None:
    make_and_read(project)
    program = tomllib.loads(project.cast_file.read_text(encoding="utf-8"))["program"]
    dates = [datetime.fromisoformat(chapter["published"]) for chapter in program["chapters"].values()]
    assert len(dates) == 2
    assert all(date < datetime.now(UTC) for date in dates)


def test_only_making_writes_ids_and_each_edit_leaves_what_a_person_wrote(project: Project) -> None:
    project.make()
    own = project.cast_file.read_text(encoding="utf-8").replace("[narrator]", "# my own words\n[narrator]")
    project.cast_file.write_text(own, encoding="utf-8")
    project.story.write_text(STORY.replace("The Gate", "The Door"), encoding="utf-8")
    project.run("script", "story.txt")
    assert project.cast_file.read_text(encoding="utf-8") == own
    project.make()
    text = project.cast_file.read_text(encoding="utf-8")
    assert re.sub(r"Chapter 1: The \w+", "", text) == re.sub(r"Chapter 1: The \w+", "", own)


def test_a_damaged_entry_of_the_programs_table_is_named(project: Project) -> None:
    project.make()
    text = project.cast_file.read_text(encoding="utf-8")
    project.cast_file.write_text(
        re.sub(r'published = "[^"]+"', 'published = "yesterday"', text, count=1), encoding="utf-8"
    )
    done = project.run("make", "story.txt", "--engine", "tone")
    assert done.returncode == 4
    assert re.search(r"story\.toml:\d+: published of chapter", done.stderr)
    assert "hint: take this line out" in done.stderr


def test_transcripts_follow_changed_names_without_a_new_take(project: Project) -> None:
    project.make()
    project.run("cast", "story.txt", "rename", "Tobias", "Toby")
    assert project.make()["did"]["spoken_takes"] == 0
    captions = [path.read_text(encoding="utf-8") for path in sorted(Path(project.release).glob("*.vtt"))]
    assert all("<v Toby>" in text and "<v Tobias>" not in text for text in captions)


def test_a_chapter_that_fails_after_it_moved_keeps_its_earlier_file_under_its_own_id(moody_project: Project) -> None:
    project = moody_project
    assert project.run("make", "story.txt", "--engine", "moody").returncode == 0
    before = entries_of(feed_of(project))
    head, tail = STORY.split("Chapter 2: The Cellar")
    between = "Chapter 2: The Stair\n\nMara went down and down. It took her half the night.\n\n"
    moved = f"{head}{between}Chapter 3: The Cellar{tail}".replace("Mind the step", "Mind the fail")
    project.story.write_text(moved, encoding="utf-8")
    assert project.run("make", "story.txt", "--engine", "moody").returncode == 6
    after = entries_of(feed_of(project))
    assert len(after) == 3
    assert {id_: after[id_]["address"] for id_ in before} == {id_: before[id_]["address"] for id_ in before}


def test_renamed_files_of_a_book_and_a_renamed_book_keep_their_ids(project: Project) -> None:
    folder = project.folder / "serial"
    folder.mkdir()
    head, tail = STORY.split("Chapter 2: The Cellar")
    (folder / "gate.txt").write_text(head, encoding="utf-8")
    (folder / "stair.txt").write_text(f"Chapter 2: The Cellar{tail}", encoding="utf-8")
    assert project.run("make", "serial", "--engine", "tone").returncode == 0
    before = ids_in(project, "serial")
    (folder / "gate.txt").rename(folder / "1.txt")
    (folder / "stair.txt").rename(folder / "2.txt")
    assert project.run("make", "serial", "--engine", "tone").returncode == 0
    assert ids_in(project, "serial") == before
    folder.rename(project.folder / "saga")
    assert project.run("make", "saga", "--engine", "tone", "--book", "serial").returncode == 0
    assert ids_in(project, "serial") == before


def ids_in(project: Project, book: str) -> list[str]:
    workspace = Workspace(build_dir=project.folder / "build", voices_dir=project.folder / "voices")
    published = read_published_book(workspace.release_folder(book), workspace)
    return [chapter_guid(published, chapter) for chapter in published.chapters]
