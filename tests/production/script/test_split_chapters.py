"""The kept chapters of a book on disk: they change nothing but the time it takes."""

from pathlib import Path

import pytest

from audiobook.casting.cast_file import read_cast
from audiobook.errors import CastError
from audiobook.model.quotation_marks import QuotationMarks
from audiobook.model.script import Script
from audiobook.production.progress import SilentProgress
from audiobook.production.proof.verifying import VerifyOptions, verify_book
from audiobook.production.script.loading import read_script_of
from audiobook.workspace.paths import Workspace

STORY = 'Chapter One\n\n"Is it on?" asked Wren.\n\nChapter Two\n\n"Since noon," said Odile.\n\n"Pour it now."\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def script_of(source: Path, build: str = "build") -> Script:
    workspace = workspace_of(source, build)
    return read_script_of(source, workspace, name=None, second_opinion=None, progress=SilentProgress())


def workspace_of(source: Path, build: str = "build") -> Workspace:
    return Workspace(build_dir=source.parent / build, voices_dir=source.parent / "voices")


def write_marks(source: Path, marks: str) -> None:
    folder = source.parent / "voices"
    folder.mkdir(exist_ok=True)
    (folder / "story.toml").write_text(f'[book]\nquotation_marks = "{marks}"\n', encoding="utf-8")


def test_a_run_after_an_edit_gives_what_a_fresh_run_gives(source: Path) -> None:
    script_of(source)
    source.write_text(STORY.replace("Since noon", "Since eight"), encoding="utf-8")
    assert script_of(source) == script_of(source, "another")


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"{}", b"0\n[]"])
def test_a_damaged_file_only_costs_time(source: Path, damage: bytes) -> None:
    script = script_of(source)
    workspace_of(source).passages_cache("story").write_bytes(damage)
    workspace_of(source).script_cache("story").unlink()
    assert script_of(source) == script


def test_marks_in_the_cast_file_win_at_once(source: Path) -> None:
    before = [segment.kind for segment in script_of(source).segments]
    write_marks(source, "guillemets")
    script = script_of(source)
    assert script.quotation_marks is QuotationMarks.GUILLEMETS
    assert [segment.kind for segment in script.segments] != before


def test_wrong_marks_name_file_line_value_and_choices(source: Path) -> None:
    write_marks(source, "curly")
    with pytest.raises(CastError, match=r'story\.toml:2: quotation_marks = "curly" is not one of auto, double, single'):
        read_cast(source.parent / "voices" / "story.toml")


def test_the_proof_says_how_speech_is_marked(source: Path) -> None:
    proof = verify_book(source, workspace_of(source), VerifyOptions(), progress=SilentProgress()).words
    assert proof.quotation_marks is QuotationMarks.DOUBLE
