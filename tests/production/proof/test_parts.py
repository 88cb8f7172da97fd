"""Every skipped part comes with a line for the cast file, and that very line has it spoken."""

from pathlib import Path

import pytest

from audiobook.production.progress import SilentProgress
from audiobook.production.proof.parts import SkippedPart
from audiobook.production.proof.verifying import VerifyOptions, verify_book
from audiobook.workspace.paths import Workspace

STORY = """\
The Ferry "Book"

by Ann Author

For my mother, who never read it.

Chapter 1

Wren lit the lamp.

Author's Note: Thanks, all!

Author's Note: Thanks, all!

Chapter 2

Odile slept on.

Author's Note: Thanks, all!

Author's Note: Next week we shall see who it was, and why she never said so, and how the lamp went out.
"""


def skipped(folder: Path, cast: str) -> tuple[SkippedPart, ...]:
    workspace = Workspace(build_dir=folder / "build", voices_dir=folder / "voices")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "voices").mkdir(exist_ok=True)
    (folder / "voices" / "story.toml").write_text(cast, encoding="utf-8")
    return verify_book(folder / "story.txt", workspace, VerifyOptions(), progress=SilentProgress()).parts


@pytest.mark.parametrize("number", range(1, 8))
def test_the_line_beside_a_part_has_it_and_no_other_spoken(tmp_path: Path, number: int) -> None:
    before = skipped(tmp_path, "")
    assert len(before) == 7
    part = before[number - 1]
    after = skipped(tmp_path, f"[reading]\n{part.line}\n")
    gone = [(one.chapter, one.excerpt) for one in before if one.number != number]
    assert [(one.chapter, one.excerpt) for one in after] == gone


def test_the_line_for_all_has_all_of_a_reason_spoken_and_keeps_what_is_there(tmp_path: Path) -> None:
    cast = '[reading]\nspeak = ["dedication"]\n'
    note = next(part for part in skipped(tmp_path, cast) if "note" in part.reason)
    assert note.line_for_all == 'speak = ["dedication", "author\'s note"]'
    after = skipped(tmp_path, f"[reading]\n{note.line_for_all}\n")
    assert {part.reason for part in after} == {"title page"}


def test_what_a_person_left_out_is_listed_with_the_line_that_brings_it_back(tmp_path: Path) -> None:
    cast = '[reading]\nskip = ["Odile slept", "Wren lit"]\n'
    part = next(part for part in skipped(tmp_path, cast) if part.excerpt.startswith("Odile"))
    assert part.line == 'skip = ["Wren lit"]'
