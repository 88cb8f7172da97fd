"""The page of a check: whole in one file, readable without its pictures, and nothing in it is taken for HTML."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from audiobook.assembly.profiles import ACX
from audiobook.model.release import ReleasedLine
from audiobook.model.release_check import ReleaseCheck
from audiobook.publishing.check_page.picture import close_below, height_of, time_ticks
from audiobook.publishing.check_page.rendering import is_check_page, render_check_page
from audiobook.publishing.check_page.speakers import list_speakers
from tests.assembly.checking.releases import BOOK, check, release_book, release_chapter

VOID = frozenset({"meta", "img", "br", "link"})


class Page(HTMLParser):
    """Collects what is in a page, and fails if an element is not closed in its place."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def make_check(folder: Path, *, title: str = "The Gate", lines: tuple[ReleasedLine, ...] | None = None) -> ReleaseCheck:
    chapter = release_chapter(folder)
    chapter = replace(chapter, title=title, lines=chapter.lines if lines is None else lines)
    release = release_book(folder, chapter)
    files, verdict = check(release)
    return ReleaseCheck(release=release, files=files, verdicts=(verdict,))


def test_the_page_needs_nothing_else(tmp_path: Path) -> None:
    html = render_check_page(make_check(tmp_path)).decode()
    page = Page(html)
    assert page.all("script") == []
    assert page.all("link") == []
    assert re.findall(r"""(?:src|href)=["'](?!#|data:)""", html) == []
    assert "url(" not in html
    assert "@import" not in html


def test_figures_speakers_and_pictures_are_there(tmp_path: Path) -> None:
    page = Page(render_check_page(make_check(tmp_path)).decode())
    for told in ("podcast passes", "The Ferry Book", "A. Author", "narrator", "Mara", "digital silence", "2 lines"):
        assert told in page.text
    bars = page.all("rect")
    assert len(bars) == 2 + 3  # two lines; head, pause and tail
    assert [tag for tag, _ in page.tags].count("svg") == 3
    assert all(drawing.get("aria-label") for drawing in page.all("svg"))


def test_what_the_pictures_show_is_also_in_tables(tmp_path: Path) -> None:
    page = Page(render_check_page(make_check(tmp_path)).decode())
    for caption in ("Who speaks", "Loudest three seconds of each minute", "Longest pauses"):
        assert caption in page.text
    assert all(image.get("alt") is not None for image in page.all("img"))


def test_failures_are_told_in_words_with_what_to_do(tmp_path: Path) -> None:
    release = release_book(tmp_path)
    files, verdict = check(release, ACX)
    page = Page(render_check_page(ReleaseCheck(release=release, files=files, verdicts=(verdict,))).decode())
    assert "acx fails" in page.text
    assert "not as asked" in page.text
    assert "audiobook make SOURCE --profile acx" in page.text


def test_a_file_that_cannot_be_decoded_has_a_section_without_a_picture(tmp_path: Path) -> None:
    chapter = release_chapter(tmp_path, data=b"Once upon a time. " * 1000)
    release = release_book(tmp_path, chapter)
    files, verdict = check(release)
    page = Page(render_check_page(ReleaseCheck(release=release, files=files, verdicts=(verdict,))).decode())
    assert "could not be decoded" in page.text
    assert page.all("svg") == []


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"><b>', "]]>&amp;", "Die Fähre 🐉", "\udc80 half"])
def test_words_of_the_book_stay_words(tmp_path: Path, words: str) -> None:
    check_ = make_check(tmp_path)
    line = replace(check_.files[0].lines[0], text=words, speaker=words)
    release = replace(check_.release, tags=replace(BOOK, title=words, author=words))
    files = (replace(check_.files[0], title=words, lines=(line,)),)
    page = Page(render_check_page(replace(check_, release=release, files=files)).decode())
    assert page.all("script") == []
    assert words.replace("\udc80", "?") in page.text


def test_only_our_own_pages_are_known_as_such(tmp_path: Path) -> None:
    (tmp_path / "check.html").write_bytes(render_check_page(make_check(tmp_path / "book")))
    (tmp_path / "other.html").write_text("<!doctype html><title>Mine</title>")
    assert is_check_page(tmp_path / "check.html")
    assert not is_check_page(tmp_path / "other.html")
    assert not is_check_page(tmp_path / "gone.html")


def test_the_narrator_comes_first_and_the_others_by_what_they_say(tmp_path: Path) -> None:
    narrator, mara = list_speakers(make_check(tmp_path).files)
    assert (narrator.name, narrator.colour, narrator.seconds, narrator.lines) == ("narrator", 0, 4.0, 1)
    assert (mara.name, mara.colour, mara.seconds, mara.share) == ("Mara", 1, 6.0, 0.6)


def test_colours_begin_again_when_they_are_used_up(tmp_path: Path) -> None:
    line = make_check(tmp_path).files[0].lines[1]
    many = tuple(replace(line, speaker=f"Guest {number:02}") for number in range(20))
    speakers = list_speakers(make_check(tmp_path, lines=many).files)
    assert [speaker.colour for speaker in speakers] == [*range(1, 9), *range(1, 9), *range(1, 5)]


@pytest.mark.parametrize("length_s", [0.4, 3.0, 61.0, 600.0, 3600.0, 100_000.0])
def test_times_are_marked_often_enough_and_not_too_often(length_s: float) -> None:
    ticks = time_ticks(length_s)
    assert 1 <= len(ticks) <= 9
    assert ticks[0].label == "0:00"
    assert all(0.0 <= tick.percent <= 100.0 for tick in ticks)


def test_loudness_stays_inside_the_picture() -> None:
    assert [height_of(lufs) for lufs in (float("-inf"), -50.0, -12.0, 0.0)] == [100.0, 100.0, 0.0, 0.0]
    assert close_below("M0.0 5.0L9.0 7.0") == "M0.0 5.0L9.0 7.0L9.0 100L0.0 100Z"
