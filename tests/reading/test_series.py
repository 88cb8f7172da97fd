from pathlib import Path

import pytest

from audiobook.reading.reader import read_manuscript
from audiobook.reading.series import read_series
from tests.reading.epub.epub_files import EpubFile


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Part 2 of Fogs", ("Fogs", "2")),
        ("Part 2 of Fogs, Part 1 of Gulls", ("Fogs", "2")),
        ("The Fogs [4]", ("The Fogs", "4")),
        ("The Fogs [1.50]", ("The Fogs", "1.50")),
        ("Fogs #3", ("Fogs", "3")),
        ("Fogs, Book 2", ("Fogs", "2")),
        ("Fogs (Book 2)", ("Fogs", "2")),
        ("The Fogs of 1912", ("The Fogs of 1912", None)),
        ("Book 2", ("Book 2", None)),
        (" ", (None, None)),
    ],
)
def test_series_as_people_write_them(written: str, found: tuple[str | None, str | None]) -> None:
    assert read_series(written) == found


def test_series_of_a_title_page_that_fan_fic_fare_made(tmp_path: Path) -> None:
    title_page = "</body><body class='fff_titlepage'><h3>The Lost Ferry by Ada Moss</h3><div><b>Series:</b> "
    title_page += "<a href='x'>Fogs [2]</a><br/><b>Status:</b> Complete<br/></div>"
    path = EpubFile(pages=[("title_page", title_page), ("a", "<p>Maud waited.</p>")]).write(tmp_path)
    said = read_manuscript(path, book="ferry").publication
    assert (said.series, said.series_part) == ("Fogs", "2")


def test_series_in_the_head_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    head = "The Lost Ferry\n\nby Ada Moss\n\nCategory: Gulls\nSeries: Fogs [2]\nStatus: Complete\nRating: K\n"
    path.write_text(f"{head}\nChapter 1\n\nMaud waited.\n\nChapter 2\n\nNobody spoke.\n", encoding="utf-8")
    said = read_manuscript(path, book="ferry").publication
    assert (said.series, said.series_part) == ("Fogs", "2")
