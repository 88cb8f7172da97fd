"""One finished file measured from its bytes alone: in a worker process or here.

Knows one file; refuses to know what `release.json` says of it and what it should measure.
"""

import hashlib
from pathlib import Path

from audiobook.assembly.checking.found_tags import read_tags
from audiobook.assembly.checking.measuring_sound import measure_sound
from audiobook.assembly.checking.transcripts import read_transcripts
from audiobook.assembly.tagging.tags import tag_length
from audiobook.codecs.decoding import open_sound
from audiobook.codecs.mp3_frames import Mp3Stream, read_mp3_stream
from audiobook.errors import AudioFormatError
from audiobook.model.release_check import Encoding, MeasuredFile
from audiobook.workspace.files import describe

_HEAD_BYTES = 10
_DAMAGE_AT = "{:,} bytes of junk at byte {:,}"


def measure_file(path: Path) -> MeasuredFile:
    """Measure a file; what cannot be measured is said in the result and stops nothing."""
    try:
        with path.open("rb") as file:
            sha256, size_bytes = hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    except FileNotFoundError:
        return MeasuredFile(file=path.name, is_there=False, problem="it is not there")
    except OSError as error:
        return MeasuredFile(file=path.name, problem=f"cannot be read: {describe(error)}")
    encoding, sound, problem = None, None, ""
    try:
        encoding = _read_encoding(path)
        sound = measure_sound(path)
    except AudioFormatError as error:
        problem = error.message.removeprefix(f"{path}: ")
    return MeasuredFile(
        file=path.name,
        size_bytes=size_bytes,
        sha256=sha256,
        encoding=encoding,
        tags=read_tags(path),
        sound=sound,
        transcripts=read_transcripts(path),
        problem=problem,
    )


def _read_encoding(path: Path) -> Encoding:
    with open_sound(path) as sound:
        facts = sound.facts
    if facts.container == "mp3":
        with path.open("rb") as file:
            start = tag_length(file.read(_HEAD_BYTES))
        return _describe_frames(read_mp3_stream(path, start=start))
    bit_rate = round((facts.bit_rate_bps or 0) / 1000)
    return Encoding(
        codec=facts.codec,
        rates_hz=(facts.rate_hz,),
        channels=(facts.channels,),
        bit_rates_kbps=(bit_rate,) if bit_rate else (),
        is_constant=False,
    )


def _describe_frames(stream: Mp3Stream) -> Encoding:
    damage = ""
    if stream.junk_at is not None:
        damage = _DAMAGE_AT.format(stream.junk_bytes, stream.junk_at)
    elif stream.is_cut_off:
        damage = "it ends in the middle of a frame"
    return Encoding(
        codec="mp3",
        rates_hz=stream.rates_hz,
        channels=stream.channels,
        bit_rates_kbps=stream.bit_rates_kbps,
        is_constant=len(stream.bit_rates_kbps) == 1,
        damage=damage,
    )
