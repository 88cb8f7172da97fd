import os
from pathlib import Path

import pytest

from audiobook.engines.neural_models import file_digest, free_memory_mib, require_memory, require_package
from audiobook.engines.spoken_samples import as_spoken
from audiobook.errors import EngineError, EngineMissingError
from audiobook.model.speech import Line

LINE = Line(text="The ferry left at nine.", voice="v")


def test_a_missing_package_is_an_error_that_names_the_command() -> None:
    with pytest.raises(EngineMissingError, match="no package whistling_tts") as caught:
        require_package("whistling_tts", extra="whistle")
    assert caught.value.hint == 'pip install "audiobook[whistle]"'


def test_a_broken_package_is_an_error_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "torn_tts.py").write_text("import a_module_that_is_not_there\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(EngineError, match="a_module_that_is_not_there"):
        require_package("torn_tts", extra="torn")


def test_more_memory_than_there_is_is_an_error() -> None:
    free_mib = free_memory_mib()
    if free_mib is None:
        pytest.skip("this system does not tell")
    assert 10 < free_mib < 1 << 24
    with pytest.raises(EngineError, match="MiB are free"):
        require_memory(1 << 25, what="the model")


def test_a_digest_follows_the_file(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(b"one")
    first = file_digest(path)
    path.write_bytes(b"two")
    os.utime(path, ns=(1, 1))
    assert file_digest(path) != first


@pytest.mark.parametrize(
    ("value", "seconds", "fault"),
    [
        (0.5, 0.0, "no sound"),
        (0.0, 2.0, "silence"),
        (float("nan"), 2.0, "no numbers"),
        (float("inf"), 2.0, "no numbers"),
        (0.5, 0.1, "only 0.10 s"),
        (0.5, 90.0, "90 s of sound"),
    ],
)
def test_what_cannot_be_the_line_is_an_error(value: float, seconds: float, fault: str) -> None:
    import numpy as np

    samples = np.full(round(seconds * 24000), value, dtype=np.float32)
    with pytest.raises(EngineError, match=fault):
        as_spoken(samples, LINE, rate_hz=24000, engine="hibari")
