from pathlib import Path

import pytest

from audiobook.engines.catalogue import ENGINE_CARDS
from audiobook.engines.kokoro_files import KOKORO
from audiobook.engines.registry import BUILT_IN_ENGINES
from audiobook.errors import EngineError, UsageError
from audiobook.production.engine_setup import install_engine, list_engines
from audiobook.production.progress import SilentProgress
from tests.endpoints.file_server import Manner, serving_files


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("AUDIOBOOK_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("AUDIOBOOK_SPEECH_URL", raising=False)
    monkeypatch.setenv("no_proxy", "*")
    return tmp_path / "data"


def test_every_engine_of_the_program_is_described() -> None:
    assert set(ENGINE_CARDS) == set(BUILT_IN_ENGINES)


def test_engines_that_are_not_set_up_say_what_they_need() -> None:
    found = {state.name: state for state in list_engines()}
    assert found["pyttsx3"].is_ready
    assert not found["endpoint"].is_ready
    assert not found["endpoint"].is_broken
    assert "AUDIOBOOK_SPEECH_URL" in found["endpoint"].state
    assert not found["kokoro"].is_ready
    assert found["kokoro"].steps == ('pip install "audiobook[kokoro]"', "audiobook engines install kokoro")
    assert found["kokoro"].needs == 'pip install "audiobook[kokoro]", then: audiobook engines install kokoro'
    assert found["pyttsx3"].needs is None


@pytest.mark.parametrize(("name", "fault"), [("nobody", "no speech engine"), ("pyttsx3", "needs no files")])
def test_what_cannot_be_installed_is_an_error(name: str, fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        install_engine(name, source=None, progress=SilentProgress())


def test_an_engine_that_is_a_package_names_the_command_that_installs_it() -> None:
    with pytest.raises(UsageError) as caught:
        install_engine("hibari", source=None, progress=SilentProgress())
    assert caught.value.hint == 'pip install "audiobook[hibari]"'


def test_a_place_without_the_files_is_an_error_that_names_one(tmp_path: Path, data: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(EngineError, match=r"29 of 29 files are not in there.*onnx/model_quantized\.onnx"):
        install_engine("kokoro", source=str(tmp_path / "empty"), progress=SilentProgress())
    assert [path for path in data.rglob("*.*") if path.suffix != ".lock"] == []


def test_another_server_may_have_the_files() -> None:
    with (
        serving_files({}, Manner(status=404)) as server,
        pytest.raises(EngineError, match="HTTP 404"),
    ):
        install_engine("kokoro", source=f"{server.url}/mirror", progress=SilentProgress())
    assert server.asked == [("/mirror/onnx/model_quantized.onnx", None)]


def test_the_home_is_one_revision_for_ever() -> None:
    assert KOKORO.home.rpartition("/")[2] == "1939ad2a8e416c0acfeecc08a694d14ef25f2231"
    assert KOKORO.home.startswith("https://")
    assert len({file.sha256 for file in KOKORO.files}) == len(KOKORO.files) == 29
