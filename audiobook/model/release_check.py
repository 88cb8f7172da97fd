"""What a check found in the finished files of a release: figures, and how they stand to a profile."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from audiobook.model.release import ExtraKind, Release, ReleasedLine


class Measure(StrEnum):
    """What is looked at in each file."""

    FILE = "file"
    """There, readable, whole, and still the one that was made."""
    FORMAT = "format"
    """Codec, bit rate, sample rate, channels."""
    LENGTH = "length"
    LOUDNESS = "loudness"
    """Integrated, EBU R128."""
    RMS = "rms"
    TRUE_PEAK = "true peak"
    PEAK = "peak"
    """The greatest sample."""
    CLIPPING = "clipping"
    NOISE_FLOOR = "noise floor"
    HEAD = "head"
    """Silence before the first sound."""
    TAIL = "tail"
    """Silence after the last sound."""
    PAUSES = "pauses"
    """The longest silence in between."""
    TAGS = "tags"
    SPOKEN_TITLE = "spoken title"
    TRANSCRIPT = "transcript"
    """What is said when: as the release has it, in the sound, and in the files beside it."""
    TITLES = "titles"
    """Of the release as a whole: no two chapters share one."""
    COVER = "cover"
    """Of the release as a whole: the picture in its folder."""


class Verdict(StrEnum):
    """How a figure stands to a profile."""

    PASSES = "passes"
    FAILS = "fails"
    NOT_ASKED = "not asked"
    """The profile does not care; the figure is told all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One measure of one file, judged.

    Attributes:
        figure: what was measured, with its unit, such as "-19.2 LUFS"; empty if it could not be.
        wanted: what passes, such as "-20 to -18 LUFS"; empty if nothing is asked.
        complaint: what is wrong in a word or two, such as "too loud"; empty unless it fails.
        hint: the next action; empty unless it fails.
    """

    measure: Measure
    verdict: Verdict
    figure: str
    wanted: str = ""
    complaint: str = ""
    hint: str = ""

    @property
    def fails(self) -> bool:
        """Say whether the file misses what the profile asks."""
        return self.verdict is Verdict.FAILS


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A silence within a file, in seconds."""

    start_s: float
    length_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFigures:
    """What was measured in a file's decoded sound; levels in decibels, negative infinity for digital silence.

    Attributes:
        integrated_lufs: EBU R128, both gates.
        true_peak_dbtp: greatest point of the oversampled wave.
        peak_dbfs: greatest sample.
        rms_dbfs: root mean square of the whole file, silence included; a sine at full scale is -3.01.
        noise_floor_dbfs: lowest RMS of any half second.
        clipped_samples: at full scale or above.
        head_s: silence before the first sound.
        tail_s: silence after the last sound.
        pauses: silences in between, from a quarter of a second.
        short_term_lufs: loudness of the three seconds around each second, the first at 0.
    """

    length_s: float
    integrated_lufs: float
    true_peak_dbtp: float
    peak_dbfs: float
    rms_dbfs: float
    noise_floor_dbfs: float
    clipped_samples: int
    head_s: float
    tail_s: float
    pauses: tuple[Pause, ...]
    short_term_lufs: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How a file stores its sound.

    Attributes:
        codec: "mp3", "aac" and so on.
        rates_hz: all that were met; one, unless the file was joined from several.
        channels: as rates.
        bit_rates_kbps: as rates; several are a variable bit rate. Of M4B the mean.
        is_constant: one bit rate throughout.
        damage: what is wrong with its frames, such as junk between them; empty if nothing is.
    """

    codec: str
    rates_hz: tuple[int, ...]
    channels: tuple[int, ...]
    bit_rates_kbps: tuple[int, ...]
    is_constant: bool
    damage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTags:
    """What a file says about itself to players.

    Attributes:
        names: of all ID3 frames, or the corresponding ones of an M4B, such as "TIT2"; a person reads them in messages.
        track: "3/12" as written, or None; likewise the others.
        cover_sha256: of the first picture; None if there is none.
    """

    names: tuple[str, ...]
    title: str | None = None
    album: str | None = None
    author: str | None = None
    track: str | None = None
    cover_sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words of a transcript and when they are shown, in seconds."""

    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTranscript:
    """A transcript that lies beside a file.

    Attributes:
        problem: why it cannot be read; empty if it was.
    """

    file: str
    cues: tuple[Cue, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredFile:
    """What a file of a release really is, whatever `release.json` says.

    Attributes:
        transcripts: those that lie beside it.
        sha256: hexadecimal digest; None, like `size_bytes`, if nothing could be read.
        problem: why it cannot be measured; empty if it was. Then `encoding`, `tags` or `sound` may be None.
    """

    file: str
    is_there: bool = True
    size_bytes: int | None = None
    sha256: str | None = None
    encoding: Encoding | None = None
    tags: FoundTags | None = None
    sound: SoundFigures | None = None
    transcripts: tuple[FoundTranscript, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """A file of a release and what was measured in it.

    Attributes:
        kind: None for a chapter.
        number: of the chapter; None for other files.
        measured: what the file is.
        lines: what is spoken when; empty where nobody noted it.
        rate_hz: of the samples in which `lines` are counted.
    """

    title: str
    kind: ExtraKind | None
    number: int | None
    measured: MeasuredFile
    lines: tuple[ReleasedLine, ...]
    rate_hz: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FailurePlace:
    """Where the same trouble gave the same figure.

    Attributes:
        where: "chapters 1, 2, 4", "all 12 files"; empty for the release as a whole.
    """

    figure: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One trouble of a release, wherever it occurs."""

    measure: Measure
    complaint: str
    wanted: str
    hint: str
    places: tuple[FailurePlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileVerdict:
    """A release held against one profile.

    Attributes:
        findings: of each file, in the order of `ReleaseCheck.files`; within it one of each measure.
        about_release: what concerns the release as a whole, such as two chapters with the same title.
    """

    profile: str
    findings: tuple[tuple[Finding, ...], ...]
    about_release: tuple[Finding, ...] = ()

    @property
    def passes(self) -> bool:
        """Say whether nothing fails."""
        return not any(finding.fails for findings in (*self.findings, self.about_release) for finding in findings)


def gather_failures(files: Sequence[CheckedFile], verdict: ProfileVerdict) -> tuple[Failure, ...]:
    """Put together what fails for the same reason, in the order of `Measure`."""
    order = list(Measure)
    found: dict[tuple[Measure, str, str, str], dict[str, list[CheckedFile]]] = {}
    for file, findings in [*zip(files, verdict.findings, strict=True), (None, verdict.about_release)]:
        for finding in findings:
            if finding.fails:
                trouble = (finding.measure, finding.complaint, finding.wanted, finding.hint)
                places = found.setdefault(trouble, {}).setdefault(finding.figure, [])
                places.extend([file] if file else [])
    return tuple(
        Failure(
            measure=measure,
            complaint=complaint,
            wanted=wanted,
            hint=hint,
            places=tuple(
                FailurePlace(figure=figure, where=_where(places, len(files))) for figure, places in figures.items()
            ),
        )
        for (measure, complaint, wanted, hint), figures in sorted(found.items(), key=lambda one: order.index(one[0][0]))
    )


def _where(places: Sequence[CheckedFile], file_count: int) -> str:
    if len(places) == file_count > 1:
        return f"all {file_count} files"
    numbers = [str(file.number) for file in places if file.number is not None]
    chapters = [f"chapter{'s' * (len(numbers) > 1)} {', '.join(numbers)}"] if numbers else []
    return ", ".join([*chapters, *(file.measured.file for file in places if file.number is None)])


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCheck:
    """A whole check.

    Attributes:
        files: chapters in reading order, then the other files.
        verdicts: one per profile asked for.
    """

    release: Release
    files: tuple[CheckedFile, ...]
    verdicts: tuple[ProfileVerdict, ...]

    @property
    def passes(self) -> bool:
        """Say whether the release passes every profile it was held against."""
        return all(verdict.passes for verdict in self.verdicts)
