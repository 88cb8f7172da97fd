"""A file's sound held against a profile's limits.

Knows figures and limits; refuses to measure anything.
"""

from audiobook.assembly.checking.verdicts import at_most, judge, judge_number
from audiobook.assembly.mixing.loudness import LEAST_SPEECH_SECONDS
from audiobook.assembly.profiles import ProfileLimits
from audiobook.language.clock import length_on_clock, moment_on_clock
from audiobook.model.release import ExtraKind
from audiobook.model.release_check import CheckedFile, Finding, Measure, SoundFigures

LONGEST_PAUSE_S = 8.0
"""A longer silence sounds as if the book had stopped; tail and head of two joined chapters are shorter."""

_RETAIL_SAMPLE_MAX_S = 5 * 60.0  # ACX
_BOOKS = (ExtraKind.M4B, ExtraKind.SINGLE_MP3)

_LEVEL_HINT = "look for recordings of your own or a voice's volume that does this, or for a file with hardly any words"
_PEAK_HINT = "lower true_peak_dbtp in a profile of your own, then make it again"
_FLOOR_HINT = "a recording of your own brings noise: take it out, or clean it"
_SILENCE_HINT = (
    "set head_s and tail_s in a profile of your own; music of your own that starts or ends in silence counts"
)
_PAUSE_HINT = "look for a recording with silence in it, or a pause set very long"
_LENGTH_HINT = "split the chapter in the manuscript: put a heading where the second part begins"
_SAMPLE_HINT = "choose a shorter one"


def judge_sound(file: CheckedFile, sound: SoundFigures, limits: ProfileLimits) -> tuple[Finding, ...]:
    """Judge everything that can be heard."""
    return (
        _length(file, sound, limits),
        _loudness(file, sound, limits),
        judge_number(
            Measure.RMS, sound.rms_dbfs, limits.rms_dbfs,
            unit="dBFS", complaints=("too quiet", "too loud"), hint=_LEVEL_HINT,
        ),
        judge_number(
            Measure.TRUE_PEAK, sound.true_peak_dbtp, at_most(limits.true_peak_max_dbtp),
            unit="dBTP", complaints=("", "too high"), hint=_PEAK_HINT,
        ),
        judge_number(
            Measure.PEAK, sound.peak_dbfs, at_most(limits.sample_peak_max_dbfs),
            unit="dBFS", complaints=("", "too high"), hint=_PEAK_HINT,
        ),
        _clipping(sound),
        judge_number(
            Measure.NOISE_FLOOR, sound.noise_floor_dbfs, at_most(limits.noise_floor_max_dbfs),
            unit="dBFS", complaints=("", "too noisy"), hint=_FLOOR_HINT,
        ),
        *_ends(file, sound, limits),
        _pauses(sound),
    )  # fmt: skip


def _loudness(file: CheckedFile, sound: SoundFigures, limits: ProfileLimits) -> Finding:
    """Judge loudness, but not of hardly any words: the gates leave out part of them, so the figure means little."""
    speech_s = sum(line.length_samples for line in file.lines) / file.rate_hz
    return judge_number(
        Measure.LOUDNESS,
        sound.integrated_lufs,
        None if file.lines and speech_s < LEAST_SPEECH_SECONDS else limits.integrated_lufs,
        unit="LUFS",
        complaints=("too quiet", "too loud"),
        hint=_LEVEL_HINT,
    )


def _length(file: CheckedFile, sound: SoundFigures, limits: ProfileLimits) -> Finding:
    """A file that holds the whole book is as long as the book; a sample has a limit of its own."""
    longest_s, hint = limits.length_max_s, _LENGTH_HINT
    if file.kind in _BOOKS:
        longest_s = None
    elif file.kind is ExtraKind.RETAIL_SAMPLE:
        longest_s, hint = _RETAIL_SAMPLE_MAX_S, _SAMPLE_HINT
    figure = length_on_clock(sound.length_s)
    if longest_s is None:
        return judge(Measure.LENGTH, figure)
    complaint = "too long" if sound.length_s > longest_s else ""
    return judge(Measure.LENGTH, figure, wanted=f"{length_on_clock(longest_s)} at most", complaint=complaint, hint=hint)


def _clipping(sound: SoundFigures) -> Finding:
    count = sound.clipped_samples
    complaint = "clipped" if count else ""
    figure = f"{count:,} sample{'s' * (count != 1)}" if count else "none"
    return judge(Measure.CLIPPING, figure, wanted="none", complaint=complaint, hint=_PEAK_HINT)


def _ends(file: CheckedFile, sound: SoundFigures, limits: ProfileLimits) -> tuple[Finding, Finding]:
    """A retail sample is cut out of a chapter, so its ends are no head and no tail."""
    is_sample = file.kind is ExtraKind.RETAIL_SAMPLE
    complaints = ("too short", "too long")
    head_s, tail_s = (None, None) if is_sample else (limits.head_s, limits.tail_s)
    return (
        judge_number(Measure.HEAD, sound.head_s, head_s, unit="s", complaints=complaints, hint=_SILENCE_HINT),
        judge_number(Measure.TAIL, sound.tail_s, tail_s, unit="s", complaints=complaints, hint=_SILENCE_HINT),
    )


def _pauses(sound: SoundFigures) -> Finding:
    longest = max(sound.pauses, key=lambda pause: pause.length_s, default=None)
    wanted = f"{LONGEST_PAUSE_S:g} s at most"
    if longest is None:
        return judge(Measure.PAUSES, "none", wanted=wanted)
    figure = f"{longest.length_s:.1f} s"
    if longest.length_s <= LONGEST_PAUSE_S:
        return judge(Measure.PAUSES, figure, wanted=wanted)
    figure += f" at {moment_on_clock(longest.start_s)}"
    return judge(Measure.PAUSES, figure, wanted=wanted, complaint="long silence", hint=_PAUSE_HINT)
