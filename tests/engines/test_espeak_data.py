import sys
import tempfile
from pathlib import Path

import pytest

from audiobook.engines import espeak_data

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell capitals apart in file names")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data as the wheel has it, and a temporary folder of our own."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    folder = tmp_path / "data"
    (folder / "lang" / "gmw").mkdir(parents=True)
    (folder / "lang" / "gmw" / "en-US").write_text("voice")
    (folder / "en_dict").write_text("words")
    return folder


def stand_in(data: Path) -> Path:
    espeak_data.data_path_for_library.cache_clear()
    return Path(espeak_data.data_path_for_library(data).decode())


def test_voices_are_found_under_names_in_lower_case(data: Path) -> None:
    assert (stand_in(data) / "lang" / "gmw" / "en-us").read_text() == "voice"
    assert (stand_in(data) / "en_dict").read_text() == "words"


def test_all_processes_share_one_folder(data: Path) -> None:
    assert stand_in(data) == stand_in(data)
    assert len(list(Path(tempfile.gettempdir()).iterdir())) == 1


def test_a_folder_that_lost_a_link_is_not_used(data: Path) -> None:
    shared = stand_in(data)
    (shared / "en_dict").unlink()
    assert (stand_in(data) / "en_dict").read_text() == "words"


def test_a_folder_that_others_may_write_is_not_used(data: Path) -> None:
    shared = stand_in(data)
    shared.chmod(0o777)
    assert stand_in(data) != shared
