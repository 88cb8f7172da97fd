"""What of a release is finished, written down while a run goes on so that the next run knows it.

Knows which files of the release before still stand; refuses to know takes and workers.
"""

import time
from collections.abc import Sequence
from dataclasses import replace

from audiobook.assembly.chapter_job import as_extra
from audiobook.assembly.release_file import write_release
from audiobook.assembly.release_plan import file_names, released_files, remove_gone, sound_keys
from audiobook.assembly.transcripts import remove_transcripts
from audiobook.model.release import Release, ReleasedChapter, ReleasedExtra
from audiobook.production.recording.ingredients import sweep_ingredients
from audiobook.production.recording.kept_chapters import KeptChapter, keep_chapters
from audiobook.production.recording.planned_book import PlannedBook

_SAVED_EVERY_S = 5.0


class ReleaseRecord:
    """The release of one book, as far as it has come.

    Args:
        plan: the book.

    Attributes:
        failed: numbers of the chapters that cannot be made in this run.
    """

    def __init__(self, plan: PlannedBook) -> None:
        self.failed: set[int] = set()
        self._plan = plan
        self._done: dict[int, ReleasedChapter] = {}
        self._extras = plan.previous.extras if plan.previous else ()
        self._kept = dict(plan.kept.chapters)
        self._kept_book_files = dict(plan.kept.book_files)
        self._written = plan.kept
        self._last = plan.previous if plan.kept.release else None
        self._saved_s = time.monotonic()

    def add_chapter(self, number: int, released: ReleasedChapter, kept: KeptChapter | None) -> None:
        """Take a finished chapter, credits or sample into the release.

        Args:
            number: the file's.
            released: it.
            kept: how it was made; None if that need not be known.
        """
        self._done[number] = replace(released, id=self._plan.ids.get(number, ""))
        if kept is not None:
            self._kept[released.sha256] = kept

    def set_book_files(self, extras: Sequence[ReleasedExtra]) -> None:
        """Take the files with the whole book into the release, in place of the earlier ones."""
        self._extras = tuple(extras)
        recipe = self._plan.book_recipe if extras else None
        if recipe is not None:
            self._kept_book_files |= {extra.sha256: recipe for extra in extras}

    def save(self) -> None:
        """Write down what is finished, and what still stands of the release before.

        Raises:
            OutputError: it cannot be written.
        """
        self._write(self._so_far())
        self._saved_s = time.monotonic()

    def save_now_and_then(self) -> None:
        """Save, unless that was done seconds ago: a long book has many chapters, and its file grows with them.

        Raises:
            OutputError: as `save`.
        """
        if time.monotonic() - self._saved_s > _SAVED_EVERY_S:
            self.save()

    def close(self) -> Release:
        """Write the release at the end of a run; a failed chapter's earlier file stays, marked stale.

        What belongs to no chapter any more is removed, unless a chapter failed.

        Raises:
            OutputError: a file cannot be written or removed.
        """
        release = self._with([*self._stale(), *self._left_alone()])
        if not self.failed:
            self._write(self._so_far())  # as long as this stands, a run that ends here knows what is left to remove
            remove_transcripts(self._plan.previous, release)
            remove_gone(self._plan.previous, release)
            sweep_ingredients(self._plan.ingredients_folder, used=sound_keys(release))
        self._write(release)
        return release

    def _write(self, release: Release) -> None:
        """Write a release and how its files were made, unless both are written down already."""
        digest = self._written.release if release == self._last else write_release(release)
        files = {released.sha256 for released in released_files(release)}
        chapters = {sha256: kept for sha256, kept in self._kept.items() if sha256 in files}
        book_files = {sha256: recipe for sha256, recipe in self._kept_book_files.items() if sha256 in files}
        kept = replace(self._written, release=digest, chapters=chapters, book_files=book_files)
        if kept != self._written:
            keep_chapters(kept)
        self._last, self._written = release, kept

    def _so_far(self) -> Release:
        release = self._with(())
        previous = self._plan.previous
        if previous is None:
            return release
        made = {name.casefold() for name in file_names(release)}
        chapters = [chapter for chapter in previous.chapters if chapter.file.casefold() not in made]
        extras = [extra for extra in previous.extras if extra.file.casefold() not in made]
        return replace(self._with(chapters), extras=(*release.extras, *extras))

    def _stale(self) -> list[ReleasedChapter]:
        """Earlier files of chapters that failed; a chapter without an id is known by its number."""
        previous = self._plan.previous.chapters if self._plan.previous else ()
        made = {released.file.casefold() for released in self._done.values()}
        failed = {self._plan.ids.get(chapter, "") for chapter in self.failed}
        return [
            replace(released, stale=True)
            for released in previous
            if (released.id in failed if released.id else released.number in self.failed)
            and released.file.casefold() not in made
        ]

    def _left_alone(self) -> list[ReleasedChapter]:
        """Earlier files of chapters that this run does not make, under the numbers that the chapters have now."""
        numbers = {self._plan.ids.get(number, ""): number for number in self._plan.left_alone}
        made = {released.file.casefold() for released in self._done.values()}
        kept = []
        for released in self._plan.previous.chapters if self._plan.previous else ():
            number = numbers.get(released.id) if released.id else released.number
            if number in self._plan.left_alone and released.file.casefold() not in made:
                kept.append(replace(released, number=number))
        return kept

    def _with(self, others: Sequence[ReleasedChapter]) -> Release:
        """What is done, and other chapters; what is no chapter stays unless there is a new one of its kind."""
        done = [(self._plan.names[number].extra, released) for number, released in sorted(self._done.items())]
        chapters = [*(released for extra, released in done if extra is None), *others]
        extras = tuple(as_extra(released, extra) for extra, released in done if extra is not None)
        made = {extra.kind for extra in extras}
        return Release(
            book=self._plan.slug,
            folder=self._plan.settings.folder,
            tags=self._plan.settings.tags,
            profile=self._plan.settings.profile.name,
            chapters=tuple(sorted(chapters, key=lambda released: (released.number, released.file))),
            extras=(*extras, *(extra for extra in self._extras if extra.kind not in made)),
            roles=self._plan.roles,
        )
