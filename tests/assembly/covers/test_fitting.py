import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageCms

from audiobook.assembly.covers.fitting import MOST_MEGAPIXELS, fit_cover
from audiobook.assembly.covers.jpeg import MOST_BYTES
from audiobook.errors import ManuscriptError


def opened(jpeg: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(jpeg))
    assert (picture.format, picture.mode) == ("JPEG", "RGB")
    return picture


def colour_at(picture: Image.Image, x: int, y: int) -> tuple[int, ...]:
    pixel = picture.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return tuple(round(channel) for channel in pixel)


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


GREY = np.tile(np.linspace(0.0, 1.0, 1500), (1500, 1))


@pytest.mark.parametrize(
    ("pixels", "suffix"),
    [
        ((GREY * 65535).astype(np.uint16), ".png"),
        ((GREY * 65535).astype(np.uint16), ".tiff"),
        ((GREY * 65535).astype(np.int32), ".tiff"),
        (GREY.astype(np.float32), ".tiff"),
    ],
    ids=["16 bits, PNG", "16 bits, TIFF", "32 bits", "fractions"],
)
def test_picture_of_more_than_eight_bits_keeps_its_shades(
    pixels: npt.NDArray[np.uint16], suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"mine{suffix}"
    Image.fromarray(pixels).save(path)
    fitted = opened(fit_cover(path))
    assert [colour_at(fitted, x, 700)[0] for x in (0, 750, 1499)] == pytest.approx([0, 127, 254], abs=3)


def test_ink_of_a_printed_picture_becomes_light(tmp_path: Path) -> None:
    Image.new("CMYK", (1500, 1500), (0, 255, 255, 0)).save(tmp_path / "mine.jpg")
    assert colour_at(opened(fit_cover(tmp_path / "mine.jpg")), 700, 700) == pytest.approx((254, 0, 0), abs=3)


def test_what_shines_through_becomes_white(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (1500, 1500), (0, 0, 0, 0))
    picture.paste((200, 30, 30, 255), (0, 0, 750, 1500))
    picture.save(tmp_path / "mine.webp", lossless=True)
    fitted = opened(fit_cover(tmp_path / "mine.webp"))
    assert colour_at(fitted, 300, 700) == pytest.approx((200, 30, 30), abs=4)
    assert colour_at(fitted, 1200, 700) == pytest.approx((255, 255, 255), abs=2)


def test_picture_with_colours_of_its_own_is_turned_into_those_of_a_screen(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    save(tmp_path / "mine.jpg", (1500, 1500), icc_profile=profile)
    save(tmp_path / "odd.jpg", (1500, 1500), icc_profile=b"nonsense" * 30)
    for name in ("mine.jpg", "odd.jpg"):
        fitted = opened(fit_cover(tmp_path / name))
        assert colour_at(fitted, 700, 700) == pytest.approx((0x33, 0x55, 0x77), abs=4)
        assert "icc_profile" not in fitted.info


def test_first_picture_of_a_moving_one_is_taken(tmp_path: Path) -> None:
    frames = [Image.new("P", (300, 300), colour) for colour in (1, 2)]
    frames[0].save(tmp_path / "mine.gif", save_all=True, append_images=frames[1:])
    assert opened(fit_cover(tmp_path / "mine.gif")).size == (1400, 1400)


def test_cover_stays_small_whatever_is_on_it(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (3000, 3000, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "mine.png", compress_level=0)
    cover = fit_cover(tmp_path / "mine.png")
    assert len(cover) <= MOST_BYTES
    assert opened(cover).size == (1400, 1400)


def test_very_large_picture_becomes_small_and_an_absurd_one_is_refused(tmp_path: Path) -> None:
    Image.new("L", (10_000, 4_000), 77).save(tmp_path / "large.png")
    assert opened(fit_cover(tmp_path / "large.png")).size == (3000, 3000)
    Image.new("1", (20_000, 20_000)).save(tmp_path / "bomb.png")
    with pytest.raises(ManuscriptError, match=rf"bomb\.png: this cover has more than {MOST_MEGAPIXELS} megapixels"):
        fit_cover(tmp_path / "bomb.png")


@pytest.mark.parametrize("content", ["<svg xmlns='http://www.w3.org/2000/svg'/>", '\ufeff<?xml version="1.0"?><svg/>'])
def test_drawing_is_refused_by_that_name(content: str, tmp_path: Path) -> None:
    (tmp_path / "mine.png").write_text(content, encoding="utf-8")
    with pytest.raises(ManuscriptError, match="drawing"):
        fit_cover(tmp_path / "mine.png")


def test_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "mine.png").mkdir()
    with pytest.raises(ManuscriptError, match=r"mine\.png"):
        fit_cover(tmp_path / "mine.png")
