"""A cast file's text read into a `Cast`, every value checked.

Knows the keys of the cast file. Refuses to know whether a voice exists (voice profiles come later) and to touch a disk.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from audiobook.casting import adjustments
from audiobook.casting.delivery_reading import read_delivered_line, read_delivery
from audiobook.casting.identity_table import PROGRAM_TABLE, read_identity
from audiobook.casting.mastering_reading import MASTERING_BOOK_KEYS, MASTERING_TABLES, read_mastering
from audiobook.casting.reading_wishes import READING_TABLE, read_wishes
from audiobook.casting.typed_toml import TomlTable, parse_toml
from audiobook.errors import CastError
from audiobook.language.ipa import is_ipa, sounds_of
from audiobook.language.language_tags import TAG_HINT, language_tag
from audiobook.model.cast import Adjustment, BookDetails, CarriedVoice, Cast, Role
from audiobook.model.pronunciation import Pronunciation
from audiobook.model.quotation_marks import QuotationMarks
from audiobook.model.script import NARRATOR, UNKNOWN, Correction, Gender, SegmentKind

DESCRIPTION_KEYS = (
    "title", "subtitle", "author", "year", "series", "series_part", "language", "description", "genre", "publisher",
    "cover",
)  # fmt: skip
"""What can be said of the book itself, in a cast file's `[book]` and in a `book.toml`."""

_TABLES = (
    "book", "narrator", "characters", "pronunciations", "corrections", "delivery", "deliveries", READING_TABLE,
    *MASTERING_TABLES, PROGRAM_TABLE,
)  # fmt: skip
_BOOK_KEYS = (*BookDetails.__dataclass_fields__, *MASTERING_BOOK_KEYS)
_NARRATOR_KEYS = ("voice", "pitch", "rate", "volume", "gender", "delivery", "pronunciations", "carried")
_CHARACTER_KEYS = ("aliases", *_NARRATOR_KEYS)
_CARRIED_KEYS = ("voice", "from", "name")
_CORRECTION_KEYS = tuple(Correction.__dataclass_fields__)


@lru_cache(maxsize=1)
def parse_cast(text: str, *, file: str) -> Cast:
    """Read a cast file's text; the same text read again at once, as a run does, is not read in full.

    Args:
        text: without or with a byte order mark.
        file: how error messages name it.

    Raises:
        CastError: anything in it is wrong; names file, line and value.
    """
    root = parse_toml(text, file=file)
    root.check_keys(_TABLES, what="a cast file")
    narrator = root.table("narrator")
    book = _read_book(root.table("book"))
    return Cast(
        book=book,
        narrator=None if narrator is None else _read_narrator(narrator),
        roles=_read_characters(root.table("characters")),
        pronunciations=read_pronunciations(root.table("pronunciations")),
        corrections=tuple(_read_correction(table) for table in root.array_of_tables("corrections")),
        mastering=read_mastering(root),
        delivery=read_delivery(root.table("delivery")),
        deliveries=tuple(map(read_delivered_line, root.array_of_tables("deliveries"))),
        reading=read_wishes(root.table(READING_TABLE)),
        identity=read_identity(root.table(PROGRAM_TABLE), book_id=book.id),
    )


def read_adjustment(table: TomlTable) -> Adjustment:
    """Read pitch, rate and volume, each 0 if absent."""
    percent = {"least": adjustments.LEAST_PERCENT, "greatest": adjustments.GREATEST_PERCENT}
    decibels = {"least": adjustments.LEAST_DB, "greatest": adjustments.GREATEST_DB}
    return Adjustment(
        pitch_percent=table.number("pitch", **percent) or 0.0,
        rate_percent=table.number("rate", **percent) or 0.0,
        volume_db=table.number("volume", **decibels) or 0.0,
    )


