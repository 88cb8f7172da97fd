from dataclasses import replace
from pathlib import Path

from judge.gold import find_novels, read_novel

from tests.benchmarks.small_novel import ferry, write_checkout, write_compact


def test_the_compact_form_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_compact(ferry(), tmp_path)
    assert read_novel(tmp_path, "Ferry") == ferry()


def test_a_checkout_says_the_same_as_the_compact_form(tmp_path: Path) -> None:
    write_checkout(ferry(), tmp_path)
    found = read_novel(tmp_path, "Ferry")
    assert found.text == ferry().text
    assert found.spans == ferry().spans
    assert [one.all_names for one in found.characters] == [one.all_names for one in ferry().characters]


def test_a_checkout_names_speakers_by_their_main_name(tmp_path: Path) -> None:
    by_alias = tuple(replace(span, speaker=span.speaker.replace("Anna Field", "Anna")) for span in ferry().spans)
    write_checkout(replace(ferry(), spans=by_alias), tmp_path)
    assert read_novel(tmp_path, "Ferry").spans == ferry().spans


def test_novels_of_both_forms_are_found(tmp_path: Path) -> None:
    write_compact(ferry(), tmp_path)
    write_checkout(replace(ferry(), name="Boat"), tmp_path)
    assert find_novels(tmp_path) == ("Boat", "Ferry")


def test_line_ends_of_windows_keep_their_place(tmp_path: Path) -> None:
    novel = replace(ferry(), text=ferry().text.replace("\n", "\r\n"))
    write_compact(novel, tmp_path)
    assert read_novel(tmp_path, "Ferry").text == novel.text
