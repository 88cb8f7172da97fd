"""The contract of one JSON object a line."""

import json
from dataclasses import replace

from audiobook.scripting.forms.printing import as_jsonl
from audiobook.scripting.script_writer import write_script
from tests.scripting.small_books import small_book
from tests.scripting.test_script_writer import STORY

FIELDS = ["id", "chapter", "kind", "speaker", "confidence", "evidence", "text", "spoken", "source", "start", "end"]


def test_rows_have_exactly_the_contract_fields_in_order() -> None:
    rows = [json.loads(line) for line in as_jsonl(write_script(small_book(STORY)))]
    assert {tuple(row) for row in rows} == {tuple(FIELDS)}


def test_text_is_the_slice_between_start_and_end() -> None:
    for line in as_jsonl(write_script(small_book(STORY))):
        row = json.loads(line)
        assert row["text"] == STORY[row["start"] : row["end"]]


def test_speakers_stand_only_where_several_speak_at_once() -> None:
    script = write_script(small_book(STORY))
    both = replace(script.segments[2], speakers=("Ada", "Tom"))
    rows = [json.loads(line) for line in as_jsonl(replace(script, segments=(both, script.segments[4])))]
    assert [row.get("speakers") for row in rows] == [["Ada", "Tom"], None]


def test_silent_rows_have_null_speaker_and_a_reason() -> None:
    rows = [json.loads(line) for line in as_jsonl(write_script(small_book(STORY)))]
    assert all(row["evidence"] for row in rows if not row["spoken"])
    assert all((row["speaker"] is None) is not row["spoken"] for row in rows)


def test_each_object_is_one_line_of_ascii() -> None:
    script = write_script(small_book("“Yes,”\u2028said Ada.\x85 “No.”\ud800"))
    assert all(line.isascii() and len(line.splitlines()) == 1 for line in as_jsonl(script))
