"""What is spoken: does a chapter begin with its title, and do lines and transcripts fit the sound?

Knows the lines that the release lists, and figures of the sound; refuses to listen.
"""

import re
from collections.abc import Iterator, Sequence

from audiobook.assembly.checking.folding import fold_words
from audiobook.assembly.checking.judging_file import Expected
from audiobook.assembly.checking.verdicts import judge
from audiobook.assembly.profiles import ProfileLimits
from audiobook.assembly.transcripts import transcript_names
from audiobook.codecs.decoding import MP3_DELAY_SAMPLES
from audiobook.model.release import ReleasedLine
from audiobook.model.release_check import CheckedFile, Cue, Finding, FoundTranscript, Measure, SoundFigures

_OPENING_CREDITS = "announced-opening"
_NUMBER_OF_TWIN = re.compile(r" \(\d+\)$")
_MOST_LENGTH_ERROR_S = 0.2  # an MP3 is up to three frames longer than what went in
_SHORTEST_LISTENED_S = 0.4
_LEAST_SOUND = 0.1  # of a line's time; less is silence with a click in it
_ROUNDING_S = 0.06
_MAKE_AGAIN = "run audiobook make again"
_TITLE_HINT = "write the title as a heading above the chapter, or set announce_titles = true in a profile of your own"


def judge_spoken_title(file: CheckedFile, expected: Expected, limits: ProfileLimits) -> Finding:
    """Judge whether a chapter begins with its title; of other files nobody asks it."""
    if file.number is None:
        return judge(Measure.SPOKEN_TITLE, "no chapter")
    wanted = "at the start" if limits.title_spoken else ""
    if _begins_with_title(file, album=expected.album):
        return judge(Measure.SPOKEN_TITLE, "spoken", wanted=wanted)
    has_heading = fold_words(file.title) != fold_words(f"Chapter {file.number}")
    figure = "starts otherwise" if has_heading else "has no heading"
    return judge(Measure.SPOKEN_TITLE, figure, wanted=wanted, complaint="not spoken", hint=_TITLE_HINT)


def _begins_with_title(file: CheckedFile, *, album: str) -> bool:
    """Compare words alone: the heading may be spread over several lines, with other marks between them."""
    wanted = [fold_words(title) for title in _titles(file, album=album)]
    longest = max(map(len, wanted))
    heard = ""
    for line in file.lines:
        if line.segment_id.startswith(_OPENING_CREDITS):
            continue
        heard += fold_words(line.text)
        if len(heard) >= longest:
            break
    return any(title and heard.startswith(title) for title in wanted)


def _titles(file: CheckedFile, *, album: str) -> Iterator[str]:
    """A chapter's title, and what its heading was if the title was made different from others' and the book's."""
    yield file.title
    yield _NUMBER_OF_TWIN.sub("", file.title)
    prefix = f"Chapter {file.number}: "
    if file.title.startswith(prefix) and fold_words(file.title.removeprefix(prefix)) == fold_words(album):
        yield file.title.removeprefix(prefix)


def judge_transcript(file: CheckedFile, sound: SoundFigures, expected: Expected) -> Finding:
    """Judge whether lines and transcripts say what is heard, and when."""
    wanted = "fits the sound"
    if abs(sound.length_s - expected.length_s) > _MOST_LENGTH_ERROR_S + MP3_DELAY_SAMPLES / file.rate_hz:
        figure = f"{sound.length_s:.1f} s of sound, {expected.length_s:.1f} s in release.json"
        return judge(Measure.TRANSCRIPT, figure, wanted=wanted, complaint="wrong length", hint=_MAKE_AGAIN)
    silent = [line for line in file.lines if _is_silent(line, file.rate_hz, sound)]
    if silent:
        figure = f"{len(silent)} of {len(file.lines)} lines, the first {_excerpt(silent[0].text)}"
        return judge(Measure.TRANSCRIPT, figure, wanted=wanted, complaint="silent lines", hint=_MAKE_AGAIN)
    missing = _missing_transcripts(file)
    if missing:
        return judge(
            Measure.TRANSCRIPT, f"no {' and no '.join(missing)}", wanted=wanted, complaint="missing", hint=_MAKE_AGAIN
        )
    for transcript in file.measured.transcripts:
        problem = transcript.problem or _misfit(transcript, file, sound)
        if problem:
            figure = f"{transcript.file} {problem}"
            return judge(Measure.TRANSCRIPT, figure, wanted=wanted, complaint="wrong", hint=_MAKE_AGAIN)
    return judge(Measure.TRANSCRIPT, _describe(file), wanted=wanted if file.lines else "")


def _missing_transcripts(file: CheckedFile) -> list[str]:
    """Names of the transcripts that a chapter lacks; other files have none."""
    if file.number is None or not file.lines:
        return []
    found = {transcript.file for transcript in file.measured.transcripts}
    return [name for name in transcript_names(file.measured.file) if name not in found]


def _describe(file: CheckedFile) -> str:
    lines = f"{len(file.lines)} line{'s' * (len(file.lines) != 1)}"
    kinds = " and ".join(transcript.file.rpartition(".")[2].upper() for transcript in file.measured.transcripts)
    return f"{lines}, {kinds}" if kinds else lines


def _is_silent(line: ReleasedLine, rate_hz: int, sound: SoundFigures) -> bool:
    """Say whether next to nothing is heard while a line should be spoken; very short ones are not looked at."""
    start_s = (line.start_sample + MP3_DELAY_SAMPLES) / rate_hz
    length_s = line.length_samples / rate_hz
    if length_s < _SHORTEST_LISTENED_S:
        return False
    silences = [(0.0, sound.head_s), (sound.length_s - sound.tail_s, sound.length_s)]
    silences += [(pause.start_s, pause.start_s + pause.length_s) for pause in sound.pauses]
    silent_s = sum(max(0.0, min(end, start_s + length_s) - max(begin, start_s)) for begin, end in silences)
    return silent_s > (1.0 - _LEAST_SOUND) * length_s


def _misfit(transcript: FoundTranscript, file: CheckedFile, sound: SoundFigures) -> str:
    """Say how a transcript fails to fit; empty if it fits."""
    disorder = _disorder(transcript.cues, sound.length_s)
    if disorder:
        return disorder
    written = "".join(fold_words(cue.text) for cue in transcript.cues)
    spoken = "".join(fold_words(line.text) for line in file.lines)
    if written == spoken:
        return ""
    same = next((at for at, (one, other) in enumerate(zip(written, spoken, strict=False)) if one != other), -1)
    at = min(len(written), len(spoken)) if same < 0 else same
    return f"has other words than are spoken after {_excerpt(written[max(0, at - 20) : at])}"


def _disorder(cues: Sequence[Cue], length_s: float) -> str:
    before_s = 0.0
    for cue in cues:
        if cue.start_s < before_s - _ROUNDING_S or cue.end_s < cue.start_s:
            return f"goes back in time at {cue.start_s:.2f} s"
        if cue.end_s > length_s + _ROUNDING_S:
            return f"goes on after the end, to {cue.end_s:.2f} s"
        before_s = cue.start_s
    return ""


def _excerpt(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")
