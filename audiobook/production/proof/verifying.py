"""`verify`: a book's script and its finished release, both held against the words of the source."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from audiobook.assembly.own_profiles import all_profiles
from audiobook.assembly.profiles import PODCAST
from audiobook.assembly.release_file import load_release
from audiobook.casting.cast_file import read_cast
from audiobook.errors import ReleaseLostError, UsageError
from audiobook.model.cast import Cast
from audiobook.model.release import Release
from audiobook.production.books import Book, open_book, require_own_cast
from audiobook.production.chapter_choice import ChapterChoice, choose_chapters
from audiobook.production.progress import Progress
from audiobook.production.proof.parts import SkippedKind, SkippedPart, list_skipped_kinds, list_skipped_parts
from audiobook.production.proof.release_proof import ReleaseProof
from audiobook.production.proof.releases import prove_release
from audiobook.production.proof.source_words import ChapterWords, find_chapter_words
from audiobook.production.proof.words import Proof, add_omissions, prove_words
from audiobook.production.script.loading import load_script
from audiobook.reading.reader import load_sources
from audiobook.scripting.parts import speaks_reason
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.paths import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyOptions:
    """What is verified.

    Attributes:
        name: the book's name, if the source's will not do.
        release: whether the finished release is read as well; None reads it if there is one.
        chapters: those of interest; None for all.
    """

    name: str | None = None
    release: bool | None = None
    chapters: ChapterChoice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterCount:
    """A chapter's words in its source.

    Attributes:
        unwritten_title: announced besides them, because the table of contents alone has it; None if nothing is.
    """

    number: int
    title: str
    source_words: int
    spoken_words: int
    skipped_words: int
    unwritten_title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was proved of a book.

    Attributes:
        words: of the script against the source; always of the whole book.
        counts: of the chapters that were asked about.
        parts: what is skipped in them.
        kinds: what is skipped within sentences, in the whole book.
        release: None if there is none, or nobody asked.
        cast_path: where what is skipped can be switched on.
        notes: what a person should know, such as an entry of the cast file that means nothing.
    """

    words: Proof
    counts: tuple[ChapterCount, ...]
    parts: tuple[SkippedPart, ...]
    kinds: tuple[SkippedKind, ...]
    release: ReleaseProof | None
    cast_path: Path
    notes: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of the chapters that were asked about."""
        return tuple(count.number for count in self.counts)


def verify_book(source: Path, workspace: Workspace, options: VerifyOptions, *, progress: Progress) -> Verified:
    """Prove a book's script and release against its source; nothing is written.

    Raises:
        UsageError: the cast file belongs to another source, there is no such chapter, or no release where one is
            asked for.
        ManuscriptError: the source cannot be read.
        CastError: the cast file cannot be read.
    """
    book = open_book(source, workspace, name=options.name)
    require_own_cast(book, named=options.name is not None)
    cast = read_cast(book.cast_path)
    script = load_script(book, cast, progress=progress)
    sources = load_sources(source, is_spoken=partial(speaks_reason, cast.reading))
    texts = {one.name: one.text for one in sources}
    chosen = choose_chapters(options.chapters, [head.number for head in script.chapters])
    release = _find_release(book, options)
    announces = _announces_titles(cast, release)
    chapters = [
        chapter if announces else replace(chapter, unwritten_title=None)
        for chapter in find_chapter_words(script, texts)
        if chapter.number in chosen
    ]
    store = TakeStore(book.workspace.takes_folder)
    return Verified(
        words=add_omissions(prove_words(script, texts), sources),
        counts=tuple(map(_count, chapters)),
        kinds=list_skipped_kinds(sources, cast),
        parts=tuple(part for part in list_skipped_parts(script, cast) if part.chapter in chosen),
        release=None if release is None else prove_release(release, chapters, store),
        cast_path=book.cast_path,
        notes=script.warnings,
    )


def _count(chapter: ChapterWords) -> ChapterCount:
    return ChapterCount(
        number=chapter.number,
        title=chapter.title,
        source_words=chapter.source_words,
        spoken_words=len(chapter.spoken),
        skipped_words=chapter.source_words - len(chapter.spoken),
        unwritten_title=chapter.unwritten_title,
    )


def _announces_titles(cast: Cast, release: Release | None) -> bool:
    """Say whether titles that the table of contents alone has are said in the profile of the release, or the next."""
    profiles = all_profiles(cast.mastering.profiles)
    wished = cast.mastering.profile
    name = release.profile if release is not None else wished.value if wished is not None else PODCAST.name
    return name not in profiles or profiles[name].announce_titles is not False


def _find_release(book: Book, options: VerifyOptions) -> Release | None:
    if options.release is False:
        return None
    try:
        return load_release(book.release_folder)
    except ReleaseLostError as error:
        if options.release is None and not (book.release_folder / "release.json").exists():
            return None
        raise UsageError(error.message, hint=f"audiobook make {book.source}") from error
