"""Stories copied from an archive's page, or saved, as plain text: the story is read, the page's lines are not."""

from pathlib import Path

from audiobook.model.manuscript import BlockKind, Manuscript
from audiobook.reading.reader import read_manuscript
from tests.reading.manuscripts import of_kind

_COPIED = """\
Books » Gulls »
The Lost Ferry
By: adamoss
A ferry is lost.
Rated: Fiction K+ - English - Humor - Maud, Tom - Chapters: 3 - Words: 2,311 - Favs: 10 - id: 88
< Prev 2. The Fog Next >
Maud waited. Nobody came.

Next, she rang the bell.
"""
_FIELDS = """\
The Lost Ferry

by adamoss

Category: Gulls
Language: English
Status: Completed
Rating: K
Words: 2,311

Maud waited. Nobody came.

Next, she rang the bell.
"""


def read(folder: Path, text: str) -> Manuscript:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return read_manuscript(folder / "a.txt", book="a")


def test_a_page_copied_whole(tmp_path: Path) -> None:
    manuscript = read(tmp_path, _COPIED)
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == ["Maud waited. Nobody came.", "Next, she rang the bell."]
    assert (manuscript.title, manuscript.author) == ("The Lost Ferry", "adamoss")


def test_a_list_of_fields_below_title_and_pen_name(tmp_path: Path) -> None:
    manuscript = read(tmp_path, _FIELDS)
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == ["Maud waited. Nobody came.", "Next, she rang the bell."]
    assert (manuscript.title, manuscript.author, manuscript.language) == ("The Lost Ferry", "adamoss", "en")


def test_a_story_that_talks_of_ratings_is_spoken(tmp_path: Path) -> None:
    story = "Maud read the notice.\n\nRated: unfit for the sea. Words: none of hers.\n\nStatus: sunk, she thought.\n"
    assert len(of_kind(read(tmp_path, story), BlockKind.PARAGRAPH)) >= 2
