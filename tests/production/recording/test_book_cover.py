"""The cover of a book whose manuscript holds one."""

import io
from pathlib import Path

import pytest
from PIL import Image

from audiobook.errors import CastError, UsageError
from audiobook.production.books import open_book
from audiobook.production.recording.book_cover import make_cover
from audiobook.production.recording.metadata import NamedCover
from audiobook.workspace.paths import Workspace
from tests.reading.epub.epub_files import EpubFile


def cover_of(folder: Path, picture: bytes, *, title: str = "The Ferry", named: NamedCover | None = None) -> Image.Image:
    manifest = '<item id="pic" href="cover.png" media-type="image/png" properties="cover-image"/>'
    book = EpubFile(pages=[("a", "<p>Maud.</p>")], manifest=manifest, extra={"OEBPS/cover.png": picture})
    workspace = Workspace(build_dir=folder / "build", voices_dir=folder / "voices")
    opened = open_book(book.write(folder), workspace)
    return Image.open(io.BytesIO(make_cover(opened, title=title, author="Ada Moss", named=named)))


def named_by_option(path: Path) -> NamedCover:
    return NamedCover(path=path, named_by="--cover", error=UsageError)


def png(colour: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (1400, 1400), colour).save(buffer, "PNG")
    return buffer.getvalue()


def colour_of(cover: Image.Image) -> tuple[int, ...]:
    pixel = cover.getpixel((700, 700))
    assert isinstance(pixel, tuple)
    return tuple(round(channel / 255) for channel in pixel)


def test_cover_inside_an_epub_is_the_books(tmp_path: Path) -> None:
    assert colour_of(cover_of(tmp_path, png("red"))) == (1, 0, 0)


def test_a_persons_own_picture_wins(tmp_path: Path) -> None:
    own = tmp_path / "own.png"
    own.write_bytes(png("blue"))
    assert colour_of(cover_of(tmp_path, png("red"), named=named_by_option(own))) == (0, 0, 1)


def test_broken_cover_inside_an_epub_gives_way_to_a_drawn_one(tmp_path: Path) -> None:
    assert cover_of(tmp_path, png("red")[:60]).size[0] >= 1400


def test_the_cover_drawn_in_place_of_a_broken_one_says_the_title_of_today(tmp_path: Path) -> None:
    before = cover_of(tmp_path, png("red")[:60])
    after = cover_of(tmp_path, png("red")[:60], title="The Harbour")
    assert before.tobytes() != after.tobytes()


def test_a_named_cover_that_is_no_picture_is_told_with_who_names_it(tmp_path: Path) -> None:
    own = tmp_path / "own.png"
    own.write_bytes(b"no picture")
    named = NamedCover(path=own, named_by="voices/story.toml:3", error=CastError)
    with pytest.raises(CastError, match=r"voices/story\.toml:3: .*own\.png: this cover cannot be read") as caught:
        cover_of(tmp_path, png("red"), named=named)
    assert "JPEG or PNG" in (caught.value.hint or "")
