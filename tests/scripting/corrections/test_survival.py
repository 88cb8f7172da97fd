"""Corrections through what becomes of a manuscript: each stays on its line, or is reported and stays in the file."""

import random
from collections.abc import Callable

import pytest

from audiobook.model.manuscript import Manuscript
from audiobook.model.script import Correction, Script
from audiobook.scripting.corrections.corrections import correction_for
from audiobook.scripting.script_writer import write_script
from tests.scripting.small_books import small_book

Chapters = list[list[str]]
"""Paragraphs of each chapter."""

_SYLLABLES = ("ba", "dol", "fen", "gar", "hul", "kem", "lin", "mor", "nip", "pra", "rus", "sel", "tov", "wex")
_COMMON = ('"Yes."', '"No," he said.', '"Why not?"')


def _narration(dice: random.Random) -> str:
    """Write a sentence of words that hardly stand elsewhere."""
    words = ["".join(dice.choices(_SYLLABLES, k=3)) for _ in range(dice.randint(5, 12))]
    return f"The {' '.join(words)} lay there."


def _chapters(dice: random.Random, *, repeats: int) -> Chapters:
    """Four chapters in which the same few lines stand again and again between sentences of their own."""
    return [
        [paragraph for _ in range(repeats) for paragraph in (_narration(dice), dice.choice(_COMMON))] for _ in range(4)
    ]


def _book(chapters: Chapters, *, source: str = "book.txt") -> Manuscript:
    bodies = ("\n\n".join([f"# Part {number}", *chapter]) for number, chapter in enumerate(chapters, 1))
    return small_book("\n\n".join(bodies), source=source)


def _correct_some(script: Script, dice: random.Random) -> tuple[tuple[Correction, ...], dict[str, str]]:
    """Correct a third of the spoken lines; also tell whom the line after each sentence was given to."""
    lines = [
        index
        for index in range(2, len(script.segments))
        if script.segments[index].kind.value == "dialogue" and script.segments[index - 1].kind.value == "narration"
    ]
    chosen = sorted(dice.sample(lines, len(lines) // 3))
    names = {index: f"Person {number}" for number, index in enumerate(chosen)}
    corrections = tuple(correction_for(script, index, speakers=(name,)) for index, name in names.items())
    return corrections, {script.segments[index - 1].text: name for index, name in names.items()}


def _speakers_after(script: Script, sentences: dict[str, str]) -> dict[str, str | None]:
    """Who now speaks right after each of these sentences, white space folded."""
    folded = {" ".join(sentence.split()): sentence for sentence in sentences}
    found: dict[str, str | None] = {}
    for before, segment in zip(script.segments, script.segments[1:], strict=False):
        sentence = folded.get(" ".join(before.text.split()))
        if sentence is not None:
            found[sentence] = segment.speaker
    return found


def _insert_a_chapter(chapters: Chapters, dice: random.Random) -> Chapters:
    return [*_chapters(dice, repeats=3)[:1], *chapters]


def _reorder(chapters: Chapters, dice: random.Random) -> Chapters:
    return dice.sample(chapters, len(chapters))


def _insert_lines(chapters: Chapters, dice: random.Random) -> Chapters:
    return [[_narration(dice), '"Yes."', _narration(dice), '"Yes."', *chapter] for chapter in chapters]


def _curl(chapters: Chapters, _: random.Random) -> Chapters:
    return [[paragraph.replace('"', "“", 1).replace('"', "”", 1) for paragraph in chapter] for chapter in chapters]


def _set_in_singles(chapters: Chapters, _: random.Random) -> Chapters:
    return [[paragraph.replace('"', "'") for paragraph in chapter] for chapter in chapters]


def _set_in_guillemets(chapters: Chapters, _: random.Random) -> Chapters:
    return [[paragraph.replace('"', "«", 1).replace('"', "»", 1) for paragraph in chapter] for chapter in chapters]


def _set_in_dashes(chapters: Chapters, _: random.Random) -> Chapters:
    return [
        [paragraph.replace('"', "—", 1).replace(',"', '" —').replace('"', "") for paragraph in chapter]
        for chapter in chapters
    ]


def _rewrap(chapters: Chapters, _: random.Random) -> Chapters:
    return [[paragraph.replace(" ", "\n", 3).replace(" ", "  ") for paragraph in chapter] for chapter in chapters]


def _merge_all_chapters(chapters: Chapters, _: random.Random) -> Chapters:
    return [[paragraph for chapter in chapters for paragraph in chapter]]


EDITS = [
    _insert_a_chapter,
    _reorder,
    _insert_lines,
    _curl,
    _set_in_singles,
    _set_in_guillemets,
    _set_in_dashes,
    _rewrap,
    _merge_all_chapters,
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__.strip("_"))
@pytest.mark.parametrize("seed", range(3))
def test_corrections_survive(edit: Callable[[Chapters, random.Random], Chapters], seed: int) -> None:
    dice = random.Random(seed)
    chapters = _chapters(dice, repeats=10)
    corrections, wanted = _correct_some(write_script(_book(chapters)), dice)
    edited = write_script(_book(edit(chapters, dice)), corrections=corrections)
    assert edited.warnings == ()
    assert _speakers_after(edited, wanted) == wanted


def test_corrections_survive_a_renamed_file_and_all_edits_at_once() -> None:
    dice = random.Random(7)
    chapters = _chapters(dice, repeats=10)
    corrections, wanted = _correct_some(write_script(_book(chapters)), dice)
    for edit in (_insert_lines, _reorder, _insert_a_chapter, _curl, _rewrap):
        chapters = edit(chapters, dice)
    edited = write_script(_book(chapters, source="renamed.txt"), corrections=corrections)
    assert edited.warnings == ()
    assert _speakers_after(edited, wanted) == wanted


def test_thirty_equal_lines_with_nothing_between_keep_the_one_that_was_meant() -> None:
    book = small_book("\n\n".join(['"Yes."'] * 30))
    correction = correction_for(write_script(book), 17, speakers=("Odile",))
    corrected = write_script(book, corrections=(correction,))
    by_hand = [index for index, segment in enumerate(corrected.segments) if "by hand" in segment.evidence]
    assert by_hand == [17]


def test_a_cut_chapter_reports_each_of_its_corrections_and_touches_no_other_line() -> None:
    dice = random.Random(3)
    chapters = _chapters(dice, repeats=8)
    corrections, wanted = _correct_some(write_script(_book(chapters)), dice)
    gone = {sentence for sentence in wanted if sentence in chapters[1]}
    edited = write_script(_book([chapters[0], *chapters[2:]]), corrections=corrections)
    kept = {sentence: name for sentence, name in wanted.items() if sentence not in gone}
    assert len(edited.warnings) == len(gone) > 0
    assert _speakers_after(edited, kept) == kept
    assert {name for segment in edited.segments if (name := segment.speaker or "").startswith("Person")} == set(
        kept.values()
    )
