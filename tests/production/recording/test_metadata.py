from pathlib import Path

import pytest

from audiobook.errors import AudiobookError, CastError, UsageError
from audiobook.model.cast import BookDetails, Cast
from audiobook.model.script import Script
from audiobook.production.books import Book, open_book
from audiobook.production.recording.metadata import (
    Metadata,
    NamedCover,
    as_tags,
    read_metadata,
    require_one_book,
    understand_wishes,
)
from audiobook.workspace.paths import Workspace

SCRIPT = Script(
    book="story", title="Found", author="Found Author", language="en", chapters=(), segments=(), characters=()
)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    (tmp_path / "story.txt").write_text("A story.", encoding="utf-8")
    workspace = Workspace(build_dir=tmp_path / "build", voices_dir=tmp_path / "project" / "voices")
    return open_book(tmp_path / "story.txt", workspace)


def read(book: Book, *, asked: BookDetails | None = None, cast: BookDetails | None = None, file: str = "") -> Metadata:
    book.details_path.write_text(file, encoding="utf-8")
    return read_metadata(book, SCRIPT, Cast(book=cast or BookDetails()), asked or BookDetails())


def test_manuscript_is_believed_where_nobody_says_more(book: Book) -> None:
    details = read(book).details
    assert (details.title, details.author, details.language) == ("Found", "Found Author", "en")


def test_option_wins_over_cast_file_and_that_over_book_file(book: Book) -> None:
    file = 'title = "Third"\nauthor = "Third"\ngenre = "Third"\nyear = 3'
    cast = BookDetails(title="Second", author="Second", genre="Second")
    details = read(book, asked=BookDetails(title="First"), cast=cast, file=file).details
    assert (details.title, details.author, details.genre, details.year) == ("First", "Second", "Second", "3")


def test_what_the_program_wrote_into_the_cast_file_itself_decides_nothing(book: Book) -> None:
    cast = BookDetails(title="Found", author="Found Author")
    details = read(book, cast=cast, file='title = "Chosen"').details
    assert (details.title, details.author) == ("Chosen", "Found Author")


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        (BookDetails(year="abc"), '--year "abc" is no year'),
        (BookDetails(year="99999"), '--year "99999" is no year'),
        (BookDetails(language="klingon"), '--language "klingon" is no language'),
    ],
)
def test_options_that_no_tag_can_hold_are_refused(asked: BookDetails, fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        understand_wishes(asked)


@pytest.mark.parametrize(("asked", "tag"), [("en_gb", "en-GB"), ("ger", "de"), ("French", "fr"), ("grc", "grc")])
def test_a_language_becomes_the_tag_it_means(asked: str, tag: str) -> None:
    assert understand_wishes(BookDetails(language=asked, year="March 1994")) == BookDetails(
        language=tag, year="March 1994"
    )


def test_a_part_of_no_series_is_refused(book: Book) -> None:
    with pytest.raises(UsageError, match="--part 2 belongs to no series"):
        read(book, asked=BookDetails(series_part="2"))


def test_a_part_of_a_series_that_the_book_file_names_is_taken(book: Book) -> None:
    details = read(book, asked=BookDetails(series_part="2", year="1994"), file='series = "Tales"').details
    assert (details.series, details.series_part, details.year) == ("Tales", "2", "1994")


def test_blank_text_says_nothing(book: Book) -> None:
    assert read(book, cast=BookDetails(title=" "), file='author = ""').details.title == "Found"


def test_folder_has_its_book_file_within_and_a_file_has_it_beside(tmp_path: Path) -> None:
    workspace = Workspace(build_dir=tmp_path / "build", voices_dir=tmp_path / "voices")
    (tmp_path / "tale").mkdir()
    (tmp_path / "tale.txt").write_text("A tale.", encoding="utf-8")
    assert open_book(tmp_path / "tale", workspace).details_path == tmp_path / "tale" / "book.toml"
    assert open_book(tmp_path / "tale.txt", workspace).details_path == tmp_path / "tale.book.toml"


def test_cover_is_looked_for_where_whoever_names_it_would_look(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    places = {"option.png": here, "project.png": tmp_path / "project", "beside.png": tmp_path}
    for name, folder in places.items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"picture")
    assert read(book).cover is None
    assert path_of(read(book, file='cover = "beside.png"').cover) == tmp_path / "beside.png"
    in_project = read(book, cast=cover_in_cast(book, "project.png")).cover
    assert path_of(in_project) == tmp_path / "project" / "project.png"
    assert path_of(read(book, asked=BookDetails(cover="option.png")).cover) == Path("option.png")


def path_of(cover: NamedCover | None) -> Path | None:
    return None if cover is None else cover.path


def cover_in_cast(book: Book, name: str) -> BookDetails:
    """Write a cast file whose third line names a cover, and give what it says."""
    book.cast_path.parent.mkdir(parents=True, exist_ok=True)
    book.cast_path.write_text(f'[book]\n\ncover = "{name}"\n', encoding="utf-8")
    return BookDetails(cover=name)


@pytest.mark.parametrize(
    ("asked", "cast", "file", "error", "message"),
    [
        ("gone.png", None, "", UsageError, r"--cover: the cover gone\.png is not there"),
        (None, "gone.png", "", CastError, r"story\.toml:3: the cover gone\.png is not there"),
        (None, None, 'cover = "gone.png"', CastError, r"story\.book\.toml:1: the cover gone\.png is not there"),
    ],
)
def test_missing_cover_is_named_with_who_named_it(
    asked: str | None, cast: str | None, file: str, error: type[AudiobookError], message: str, book: Book
) -> None:
    with pytest.raises(error, match=message):
        read(book, asked=BookDetails(cover=asked), cast=cover_in_cast(book, cast) if cast else None, file=file)


def test_tags_name_the_voices_and_admit_that_the_author_is_unknown() -> None:
    tags = as_tags(BookDetails(title="T", language="en", genre="Fantasy"), ("ada", "mary-ann"))
    assert (tags.title, tags.author, tags.voices, tags.genre) == ("T", "Unknown author", ("Ada", "Mary Ann"), "Fantasy")


def test_title_is_for_one_book_and_an_author_for_any_number() -> None:
    sources = (Path("a.txt"), Path("b.txt"))
    require_one_book(BookDetails(title="T"), sources[:1])
    require_one_book(BookDetails(author="A", series="S"), sources)
    with pytest.raises(UsageError, match="--title belongs to one book, but 2 are to be made"):
        require_one_book(BookDetails(title="T"), sources)
