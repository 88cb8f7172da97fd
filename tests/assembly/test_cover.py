import io
from pathlib import Path

import pytest
from PIL import Image

from audiobook.assembly.cover import draw_cover, fit_cover
from audiobook.assembly.cover_font import choose_wording
from audiobook.errors import ManuscriptError

TITLES = ["Emma", "The Lantern Keeper", "Война и мир", "红楼梦 🐉", "", "\ud800\x00", "x" * 300, "word " * 80]


def opened(jpeg: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(jpeg))
    assert picture.format == "JPEG"
    return picture


@pytest.mark.parametrize("title", TITLES)
def test_any_title_gives_a_square_cover(title: str) -> None:
    assert opened(draw_cover(title, title)).size == (1600, 1600)


def test_same_book_gets_the_same_cover_and_another_book_another() -> None:
    assert draw_cover("Emma", "Jane Austen") == draw_cover("Emma", "Jane Austen")
    assert draw_cover("Emma", "Jane Austen") != draw_cover("Emma", "Somebody Else")
    assert draw_cover("Emma", "Jane Austen") != draw_cover("Persuasion", "Jane Austen")


def test_words_are_drawn_in_the_upper_part() -> None:
    with_words, without = opened(draw_cover("Emma", "Jane Austen")), opened(draw_cover("Emma", ""))
    assert with_words.crop((0, 0, 1600, 900)).tobytes() != without.crop((0, 0, 1600, 900)).tobytes()


def test_plain_titles_use_the_font_that_is_the_same_everywhere() -> None:
    assert choose_wording("The “Lantern” Keeper\n").font_name == ""
    assert choose_wording("The “Lantern” Keeper\n").text == "The “Lantern” Keeper"


def test_characters_no_font_has_are_left_out() -> None:
    assert choose_wording("Emma \U000f0000\x00\ud800").text == "Emma"


def save(path: Path, size: tuple[int, int], **options: object) -> Path:
    Image.new("RGB", size, "#335577").save(path, **options)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize(
    ("size", "side"),
    [((600, 800), 1400), ((1500, 2000), 2000), ((9000, 30), 3000), ((1400, 1400), 1400), ((1, 1), 1400)],
)
def test_given_picture_becomes_square_and_of_a_size_that_players_take(
    size: tuple[int, int], side: int, tmp_path: Path
) -> None:
    assert opened(fit_cover(save(tmp_path / "mine.png", size))).size == (side, side)


def test_given_picture_is_padded_in_its_own_colour_and_not_cropped(tmp_path: Path) -> None:
    picture = Image.new("RGB", (900, 1200), "#335577")
    picture.paste("#ffffff", (100, 0, 800, 1200))
    picture.save(tmp_path / "mine.png")
    fitted = opened(fit_cover(tmp_path / "mine.png")).convert("RGB")
    row = [fitted.getpixel((x, 700)) for x in (5, 700, 1395)]
    assert all(isinstance(pixel, tuple) for pixel in row)
    assert row[1] == (255, 255, 255)
    column = [fitted.getpixel((700, y)) for y in (2, 1397)]
    assert column == [(255, 255, 255)] * 2


@pytest.mark.parametrize("mode", ["RGBA", "L", "P", "CMYK", "I;16", "1", "LA"])
def test_picture_of_any_kind_is_taken(mode: str, tmp_path: Path) -> None:
    path = tmp_path / ("mine.tiff" if mode == "CMYK" else "mine.png")
    Image.new(mode, (300, 300)).save(path)
    assert opened(fit_cover(path)).mode == "RGB"


def test_picture_lying_on_its_side_is_turned(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    save(tmp_path / "mine.jpg", (1400, 700), exif=exif)
    fitted = opened(fit_cover(tmp_path / "mine.jpg")).convert("RGB")
    assert fitted.size == (1400, 1400)


@pytest.mark.parametrize("content", [b"", b"no picture at all", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_broken_picture_is_named(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mine.png"
    path.write_bytes(content)
    with pytest.raises(ManuscriptError, match=r"mine\.png"):
        fit_cover(path)


def test_truncated_picture_is_named(tmp_path: Path) -> None:
    path = save(tmp_path / "mine.jpg", (500, 500))
    path.write_bytes(path.read_bytes()[:700])
    with pytest.raises(ManuscriptError, match=r"mine\.jpg"):
        fit_cover(path)


def test_missing_picture_is_named(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match=r"mine\.png"):
        fit_cover(tmp_path / "mine.png")
