"""Which chapters are there already, made from the very recipe they would be made from now.

Neither their takes are planned nor their timelines: at most they get new tags. Decides; writes nothing.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from audiobook.model.release import ExtraKind, ReleasedChapter
from audiobook.production.recording.earlier_release import EarlierRelease
from audiobook.production.recording.kept_chapters import KeptChapter, UnchangedChapter, trace_takes
from audiobook.production.recording.planned_book import PlannedBook
from audiobook.production.recording.recipes import ChapterRecipe, FileRecipes, TakesRecipes
from audiobook.synthesis.take_store import TakeStore


def find_unchanged(
    plan: PlannedBook, words: TakesRecipes, earlier: EarlierRelease, *, unrepeatable: Collection[str], store: TakeStore
) -> PlannedBook:
    """Complete a plan with the recipes of its chapters, and those that are there already.

    Where the whole book becomes one file as well, and that file does not stay, all chapters' timelines are needed, so
    that all are planned.

    Args:
        plan: the book.
        words: what its takes follow from.
        earlier: what there is.
        unrepeatable: names of the engines that may speak the same line in another way.
        store: the takes.
    """
    digests = FileRecipes(plan.script, plan.settings)
    recipes = {
        number: digests.of(takes, plan.names[number])
        for number in plan.takes
        if plan.names[number].extra is None and (takes := words.of(number)) is not None
    }
    unrepeatable_chapters = frozenset(
        number for number in recipes if not words.engines(number).isdisjoint(unrepeatable)
    )
    plan = replace(plan, recipes=recipes, unrepeatable=unrepeatable_chapters)
    if not earlier.kept.chapters or (plan.book_files.kinds and not _book_files_stay(plan, earlier)):
        return plan
    found = ((number, _find(plan, number, recipe, earlier, store)) for number, recipe in recipes.items())
    unchanged = {number: chapter for number, chapter in found if chapter is not None}
    if not plan.book_files.kinds:
        return replace(plan, unchanged=unchanged)
    return replace(plan, unchanged=unchanged, book_files_stay=True) if unchanged.keys() == recipes.keys() else plan


def _book_files_stay(plan: PlannedBook, earlier: EarlierRelease) -> bool:
    """Whether the files with the whole book are those that are wanted, intact, and made from what they would be now."""
    extras = earlier.release.extras if earlier.release else ()
    there = [extra for extra in extras if extra.kind in (ExtraKind.M4B, ExtraKind.SINGLE_MP3)]
    return {extra.kind for extra in there} == set(plan.book_files.kinds) and all(
        earlier.kept.book_files.get(extra.sha256, "") == plan.book_recipe and earlier.intact.has(extra)
        for extra in there
    )


def _find(
    plan: PlannedBook, number: int, recipe: ChapterRecipe, earlier: EarlierRelease, store: TakeStore
) -> UnchangedChapter | None:
    """Find an intact file with a chapter's sound; what another chapter will overwrite is none."""
    taken = {file.casefold() for other, file in plan.files.items() if other != number}
    for released, kept in _made_alike(recipe, earlier):
        if (
            released.file.casefold() not in taken
            and (not kept.traces or kept.traces == trace_takes(store, released.lines))
            and earlier.intact.has(released)
        ):
            has_its_tags = kept.recipe.tags == recipe.tags and released.file == plan.names[number].file
            return UnchangedChapter(released=released, kept=kept, has_its_tags=has_its_tags)
    return None


def _made_alike(recipe: ChapterRecipe, earlier: EarlierRelease) -> Iterator[tuple[ReleasedChapter, KeptChapter]]:
    """Give what has the same sound."""
    for released in earlier.release.chapters if earlier.release else ():
        kept = earlier.kept.chapters.get(released.sha256)
        if kept is not None and kept.recipe.sound == recipe.sound:
            yield released, kept