def read_description(table: TomlTable) -> BookDetails:
    """Read what describes the book itself: the keys `DESCRIPTION_KEYS`."""
    return BookDetails(
        title=table.text("title"),
        subtitle=table.text("subtitle"),
        author=table.text("author"),
        year=table.text_or_number("year"),
        series=table.text("series"),
        series_part=table.text_or_number("series_part"),
        language=_read_language(table),
        description=table.text("description"),
        genre=table.text("genre"),
        publisher=table.text("publisher"),
        cover=table.text("cover"),
    )


def _read_language(table: TomlTable) -> str | None:
    """Read a language's tag, as a person may write it; a blank one says nothing."""
    written = table.text("language")
    if written is None or not written.strip():
        return None
    tag = language_tag(written)
    if tag is None:
        raise table.fail("language", f'language = "{written}" is no language', hint=TAG_HINT)
    return tag


def read_name(table: TomlTable, key: str) -> str | None:
    """Read a text that names something, so it cannot be blank; None if the key is absent."""
    name = table.text(key)
    if name is not None and not name.strip():
        raise table.fail(key, f'{key} = "{name}" names nothing', hint=f"write a name, or delete the line with {key}")
    return name


def _read_book(table: TomlTable | None) -> BookDetails:
    if table is None:
        return BookDetails()
    table.check_keys(_BOOK_KEYS, what="[book]")
    return replace(
        read_description(table),
        id=read_name(table, "id"),
        source=table.text("source"),
        m4b=table.flag_or_none("m4b"),
        single_mp3=table.flag_or_none("single_mp3"),
        explicit=table.flag("explicit"),
        speak_notes=table.flag("speak_notes"),
        second_opinion=read_name(table, "second_opinion"),
        quotation_marks=table.choice("quotation_marks", QuotationMarks) or QuotationMarks.AUTO,
    )


def _read_narrator(table: TomlTable) -> Role:
    table.check_keys(_NARRATOR_KEYS, what="[narrator]")
    return _read_role(table, NARRATOR, aliases=())


def _read_characters(table: TomlTable | None) -> tuple[Role, ...]:
    if table is None:
        return ()
    roles: list[Role] = []
    claims: dict[str, tuple[str, int]] = {}
    for name, character in table.tables():
        character.check_keys(_CHARACTER_KEYS, what="a character's entry")
        _check_character_name(name, character)
        aliases = tuple(dict.fromkeys(alias for alias in character.texts("aliases") if alias != name))
        _claim_names(character, (name, *aliases), claims)
        roles.append(_read_role(character, name, aliases=aliases))
    return tuple(roles)


def _read_role(table: TomlTable, name: str, *, aliases: tuple[str, ...]) -> Role:
    profile = read_name(table, "voice")
    return Role(
        name=name,
        profile=profile,
        adjustment=read_adjustment(table),
        aliases=aliases,
        gender=table.choice("gender", Gender),
        line=table.line if profile is None else table.line_of("voice"),
        delivery=read_delivery(table.table("delivery")),
        pronunciations=read_pronunciations(table.table("pronunciations")),
        carried=_read_carried(table.table("carried")),
    )


def _read_carried(table: TomlTable | None) -> CarriedVoice | None:
    if table is None:
        return None
    table.check_keys(_CARRIED_KEYS, what="carried")
    values = [read_name(table, key) for key in _CARRIED_KEYS]
    profile, source, name = values
    if profile is None or source is None or name is None:
        message = f"carried lacks {_CARRIED_KEYS[values.index(None)]}"
        raise table.fail(None, message, hint="take this line out: the program only notes here where a voice comes from")
    return CarriedVoice(profile=profile, source=source, name=name)


def _check_character_name(name: str, character: TomlTable) -> None:
    if not name.strip():
        raise character.fail(None, "a character needs a name", hint="write it as [characters.Name]")
    if name == NARRATOR:
        hint = "move these lines to the table [narrator]"
        raise character.fail(
            None, f'the narrator is not a character, so "{NARRATOR}" has a table of its own', hint=hint
        )


