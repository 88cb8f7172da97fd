"""The table of the cast file that is the program's: what podcast apps know the book and its chapters by.

    [program]
    podcast_guid = "..."
    [program.chapters]
    c1a2b3c4 = {published = "2026-11-25T02:03:00Z", number = 1, title = "The Ferry", words = "..."}

`words` is a sketch of the chapter's words: digests of 24 bits each, in base64. Keys that are not known are left alone.
"""

import base64
import binascii
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from audiobook.casting import toml_edits
from audiobook.casting.toml_edits import NewTable
from audiobook.casting.toml_values import TomlValue
from audiobook.casting.typed_toml import TomlTable
from audiobook.errors import CastError
from audiobook.model.identity import BookIdentity, ChapterIdentity

PROGRAM_TABLE = "program"

_PATH = (PROGRAM_TABLE,)
_CHAPTERS = (PROGRAM_TABLE, "chapters")
_COMMENT = "This table is the program's: by it podcast apps know your chapters again. Please leave it as it is."
_DIGEST_BYTES = 3
_YEARS = range(1900, 9000)
"""Room on both sides for the times of other chapters, which are counted from these."""

_HINT = "take this line out: podcast apps will then see this chapter as a new one"


def read_identity(table: TomlTable | None, *, book_id: str | None) -> BookIdentity:
    """Read the program's table; chapters come in the order of their numbers, those that have left the book last.

    Raises:
        CastError: anything in it is wrong; names file, line and value.
    """
    chapters = None if table is None else table.table("chapters")
    read = [] if chapters is None else [_read_chapter(id_, chapter) for id_, chapter in chapters.tables()]
    return BookIdentity(
        id=book_id,
        podcast_guid=None if table is None else table.text("podcast_guid"),
        chapters=tuple(sorted(read, key=lambda chapter: (chapter.number == 0, chapter.number))),
    )


def put_identity(text: str, identity: BookIdentity, known: BookIdentity, *, order: tuple[str, ...]) -> str:
    """Write what is new or different in an identity into a cast file's text; all else stays byte for byte.

    Args:
        known: what the text says now.
        order: names of the file's sections in their usual order.
    """
    if not toml_edits.has(text, _PATH):
        table = NewTable(path=_PATH, values={"podcast_guid": identity.podcast_guid or ""}, comment=_COMMENT)
        text = toml_edits.add_tables(text, (table,), order=order)
    elif identity.podcast_guid != known.podcast_guid:
        text = toml_edits.set_value(text, _PATH, "podcast_guid", identity.podcast_guid or "")
    written = {chapter.id: chapter for chapter in known.chapters}
    changed = {chapter.id: _values_of(chapter) for chapter in identity.chapters if written.get(chapter.id) != chapter}
    if changed and not toml_edits.has(text, _CHAPTERS):
        return toml_edits.add_tables(text, (NewTable(path=_CHAPTERS, values=changed),), order=order)
    for id_, values in changed.items():
        text = toml_edits.set_value(text, _CHAPTERS, id_, values)
    return text


def _values_of(chapter: ChapterIdentity) -> Mapping[str, TomlValue]:
    return {
        "published": chapter.first_published.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "number": chapter.number,
        "title": chapter.title,
        "words": base64.b64encode(b"".join(_digests_as_bytes(chapter))).decode(),
    }


def _digests_as_bytes(chapter: ChapterIdentity) -> Iterator[bytes]:
    return (digest.to_bytes(_DIGEST_BYTES, "big") for digest in chapter.words)


def _read_chapter(id_: str, table: TomlTable) -> ChapterIdentity:
    number = table.values.get("number", 0)
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise table.fail("number", f'number of chapter "{id_}" must be a whole number from 0', hint=_HINT)
    return ChapterIdentity(
        id=id_,
        first_published=_read_moment(table),
        number=number,
        title=table.text("title") or "",
        words=_read_words(table),
    )


def _read_moment(table: TomlTable) -> datetime:
    text = table.text("published") or ""
    try:
        moment = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _wrong(table, "published", "a time such as 2026-11-25T02:03:00Z") from error
    if datetime.fromisoformat(text).tzinfo is None:
        raise _wrong(table, "published", "a time with its zone, such as 2026-11-25T02:03:00Z")
    if moment.year not in _YEARS:
        raise _wrong(table, "published", f"a time of the years {_YEARS.start} to {_YEARS.stop - 1}")
    return moment.replace(microsecond=0)


def _read_words(table: TomlTable) -> tuple[int, ...]:
    try:
        data = base64.b64decode(table.text("words") or "", validate=True)
    except (binascii.Error, ValueError) as error:
        raise _wrong(table, "words", "as the program wrote it") from error
    if len(data) % _DIGEST_BYTES:
        raise _wrong(table, "words", "as the program wrote it")
    return tuple(int.from_bytes(data[at : at + _DIGEST_BYTES], "big") for at in range(0, len(data), _DIGEST_BYTES))


def _wrong(table: TomlTable, key: str, wanted: str) -> CastError:
    shown = str(table.values.get(key, "nothing"))
    return table.fail(key, f'{key} of chapter "{table.path[-1]}" must be {wanted}, not {shown[:40]!r}', hint=_HINT)
