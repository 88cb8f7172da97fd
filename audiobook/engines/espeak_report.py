"""Which speech library really speaks: what `audiobook doctor` says about the default engine.

Loads the library to ask it for its version; never speaks.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from audiobook.engines.espeak_library import find_speech_library, loaded_library, unloading_works

_WINDOWS_LIBRARY = Path(r"C:\Program Files\eSpeak NG\libespeak-ng.dll")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechLibraryReport:
    """The speech library in use, and the one it is not.

    Attributes:
        path: the library that speaks.
        version: what it says of itself, for example "1.52.0".
        origin: the wheel it came with, for example "espeakng-loader 0.2.4".
        bindings: the package whose bindings call it, for example "pyttsx3 2.99".
        repeatable: the system unloads it after every line, so that a line always sounds the same.
        system_library: another espeak-ng that is installed on this computer and never used; None if there is none.
    """

    path: Path
    version: str
    origin: str
    bindings: str
    repeatable: bool
    system_library: str | None


def report_speech_library() -> SpeechLibraryReport:
    """Find out which library speaks.

    Raises:
        EngineError: the library is missing, incomplete or cannot be loaded.
    """
    from importlib.metadata import version

    files = find_speech_library()
    with loaded_library() as library:
        library_version = library.version()
    return SpeechLibraryReport(
        path=files.library,
        version=library_version,
        origin=files.origin,
        bindings=f"pyttsx3 {version('pyttsx3')}",
        repeatable=unloading_works(),
        system_library=_find_system_library(),
    )


def _find_system_library() -> str | None:
    from ctypes.util import find_library

    if sys.platform == "win32" and _WINDOWS_LIBRARY.exists():
        return str(_WINDOWS_LIBRARY)
    return find_library("espeak-ng") or find_library("espeak")
