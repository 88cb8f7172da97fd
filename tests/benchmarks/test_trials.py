"""The real program, tried on the ferry story."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from judge.gold import GoldNovel
from trials.corpus_run import NovelResult, for_each_novel, try_novel
from trials.correcting import Plan, as_gain_table, measure_gain
from trials.patterns import as_pattern_table, find_patterns
from trials.reliability import marked_lines
from trials.retypesetting import ORIGINAL, as_setting_table, measure_settings
from trials.scaling import FACTORS, as_scaling_table, measure_scaling
from trials.score_table import list_errors
from trials.script_run import Bench, cast_path, read_whole_script, run_script

from tests.benchmarks.small_novel import ferry, write_compact


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(folder=tmp_path_factory.mktemp("bench"))


@pytest.fixture(scope="module")
def tried(bench: Bench) -> NovelResult:
    return try_novel(bench, replace(ferry(), name="tried"))


def count_spans(bench: Bench, novel: GoldNovel) -> int:
    return len(novel.spans)


def test_rows_are_slices_of_the_text(bench: Bench) -> None:
    text = "\ufeffA cold night.\r\n\r\n“Good evening,” said Nora.\r\n"
    run = run_script(bench, "night", text)
    assert [text[row.start : row.end] for row in run.speech] == ["“Good evening,”"]
    assert [row.answer.speaker for row in run.speech] == ["Nora"]


def test_the_programs_own_script_has_the_printed_rows(bench: Bench, tried: NovelResult) -> None:
    segments = read_whole_script(bench, "tried").segments
    assert [(row.start, row.end) for row in tried.run.rows] == [(one.start, one.end) for one in segments]


def test_errors_are_listed_with_what_the_program_says_for_itself(tried: NovelResult) -> None:
    assert len(list(list_errors(tried, number=100))) == len(tried.judgement.wrong_quotations)


def test_every_error_belongs_to_a_pattern(tried: NovelResult) -> None:
    patterns = find_patterns([tried])
    assert sum(pattern.wrong for pattern in patterns) == len(tried.judgement.wrong_quotations)
    assert sum(pattern.quotations for pattern in patterns) == len(tried.judgement.quotations)
    assert len(as_pattern_table(patterns, number=1).splitlines()) == 2


def test_every_spoken_line_has_a_confidence_to_judge(tried: NovelResult) -> None:
    assert len(marked_lines(tried)) == len(tried.run.speech)


def test_every_correction_holds_and_mends_the_line_it_was_made_for(bench: Bench) -> None:
    gain = measure_gain(bench, ferry(), plan=Plan(share=1.0))
    assert gain.looked_at == gain.lines
    assert gain.errors_before > 0
    assert gain.doubtful.held == gain.doubtful.corrected > 0
    assert gain.doubtful.mended_directly == gain.errors_before  # its neighbours may be taken along, to good or ill
    assert gain.by_chance == gain.doubtful
    assert as_gain_table([gain]).splitlines()[-1].startswith("together")
    written = tomllib.loads(cast_path(bench, "Ferry").read_text(encoding="utf-8"))["corrections"]
    assert all(ferry().text.count(one["text"]) for one in written)


def test_correcting_in_rounds_looks_at_no_line_twice(bench: Bench) -> None:
    gain = measure_gain(bench, ferry(), plan=Plan(share=1.0, rounds=2))
    assert gain.doubtful.errors_after <= gain.errors_before  # a line seen to be right may turn wrong in a later round
    assert gain.doubtful.held == gain.doubtful.corrected <= gain.lines


def test_a_story_is_tried_in_other_marks(bench: Bench) -> None:
    scores = measure_settings(bench, ferry(), [ORIGINAL, "dashes —x —said A—. x"])
    assert [one.setting for one in scores] == [ORIGINAL, "dashes —x —said A—. x"]
    assert len(as_setting_table(scores).splitlines()) == 3


def test_copies_of_a_text_are_measured(bench: Bench) -> None:
    sizes = measure_scaling(bench, ferry())
    assert [size.words // sizes[0].words for size in sizes] == list(FACTORS)
    assert len(as_scaling_table(sizes).splitlines()) == len(FACTORS) + 1


@pytest.mark.parametrize("processes", [1, 2])
def test_novels_come_back_in_order_and_without_those_that_have_no_gold(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(bench.folder / "compiled"))
    for name, spans in (("B", ferry().spans), ("A", ferry().spans[:3]), ("C", ())):
        write_compact(GoldNovel(name=name, text=ferry().text, spans=spans, characters=ferry().characters), tmp_path)
    found = for_each_novel(tmp_path, ["B", "A", "C"], count_spans, processes=processes)
    assert list(found) == [len(ferry().spans), 3]
