import os
import subprocess
import sys
from pathlib import Path

import pytest

from audiobook.engines.espeak_library import load_bindings
from audiobook.engines.pyttsx3_engine import Pyttsx3Engine
from audiobook.engines.registry import open_engine
from audiobook.errors import EngineError
from audiobook.model.speech import Line

SENTENCE = "The ferry left at nine, and nobody on the quay saw who was aboard."

PRINT_DIGEST = f"""
import hashlib
from audiobook.engines.registry import open_engine
from audiobook.model.speech import Line
print(hashlib.sha256(open_engine("pyttsx3").speak(Line(text={SENTENCE!r}, voice="en-us+f3")).samples).hexdigest())
"""


@pytest.fixture
def engine() -> Pyttsx3Engine:
    return Pyttsx3Engine()


def seconds(engine: Pyttsx3Engine, text: str, *, voice: str = "en-gb") -> float:
    pcm = engine.speak(Line(text=text, voice=voice))
    return pcm.length_samples / pcm.rate_hz


def test_it_promises_to_be_repeatable_where_libraries_can_be_unloaded(engine: Pyttsx3Engine) -> None:
    if sys.platform in {"linux", "win32"}:
        assert engine.abilities.repeatable


def test_its_fingerprint_names_the_versions_that_speak(engine: Pyttsx3Engine) -> None:
    assert engine.fingerprint().startswith("pyttsx3 2.")
    assert "espeak-ng 1." in engine.fingerprint()


@pytest.mark.parametrize("voice", ["en-us+f3", "en-gb-scotland+m2", "en-029", "en-gb-x-rp+Mr serious", "de+f2"])
def test_a_variant_changes_the_sound_of_its_base(engine: Pyttsx3Engine, voice: str) -> None:
    assert engine.speak(Line(text=SENTENCE, voice=voice)) != engine.speak(Line(text=SENTENCE, voice="en-gb"))


@pytest.mark.parametrize("voice", ["en-us+nobody", "nobody+f3", "en-us+", "!v/f3", "../en", ""])
def test_a_voice_the_library_would_ignore_is_an_error(engine: Pyttsx3Engine, voice: str) -> None:
    with pytest.raises(EngineError, match="is unknown to pyttsx3"):
        engine.speak(Line(text=SENTENCE, voice=voice))


def test_a_fourth_single_letter_in_a_row_is_spoken_too(engine: Pyttsx3Engine) -> None:
    assert seconds(engine, "I I I I I I can't") > 1.3 * seconds(engine, "I I I can't")


def test_what_the_library_drops_is_spoken_in_parts(engine: Pyttsx3Engine) -> None:
    ten = seconds(engine, " ".join(["x1"] * 10))
    assert seconds(engine, " ".join(["x1"] * 400)) == pytest.approx(40 * ten, rel=0.2)


def test_a_word_of_any_length_is_spoken_to_its_end(engine: Pyttsx3Engine) -> None:
    assert seconds(engine, "lamentable" * 40) > 1.8 * seconds(engine, "lamentable" * 20)


def test_a_number_of_any_length_is_spoken_to_its_end(engine: Pyttsx3Engine) -> None:
    assert seconds(engine, "31415926535" * 10) > 1.8 * seconds(engine, "31415926535" * 5)


@pytest.mark.parametrize(
    ("text", "as_if"),
    [
        ("one two\0three", "one two three"),
        ("one two \x01P99three", "one two P99three"),
        ("one two \ue001P99three", "one two P99three"),
        ("one \ud800two", "one two"),
    ],
)
def test_no_character_is_a_command(engine: Pyttsx3Engine, text: str, as_if: str) -> None:
    assert engine.speak(Line(text=text, voice="en-gb")) == engine.speak(Line(text=as_if, voice="en-gb"))


@pytest.mark.parametrize("text", ["<b>ferry</b>", "[[f'EI]] ferry", "&eacute; ferry", '<voice name="de"/> ferry'])
def test_markup_is_spoken_like_any_text(engine: Pyttsx3Engine, text: str) -> None:
    assert seconds(engine, text) > seconds(engine, "ferry") + 0.3


def test_its_own_copy_of_the_bindings_is_nobody_elses(engine: Pyttsx3Engine) -> None:
    engine.speak(Line(text="Yes.", voice="en-gb"))
    assert "pyttsx3.drivers._espeak" not in sys.modules


