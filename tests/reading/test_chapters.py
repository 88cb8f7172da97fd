"""Chapters from headings: what opens one, what belongs to one, and what only looks like a heading."""

from pathlib import Path

import pytest

from tests.reading.manuscripts import kinds_of, read_text, shown, titles

_P = "Maud walked down to the pier and looked for the ferry. It was late, and the gulls were asleep."


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Chapter 2", "Chapter 2"),
        ("CHAPTER IV.", "Chapter IV"),
        ("chapter iv", "Chapter IV"),
        ("\tChapter Twenty-One", "Chapter Twenty-One"),
        ("   CHAPTER THE LAST   ", "Chapter the Last"),
        ("Chapter One: The Ferry", "Chapter One: The Ferry"),
        ("CHAPTER I. Mrs. Moss is Surprised", "Chapter I: Mrs. Moss is Surprised"),
        ("Chapter 3 - Rain", "Chapter 3: Rain"),
        ("Chapter 3 – THE LONG RAIN", "Chapter 3: The Long Rain"),
        ("**Chapter 4**", "Chapter 4"),
        ("*Chapter 4*: Rain", "Chapter 4: Rain"),
        ("~ Chapter 5 ~", "Chapter 5"),
        ("[Chapter 6]", "Chapter 6"),
        ("Ch. 7", "Ch. 7"),
        ("Part One", "Part One"),
        ("PROLOGUE", "Prologue"),
        ("The Epilogue", "The Epilogue"),
        ("Interlude: Gulls", "Interlude: Gulls"),
        ("The Lost Ferry - Chapter 3: Rain", "Chapter 3: Rain"),
        ("VII", "Chapter VII"),
    ],
)
def test_heading_at_the_top_titles_the_chapter(tmp_path: Path, heading: str, title: str) -> None:
    manuscript = read_text(tmp_path, f"{heading}\n\n{_P}\n")
    assert titles(manuscript) == [title]
    assert shown(manuscript)[0] == ("heading", heading.strip())


@pytest.mark.parametrize(
    "line",
    [
        "Chapter two of the book was torn.",
        "Part of her was glad.",
        "Part two was worse, she said.",
        "Book one ended there.",
        "Chapter and verse.",
        "The introduction, however, was made at once.",
        "“Chapter 2,” she read.",
        "I",
        "I.",
        "1984 was late.",
    ],
)
def test_sentence_that_only_begins_like_a_heading_is_a_paragraph(line: str) -> None:
    assert kinds_of(f"{_P}\n\n{line}\n\n{_P}\n")[1] == ("paragraph", line)


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("\nDown the Old Pier\n\n", "Chapter IV: Down the Old Pier"),
        ("\nTHE FERRY\n\n", "Chapter IV: The Ferry"),
        ("\n\nTHE FERRY\n\n", "Chapter IV: The Ferry"),
        ("\n\nThe Ferry\n\n", "Chapter IV: The Ferry"),
        ("\n\n“ALL THE WORLD’S A PIER”\n\n", "Chapter IV: “All the World’s a Pier”"),
        ("\n\nIN THE “GULL AND ANCHOR”\n\n\n", "Chapter IV: In the “Gull and Anchor”"),
    ],
)
def test_title_on_the_next_line_belongs_to_the_heading(tmp_path: Path, below: str, title: str) -> None:
    manuscript = read_text(tmp_path, f"CHAPTER IV.{below}{_P}\n")
    assert titles(manuscript) == [title]
    assert [kind for kind, _ in shown(manuscript)] == ["heading", "heading", "paragraph"]


@pytest.mark.parametrize("first", ["Maud ran.", "“Run!”", "It was raining again", "Maud: Run!", "Dear Tom,"])
def test_short_first_paragraph_is_story_not_title(tmp_path: Path, first: str) -> None:
    manuscript = read_text(tmp_path, f"Chapter 1\n\n{first}\n\n{_P}\n")
    assert titles(manuscript) == ["Chapter 1"]
    assert shown(manuscript)[1] == ("paragraph", first)


def test_heading_is_cut_free_from_prose_right_below_it() -> None:
    text = "Chapter 1\nIt was a dark night, and nobody looked at the pier or at the ferry or\nthe gulls.\n\nMaud slept."
    assert [kind for kind, _ in kinds_of(text)] == ["heading", "paragraph", "paragraph"]


def test_numerals_in_sequence_are_chapters(tmp_path: Path) -> None:
    text = f"I\n\nTHE PIER\n\n{_P}\n\nII\n\n{_P}\n\nIII\n\n{_P}\n"
    assert titles(read_text(tmp_path, text)) == ["Chapter I: The Pier", "Chapter II", "Chapter III"]


def test_bare_numbers_in_sequence_are_chapters(tmp_path: Path) -> None:
    assert titles(read_text(tmp_path, f"1\n\n{_P}\n\n2.\n\n{_P}\n")) == ["Chapter 1", "Chapter 2"]


