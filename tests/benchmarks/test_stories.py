"""The corpus of modern stories: its files are well-formed and say what the labelled sources say."""

import json
from pathlib import Path

import pytest
from judge.gold import find_novels, read_novel
from label_stories import StoryFormError, label_story

STORIES = Path(__file__).parents[2] / "benchmarks" / "stories"
SOURCES = sorted(STORIES.glob("*/*.story"))
MARKS = '"“‘*'

WRITTEN = """\
an = Anna Field | Anna; Miss Field | F
pi = Piet | the ferryman | M
===
The Ferry

<an e|"Is it far?"> asked Anna.

<pi i|"An hour."> He spat. <pi +|"Two, maybe.">
"""


def test_there_are_as_many_stories_held_out_as_to_work_with() -> None:
    folders = [path.parent.name for path in SOURCES]
    assert folders.count("dev") == folders.count("held-out") >= 8


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_files_of_a_story_are_those_of_its_source(source: Path) -> None:
    labelled = label_story(source.read_text(encoding="utf-8"))
    assert source.with_suffix(".txt").read_text(encoding="utf-8") == labelled.text
    assert source.with_suffix(".jsonl").read_text(encoding="utf-8") == labelled.quotations
    assert source.with_suffix(".chars.json").read_text(encoding="utf-8") == labelled.characters


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_span_is_speech_of_somebody_listed(source: Path) -> None:
    novel = read_novel(source.parent, source.stem)
    listed = {character.name for character in novel.characters}
    assert all(novel.text[span.start] in MARKS for span in novel.spans)
    assert {span.speaker for span in novel.spans} <= listed
    assert all(one.end <= other.start for one, other in zip(novel.spans, novel.spans[1:], strict=False))


def test_no_story_stands_in_both_halves() -> None:
    assert not set(find_novels(STORIES / "dev")) & set(find_novels(STORIES / "held-out"))


def test_a_quotation_that_goes_on_keeps_its_number_and_type() -> None:
    labelled = label_story(WRITTEN)
    rows = [json.loads(line) for line in labelled.quotations.splitlines()]
    assert [(row["q"], row["speaker"], row["type"]) for row in rows] == [
        ("Q0", "Anna Field", "explicit"),
        ("Q1", "Piet", "implicit"),
        ("Q1", "Piet", "implicit"),
    ]
    assert [labelled.text[row["start"] : row["end"]] for row in rows] == ['"Is it far?"', '"An hour."', '"Two, maybe."']


@pytest.mark.parametrize(
    ("spoilt", "complaint"),
    [
        (WRITTEN.replace("===", ""), "no line ==="),
        (WRITTEN.replace("<an e|", "<xy e|"), "nobody in the cast is called xy"),
        (WRITTEN.replace("<an e|", "<an q|"), "a mark is left over"),
        (WRITTEN.replace("an = Anna", "an Anna"), "not `code = name"),
    ],
)
def test_a_source_that_cannot_be_read_says_where(spoilt: str, complaint: str) -> None:
    with pytest.raises(StoryFormError, match=complaint):
        label_story(spoilt)
