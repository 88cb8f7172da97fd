"""A chapter of FanFiction.net as a browser saves it: the story is read, the page around it is not."""

from pathlib import Path

import pytest

from audiobook.model.manuscript import BlockKind
from audiobook.reading.reader import read_manuscript
from tests.reading.manuscripts import of_kind

_PAGE = """<!DOCTYPE html><html><head><title>The Lost Ferry Chapter 2: The Fog, a Gulls fanfic</title></head><body>
<div id="top"><a href="/">FanFiction</a> unleash your imagination</div><table><tr><td><div id="content_wrapper_inner">
<div id="pre_story_links">Books Gulls</div><div id="profile_top"><button>Follow/Fav</button><b class="xcontrast_txt">The
Lost Ferry</b><span>By:</span> <a class="xcontrast_txt" href="/u/12/adamoss">adamoss</a>
<div class="xcontrast_txt">A ferry is lost.</div><span class="xgray">Rated: K - English - Words: 20</span></div>
<span><select id="chap_select" title="Chapter Navigation"><option value="1">1. The Quay</option>
<option value="2" selected>{option}</option></select></span>
<div role="main" aria-label="story content"><div class="storytext xcontrast_txt nocopy" id="storytext">
<p>Maud waited.</p><p>“Late,” she said.</p><hr size="1" noshade><p>Nobody spoke.</p></div></div>
<div id="review">The author would like to thank you for your continued support.</div></div></td></tr></table>
</body></html>"""


@pytest.mark.parametrize(
    ("option", "title"),
    [("2. The Fog", "Chapter 2: The Fog"), ("2. Chapter 2", "Chapter 2"), ("2. Prologue", "Prologue")],
)
def test_a_saved_chapter(tmp_path: Path, option: str, title: str) -> None:
    path = tmp_path / "ferry.html"
    path.write_text(_PAGE.format(option=option), encoding="utf-8")
    manuscript = read_manuscript(path, book="ferry")
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == ["Maud waited.", "“Late,” she said.", "Nobody spoke."]
    (chapter,) = manuscript.chapters
    assert (chapter.title, chapter.unwritten_title) == (title, title)
    assert (manuscript.title, manuscript.author) == ("The Lost Ferry", "adamoss")
    assert "adamoss" in " ".join(of_kind(manuscript, BlockKind.NOTE))


def test_a_folder_of_saved_chapters(tmp_path: Path) -> None:
    for number, name in enumerate(("The Quay", "The Fog", "The Bay"), 1):
        page = _PAGE.format(option=f"{number}. {name}").replace("waited", f"waited for {name}")
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8")
    manuscript = read_manuscript(tmp_path, book="ferry")
    assert [chapter.title for chapter in manuscript.chapters] == [
        "Chapter 1: The Quay",
        "Chapter 2: The Fog",
        "Chapter 3: The Bay",
    ]
    assert manuscript.title == "The Lost Ferry"
