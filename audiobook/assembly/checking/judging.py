"""A whole release held against a profile: every file, and what concerns them together.

Knows what was measured and what the release says; refuses to measure.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from audiobook.assembly.checking.judging_file import Expected, judge_bytes, judge_format, judge_tags
from audiobook.assembly.checking.judging_sound import judge_sound
from audiobook.assembly.checking.judging_words import judge_spoken_title, judge_transcript
from audiobook.assembly.checking.verdicts import judge
from audiobook.assembly.profiles import ProfileLimits, ReleaseProfile
from audiobook.model.release import COVER_FILE, ExtraKind, Release, ReleasedChapter, ReleasedExtra
from audiobook.model.release_check import CheckedFile, Finding, Measure, MeasuredFile, ProfileVerdict

_EXTRA_TITLES = {
    ExtraKind.M4B: "Whole book, M4B",
    ExtraKind.SINGLE_MP3: "Whole book, MP3",
    ExtraKind.OPENING_CREDITS: "Opening credits",
    ExtraKind.CLOSING_CREDITS: "Closing credits",
    ExtraKind.RETAIL_SAMPLE: "Retail sample",
}
_WHOLE_BOOKS = (ExtraKind.M4B, ExtraKind.SINGLE_MP3)
_FOLLOWS_PROFILE = frozenset({
    Measure.FORMAT, Measure.LOUDNESS, Measure.RMS, Measure.TRUE_PEAK, Measure.PEAK, Measure.NOISE_FLOOR, Measure.HEAD,
    Measure.TAIL, Measure.SPOKEN_TITLE,
})  # fmt: skip
"""What a release made in another profile may have otherwise."""


def put_together(release: Release, measured: Mapping[str, MeasuredFile]) -> tuple[CheckedFile, ...]:
    """Join what was measured with what the release says of each file.

    Args:
        measured: by file name; every file of the release has an entry.

    Returns:
        The files as they are listened to, then those that hold a part of the book or all of it once more.
    """
    return tuple(
        CheckedFile(
            title=one.title if isinstance(one, ReleasedChapter) else _EXTRA_TITLES[one.kind],
            kind=None if isinstance(one, ReleasedChapter) else one.kind,
            number=one.number if isinstance(one, ReleasedChapter) else None,
            measured=measured[one.file],
            lines=one.lines if isinstance(one, ReleasedChapter) else (),
            rate_hz=one.rate_hz,
        )
        for one in _in_order(release)
    )


def hold_against(
    profile: ReleaseProfile, release: Release, files: Sequence[CheckedFile], *, cover_sha256: str | None
) -> ProfileVerdict:
    """Judge a release.

    Args:
        profile: what it is held against; it may have been made in another one.
        release: as its file says.
        files: from `put_together`.
        cover_sha256: of the picture in the release's folder; None if there is none.
    """
    findings = tuple(
        _judge_file(file, _expect(release, one, cover_sha256), profile.limits)
        for file, one in zip(files, _in_order(release), strict=True)
    )
    if profile.name != release.profile:
        hint = f"make it in this profile: audiobook make SOURCE --profile {profile.name}"
        findings = tuple(_advise(of_file, hint, _FOLLOWS_PROFILE) for of_file in findings)
    return ProfileVerdict(
        profile=profile.name,
        findings=findings,
        about_release=(_judge_titles(release), _judge_cover(cover_sha256, profile.limits)),
    )


def _in_order(release: Release) -> tuple[ReleasedChapter | ReleasedExtra, ...]:
    first = [extra for extra in release.extras if extra.kind is ExtraKind.OPENING_CREDITS]
    last = sorted(
        (extra for extra in release.extras if extra.kind is not ExtraKind.OPENING_CREDITS),
        key=lambda extra: extra.kind is not ExtraKind.CLOSING_CREDITS,
    )
    return (*first, *release.chapters, *last)


def _judge_file(file: CheckedFile, expected: Expected, limits: ProfileLimits) -> tuple[Finding, ...]:
    """Judge every measure, in the order of `Measure`; what could not be measured is not judged a second time."""
    measured = file.measured
    found = {Measure.FILE: judge_bytes(file, expected)}
    if measured.encoding is not None:
        found[Measure.FORMAT] = judge_format(file, measured.encoding, limits)
    if measured.tags is not None:
        found[Measure.TAGS] = judge_tags(measured.tags, expected, limits)
    if measured.sound is not None:
        found |= {finding.measure: finding for finding in judge_sound(file, measured.sound, limits)}
        found[Measure.TRANSCRIPT] = judge_transcript(file, measured.sound, expected)
    found[Measure.SPOKEN_TITLE] = judge_spoken_title(file, expected, limits)
    of_files = [measure for measure in Measure if measure not in (Measure.TITLES, Measure.COVER)]
    findings = tuple(found.get(measure, judge(measure, "")) for measure in of_files)
    remedy = found[Measure.FILE].hint  # a file that is not the one that was made is made anew before anything else
    return _advise(findings, remedy, frozenset(Measure)) if remedy else findings


def _expect(release: Release, one: ReleasedChapter | ReleasedExtra, cover_sha256: str | None) -> Expected:
    chapter = one if isinstance(one, ReleasedChapter) else None
    is_whole_book = isinstance(one, ReleasedExtra) and one.kind in _WHOLE_BOOKS
    return Expected(
        size_bytes=one.size_bytes,
        sha256=one.sha256,
        length_s=one.length_samples / one.rate_hz,
        is_stale=chapter is not None and chapter.stale,
        title=chapter.title if chapter else release.tags.title if is_whole_book else None,
        album=release.tags.title,
        author=release.tags.author,
        number=chapter.number if chapter else None,
        cover_sha256=cover_sha256,
    )


def _advise(findings: tuple[Finding, ...], hint: str, measures: Collection[Measure]) -> tuple[Finding, ...]:
    """Give all failures of these measures the same hint."""
    return tuple(
        replace(finding, hint=hint) if finding.fails and finding.measure in measures else finding
        for finding in findings
    )


def _judge_titles(release: Release) -> Finding:
    """No two chapters share a title, and none bears the book's: some players drop the second, or hide the first."""
    clashes = list(_title_clashes(release))
    figure, complaint = "; ".join(clashes) or "all different", "the same" if clashes else ""
    if not release.chapters:
        figure, complaint = "there is no chapter", "none"
    wanted = "all different, none the book's"
    return judge(Measure.TITLES, figure, wanted=wanted, complaint=complaint, hint="run audiobook make again")


def _title_clashes(release: Release) -> Iterator[str]:
    counts = Counter(chapter.title.casefold() for chapter in release.chapters)
    for chapter in release.chapters:
        count = counts.pop(chapter.title.casefold(), 1)
        if count > 1:
            yield f"{count} chapters are called {chapter.title!r}"
        if chapter.title.casefold() == release.tags.title.casefold():
            yield f"chapter {chapter.number} is called like the book"


def _judge_cover(cover_sha256: str | None, limits: ProfileLimits) -> Finding:
    wanted = COVER_FILE if "APIC" in limits.tags else ""
    complaint = "" if cover_sha256 else "missing"
    figure = "there" if cover_sha256 else f"no {COVER_FILE} in the folder"
    return judge(Measure.COVER, figure, wanted=wanted, complaint=complaint, hint="run audiobook make again")
