"""The benchmark's command line."""

import json
import sys
from pathlib import Path

import attribution
import pytest

from tests.benchmarks.small_novel import ferry, write_compact


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write_compact(ferry(), tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture(autouse=True)
def compiled_once(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(compiled))


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["attribution.py", *map(str, arguments)])
    attribution.main()


def test_the_table_has_each_novel_their_mean_and_all_together_and_compares_with_one_that_was_kept(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, corpus, "--save", corpus / "rows.json")
    table = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in table[1:]] == ["Ferry", "mean of novels", "pooled"]
    run(monkeypatch, corpus, "--compare", corpus / "rows.json", "--reliability", "--errors", 1)
    changed = capsys.readouterr().out.split("against")[1].splitlines()[2]
    assert changed.count("(+0.0)") == 8


def test_json_has_the_judges_figures(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, corpus, "--json")
    assert json.loads(capsys.readouterr().out)["novels"]["Ferry"]["gold_quotations"] == 9


@pytest.mark.parametrize("arguments", [["Nobody"], ["--jobs", "0"], ["--correct", "5"]])
def test_wishes_that_make_no_sense_are_refused(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(monkeypatch, corpus, *arguments)
