"""The first line of a labelled script, by which it is known and which says what book it is.

    audiobook-script 1 lex

`scripting` writes it and reads what follows; `reading` tells by it how a source is written, `production` which book a
source is. All three must mean the same by it. Knows that one line; refuses to know labels.
"""

import re
from dataclasses import dataclass

SIGNATURE = "audiobook-script"
FORMAT_VERSION = "1"

_FIRST_LINE = re.compile(rf"\ufeff?(?P<blank>\s*){SIGNATURE}\b(?P<rest>[^\r\n]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLine:
    """A line that begins as a labelled script does.

    Attributes:
        text: the line, without white space around it.
        is_readable: it is of the version that this program reads.
        book: the name it gives; None if the line is damaged, of another version, or not the very first.
    """

    text: str
    is_readable: bool
    book: str | None


def read_first_line(text: str) -> FirstLine | None:
    """Read the first line of a text; None if it is no labelled script's.

    Args:
        text: a whole source or its beginning, with or without a byte order mark.
    """
    match = _FIRST_LINE.match(text)
    if match is None:
        return None
    version, *names = match["rest"].split() or [""]
    is_readable = version == FORMAT_VERSION and match["rest"][:1].isspace()
    is_whole = is_readable and len(names) == 1 and not match["blank"]
    return FirstLine(
        text=match.group().strip("\ufeff \t\r\n"), is_readable=is_readable, book=names[0] if is_whole else None
    )


def write_first_line(book: str) -> str:
    """Write the line, without its end."""
    return f"{SIGNATURE} {FORMAT_VERSION} {book}"
