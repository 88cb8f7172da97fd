from pathlib import Path

import pytest

from audiobook.synthesis.take_store import TakeStore

ENTRY_POINTS = """\
[audiobook.engines]
hum = tests.synthesis.engines:HumEngine
moody = tests.synthesis.engines:MoodyEngine
slow = tests.synthesis.engines:SlowEngine
counted = tests.synthesis.engines:CountedEngine
absent = tests.synthesis.engines:AbsentEngine
killer = tests.synthesis.engines:KillerEngine
"""


@pytest.fixture
def test_engines(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the engines of `tests.synthesis.engines` as another package would: by entry points, for workers too."""
    installed = tmp_path_factory.mktemp("installed")
    package = installed / "engines_that_misbehave-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: engines-that-misbehave\nVersion: 1.0\n")
    (package / "entry_points.txt").write_text(ENTRY_POINTS)
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    monkeypatch.syspath_prepend(str(installed))


@pytest.fixture
def store(tmp_path: Path) -> TakeStore:
    return TakeStore(tmp_path / "takes")
