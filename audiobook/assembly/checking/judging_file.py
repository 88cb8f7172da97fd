"""A file's bytes, format and tags held against its release and a profile's limits.

Knows what was found and what was expected; refuses to look at a disk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audiobook.assembly.checking.folding import fold_words
from audiobook.assembly.checking.verdicts import judge
from audiobook.assembly.profiles import ProfileLimits
from audiobook.model.release import ExtraKind
from audiobook.model.release_check import CheckedFile, Encoding, Finding, FoundTags, Measure

_TRACK = "TRCK"  # a file that is no chapter may do without its number
_MAKE_AGAIN = "run audiobook make again"
_FORMAT_HINT = "this is not how audiobook encodes: delete the file, then run audiobook make again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a release says of one of its files.

    Attributes:
        length_s: of its sound.
        is_stale: it is from an earlier run, because a line of it failed in the last one.
        title: in its tag; None if any will do.
        number: of the chapter; None if it is none.
        cover_sha256: of the release's cover; None if there is no cover.
    """

    size_bytes: int
    sha256: str
    length_s: float
    is_stale: bool
    title: str | None
    album: str
    author: str
    number: int | None
    cover_sha256: str | None


def judge_bytes(file: CheckedFile, expected: Expected) -> Finding:
    """Judge whether the file is there, whole, and the one that was made."""
    measured = file.measured
    wanted = "as made"
    if not measured.is_there:
        return judge(Measure.FILE, measured.problem, wanted=wanted, complaint="missing", hint=_MAKE_AGAIN)
    if measured.problem:
        return judge(Measure.FILE, measured.problem, wanted=wanted, complaint="damaged", hint=_MAKE_AGAIN)
    if measured.encoding is not None and measured.encoding.damage:
        return judge(Measure.FILE, measured.encoding.damage, wanted=wanted, complaint="damaged", hint=_MAKE_AGAIN)
    if measured.size_bytes != expected.size_bytes:
        figure = f"{measured.size_bytes:,} bytes, {expected.size_bytes:,} were made"
        return judge(Measure.FILE, figure, wanted=wanted, complaint="changed", hint=_MAKE_AGAIN)
    if measured.sha256 != expected.sha256:
        return judge(Measure.FILE, "other bytes", wanted=wanted, complaint="changed", hint=_MAKE_AGAIN)
    if expected.is_stale:
        hint = "run audiobook make again: it tells which line could not be spoken"
        return judge(Measure.FILE, "of an earlier run", wanted=wanted, complaint="out of date", hint=hint)
    return judge(Measure.FILE, "as made", wanted=wanted)


def judge_format(file: CheckedFile, encoding: Encoding, limits: ProfileLimits) -> Finding:
    """Judge codec, bit rate, sample rate and channels."""
    is_m4b = file.kind is ExtraKind.M4B
    complaints = list(_m4b_complaints(encoding) if is_m4b else _mp3_complaints(encoding, limits))
    complaint = complaints[0] if len(complaints) == 1 else "not as asked" if complaints else ""
    wanted = "AAC" if is_m4b else _wanted_format(limits)
    return judge(Measure.FORMAT, describe_encoding(encoding), wanted=wanted, complaint=complaint, hint=_FORMAT_HINT)


def describe_encoding(encoding: Encoding) -> str:
    """Write a format for people: "MP3, 64 kb/s CBR, 22.05 kHz, mono"."""
    rates = _spread(encoding.bit_rates_kbps)
    mode = "" if encoding.codec != "mp3" else " CBR" if encoding.is_constant else " VBR"
    channels = {"1": "mono", "2": "stereo"}.get(_spread(encoding.channels), f"{_spread(encoding.channels)} channels")
    parts = (encoding.codec.upper(), f"{rates} kb/s{mode}" if rates else "", _in_khz(encoding.rates_hz), channels)
    return ", ".join(filter(None, parts))


def _wanted_format(limits: ProfileLimits) -> str:
    least = f"{limits.bit_rate_min_kbps} kb/s or more" if limits.bit_rate_min_kbps else ""
    parts = (
        "MP3",
        f"{least}{' CBR' if limits.constant_bit_rate else ''}".strip(),
        _in_khz(limits.rates_hz),
        "mono" if limits.mono else "",
    )
    return ", ".join(filter(None, parts))


def _spread(values: Sequence[int]) -> str:
    """Write one value, or from where to where several go."""
    return "-".join(map(str, dict.fromkeys((values[0], values[-1])))) if values else ""


def _in_khz(rates_hz: Sequence[int]) -> str:
    return f"{'/'.join(f'{rate_hz / 1000:g}' for rate_hz in rates_hz)} kHz" if rates_hz else ""


def _mp3_complaints(encoding: Encoding, limits: ProfileLimits) -> Iterator[str]:
    if encoding.codec != "mp3":
        yield "no MP3"
        return
    if limits.bit_rate_min_kbps and encoding.bit_rates_kbps[0] < limits.bit_rate_min_kbps:
        yield "bit rate too low"
    if limits.constant_bit_rate and not encoding.is_constant:
        yield "variable bit rate"
    if len(encoding.rates_hz) > 1:
        yield "sample rate changes"
    elif limits.rates_hz and encoding.rates_hz[0] not in limits.rates_hz:
        yield "wrong sample rate"
    if limits.mono and encoding.channels != (1,):
        yield "not mono"


def _m4b_complaints(encoding: Encoding) -> Iterator[str]:
    if encoding.codec != "aac":
        yield "no AAC"


def judge_tags(tags: FoundTags, expected: Expected, limits: ProfileLimits) -> Finding:
    """Judge whether the tags a profile asks for are there, and whether what they say is right."""
    optional = () if expected.number is not None else (_TRACK,)
    missing = [name for name in limits.tags if name not in tags.names and name not in optional]
    wrong = list(_wrong_tags(tags, expected))
    complaint = "missing" if missing else "wrong" if wrong else ""
    figure = ", ".join(missing) if missing else "; ".join(wrong) or "right"
    return judge(Measure.TAGS, figure, wanted="right", complaint=complaint, hint=_MAKE_AGAIN)


def _wrong_tags(tags: FoundTags, expected: Expected) -> Iterator[str]:
    texts = (
        ("title", tags.title, expected.title),
        ("album", tags.album, expected.album),
        ("author", tags.author, expected.author),
    )
    for name, found, wanted in texts:
        if found is not None and wanted is not None and fold_words(found) != fold_words(wanted):
            yield f"{name} is {found!r}, not {wanted!r}"
    if expected.number is not None and tags.track is not None:
        number = tags.track.split("/")[0].strip()
        if not number.isdecimal() or int(number) != expected.number:
            yield f"track is {tags.track!r}, not {expected.number}"
    if expected.cover_sha256 and tags.cover_sha256 and tags.cover_sha256 != expected.cover_sha256:
        yield "the cover is another picture than cover.jpg"
