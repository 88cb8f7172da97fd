import io

import pytest
from PIL import Image

from audiobook.assembly.covers.drawing import draw_cover
from audiobook.assembly.covers.font import choose_wording

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
