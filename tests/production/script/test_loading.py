"""The kept script of a book: it changes nothing but the time it takes."""

import subprocess
import sys
from pathlib import Path

import pytest

from audiobook.model.script import Script
from audiobook.production.progress import SilentProgress
from audiobook.production.script.loading import read_script_of, read_weighed_script_of, renew_script
from audiobook.workspace.paths import Workspace

STORY = 'Chapter One\n\n"Is it on?" asked Wren.\n\n"Since noon," said Odile.\n\n"Pour it now."\n\n"Soon."\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def workspace_of(source: Path, build: str = "build") -> Workspace:
    return Workspace(build_dir=source.parent / build, voices_dir=source.parent / "voices")


def script_of(source: Path, build: str = "build") -> Script:
    return read_script_of(
        source, workspace_of(source, build), name=None, second_opinion=None, progress=SilentProgress()
    )


def weighed_script_of(source: Path, build: str = "build") -> Script:
    return read_weighed_script_of(
        source, workspace_of(source, build), name=None, second_opinion=None, progress=SilentProgress()
    )


def test_a_kept_script_is_weighed_as_a_fresh_one_is(source: Path) -> None:
    script_of(source)
    assert weighed_script_of(source) == weighed_script_of(source, "another")
    assert any(segment.worth for segment in weighed_script_of(source).segments)


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"{}", b"0\n[]"])
def test_damaged_doubts_only_cost_time(source: Path, damage: bytes) -> None:
    weighed = weighed_script_of(source)
    workspace_of(source).doubts_cache("story").write_bytes(damage)
    assert weighed_script_of(source) == weighed


def test_a_changed_program_writes_the_script_again(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script_of(source)
    kept = workspace_of(source).script_cache("story").read_bytes()
    monkeypatch.setattr("audiobook.production.script.script_key.script_version", lambda: "another")
    script_of(source)
    assert workspace_of(source).script_cache("story").read_bytes() != kept


def test_a_kept_script_needs_nothing_of_what_wrote_it(source: Path) -> None:
    script_of(source)
    loads = f"""
import sys
import subprocess
import sys
from pathlib import Path
from audiobook.production.progress import SilentProgress
from audiobook.production.script.loading import read_script_of
from audiobook.workspace.paths import Workspace
folder = Path({str(source.parent)!r})
place = Workspace(build_dir=folder / "build", voices_dir=folder / "voices")
read_script_of(Path({str(source)!r}), place, name=None, second_opinion=None, progress=SilentProgress())
print([name for name in sys.modules if name.startswith(("audiobook.reading.text", "audiobook.scripting.grammar"))])
"""
    ran = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_renewed_script_is_what_the_cast_file_says_now(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script_of(source)
    (source.parent / "voices").mkdir()
    (source.parent / "voices" / "story.toml").write_text(
        '[[corrections]]\ntext = \'"Soon."\'\nspeaker = "Odile"\n', encoding="utf-8"
    )
    renew_script(source, workspace_of(source), name=None, progress=SilentProgress())
    fresh = script_of(source, "another")
    monkeypatch.setattr("audiobook.production.script.writing.write_book_script", None)
    assert script_of(source) == fresh
    assert fresh.segments[-1].confidence == 1.0
