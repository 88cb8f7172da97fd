"""From a path to a manuscript: titles, several sources, labelled scripts, what cannot be read."""

import os
import sys
from pathlib import Path

import pytest

from audiobook.errors import ManuscriptError
from audiobook.model.manuscript import SourceFormat
from audiobook.reading.reader import read_manuscript
from tests.reading.manuscripts import read_text, shown, titles, write_book

_LONG = " ".join(["Maud waited for the ferry."] * 40)


def test_text_without_headings_is_one_chapter_with_nothing_spoken_for_a_heading(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, "Maud waited.\n\nNothing came.\n")
    assert titles(manuscript) == ["Chapter 1"]
    assert shown(manuscript) == [("paragraph", "Maud waited."), ("paragraph", "Nothing came.")]


def test_book_is_named_after_its_file_if_the_text_does_not_say(tmp_path: Path) -> None:
    assert read_text(tmp_path, "Maud waited.").title == "The Lost Ferry"
    assert read_text(tmp_path, "Maud waited.", name="TheLostFerry.txt").title == "The Lost Ferry"


def test_folder_is_one_book_with_chapters_counted_through(tmp_path: Path) -> None:
    folder = tmp_path / "lost ferry"
    folder.mkdir()
    write_book(folder, "Maud waited.", name="1.txt")
    write_book(folder, "Chapter 2\n\nIt rained.\n\nChapter 3\n\nIt stopped.", name="2.txt")
    write_book(folder, "# Home\n\nMaud slept.", name="10.md")
    manuscript = read_manuscript(folder, book="lost-ferry")
    assert manuscript.title == "Lost Ferry"
    assert [source.name for source in manuscript.sources] == ["1.txt", "2.txt", "10.md"]
    assert titles(manuscript) == ["Chapter 1", "Chapter 2", "Chapter 3", "Home"]
    assert [chapter.number for chapter in manuscript.chapters] == [1, 2, 3, 4]


def test_equal_chapter_titles_are_told_apart(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, "Chapter 1\n\nRain.\n\nInterlude\n\nFog.\n\nInterlude\n\nSun.")
    assert titles(manuscript) == ["Chapter 1", "Interlude", "Interlude (2)"]


def test_no_chapter_is_called_what_the_book_is_called(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, "# The Ferry\n\nMaud waited.\n", name="ferry.md")
    assert (manuscript.title, titles(manuscript)) == ("The Ferry", ["Chapter 1"])
    assert shown(manuscript)[0] == ("heading", "# The Ferry")


def test_chapters_counted_anew_in_each_volume_carry_its_name(tmp_path: Path) -> None:
    text = "VOLUME I\n\nCHAPTER I\n\nRain.\n\nCHAPTER II\n\nFog.\n\nVOLUME II\n\nCHAPTER I\n\nSun.\n"
    expected = ["Volume I, Chapter I", "Chapter II", "Volume II, Chapter I"]
    assert titles(read_text(tmp_path, text)) == expected


def test_long_opening_before_the_authors_chapter_one_is_its_own_chapter(tmp_path: Path) -> None:
    sentence = "Maud waited for the ferry and counted gulls. "
    text = f"{sentence * 30}\n\nChapter 1\n\nRain.\n\nChapter 2\n\nFog."
    assert titles(read_text(tmp_path, text)) == ["Opening", "Chapter 1", "Chapter 2"]


def test_unmarked_first_chapter_before_chapter_two_is_chapter_one(tmp_path: Path) -> None:
    sentence = "Maud waited for the ferry and counted gulls. "
    assert titles(read_text(tmp_path, f"{sentence * 30}\n\nChapter 2\n\nRain.")) == ["Chapter 1", "Chapter 2"]


def test_labelled_script_is_handed_on_as_it_is(tmp_path: Path) -> None:
    text = "audiobook-script 1 ferry\r\n\r\nnarrator: Maud waited.\r\n"
    manuscript = read_text(tmp_path, "\ufeff" + text)
    assert manuscript.chapters == ()
    assert manuscript.sources[0].format is SourceFormat.LABELLED
    assert manuscript.sources[0].text == text


def test_labelled_script_among_chapters_is_refused(tmp_path: Path) -> None:
    write_book(tmp_path, "audiobook-script 1 ferry\n", name="1.txt")
    write_book(tmp_path, "Maud waited.", name="2.txt")
    with pytest.raises(ManuscriptError, match=r"1\.txt"):
        read_manuscript(tmp_path, book="ferry")


def test_offsets_count_code_points_of_the_decoded_text(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, "\ufeff🦆 “Maud”\r\n\r\nleft 🦆.\r\n")
    blocks = manuscript.chapters[0].blocks
    assert [(block.start, block.end) for block in blocks] == [(0, 8), (12, 19)]


def test_missing_path_is_a_manuscript_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match="no such file") as caught:
        read_manuscript(tmp_path / "gone.txt", book="gone")
    assert caught.value.hint


@pytest.mark.parametrize("name", ["story.pdf", "story.rtf", "story.mobi"])
def test_unsupported_kind_of_file_is_named_with_the_supported_ones(tmp_path: Path, name: str) -> None:
    path = write_book(tmp_path, "Maud waited.", name=name)
    with pytest.raises(ManuscriptError, match="cannot be read") as caught:
        read_manuscript(path, book="story")
    assert ".md" in (caught.value.hint or "")


def test_file_named_without_extension_is_read_as_plain_text(tmp_path: Path) -> None:
    assert shown(read_text(tmp_path, "Maud waited.", name="story")) == [("paragraph", "Maud waited.")]


def test_error_in_one_file_of_a_folder_names_that_file(tmp_path: Path) -> None:
    write_book(tmp_path, "Maud waited.", name="1.txt")
    write_book(tmp_path, b"", name="2.txt")
    with pytest.raises(ManuscriptError, match=r"2\.txt: the file is empty"):
        read_manuscript(tmp_path, book="ferry")


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="permission bits bind neither root nor Windows",
)
def test_unreadable_file_is_a_manuscript_error(tmp_path: Path) -> None:
    path = write_book(tmp_path, "Maud waited.")
    path.chmod(0)
    with pytest.raises(ManuscriptError, match="cannot be read"):
        read_manuscript(path, book="ferry")