def test_numerals_within_chapters_are_headings_but_open_none(tmp_path: Path) -> None:
    text = f"Chapter 1\n\nI\n\n{_P}\n\nII\n\n{_P}\n\nChapter 2\n\nI\n\n{_P}\n\nII\n\n{_P}\n"
    manuscript = read_text(tmp_path, text)
    assert titles(manuscript) == ["Chapter 1", "Chapter 2"]
    assert [kind for kind, _ in shown(manuscript)].count("heading") == 6


def test_numbers_out_of_sequence_are_paragraphs() -> None:
    assert {kind for kind, _ in kinds_of(f"{_P}\n\n7\n\n{_P}\n\n3\n\n{_P}\n")} == {"paragraph"}


def test_volume_heading_belongs_to_the_chapter_after_it(tmp_path: Path) -> None:
    text = f"VOLUME I\n\n\nCHAPTER I\n\n{_P}\n\nCHAPTER II\n\n{_P}\n"
    manuscript = read_text(tmp_path, text)
    assert titles(manuscript) == ["Volume I, Chapter I", "Chapter II"]
    assert shown(manuscript)[:2] == [("heading", "VOLUME I"), ("heading", "CHAPTER I")]


def test_title_of_a_part_is_a_heading_too(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, f"PART ONE\nThe Storm\n\nChapter 1\n\n{_P}\n")
    assert titles(manuscript) == ["Part One: The Storm, Chapter 1"]
    assert [kind for kind, _ in shown(manuscript)] == ["heading", "heading", "heading", "paragraph"]


def test_parts_without_chapters_are_the_chapters(tmp_path: Path) -> None:
    assert titles(read_text(tmp_path, f"Part 1\n\n{_P}\n\nPart 2\n\n{_P}\n")) == ["Part 1", "Part 2"]


def test_contents_list_is_notes_and_its_entries_open_no_chapters(tmp_path: Path) -> None:
    entries = "CONTENTS\n\nChapter 1 ..... 3\nChapter 2 .... 14\nChapter 3 .... 20\n"
    chapters = "".join(f"\n\nChapter {number}\n\n{_P}\n" for number in (1, 2, 3))
    manuscript = read_text(tmp_path, entries + chapters)
    assert titles(manuscript) == ["Chapter 1", "Chapter 2", "Chapter 3"]
    assert shown(manuscript)[1] == ("note", "Chapter 1 ..... 3 Chapter 2 .... 14 Chapter 3 .... 20")


def test_contents_list_without_its_name_is_known_by_its_repetition(tmp_path: Path) -> None:
    headings = ("Chapter 1: Pier", "Chapter 2: Rain", "Chapter 3: Sun")
    text = "\n".join(headings) + "".join(f"\n\n{heading}\n\n{_P}" for heading in headings)
    assert titles(read_text(tmp_path, text)) == list(headings)


def test_contents_of_volumes_that_count_anew_end_where_the_first_volume_begins(tmp_path: Path) -> None:
    listed = "Contents\n\nVOLUME I\nCHAPTER I\nCHAPTER II\nVOLUME II\nCHAPTER I\n\n\n"
    book = f"VOLUME I\n\nCHAPTER I\n\n{_P}\n\nCHAPTER II\n\n{_P}\n\nVOLUME II\n\nCHAPTER I\n\n{_P}\n"
    expected = ["Volume I, Chapter I", "Chapter II", "Volume II, Chapter I"]
    assert titles(read_text(tmp_path, listed + book)) == expected


def test_titles_the_contents_list_are_chapters_further_down(tmp_path: Path) -> None:
    text = f"Contents\n\nThe Pier\nThe Rain\n\n\nTHE PIER\n\n{_P}\n\nTHE RAIN\n\n{_P}\n"
    assert titles(read_text(tmp_path, text)) == ["The Pier", "The Rain"]


def test_short_prose_before_the_first_heading_is_narration_in_the_first_chapter(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, f"Setting: five years after the flood.\n\nChapter 1\n\n{_P}\n")
    assert titles(manuscript) == ["Chapter 1"]
    assert shown(manuscript)[0] == ("paragraph", "Setting: five years after the flood.")


def test_answer_that_looks_like_a_numeral_does_not_break_the_sequence(tmp_path: Path) -> None:
    text = f"I\n\n\n{_P}\n\n“Who?”\n\nI\n\n{_P}\n\n\nII\n\n\n{_P}\n\n\nIII\n\n\n{_P}\n"
    manuscript = read_text(tmp_path, text)
    assert titles(manuscript) == ["Chapter I", "Chapter II", "Chapter III"]
    assert ("paragraph", "I") in shown(manuscript)


def test_numerals_within_numbered_stories_open_no_chapters(tmp_path: Path) -> None:
    first = f"I. THE FERRY\n\nI.\n\n{_P}\n\nII.\n\n{_P}\n\n"
    manuscript = read_text(tmp_path, f"{first}II. THE LONG RAIN\n\n{_P}\n\nIII. THE SUN\n\n{_P}\n")
    assert titles(manuscript) == ["Chapter I: The Ferry", "Chapter II: The Long Rain", "Chapter III: The Sun"]


def test_items_of_a_list_are_paragraphs() -> None:
    assert {kind for kind, _ in kinds_of(f"{_P}\n\n1. Milk\n\n2. Bread\n\n3. Rope\n\n{_P}\n")} == {"paragraph"}
