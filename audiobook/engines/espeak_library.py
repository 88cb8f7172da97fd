"""The espeak-ng library of the espeakng-loader wheel: where it is, how it is loaded, bound and let go.

Knows files, handles and C prototypes; refuses to know about lines, voices or sound. The prototypes are those of
pyttsx3's own bindings (`pyttsx3.drivers._espeak`). That module binds itself, while it is imported, to whichever
espeak-ng the system offers, and fails where there is none. So we execute a private copy of it with `ctypes.cdll`
pointing at the wheel's library, and afterwards apply its prototypes to the handle that is open at the moment: no
library of the system is ever asked, and the copy that other users of pyttsx3 import stays as it is.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from audiobook.engines.espeak_data import data_path_for_library
from audiobook.engines.shared_library import is_loaded, load_library, unload_library
from audiobook.errors import EngineError

_REINSTALL_HINT = "pip install --force-reinstall espeakng-loader pyttsx3"

_NEEDED_DATA = ("phontab", "phonindex", "phondata", "intonations", "en_dict", "lang", "voices")
"""Without these espeak-ng would end the whole process or speak nonsense."""

_KEEP_THE_PROCESS = 0x8000
"""espeakINITIALIZE_DONT_EXIT of speak_lib.h: report missing data instead of leaving the process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechLibraryFiles:
    """The files that speak.

    Attributes:
        library: the shared library.
        data: the folder `espeak-ng-data` with phonemes, dictionaries and voices.
        origin: the wheel they came with, for example "espeakng-loader 0.2.4".
    """

    library: Path
    data: Path
    origin: str


@cache
def find_speech_library() -> SpeechLibraryFiles:
    """Find the wheel's library and make sure that its data is whole, before anything is loaded.

    Raises:
        EngineError: the wheel is missing or incomplete.
    """
    from importlib.metadata import version

    try:
        import espeakng_loader
    except ImportError as error:
        raise EngineError("the speech library's package espeakng-loader is missing", hint=_REINSTALL_HINT) from error
    library = Path(espeakng_loader.get_library_path())
    data = library.parent / "espeak-ng-data"
    missing = [path for path in (library, *(data / name for name in _NEEDED_DATA)) if not path.exists()]
    if missing:
        raise EngineError(f"the speech library is incomplete: {missing[0]} is missing", hint=_REINSTALL_HINT)
    return SpeechLibraryFiles(library=library, data=data, origin=f"espeakng-loader {version('espeakng-loader')}")


class LoadedLibrary:
    """An open handle of the library with pyttsx3's prototypes applied to it.

    Args:
        files: what to load.
    """

    def __init__(self, files: SpeechLibraryFiles) -> None:
        self._files = files
        self.bindings = load_bindings(files)
        self._dll = _open(files.library)

    def bound(self, binding: Any, symbol: str) -> Callable[..., Any]:
        """Apply the prototype of one of pyttsx3's bindings to this handle."""
        function: Callable[..., Any] = type(binding)((symbol, self._dll))
        return function

    def version(self) -> str:
        """Ask the library itself for its version, for example "1.52.0"."""
        version: bytes = self.bound(self.bindings.Info, "espeak_Info")(None)
        return version.decode("ascii", errors="replace")

    def initialise(self, *, buffer_ms: int) -> int:
        """Start synthesis into a callback, with no thread and no sound device; gives the sample rate in hertz.

        Raises:
            EngineError: the data cannot be read.
        """
        initialise = self.bound(self.bindings.Initialize, "espeak_Initialize")
        mode = self.bindings.AUDIO_OUTPUT_SYNCHRONOUS
        rate_hz: int = initialise(mode, buffer_ms, data_path_for_library(self._files.data), _KEEP_THE_PROCESS)
        if rate_hz <= 0:
            raise EngineError(f"the speech library cannot read its data in {self._files.data}", hint=_REINSTALL_HINT)
        return rate_hz

    def set_random_seed(self, seed: int) -> None:
        """Replace the clock as the seed of the library's noise; call it after `initialise`."""
        self._dll.espeak_ng_SetRandSeed(ctypes.c_long(seed))

    def read_phonemes_in_text(self) -> None:
        """Have `phonemes` take what stands between double square brackets for mnemonics, as only synthesis can say."""
        bindings = self.bindings
        ignore = bindings.t_espeak_callback(lambda *_: 0)
        self.bound(bindings.cSetSynthCallback, "espeak_SetSynthCallback")(ignore)
        flags = bindings.CHARS_UTF8 | bindings.PHONEMES
        self.bound(bindings.cSynth, "espeak_Synth")(b" ", 2, 0, bindings.POS_CHARACTER, 0, flags, None, None)

    def phonemes(self, position: ctypes.c_void_p, text_mode: int, phoneme_mode: int) -> str:
        """Translate the next clause of a text into phonemes, and move `position` behind it; null is the end.

        pyttsx3 has no binding for this call: espeak_TextToPhonemes of speak_lib.h.
        """
        translate = self._dll.espeak_TextToPhonemes
        translate.argtypes = (ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int)
        translate.restype = ctypes.c_char_p
        found: bytes | None = translate(ctypes.byref(position), text_mode, phoneme_mode)
        return (found or b"").decode(errors="replace")

    def terminate(self) -> None:
        """End synthesis and free what `initialise` took."""
        self.bound(self.bindings.Terminate, "espeak_Terminate")()

    def unload(self) -> None:
        """Let the library go, and with it everything it remembers; nothing of it may be called afterwards."""
        unload_library(self._dll)


@contextmanager
def loaded_library() -> Iterator[LoadedLibrary]:
    """Load the library afresh, in the state it has in a new process, and unload it at the end."""
    library = LoadedLibrary(find_speech_library())
    try:
        yield library
    finally:
        library.unload()


@cache
def unloading_works() -> bool:
    """Tell whether the system really unloads the library, so that each line starts from the same state."""
    with loaded_library():
        pass
    return not is_loaded(find_speech_library().library)


@cache
def load_bindings(files: SpeechLibraryFiles) -> ModuleType:
    """Give a private copy of pyttsx3's espeak bindings; of its functions only the prototypes may be used.

    Raises:
        EngineError: pyttsx3 is missing, or its bindings are not the ones we know.
    """
    from importlib.util import find_spec, module_from_spec

    try:
        spec = find_spec("pyttsx3.drivers._espeak")
    except ImportError as error:
        raise EngineError("the package pyttsx3 is missing", hint=_REINSTALL_HINT) from error
    if spec is None or spec.loader is None:
        raise EngineError("pyttsx3 has no bindings for espeak-ng", hint=_REINSTALL_HINT)
    bindings = module_from_spec(spec)
    with _only_library(files.library) as opened:
        spec.loader.exec_module(bindings)
    for dll in opened:
        unload_library(dll)
    return bindings


@contextmanager
def _only_library(path: Path) -> Iterator[list[ctypes.CDLL]]:
    """Let `ctypes.cdll` give this one library, whichever is asked for; lists what was opened."""
    opened: list[ctypes.CDLL] = []

    def open_the_one(_asked_for: str) -> ctypes.CDLL:
        opened.append(_open(path))
        return opened[-1]

    usual = ctypes.cdll
    ctypes.cdll = ctypes.LibraryLoader(open_the_one)  # type: ignore[arg-type]  # a factory serves as well as a class
    try:
        yield opened
    finally:
        ctypes.cdll = usual


def _open(path: Path) -> ctypes.CDLL:
    try:
        return load_library(path)
    except OSError as error:
        raise EngineError(f"the speech library {path} cannot be loaded: {error}", hint=_REINSTALL_HINT) from error
