import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from audiobook.errors import OutputError, UsageError
from audiobook.model.release import ExtraKind, Release, ReleasedExtra
from audiobook.publishing.bookshelf import gather_book, site_folder
from audiobook.publishing.feed import podcast_feed
from audiobook.publishing.pages.rendering import make_pages
from audiobook.publishing.site import list_resources
from tests.publishing.building import make_book, make_identity, make_release

BASE = "http://127.0.0.1:8765/"


def no_pages(books: object, base_url: str) -> tuple[()]:
    return ()


def test_every_file_has_a_path_that_needs_no_escaping(tmp_path: Path) -> None:
    book = make_book(tmp_path / "ferry", ("Who's “there”?", "#2 & 100 %"))
    resources = list_resources([book], base_url=BASE, pages=no_pages)
    assert all(
        path.isascii() and path.replace("/", "").replace("-", "").replace(".", "").isalnum() for path in resources
    )
    assert {path.rsplit("/", 1)[-1] for path in resources} == {
        "01-Chapter-1.mp3", "01-Chapter-1.vtt", "01-Chapter-1.json", "01-Chapter-1.chapters.json",
        "02-Chapter-2.mp3", "02-Chapter-2.vtt", "02-Chapter-2.json", "02-Chapter-2.chapters.json",
        "cover.jpg", "feed.xml",
    }  # fmt: skip


def test_a_versioned_path_changes_with_its_content_and_no_other_does(tmp_path: Path) -> None:
    release = make_release(tmp_path / "ferry")
    before = list_resources([gather_book(release, make_identity(release))], base_url=BASE, pages=no_pages)
    (tmp_path / "ferry" / "01 - Chapter 1.vtt").write_text("WEBVTT\n", encoding="utf-8")
    after = list_resources([gather_book(release, make_identity(release))], base_url=BASE, pages=no_pages)
    gone, new = set(before) - set(after), set(after) - set(before)
    assert [path.rsplit("/", 1)[-1] for path in (*gone, *new)] == ["01-Chapter-1.vtt"] * 2


def test_new_tags_change_a_chapters_content_and_not_its_address(tmp_path: Path) -> None:
    release = make_release(tmp_path / "ferry")
    before = gather_book(release, make_identity(release)).chapters[0].audio
    with (tmp_path / "ferry" / "01 - Chapter 1.mp3").open("ab") as file:
        file.write(b"new tags")
    retagged = replace(release.chapters[0], sha256="0" * 64, size_bytes=release.chapters[0].size_bytes + 8)
    release = replace(release, chapters=(retagged, *release.chapters[1:]))
    after = gather_book(release, make_identity(release)).chapters[0].audio
    assert (after.path, after.is_versioned) == (before.path, False)
    assert after.sha256 != before.sha256


def test_two_books_never_share_a_path(tmp_path: Path) -> None:
    books = [make_book(tmp_path / "a"), make_book(tmp_path / "b")]
    both = list_resources(books, base_url=BASE, pages=no_pages)
    assert len(both) == sum(len(list_resources([book], base_url=BASE, pages=no_pages)) for book in books)


def test_two_books_of_one_name_or_one_id_are_refused(tmp_path: Path) -> None:
    one, other = make_book(tmp_path / "a" / "ferry"), make_book(tmp_path / "b" / "ferry")
    with pytest.raises(UsageError, match="both the book 'ferry'"):
        list_resources([one, other], base_url=BASE, pages=no_pages)
    with pytest.raises(UsageError, match="same id"):
        list_resources([one, replace(other, folder="other")], base_url=BASE, pages=no_pages)


def test_a_name_that_ascii_cannot_spell_still_has_a_folder_of_its_own() -> None:
    assert site_folder("the-bear-2") == "the-bear-2"
    assert site_folder("паром").startswith("book-")
    assert site_folder("паром") != site_folder("поезд")
    assert site_folder("die-fähre").startswith("die-f-hre-")


@pytest.mark.parametrize("suffix", [".mp3", ".vtt", ".json"])
def test_a_missing_file_is_named_with_what_mends_it(tmp_path: Path, suffix: str) -> None:
    release = make_release(tmp_path / "ferry")
    (tmp_path / "ferry" / f"02 - Chapter 2{suffix}").unlink()
    with pytest.raises(OutputError, match=f"Chapter 2{suffix}: is missing") as caught:
        gather_book(release, make_identity(release))
    assert "audiobook make" in str(caught.value.hint)


def test_a_chapter_of_another_size_than_was_made_is_not_published(tmp_path: Path) -> None:
    release = make_release(tmp_path / "ferry")
    with (tmp_path / "ferry" / "01 - Chapter 1.mp3").open("ab") as file:
        file.write(b"more")
    with pytest.raises(OutputError, match="not the file that was made"):
        gather_book(release, make_identity(release))


def test_of_a_chapter_that_is_listed_twice_the_newer_file_is_published(tmp_path: Path) -> None:
    release = make_release(tmp_path / "ferry", ("One", "Two", "Three"))
    known = make_identity(release)
    moved = replace(release.chapters[2], id="c2", number=3)
    cut_short = replace(release, chapters=(*release.chapters[:2], moved))
    chapters = (known.chapters[0], replace(known.chapters[1], number=3))
    book = gather_book(cut_short, replace(known, chapters=chapters))
    assert [(chapter.identity.id, chapter.released.number) for chapter in book.chapters] == [("c1", 1), ("c2", 3)]


def test_a_chapter_without_an_id_is_not_published(tmp_path: Path) -> None:
    release = make_release(tmp_path / "ferry")
    known = make_identity(release)
    with pytest.raises(OutputError, match="does not know this chapter"):
        gather_book(release, replace(known, chapters=known.chapters[:1]))


def with_m4b(folder: Path) -> Release:
    release = make_release(folder)
    whole = b"all of the book" * 100
    (folder / "The Ferry.m4b").write_bytes(whole)
    extra = ReleasedExtra(
        kind=ExtraKind.M4B,
        file="The Ferry.m4b",
        length_samples=1,
        rate_hz=22050,
        size_bytes=len(whole),
        sha256=hashlib.sha256(whole).hexdigest(),
        key="0123456789abcdef",
    )
    return replace(release, extras=(extra,))


def test_the_whole_book_in_one_file_is_offered_where_there_is_one(tmp_path: Path) -> None:
    release = with_m4b(tmp_path / "ferry")
    book = gather_book(release, make_identity(release))
    resources = list_resources([book], base_url=BASE, pages=make_pages)
    whole = resources["ferry/0123456789ab/The-Ferry.m4b"]
    assert (whole.media_type, whole.size_bytes) == ("audio/mp4", 1500)
    page = resources["ferry/index.html"].content
    assert isinstance(page, bytes)
    assert b'href="../ferry/0123456789ab/The-Ferry.m4b"' in page
    assert b".m4b" not in podcast_feed(book, base_url=BASE)


def test_a_whole_file_that_is_not_as_it_was_made_is_left_out(tmp_path: Path) -> None:
    release = with_m4b(tmp_path / "ferry")
    (tmp_path / "ferry" / "The Ferry.m4b").write_bytes(b"half of it")
    assert gather_book(release, make_identity(release)).whole is None
    (tmp_path / "ferry" / "The Ferry.m4b").unlink()
    book = gather_book(release, make_identity(release))
    page = list_resources([book], base_url=BASE, pages=make_pages)["ferry/index.html"].content
    assert isinstance(page, bytes)
    assert b"in one" not in page
