"""Names of chapters' and books' files: ASCII, sortable, unique, legal on Windows, macOS and Linux.

Knows titles and numbers; refuses to look at a disk.
"""

import re
from collections.abc import Collection

from audiobook.assembly.plain_letters import spell_plainly

_LONGEST_STEM = 110  # characters; with its number and ending a name stays below 120
_LEAST_DIGITS = 2
_EDGES = " .,-"
_LEAST_SURVIVING_SHARE = 0.5  # of a title's letters and digits; less reads as another title
_SEPARATORS = re.compile(r"\s*[:/\\|]\s*")
_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9 !#'()+,.\-=@_]")
_RESERVED_ON_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(?:\..*)?", re.IGNORECASE)
_LEFT_ALONE = re.compile(r"(?:\s+[,.]+)+(?=\s|$)")  # commas between words that could not be spelt
_BLANKS = re.compile(r"\s+")


def chapter_file_name(number: int, title: str, *, total: int) -> str:
    """Name a chapter's file: "02 - The Ferry.mp3".

    What ASCII cannot spell is left out; a title of which little would remain becomes "Chapter N".

    Args:
        number: of the chapter, from 1; it alone makes the name unique.
        title: as shown to a listener.
        total: the highest number in the book; all names have as many digits as this one needs, at least two.
    """
    digits = max(_LEAST_DIGITS, len(str(total)))
    return f"{number:0{digits}d} - {_spell_in_ascii(title) or f'Chapter {number}'}.mp3"


def book_file_name(title: str, *, suffix: str, taken: Collection[str] = (), otherwise: str = "Audiobook") -> str:
    """Name a file with the whole book: "The Ferry Book.m4b".

    A title that ASCII cannot spell, or that Windows keeps for a device, gives way to another name.

    Args:
        title: of the book.
        suffix: with its dot.
        taken: names of other files in the folder; one that differs from these in more than case is chosen.
        otherwise: that other name, legal everywhere: the book's own slug, in whichever letters.
    """
    stem = _spell_in_ascii(title)
    if not stem or _RESERVED_ON_WINDOWS.fullmatch(stem):
        stem = otherwise
    lowered = {name.casefold() for name in taken}
    while f"{stem}{suffix}".casefold() in lowered:
        stem += " - whole book"
    return f"{stem}{suffix}"


def _spell_in_ascii(title: str) -> str:
    """Spell a title in ASCII; empty if less than half of its letters and digits would be left."""
    decomposed = spell_plainly(_SEPARATORS.sub(" - ", title).replace("&", " and ")).replace("⁄", "-")
    spelt = _NOT_ALLOWED.sub("", "".join(" " if char.isspace() else char for char in decomposed))
    if _letters(spelt) < _LEAST_SURVIVING_SHARE * _letters(decomposed) or not _letters(spelt):
        return ""
    tidy = _BLANKS.sub(" ", _LEFT_ALONE.sub("", spelt)).strip(_EDGES)
    if len(tidy) > _LONGEST_STEM:
        tidy = tidy[:_LONGEST_STEM].rsplit(" ", 1)[0]
    return tidy.strip(_EDGES)


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)
