"""The installation, looked at as a doctor would: each part is made to do its work once."""

import io
import platform
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from audiobook import __version__
from audiobook.casting.profiles import load_profiles
from audiobook.codecs.aac import aac_encoder_name, write_aac
from audiobook.codecs.flac import assemble_flac, decode_flac, encode_flac
from audiobook.codecs.mp3 import Mp3Encoder, mp3_encoder_name
from audiobook.engines.espeak_library import find_speech_library
from audiobook.engines.espeak_report import report_speech_library
from audiobook.engines.espeak_voices import read_voice_names
from audiobook.engines.protocol import SpeechEngine
from audiobook.engines.registry import engine_names, open_engine
from audiobook.errors import AudiobookError, EngineError, EngineMissingError
from audiobook.language.tongues import language_name
from audiobook.model.speech import Line, Pcm
from audiobook.scripting.attribution.foreign_tags import has_tag_rules
from audiobook.workspace.files import write_atomically
from audiobook.workspace.paths import Workspace

_TEST_WORDS = "Is anybody there?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One part of the installation.

    Attributes:
        what: the part.
        found: what was found, or what is wrong.
        is_there: False for an engine that is installed or set up only on demand, and is not.
    """

    what: str
    found: str
    is_well: bool
    is_there: bool = True


def check_up(workspace: Workspace) -> tuple[Finding, ...]:
    """Check everything a run needs; a part that fails is a finding, never an error."""
    return tuple(_findings(workspace))


def _findings(workspace: Workspace) -> Iterator[Finding]:
    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {sys.executable}"
    yield Finding(what="audiobook", found=f"{__version__}, {python}", is_well=True)
    yield _try("speech library", _describe_speech_library)
    for name in engine_names():
        yield _try(f"engine {name}", partial(_speak, name, workspace))
    yield _try("FLAC", _keep_lossless)
    yield _try("MP3", _encode_mp3)
    yield _try("AAC", _encode_aac)
    yield _try("voices", lambda: f"{len(load_profiles(workspace.profiles_folder))} voice profiles")
    yield _try("languages", _describe_languages)
    for folder in (workspace.build_dir, workspace.voices_dir):
        yield _try(f"{folder}/", partial(_write_in, folder))


def _describe_languages() -> str:
    """Say which languages are spoken, and what is concluded of who speaks in each."""
    tags = {tag.partition("-")[0] for tag in read_voice_names(find_speech_library().data).identifier_of_tag}
    with_tags = ", ".join(sorted({language_name(tag) for tag in tags if has_tag_rules(tag)}))
    return (
        f"{len(tags)} spoken; who speaks is worked out in English, told by tags in {with_tags}, and by labels and"
        " corrections only in all others"
    )


def _try(what: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(what=what, found=check(), is_well=True)
    except AudiobookError as error:
        hint = f" ({error.hint})" if error.hint else ""
        is_there = not isinstance(error, EngineMissingError)
        return Finding(what=what, found=f"{error.message}{hint}", is_well=not is_there, is_there=is_there)


def _speak(name: str, workspace: Workspace) -> str:
    engine = open_engine(name)
    try:
        profiles = load_profiles(workspace.profiles_folder).values()
        voice = _any_voice(engine, [profile.voice for profile in profiles if profile.engine == name])
        pcm = engine.speak(Line(text=_TEST_WORDS, voice=voice))
        if not any(pcm.samples):
            raise EngineError(f"engine {name} gave no sound", hint="pip install --force-reinstall audiobook")
        return f"speaks ({pcm.length_samples / pcm.rate_hz:.1f} s at {pcm.rate_hz} Hz); {engine.fingerprint()}"
    finally:
        engine.close()


def _any_voice(engine: SpeechEngine, of_profiles: Sequence[str]) -> str:
    """Choose a voice to try an engine with: one that a profile uses, if there is one."""
    for voice in (*of_profiles, *engine.voices()):
        return voice
    raise EngineMissingError(f"engine {engine.name} has no voice", hint="docs/engines.md says where to get some")


def _describe_speech_library() -> str:
    report = report_speech_library()
    other = f"; the system's own {report.system_library} is not used" if report.system_library else ""
    return f"espeak-ng {report.version} from {report.origin} through {report.bindings}, {report.path}{other}"


def _keep_lossless() -> str:
    pcm = Pcm(samples=bytes(range(256)) * 40, rate_hz=22050)
    parts = encode_flac(pcm)
    file = assemble_flac(parts, application_id=b"test", application_data=b"")
    if decode_flac(file, most_samples=pcm.length_samples) != pcm:
        raise EngineError("FLAC gives back other samples than it got", hint="pip install --force-reinstall soundfile")
    return "keeps takes without loss"


def _encode_mp3() -> str:
    encoder = Mp3Encoder(rate_hz=22050, bit_rate_kbps=64, quality=5)
    data = encoder.encode(Pcm(samples=bytes(22050), rate_hz=22050)) + encoder.finish()
    return f"{mp3_encoder_name()} encodes ({len(data)} bytes)"


def _encode_aac() -> str:
    file = io.BytesIO()
    write_aac(file, [Pcm(samples=bytes(22050), rate_hz=22050)], rate_hz=22050, bit_rate_kbps=64)
    return f"{aac_encoder_name()} encodes ({len(file.getvalue())} bytes)"


def _write_in(folder: Path) -> str:
    probe = folder / ".audiobook-doctor"
    existed = folder.exists()
    write_atomically(probe, b"")
    probe.unlink()
    free_gb = shutil.disk_usage(folder).free / 1e9
    if not existed:
        folder.rmdir()
    return f"can be written, {free_gb:.0f} GB free"