@pytest.mark.skipif(sys.platform != "linux", reason="says how Linux finds libraries")
def test_neither_another_library_nor_the_environment_changes_who_speaks(tmp_path: Path) -> None:
    for name in ("libespeak-ng.so.1", "libespeak-ng.so", "libespeak.so.1"):
        (tmp_path / name).write_bytes(b"not a library")
    misleading = {"LD_LIBRARY_PATH": str(tmp_path), "ESPEAK_DATA_PATH": str(tmp_path), "LC_ALL": "C"}
    assert _printed(PRINT_DIGEST, misleading) == _printed(PRINT_DIGEST, {})


@pytest.mark.skipif(sys.platform != "linux", reason="says how Linux finds libraries")
def test_an_espeak_of_the_system_that_is_loaded_already_does_not_speak(tmp_path: Path) -> None:
    import espeakng_loader

    other = tmp_path / "libespeak-ng.so.1"
    other.write_bytes(Path(espeakng_loader.get_library_path()).read_bytes())
    loads_it = f"import ctypes; other = ctypes.CDLL({str(other)!r}); other.espeak_Info(None)\n"
    which = "from audiobook.engines.espeak_report import report_speech_library as r; print(r().path)\n"
    of_the_wheel = f"{espeakng_loader.get_library_path()}\n"
    assert _printed(loads_it + which + PRINT_DIGEST, {}) == of_the_wheel + _printed(PRINT_DIGEST, {})


@pytest.mark.skipif(sys.platform == "win32", reason="the path is longer than Windows allows")
def test_a_very_long_path_to_the_data_is_no_hindrance(tmp_path: Path) -> None:
    import espeakng_loader

    wheel = Path(espeakng_loader.__file__).parent
    far = tmp_path / ("deep" * 30) / ("down" * 30)
    far.mkdir(parents=True)
    (far / "espeakng_loader").symlink_to(wheel, target_is_directory=True)
    moved = f"import sys; sys.path.insert(0, {str(far)!r})\n"
    assert _printed(moved + PRINT_DIGEST, {}) == _printed(PRINT_DIGEST, {})


def test_missing_data_is_an_error_and_not_the_end_of_the_process(tmp_path: Path) -> None:
    package = tmp_path / "espeakng_loader"
    package.mkdir()
    (package / "__init__.py").write_text(
        f"def get_library_path(): return {str(package / 'library.so')!r}\n", encoding="utf-8"
    )
    (package / "library.so").touch()
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from audiobook.engines.registry import open_engine\n"
        "from audiobook.errors import EngineError\n"
        "try:\n    open_engine('pyttsx3')\n"
        "except EngineError as error:\n    print(error.message)\n"
    )
    assert "the speech library is incomplete" in _printed(code, {})


def test_stopping_it_by_hand_is_not_lost_in_the_library(engine: Pyttsx3Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    import ctypes

    def press_ctrl_c(*_arguments: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(ctypes, "string_at", press_ctrl_c)
    with pytest.raises(KeyboardInterrupt):
        engine.speak(Line(text=SENTENCE, voice="en-gb"))


def test_where_the_library_cannot_be_unloaded_every_line_is_spoken_all_the_same() -> None:
    keeps_it = (
        "import ctypes, espeakng_loader; kept = ctypes.CDLL(espeakng_loader.get_library_path())\n"
        "from audiobook.engines.registry import open_engine\n"
        "from audiobook.model.speech import Line\n"
        "engine = open_engine('pyttsx3')\n"
        "print(engine.abilities.repeatable, 'state kept' in engine.fingerprint())\n"
        f"lines = [Line(text={SENTENCE!r}, voice=voice) for voice in ('en-us+f3', 'en-gb') * 10]\n"
        "print(all(engine.speak(line).length_samples > 60000 for line in lines))\n"
    )
    assert _printed(keeps_it, {}).split() == ["False", "True", "True"]


def test_the_bindings_are_those_of_pyttsx3(engine: Pyttsx3Engine) -> None:
    from audiobook.engines.espeak_library import find_speech_library

    assert Path(load_bindings(find_speech_library()).__file__ or "").name == "_espeak.py"


def test_it_opens_through_the_registry() -> None:
    assert isinstance(open_engine("pyttsx3"), Pyttsx3Engine)


def _printed(code: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout
