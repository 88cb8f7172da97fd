from pathlib import Path

import pytest
from judge.scoring import judge
from trials.pooling import summarise
from trials.saved import SavedResultsError, load_summaries, save_summaries
from trials.score_table import as_comparison

from tests.benchmarks.small_novel import ferry, gold_answers
from tests.benchmarks.small_systems import SYSTEMS

BEFORE = {"Ferry": summarise(judge(ferry(), SYSTEMS["mixed"]).scores, 1.5)}
AFTER = {"Ferry": summarise(judge(ferry(), gold_answers(ferry())).scores, None)}


def test_saved_figures_come_back_as_they_were(tmp_path: Path) -> None:
    save_summaries(tmp_path / "rows.json", BEFORE)
    assert load_summaries(tmp_path / "rows.json") == BEFORE


@pytest.mark.parametrize("text", ["", "[]", '{"format": "another"}'])
def test_other_files_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "rows.json").write_text(text, encoding="utf-8")
    with pytest.raises(SavedResultsError):
        load_summaries(tmp_path / "rows.json")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SavedResultsError):
        load_summaries(tmp_path / "rows.json")


def test_a_comparison_shows_what_became_of_each_figure() -> None:
    row = as_comparison(BEFORE, AFTER).splitlines()[-1]
    assert row.split()[:3] == ["Ferry", "100.0", "(+55.6)"]


def test_novels_that_only_one_side_has_are_left_out() -> None:
    assert len(as_comparison({}, AFTER).splitlines()) == 1
