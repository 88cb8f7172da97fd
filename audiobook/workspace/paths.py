"""Which file belongs to which book.

Knows names and places; refuses to read or write anything.
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

_RESERVED_ON_WINDOWS = re.compile(r"con|prn|aux|nul|conin|conout|(?:com|lpt)[0-9]")
_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")
LONGEST_SLUG_BYTES = 250
"""File systems take 255 bytes for a name; what is named after a book adds five: ".toml", ".json", ".lock"."""


def book_slug(source: Path) -> str:
    """Name a book after its file or folder: lower case letters and digits joined by single dashes.

    The name is taken from the resolved path, so that "." means the folder one stands in.
    """
    resolved = source.resolve()
    return slug_of_name(resolved.name if resolved.is_dir() else resolved.stem)


def slug_of_name(name: str) -> str:
    """Turn any name into a slug; nothing left becomes "book", and a device of Windows such as "con" gets "-book"."""
    folded = unicodedata.normalize("NFKC", name).lower()
    slug = _NEITHER_LETTER_NOR_DIGIT.sub("-", folded).strip("-") or "book"
    return f"{slug}-book" if _RESERVED_ON_WINDOWS.fullmatch(slug) else slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """The two folders a person chooses, and the files of each book in them.

    Attributes:
        build_dir: holds all that is made; deleting it costs time, never work.
        voices_dir: holds what a person tweaks.
    """

    build_dir: Path
    voices_dir: Path

    def cast_file(self, book: str) -> Path:
        """The file in which a person gives voices and corrections."""
        return self.voices_dir / f"{book}.toml"

    @property
    def shared_pronunciations(self) -> Path:
        """Pronunciations of all books and of series; a slug never has a dot in it, so no cast file can be this."""
        return self.voices_dir / "shared.pronunciations.toml"

    @property
    def profiles_folder(self) -> Path:
        """A person's own voice profiles."""
        return self.voices_dir / "profiles"

    def release_folder(self, book: str) -> Path:
        """The finished chapters of a book."""
        return self.build_dir / book

    @property
    def serve_file(self) -> Path:
        """Token and port of `serve`; a slug never has a dot in it, so no cast file can have this name."""
        return self.voices_dir / "serve.private.toml"

    @property
    def takes_folder(self) -> Path:
        """The take store, shared by all books; a slug never starts with a dot, so no book can have this name."""
        return self.build_dir / ".cache" / "takes"

    def script_cache(self, book: str) -> Path:
        """The script as it was last worked out."""
        return self.build_dir / ".cache" / "scripts" / f"{book}.json"

    def doubts_cache(self, book: str) -> Path:
        """What was in doubt when the script was last worked out; a slug never has a dot in it."""
        return self.build_dir / ".cache" / "scripts" / f"{book}.doubts.json"

    def passages_cache(self, book: str) -> Path:
        """Where the chapters of a book lie, split into speech and narration."""
        return self.build_dir / ".cache" / "passages" / f"{book}.json"

    @property
    def opinions_folder(self) -> Path:
        """Answers to questions about doubtful lines."""
        return self.build_dir / ".cache" / "opinions"

    @property
    def covers_folder(self) -> Path:
        """Drawn and fitted covers."""
        return self.build_dir / ".cache" / "covers"

    def parts_folder(self, book: str) -> Path:
        """The encoded sound of single chapters, from which a book becomes one file."""
        return self.build_dir / ".cache" / "parts" / book

    def ingredients_folder(self, book: str) -> Path:
        """What each chapter's sound was made from, so that `status` can say what has changed since."""
        return self.build_dir / ".cache" / "ingredients" / book

    def recipes_cache(self, book: str) -> Path:
        """From which recipe each chapter was made, so that one that stays need not be planned."""
        return self.build_dir / ".cache" / "recipes" / f"{book}.json"

    def sketches_cache(self, book: str) -> Path:
        """The chapters' words as sketches, by which feeds know a chapter again."""
        return self.build_dir / ".cache" / "sketches" / f"{book}.json"

    @property
    def speeds_file(self) -> Path:
        """How quick this machine was when books were made; a slug never has a dot in it."""
        return self.build_dir / ".cache" / "speeds.json"

    @property
    def gate_file(self) -> Path:
        """Held while takes are removed; whoever makes a book passes it once. No slug has a dot in it."""
        return self.build_dir / ".cache" / "locks" / ".gate.lock"

    @property
    def audition_lock(self) -> Path:
        """Held while takes are spoken and heard outside any book's `make`; no slug has an underscore in it."""
        return self.build_dir / ".cache" / "locks" / "_audition.lock"

    def lock_files(self) -> tuple[Path, ...]:
        """The locks of all books there have been, and of auditions."""
        return tuple(sorted((self.build_dir / ".cache" / "locks").glob("[!.]*.lock")))

    def lock_file(self, book: str) -> Path:
        """Held while a book is being made."""
        return self.build_dir / ".cache" / "locks" / f"{book}.lock"
