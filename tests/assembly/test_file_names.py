import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiobook.assembly.file_names import book_file_name, chapter_file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Ferry", "02 - The Ferry.mp3"),
        ("Chapter IV: The Ferry", "02 - Chapter IV - The Ferry.mp3"),
        ("“Who’s there?” — Ångström’s café", "02 - Who's there - Angstrom's cafe.mp3"),
        ("Straße & Œuvre", "02 - Strasse and OEuvre.mp3"),
        ("AC/DC\\x: <a>*|?", "02 - AC - DC - x - a.mp3"),
        ("Глава первая", "02 - Chapter 2.mp3"),
        ("红楼梦 🐉", "02 - Chapter 2.mp3"),
        ("...", "02 - Chapter 2.mp3"),
        ("The end...", "02 - The end.mp3"),
        ("Two\nlines\tand\x00more", "02 - Two lines andmore.mp3"),
    ],
)
def test_title_is_spelt_in_ascii(title: str, name: str) -> None:
    assert chapter_file_name(2, title, total=9) == name


def test_names_sort_in_reading_order_in_a_book_of_a_hundred_chapters() -> None:
    names = [chapter_file_name(number, "The Ferry", total=100) for number in range(1, 101)]
    assert names == sorted(names)
    assert names[0] == "001 - The Ferry.mp3"


def test_long_title_is_cut_between_words() -> None:
    assert chapter_file_name(1, "word " * 60, total=9) == f"01 - {'word ' * 22}".rstrip() + ".mp3"


@given(st.text(max_size=400), st.integers(1, 12000), st.integers(1, 12000))
def test_every_title_gives_a_name_legal_everywhere(title: str, number: int, total: int) -> None:
    name = chapter_file_name(number, title, total=total)
    assert re.fullmatch(r"[A-Za-z0-9 !#'()+,.\-=@_]+", name)
    assert len(name) <= 125
    assert not name.removesuffix(".mp3").endswith((" ", "."))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Ferry Book", "The Ferry Book.m4b"),
        ("Война и мир", "Audiobook.m4b"),
        ("", "Audiobook.m4b"),
        ("CON", "Audiobook.m4b"),
        ("Lpt1.txt", "Audiobook.m4b"),
        ("Console", "Console.m4b"),
        ("Wait...", "Wait.m4b"),
        ("The Bear at ¼ to 8: Медведь, 熊", "The Bear at 1-4 to 8.m4b"),
        ("Bear, 熊, and Duchess", "Bear, and Duchess.m4b"),
    ],
)
def test_book_is_named_after_its_title(title: str, name: str) -> None:
    assert book_file_name(title, suffix=".m4b") == name


def test_book_never_takes_the_name_of_a_chapter() -> None:
    name = book_file_name("01 - The Gate", suffix=".mp3", taken=["01 - THE GATE.mp3", "02 - The Cellar.mp3"])
    assert name == "01 - The Gate - whole book.mp3"


@given(st.text(max_size=400))
def test_every_title_gives_a_books_name_legal_everywhere(title: str) -> None:
    name = book_file_name(title, suffix=".m4b")
    assert re.fullmatch(r"[A-Za-z0-9 !#'()+,.\-=@_]+\.m4b", name)
    assert len(name) <= 125
    assert name == name.strip()


def test_book_in_other_letters_is_named_as_its_folder_is() -> None:
    assert book_file_name("Война и мир", suffix=".m4b", otherwise="война-и-мир") == "война-и-мир.m4b"
