"""A book planned to the last take: what `book_plan` decides and `recording` carries out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from audiobook.assembly.book_jobs import SAMPLE_NUMBER, ChapterName, ReleaseSettings
from audiobook.codecs.aac import aac_encoder_name
from audiobook.model.cast import CastVoice
from audiobook.model.identity import BookIdentity
from audiobook.model.release import Release, ReleasedRole
from audiobook.model.script import Script
from audiobook.model.take import PlannedTake
from audiobook.production.recording.book_files import BookFilesPlan
from audiobook.production.recording.kept_chapters import KeptBook, UnchangedChapter
from audiobook.production.recording.own_sounds import StoredSound
from audiobook.production.recording.recipes import ChapterRecipe, digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBook:
    """Everything a recording starts from.

    Attributes:
        script: with everything that is announced.
        names: by number, of every file that is made of takes: chapters, credits, a sample.
        takes: those of each such file that has something to speak, by its number.
        identity: what feeds know the book and its chapters by.
        voices: of everybody who speaks.
        roles: everybody who speaks, and whose voice that is.
        book_files: which files with the whole book are made.
        previous: the release as it was.
        kept: how its files were made.
        ingredients_folder: where it is written down what each chapter was made from.
        recipes: of the chapters, by number, as far as they have one.
        unchanged: the chapters that are there already, by number; neither their takes nor their sound are looked at.
        book_files_stay: those with the whole book are there already too.
        unrepeatable: numbers of the chapters in which an engine may speak the same line in another way.
        memory_mib: by engine, what each process takes that speaks with it; an engine that takes little has no entry.
        own_sounds: among takes and beds, those that are a person's own files.
        left_alone: numbers of the chapters that this run does not make and leaves as they are.
        notes: what a person may want to know.
    """

    slug: str
    script: Script
    names: Mapping[int, ChapterName]
    takes: Mapping[int, tuple[PlannedTake, ...]]
    settings: ReleaseSettings
    identity: BookIdentity
    voices: Mapping[str, CastVoice]
    roles: tuple[ReleasedRole, ...]
    book_files: BookFilesPlan
    previous: Release | None
    kept: KeptBook
    ingredients_folder: Path
    recipes: Mapping[int, ChapterRecipe] = field(default_factory=dict)
    unchanged: Mapping[int, UnchangedChapter] = field(default_factory=dict)
    book_files_stay: bool = False
    unrepeatable: frozenset[int] = frozenset()
    memory_mib: Mapping[str, int] = field(default_factory=dict)
    own_sounds: tuple[StoredSound, ...] = ()
    left_alone: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()

    @property
    def files(self) -> Mapping[int, str]:
        """Names of all files that are made of takes, by number."""
        return {number: self.names[number].file for number in self.takes}

    @property
    def book_recipe(self) -> str | None:
        """What each file with the whole book follows from, besides its kind; None if that is not known of a chapter."""
        numbers = sorted(self.takes.keys() - {SAMPLE_NUMBER})
        if not self.recipes.keys() >= set(numbers):
            return None
        encoder = aac_encoder_name() if self.book_files.encodes else ""
        return digest_of(self.slug, encoder, [self.recipes[number].tags for number in numbers])

    @property
    def ids(self) -> Mapping[int, str]:
        """What feeds know each chapter by, by its number; what is no chapter has none."""
        return {chapter.number: chapter.id for chapter in self.identity.chapters if chapter.number}
