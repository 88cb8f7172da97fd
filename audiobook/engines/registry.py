"""Which speech engines there are, and how one is opened by its name.

Knows names and where their adapters live; refuses to know anything about speaking. An adapter is imported only when
it is opened. Other packages add engines through the entry-point group `audiobook.engines`: the name is the engine's,
the value points to something that, called without arguments, gives a `SpeechEngine`.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from audiobook.engines.protocol import SpeechEngine
from audiobook.errors import EngineError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINT_GROUP = "audiobook.engines"

BUILT_IN_ENGINES: Mapping[str, str] = {
    "endpoint": "audiobook.engines.speech_endpoint:open_speech_endpoint",
    "hibari": "audiobook.engines.hibari_engine:HibariEngine",
    "kokoro": "audiobook.engines.kokoro_engine:KokoroEngine",
    "piper": "audiobook.engines.piper_engine:PiperEngine",
    "pyttsx3": "audiobook.engines.pyttsx3_engine:Pyttsx3Engine",
    "tone": "audiobook.engines.tone:ToneEngine",
}


def engine_names() -> tuple[str, ...]:
    """List every engine that can be asked for, in alphabetical order; its parts may still be missing."""
    from importlib.metadata import entry_points

    return tuple(sorted({*BUILT_IN_ENGINES, *entry_points(group=ENTRY_POINT_GROUP).names}))


def open_engine(name: str) -> SpeechEngine:
    """Open an engine by its name.

    Raises:
        EngineError: no engine has that name, or what it needs is not installed.
    """
    make = _import_adapter(name, BUILT_IN_ENGINES[name]) if name in BUILT_IN_ENGINES else _load_entry_point(name)
    return make()


def _import_adapter(name: str, address: str) -> Callable[[], SpeechEngine]:
    module_name, attribute = address.split(":")
    try:
        adapter: Callable[[], SpeechEngine] = getattr(import_module(module_name), attribute)
    except ImportError as error:
        raise EngineError(
            f'engine "{name}" lacks a part: {error}', hint="pip install --force-reinstall audiobook"
        ) from error
    return adapter


def _load_entry_point(name: str) -> Callable[[], SpeechEngine]:
    entry_point = _find_entry_point(name)
    try:
        adapter: Callable[[], SpeechEngine] = entry_point.load()
    except (ImportError, AttributeError) as error:
        package = entry_point.dist.name if entry_point.dist else entry_point.value
        raise EngineError(
            f'engine "{name}" of {package} cannot be loaded: {error}', hint=f"install {package} again"
        ) from error
    return adapter


def _find_entry_point(name: str) -> "EntryPoint":
    from importlib.metadata import entry_points

    for entry_point in entry_points(group=ENTRY_POINT_GROUP, name=name):
        return entry_point
    raise EngineError(f'there is no speech engine "{name}"', hint=f"the engines are: {', '.join(engine_names())}")
