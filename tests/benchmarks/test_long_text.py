import re
from pathlib import Path

from long_text import write_chapters

STORY = '"Anybody there?" asked Mara.\n\n"Only me," said Tobias.\n\nHe lit the lamp.'


def sentences_of(folder: Path) -> list[str]:
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()))
    return re.findall(r"\w[^.?,]*[.?,]", text)


def test_a_long_text_has_no_sentence_twice(tmp_path: Path) -> None:
    write_chapters([STORY], tmp_path / "book", chars=3000, chapter_chars=500)
    sentences = sentences_of(tmp_path / "book")
    assert len(sentences) > 100
    assert len(set(sentences)) == len(sentences)


def test_a_text_that_is_long_enough_stays_as_it_is(tmp_path: Path) -> None:
    write_chapters([STORY], tmp_path / "book", chars=len(STORY.replace("\n\n", "")))
    assert (tmp_path / "book" / "0001.txt").read_text(encoding="utf-8") == STORY


def test_chapters_are_as_long_as_asked_to_within_a_paragraph(tmp_path: Path) -> None:
    write_chapters([STORY], tmp_path / "book", chars=3000, chapter_chars=500)
    lengths = [len(path.read_text(encoding="utf-8")) for path in sorted((tmp_path / "book").iterdir())]
    assert all(500 <= length < 650 for length in lengths[:-1])
    assert 2950 < sum(lengths) < 3300
