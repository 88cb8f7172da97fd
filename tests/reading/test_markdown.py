"""Markdown's headings, front matter and block marks."""

from pathlib import Path

import pytest

from audiobook.model.manuscript import BlockKind, SourceFormat
from tests.reading.manuscripts import kinds_of, of_kind, read_text, shown, titles

_P = "Maud walked down to the pier and looked for the ferry. It was late, and the gulls were asleep."


def _kinds(text: str) -> list[tuple[str, str]]:
    return kinds_of(text, source_format=SourceFormat.MARKDOWN)


def test_one_top_heading_over_others_is_the_books_title(tmp_path: Path) -> None:
    text = f"# The Lost Ship\n\n*by Ada Moss*\n\n## Pier\n\n{_P}\n\n## Rain\n\n{_P}\n"
    manuscript = read_text(tmp_path, text, name="ship.md")
    assert (manuscript.title, manuscript.author) == ("The Lost Ship", "Ada Moss")
    assert titles(manuscript) == ["Pier", "Rain"]


def test_several_top_headings_are_chapters(tmp_path: Path) -> None:
    manuscript = read_text(tmp_path, f"# Pier\n\n{_P}\n\n# Rain\n\n{_P}\n", name="ship.md")
    assert (manuscript.title, titles(manuscript)) == ("Ship", ["Pier", "Rain"])


def test_deeper_headings_stand_within_a_chapter(tmp_path: Path) -> None:
    manuscript = read_text(
        tmp_path, f"# Chapter 1\n\n{_P}\n\n## Later\n\n{_P}\n\n# Chapter 2\n\n{_P}\n", name="ship.md"
    )
    assert titles(manuscript) == ["Chapter 1", "Chapter 2"]
    assert of_kind(manuscript, BlockKind.HEADING) == ["# Chapter 1", "## Later", "# Chapter 2"]


def test_parts_hold_chapters(tmp_path: Path) -> None:
    text = f"# Part One\n\n## Pier\n\n{_P}\n\n## Rain\n\n{_P}\n\n# Part Two\n\n## Sun\n\n{_P}\n"
    assert titles(read_text(tmp_path, text, name="ship.md")) == ["Part One, Pier", "Rain", "Part Two, Sun"]


def test_underlined_headings_are_headings_with_their_underline(tmp_path: Path) -> None:
    text = f"The Lost Ship\n=============\n\nPier\n----\n\n{_P}\n\nRain\n----\n\n{_P}\n"
    manuscript = read_text(tmp_path, text, name="ship.md")
    assert (manuscript.title, titles(manuscript)) == ("The Lost Ship", ["Pier", "Rain"])
    assert shown(manuscript)[1] == ("heading", "Pier ----")


def test_rule_below_a_sentence_is_a_scene_break() -> None:
    assert _kinds(f"{_P}\n---\n\nIt rained.\n") == [
        ("paragraph", _P),
        ("scene_break", "---"),
        ("paragraph", "It rained."),
    ]


def test_heading_needs_no_blank_lines_around_it() -> None:
    assert _kinds("It rained.\n# Sun\nIt stopped.\n") == [
        ("paragraph", "It rained."),
        ("heading", "# Sun"),
        ("paragraph", "It stopped."),
    ]


def test_hash_without_a_blank_is_a_word() -> None:
    assert _kinds("#ferry was trending.\n") == [("paragraph", "#ferry was trending.")]


def test_empty_line_of_a_block_quotation_is_a_border_of_paragraphs_and_no_scene_break() -> None:
    assert _kinds("She read:\n\n> Dear Karin,\n>\n> Feed the cat.\n> >\n> > Now.\n>\n\nIt rained.\n") == [
        ("paragraph", "She read:"),
        ("paragraph", "> Dear Karin,"),
        ("note", ">"),
        ("paragraph", "> Feed the cat."),
        ("note", "> >"),
        ("paragraph", "> > Now."),
        ("note", ">"),
        ("paragraph", "It rained."),
    ]


def test_empty_line_of_a_block_quotation_is_no_heading_above_a_rule() -> None:
    assert _kinds("> It rained.\n>\n---\n\nIt stopped.\n")[1:3] == [("note", ">"), ("scene_break", "---")]


def test_ornament_within_a_block_quotation_is_a_scene_break() -> None:
    assert _kinds("> It rained.\n>\n> * * *\n>\n> It stopped.\n")[2] == ("scene_break", "> * * *")


def test_rule_of_a_table_is_no_scene_break() -> None:
    assert _kinds("| Name | Age |\n|:---|---:|\n| Maud | 9 |\n") == [
        ("paragraph", "| Name | Age |"),
        ("note", "|:---|---:|"),
        ("paragraph", "| Maud | 9 |"),
    ]


def test_front_matter_is_notes_and_names_the_book(tmp_path: Path) -> None:
    text = f"---\ntitle: The Lost Ship\nauthor: 'Ada Moss'\nlang: en-GB\ntags:\n  - sea\n---\n\n{_P}\n"
    manuscript = read_text(tmp_path, text, name="ship.md")
    assert (manuscript.title, manuscript.author, manuscript.language) == ("The Lost Ship", "Ada Moss", "en-GB")
    assert of_kind(manuscript, BlockKind.PARAGRAPH) == [_P]


def test_story_between_two_rules_at_the_top_is_no_front_matter() -> None:
    assert ("paragraph", "It rained on the pier.") in _kinds(f"---\n\nIt rained on the pier.\n\n---\n\n{_P}\n")


@pytest.mark.parametrize("markup", ["<!-- later -->", "![The pier](pier.jpg)", "&nbsp;"])
def test_markup_without_words_is_not_spoken(markup: str) -> None:
    assert _kinds(f"{_P}\n\n{markup}\n\n{_P}\n")[1] == ("note", markup)


def test_section_headed_authors_note_is_notes_to_its_end(tmp_path: Path) -> None:
    text = f"# Pier\n\n{_P}\n\n# Rain\n\n{_P}\n\n# Author's Note\n\nIt rained.\n\nIt stopped.\n"
    manuscript = read_text(tmp_path, text, name="ship.md")
    assert titles(manuscript) == ["Pier", "Rain"]
    assert of_kind(manuscript, BlockKind.NOTE) == ["# Author's Note", "It rained.", "It stopped."]
