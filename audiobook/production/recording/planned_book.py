"""A book planned to the last take: what `book_plan` decides and `recording` carries out."""

from collections.abc import Mapping
from dataclasses import dataclass

from audiobook.assembly.book_jobs import ChapterName, ReleaseSettings
from audiobook.model.release import Release, ReleasedRole
from audiobook.model.script import Script
from audiobook.model.take import PlannedTake
from audiobook.production.recording.book_files import BookFilesPlan
from audiobook.production.recording.own_sounds import StoredSound


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBook:
    """Everything a recording starts from.

    Attributes:
        script: with everything that is announced.
        names: by number, of every file that is made of takes: chapters, credits, a sample.
        takes: those of each such file that has something to speak, by its number.
        ids: what feeds know each chapter by, by its number; what is no chapter has none.
        roles: everybody who speaks, and whose voice that is.
        book_files: which files with the whole book are made.
        previous: the release as it was.
        own_sounds: among takes and beds, those that are a person's own files.
        left_alone: numbers of the chapters that this run does not make and leaves as they are.
        notes: what a person may want to know.
    """

    slug: str
    script: Script
    names: Mapping[int, ChapterName]
    takes: Mapping[int, tuple[PlannedTake, ...]]
    settings: ReleaseSettings
    ids: Mapping[int, str]
    roles: tuple[ReleasedRole, ...]
    book_files: BookFilesPlan
    previous: Release | None
    own_sounds: tuple[StoredSound, ...] = ()
    left_alone: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()
