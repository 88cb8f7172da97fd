"""The check of a release: every file measured, several at a time, and held against one profile or all."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from audiobook.assembly.checking.judging import hold_against, put_together
from audiobook.assembly.checking.measuring import measure_file
from audiobook.assembly.own_profiles import all_profiles
from audiobook.assembly.profiles import ReleaseProfile
from audiobook.casting.cast_file import read_cast
from audiobook.errors import OutputError, UsageError
from audiobook.model.release import COVER_FILE, Release, ReleasedChapter, ReleasedExtra
from audiobook.model.release_check import MeasuredFile, ReleaseCheck
from audiobook.production.progress import Progress
from audiobook.production.release.finding import find_release
from audiobook.publishing.check_page.rendering import is_check_page, render_check_page
from audiobook.synthesis.jobs import JobQueue, SerialWorkers, WorkerDiedError
from audiobook.synthesis.workers import Workers
from audiobook.workspace.files import write_atomically
from audiobook.workspace.paths import Workspace

ALL_PROFILES = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """How a check is made.

    Attributes:
        profile: name of the one to hold the release against, or `ALL_PROFILES`; None for the release's own.
        jobs: number of worker processes.
    """

    profile: str | None
    jobs: int


def check_release(named: Path, workspace: Workspace, options: CheckOptions, *, progress: Progress) -> ReleaseCheck:
    """Measure every file of a release and hold them against a profile; writes nothing.

    Raises:
        UsageError: there is no such release or no such profile.
        OutputError: the release's own file cannot be read.
        CastError: one of the book's own profiles is wrong.
    """
    release = find_release(named, workspace)
    profiles = _choose(release, workspace, options.profile)
    files = put_together(release, _measure_all(release, options.jobs, progress))
    cover_sha256 = _digest(release.folder / COVER_FILE)
    return ReleaseCheck(
        release=release,
        files=files,
        verdicts=tuple(hold_against(profile, release, files, cover_sha256=cover_sha256) for profile in profiles),
    )


def require_place_for_page(path: Path) -> None:
    """Make sure, before anything is measured, that a page may be written there.

    Raises:
        UsageError: a file that is no such page has this name already; it may be somebody's work.
    """
    try:
        is_taken = path.exists() and not is_check_page(path)
    except OSError:  # no disk takes such a name, as writing will tell
        return
    if is_taken:
        raise UsageError(
            f"{path}: there is something else of this name already", hint="choose another name, such as check.html"
        )


def write_check_page(check: ReleaseCheck, path: Path) -> None:
    """Write a check as one HTML file.

    Raises:
        UsageError: as `require_place_for_page`.
        OutputError: it cannot be written.
    """
    require_place_for_page(path)
    try:
        write_atomically(path, render_check_page(check))
    except OutputError as error:
        raise OutputError(error.message, hint="choose another place for the page") from error


def _choose(release: Release, workspace: Workspace, asked: str | None) -> Sequence[ReleaseProfile]:
    profiles = all_profiles(read_cast(workspace.cast_file(release.book)).mastering.profiles)
    if asked == ALL_PROFILES:
        return tuple(profiles.values())
    name = asked or release.profile
    if name in profiles:
        return (profiles[name],)
    known = ", ".join(profiles)
    if asked is None:
        raise UsageError(
            f"{release.folder}: it was made in the profile {name!r}, which {workspace.cast_file(release.book)} does"
            " not have any more",
            hint=f"choose one with --profile; there are: {known}, {ALL_PROFILES}",
        )
    raise UsageError(f"there is no profile {name!r}", hint=f"there are: {known}, {ALL_PROFILES}")


def _measure_all(release: Release, jobs: int, progress: Progress) -> Mapping[str, MeasuredFile]:
    """Measure every file, the largest first, so that none is left for one process alone at the end."""
    released: list[ReleasedChapter | ReleasedExtra] = [*release.chapters, *release.extras]
    released.sort(key=lambda one: one.size_bytes, reverse=True)
    measured: dict[str, MeasuredFile] = {}
    progress.start(f"Checking {release.tags.title}", total=sum(one.size_bytes for one in released))
    try:
        with _open_queue(min(jobs, len(released))) as queue:
            for one in released:
                queue.submit(measure_file, release.folder / one.file, on_done=partial(_keep, one, measured, progress))
            queue.run()
    finally:
        progress.finish()
    return measured


@contextmanager
def _open_queue(process_count: int) -> Iterator[JobQueue]:
    if process_count <= 1:
        yield SerialWorkers()
        return
    with Workers(process_count) as workers:
        yield workers


def _keep(
    one: ReleasedChapter | ReleasedExtra,
    measured: dict[str, MeasuredFile],
    progress: Progress,
    done: Future[MeasuredFile],
) -> None:
    try:
        measured[one.file] = done.result()
    except WorkerDiedError as error:
        measured[one.file] = MeasuredFile(file=one.file, problem=f"the decoder cannot cope with it: {error.message}")
    progress.advance(one.size_bytes)


def _digest(path: Path) -> str | None:
    """Digest a file; None if it cannot be read, which is a finding and no error."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
