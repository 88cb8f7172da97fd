"""From which recipe each chapter of a release was made, written down beside the caches.

It counts for the very `release.json` it was written with, byte for byte, and for the very files that lists: by it a
chapter is known to be as it should without being planned. What is gone or damaged costs that time again, nothing else.
Knows the file's form; refuses to know what is in a recipe.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from audiobook.errors import OutputError
from audiobook.model.release import ReleasedChapter, ReleasedLine
from audiobook.production.recording.recipes import ChapterRecipe
from audiobook.synthesis.take_store import TakeStore
from audiobook.workspace.kept_text import keep_text, recall_text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptChapter:
    """How a chapter's file was made.

    Attributes:
        recipe: what it was made from.
        transcripts: digest of both files beside it.
        traces: of its takes' files, where an engine may speak the same line in another way; else empty. If one of
            them was spoken again, the chapter must be made again, so that both have the same sound.
    """

    recipe: ChapterRecipe
    transcripts: str
    traces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnchangedChapter:
    """A chapter whose sound is there.

    Attributes:
        released: its intact file.
        kept: how that was made.
        has_its_tags: nothing at all is to be done about the file.
    """

    released: ReleasedChapter
    kept: KeptChapter
    has_its_tags: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBook:
    """How the files of a release were made.

    Attributes:
        path: where it is written down.
        release: digest of the `release.json` it belongs to; empty if there is none.
        chapters: by the SHA-256 of their files.
        book_files: by the SHA-256 of each file with the whole book, what that was made from.
    """

    path: Path
    release: str = ""
    chapters: Mapping[str, KeptChapter] = field(default_factory=dict)
    book_files: Mapping[str, str] = field(default_factory=dict)

    @property
    def takes(self) -> frozenset[str]:
        """What the takes of these chapters follow from."""
        return frozenset(kept.recipe.takes for kept in self.chapters.values())


def recall_chapters(path: Path, *, release: str | None) -> KeptBook:
    """Read how each file was made; nothing if that is not known for sure.

    Args:
        path: of the file that `keep_chapters` wrote.
        release: digest of `release.json` as it is; None if there is none.
    """
    text = None if release is None else recall_text(path, key=release)
    if release is None or text is None:
        return KeptBook(path=path)
    try:
        document = json.loads(text)
        chapters = {
            sha256: KeptChapter(**kept | {"recipe": ChapterRecipe(**kept["recipe"])})
            for sha256, kept in document["chapters"].items()
        }
        book_files = dict(document["book_files"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return KeptBook(path=path)
    return KeptBook(path=path, release=release, chapters=chapters, book_files=book_files)


def keep_chapters(book: KeptBook) -> None:
    """Write down how each file was made; a disk that cannot be written costs time in the next run and nothing else.

    Args:
        book: whose `release.json` must be written already.
    """
    chapters = {sha256: asdict(kept) for sha256, kept in book.chapters.items()}
    document = {"chapters": chapters, "book_files": book.book_files}
    with suppress(OutputError):
        keep_text(book.path, json.dumps(document), key=book.release)


def trace_takes(store: TakeStore, lines: Iterable[ReleasedLine]) -> str:
    """Digest when the takes of some lines were written, and how large they are."""
    digest = hashlib.blake2b(digest_size=20)
    for line in lines:
        try:
            found = store.path(line.take_key).stat()
            digest.update(f"{line.take_key} {found.st_size} {found.st_mtime_ns}\n".encode())
        except OSError:
            digest.update(f"{line.take_key} is gone\n".encode())
    return digest.hexdigest()
