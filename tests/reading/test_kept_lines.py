"""Lines that end where the author ends them, told from lines that are wrapped."""

from pathlib import Path

import pytest

from audiobook.model.manuscript import Block, Manuscript
from audiobook.reading.reader import read_manuscript

PROSE = (
    "The ferry came in late that night, and nobody on the quay remembered\n"
    "afterwards who had been the first to see that its lamp was out, or why\n"
    "the old man stood alone at the rail with the letter in his hand.\n"
)
POEM = "The lamp is out,\n  The boat is in,\nAnd who shall shout\n  Before the din?"


def blocks(tmp_path: Path, *parts: str, name: str = "a.txt") -> list[tuple[str, bool]]:
    path = tmp_path / name
    path.write_text("\n\n".join(["Chapter 1", PROSE * 3, *parts, PROSE * 2]), encoding="utf-8")
    manuscript: Manuscript = read_manuscript(path, book="a")
    text = manuscript.sources[0].text
    found: list[Block] = [block for chapter in manuscript.chapters for block in chapter.blocks]
    return [(text[block.start : block.end], block.keeps_lines) for block in found[2:-1]]


def test_a_poem_keeps_its_lines_and_prose_does_not(tmp_path: Path) -> None:
    assert blocks(tmp_path, POEM, PROSE) == [(POEM, True), (PROSE.strip(), False)]


def test_a_wrapped_paragraph_with_a_short_end_is_prose(tmp_path: Path) -> None:
    short = "He went down to the water and looked at it for a long time, and then\nHe went home."
    assert blocks(tmp_path, short) == [(short, False)]


@pytest.mark.parametrize(
    "entries",
    [
        "- a lamp\n- two oars\n- nine fathoms of rope",
        "[12:01] Mara: where are you\n[12:03] Tobias: on the quay\n[12:03] Mara: which one",
        "From: Mara Quill\nTo: Tobias\nSubject: the ferry",
        "| Day | Boat |\n| Mon | Anna |\n| Tue | none |",
    ],
)
def test_each_line_of_a_list_a_chat_a_mails_head_and_a_table_stands_for_itself(tmp_path: Path, entries: str) -> None:
    assert [text for text, _ in blocks(tmp_path, entries)] == entries.splitlines()


def test_markdown_keeps_hard_breaks_and_quoted_verse(tmp_path: Path) -> None:
    hard = "to the boat  \nand the boat  \nto the sea"
    quoted = "> The lamp is out,\n> The boat is in."
    assert blocks(tmp_path, hard, quoted, name="a.md") == [(hard, True), (quoted, True)]
