"""What a cast file says about which parts of a book are read: the table `[reading]`.

    [reading]
    speak = ["dedication", "For my mother, who never read it"]
    skip = [{ text = "Chapter list", chapter = 1 }]

Knows keys and types; refuses to know which parts a book has.
"""

from audiobook.casting.typed_toml import TomlTable
from audiobook.model.reading_wish import ReadingWish

READING_TABLE = "reading"
_KEYS = ("speak", "skip")
_PART_KEYS = ("text", "chapter", "occurrence", "source", "before", "after")


def read_wishes(table: TomlTable | None) -> tuple[ReadingWish, ...]:
    """Read `[reading]`, what is to be spoken first.

    Raises:
        CastError: an entry is neither a text nor a table with one.
    """
    if table is None:
        return ()
    table.check_keys(_KEYS, what=f"[{READING_TABLE}]")
    return tuple(_read_wish(table, key, entry) for key in _KEYS for entry in table.texts_or_tables(key))


def _read_wish(table: TomlTable, key: str, entry: str | TomlTable) -> ReadingWish:
    spoken, place = key == "speak", table.place_of(key)
    if isinstance(entry, str):
        if not entry.strip():
            raise table.fail(key, f"an empty text in {key} means no part", hint=f'write: {key} = ["title page"]')
        return ReadingWish(text=entry, spoken=spoken, place=place)
    entry.check_keys(_PART_KEYS, what=f"a part in {key}")
    text = entry.text("text")
    if text is None or not text.strip():
        raise table.fail(
            key,
            f"a part in {key} needs the words it begins with",
            hint=f'write: {key} = [{{ text = "For my mother" }}]',
        )
    return ReadingWish(
        text=text,
        spoken=spoken,
        place=place,
        chapter=entry.count("chapter"),
        occurrence=entry.count("occurrence"),
        source=entry.text("source"),
        before=entry.text("before"),
        after=entry.text("after"),
    )