def _claim_names(character: TomlTable, names: Iterable[str], claims: dict[str, tuple[str, int]]) -> None:
    """Note whom each name belongs to; one name for two characters is an error."""
    owner = str(character.path[-1])
    for name in names:
        key = None if name == owner else "aliases"
        line = character.line if key is None else character.line_of(key)
        if key == "aliases" and (name in (NARRATOR, UNKNOWN) or not name.strip()):
            raise character.fail(key, f'"{name}" cannot be an alias', hint=f'take it out of the aliases of "{owner}"')
        other, other_line = claims.setdefault(name, (owner, line))
        if other != owner:
            message = f'"{name}" is claimed by "{owner}" and by "{other}" in line {other_line}'
            raise character.fail(key, message, hint="let only one of the two have this name or alias")


def read_pronunciations(table: TomlTable | None) -> tuple[Pronunciation, ...]:
    """Read how words are said, in the file's order: "respelling", "/IPA/", or a table of both."""
    if table is None:
        return ()
    for word in table.values:
        if not word.strip():
            raise table.fail(word, "a pronunciation needs a word", hint='write: Luthorcorp = "Loothor corp"')
    return tuple(_read_pronunciation(table, word) for word in table.values)


def _read_pronunciation(table: TomlTable, word: str) -> Pronunciation:
    if isinstance(table.values[word], dict) and (both := table.table(word)) is not None:
        both.check_keys(("ipa", "respelling"), what="a pronunciation")
        ipa, respelling = both.text("ipa"), both.text("respelling")
        if ipa is None and respelling is None:
            raise both.fail(None, f'"{word}" has no pronunciation', hint='write: { ipa = "...", respelling = "..." }')
        return Pronunciation(word=word, respelling=respelling, ipa=_checked_ipa(both, "ipa", ipa))
    text = table.text(word) or ""
    if not is_ipa(text):
        return Pronunciation(word=word, respelling=text)
    return Pronunciation(word=word, ipa=_checked_ipa(table, word, text))


def _checked_ipa(table: TomlTable, key: str, ipa: str | None) -> str | None:
    if ipa is None:
        return None
    plain = ipa.strip().strip("/").strip()
    try:
        sounds_of(plain)
    except CastError as error:
        raise table.fail(key, error.message, hint=error.hint or "docs/pronunciation.md lists the signs") from error
    return plain


def _read_speakers(table: TomlTable) -> tuple[str, ...]:
    """Read who says a line, each once; `speaker` may be left out beside `speakers`."""
    first, several = read_name(table, "speaker"), table.texts("speakers")
    if not all(name.strip() for name in several):
        raise table.fail("speakers", "a name in speakers is blank", hint='write: speakers = ["Tom", "Ann"]')
    if first is not None and several and first != several[0]:
        hint = f'put "{first}" first, or delete the line with speaker'
        raise table.fail("speakers", f'speakers begins with "{several[0]}", but speaker is "{first}"', hint=hint)
    return tuple(dict.fromkeys(several or ([] if first is None else [first])))


def _read_correction(table: TomlTable) -> Correction:
    table.check_keys(_CORRECTION_KEYS, what="[[corrections]]")
    text = read_name(table, "text")
    if text is None:
        raise table.fail(None, "a correction needs the text of its line", hint="write: text = '\"Yes.\"'")
    speaker, *others = _read_speakers(table) or (None,)
    correction = Correction(
        text=text,
        speaker=speaker,
        speakers=(speaker, *others) if speaker is not None and others else (),
        kind=table.choice("kind", SegmentKind),
        chapter=table.count("chapter"),
        occurrence=table.count("occurrence"),
        source=table.text("source"),
        before=table.text("before"),
        after=table.text("after"),
    )
    if correction.speaker is None and correction.kind is None:
        raise table.fail(None, "a correction needs a speaker or a kind", hint='write: speaker = "Name"')
    return correction
