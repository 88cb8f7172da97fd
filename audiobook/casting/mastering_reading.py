"""The part of the cast file that is about the finished sound, every value checked.

Knows keys, types and ranges. Refuses to know the built-in profiles, and whether a file is there.
"""

from dataclasses import fields
from enum import StrEnum

from audiobook.casting.typed_toml import TomlTable
from audiobook.codecs.mp3 import MP3_BIT_RATES_KBPS, MP3_RATES_HZ
from audiobook.model.mastering import (
    CreditTexts,
    MasteringWishes,
    OwnProfile,
    OwnSound,
    ProfileChanges,
    RecordedLine,
    Written,
)
from audiobook.model.script import Correction

MASTERING_TABLES = ("profiles", "credits", "sound", "recordings")
"""The tables of a cast file that are read here."""

MASTERING_BOOK_KEYS = ("profile", "sample")
"""The keys of [book] that are read here."""

_LONGEST_PAUSE_S = 30.0
_LONGEST_CHAPTER_NUMBER = 9
_RECORDING_HINTS = ("chapter", "occurrence", "source", "before", "after")


class _Credits(StrEnum):
    NOWHERE = "nowhere"
    WITHIN = "within"
    FILES = "files"


def read_mastering(root: TomlTable) -> MasteringWishes:
    """Read what a whole cast file says about the finished sound.

    Raises:
        CastError: anything in it is wrong; names file, line and value.
    """
    book, profiles = root.table("book"), root.table("profiles")
    return MasteringWishes(
        profile=None if book is None else _written(book, "profile"),
        sample=None if book is None else _read_sample(book),
        profiles=() if profiles is None else tuple(_read_profile(*named) for named in profiles.tables()),
        credits=_read_credits(root.table("credits")),
        sound=_read_sound(root.table("sound")),
        recordings=tuple(map(_read_recording, root.array_of_tables("recordings"))),
    )


def _written(table: TomlTable, key: str, *, may_be_empty: bool = False) -> Written | None:
    """Read a text together with its place."""
    value = table.text(key)
    if value is None:
        return None
    if not value.strip() and not may_be_empty:
        raise table.fail(key, f'{key} = "{value}" names nothing', hint=f"write a name, or delete the line with {key}")
    return Written(value=value, place=table.place_of(key))


def _read_sample(book: TomlTable) -> Written | None:
    number = book.text_or_number("sample")
    if number is None:
        return None
    if not number.isdecimal() or len(number) > _LONGEST_CHAPTER_NUMBER or int(number) < 1:
        message = f'sample = "{number[:60]}" is not the number of a chapter'
        raise book.fail("sample", message, hint="write: sample = 1")
    return Written(value=number, place=book.place_of("sample"))


def _read_profile(name: str, table: TomlTable) -> OwnProfile:
    keys = ("based_on", *(field.name for field in fields(ProfileChanges)))
    table.check_keys(keys, what=f"[profiles.{name}]")
    seconds = {key: table.number(key, least=0, greatest=_LONGEST_PAUSE_S) for key in keys if key.endswith("_s")}
    quality = table.number("encoder_quality", least=0, greatest=9)
    return OwnProfile(
        name=name,
        place=f"{table.file}:{table.line}",
        based_on=_written(table, "based_on"),
        changes=ProfileChanges(
            rate_hz=table.one_of("rate_hz", MP3_RATES_HZ),
            bit_rate_kbps=table.one_of("bit_rate_kbps", MP3_BIT_RATES_KBPS),
            encoder_quality=None if quality is None else int(quality),
            target_lufs=table.number("target_lufs", least=-40, greatest=-10),
            true_peak_dbtp=table.number("true_peak_dbtp", least=-20, greatest=-0.1),
            room_tone_dbfs=table.number("room_tone_dbfs", least=-84, greatest=-50),
            credits=_read_credits_place(table),
            announce_titles=table.flag("announce_titles") if "announce_titles" in table.values else None,
            **seconds,
        ),
    )


def _read_credits_place(table: TomlTable) -> str | None:
    """Read where credits are spoken; `true` means within the chapters, which every player can show."""
    if isinstance(table.values.get("credits"), bool):
        return _Credits.WITHIN if table.flag("credits") else _Credits.NOWHERE
    return table.choice("credits", _Credits)


def _read_credits(table: TomlTable | None) -> CreditTexts:
    if table is None:
        return CreditTexts()
    table.check_keys(("opening", "closing"), what="[credits]")
    return CreditTexts(
        opening=_written(table, "opening", may_be_empty=True), closing=_written(table, "closing", may_be_empty=True)
    )


def _read_sound(table: TomlTable | None) -> OwnSound:
    if table is None:
        return OwnSound()
    table.check_keys(("intro", "outro", "music"), what="[sound]")
    return OwnSound(intro=_written(table, "intro"), outro=_written(table, "outro"), music=_written(table, "music"))


def _read_recording(table: TomlTable) -> RecordedLine:
    table.check_keys(("text", "file", *_RECORDING_HINTS), what="[[recordings]]")
    text, file = _written(table, "text"), _written(table, "file")
    if text is None:
        raise table.fail(None, "a recording needs the text of its line", hint="write: text = '\"Yes.\"'")
    if file is None:
        raise table.fail(None, "a recording needs its file", hint='write: file = "sounds/yes.wav"')
    line = Correction(
        text=text.value,
        chapter=table.count("chapter"),
        occurrence=table.count("occurrence"),
        source=table.text("source"),
        before=table.text("before"),
        after=table.text("after"),
    )
    return RecordedLine(line=line, file=file)
