"""An M4B's tags: iTunes' atoms, by mutagen, which leaves sound and chapter marks as they are.

Knows atoms and which player reads which; refuses to know where the texts come from.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from audiobook.assembly.tagging.tag_text import GENRE, clean_text, find_year, join_voices, series_grouping
from audiobook.errors import OutputError
from audiobook.language.iso_639 import iso_639_2
from audiobook.model.release import BookTags

_AUDIOBOOK = 2  # iTunes' media kind; Apple Books files the book under audiobooks by it
_FREE = "----:com.apple.iTunes:"


def m4b_tags_key(book: BookTags, cover: bytes) -> str:
    """Digest the tags as they are written, the cover included."""
    return sha256(json.dumps(_texts(book), sort_keys=True).encode() + cover).hexdigest()


def write_m4b_tags(path: Path, book: BookTags, cover: bytes) -> None:
    """Give a file these tags and no others; without padding, so that the same book gives the same bytes.

    Args:
        path: an M4B, changed in place.
        book: what the tags say.
        cover: JPEG; empty for none.

    Raises:
        OutputError: it is no M4B.
        OSError: it cannot be changed; whoever chose its name tells it.
    """
    from mutagen import MutagenError
    from mutagen.mp4 import MP4

    try:
        file: Any = MP4(path)  # type: ignore[no-untyped-call]
        if file.tags is None:
            file.add_tags()
        file.tags.clear()
        file.tags.update(_atoms(book, cover))
        file.save(padding=lambda _info: 0)
    except MutagenError as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, OSError):  # mutagen wraps them
            raise cause from error
        raise OutputError(f"the tags of the M4B cannot be written: {error}", hint="audiobook doctor") from error


def _atoms(book: BookTags, cover: bytes) -> dict[str, Any]:
    """Give mutagen's values by the atoms' names."""
    from mutagen.mp4 import MP4Cover, MP4FreeForm

    atoms: dict[str, Any] = {"stik": [_AUDIOBOOK], "pgap": True}  # pgap: a player may not fade between chapters
    for name, text in _texts(book).items():
        atoms[name] = [MP4FreeForm(text.encode())] if name.startswith(_FREE) else [text]  # type: ignore[no-untyped-call]
    if cover:
        atoms["covr"] = [MP4Cover(cover, imageformat=MP4Cover.FORMAT_JPEG)]  # type: ignore[no-untyped-call]
    return atoms


def _texts(book: BookTags) -> Mapping[str, str]:
    """The atoms that have something to say.

    ffprobe, and with it Audiobookshelf, shows `desc` as the description, `©wrt` as the composer, whom it takes for the
    narrators, and free atoms under their names; other players read narrators in `©nrt` and the publisher in `©pub`.
    """
    texts = {
        "©nam": book.title,
        "©alb": book.title,
        "©ART": book.author,
        "aART": book.author,
        "©wrt": join_voices(book),
        "©nrt": join_voices(book),
        "©day": find_year(book.year),
        "©gen": book.genre or GENRE,
        "©cmt": book.description,
        "desc": book.description,
        "ldes": book.description,
        "©pub": book.publisher,
        "©grp": series_grouping(book),
        f"{_FREE}SUBTITLE": book.subtitle,
        f"{_FREE}PUBLISHER": book.publisher,
        f"{_FREE}LANGUAGE": iso_639_2(book.language),
        f"{_FREE}SERIES": book.series,
        f"{_FREE}SERIES-PART": book.series_part if book.series else None,
    }
    cleaned = {name: clean_text(text) for name, text in texts.items()}
    return {name: text for name, text in cleaned.items() if text}
