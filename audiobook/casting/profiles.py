"""Voice profiles: the library inside the package and those a person keeps in `voices/profiles/`.

Knows their files and how one profile inherits from another. Refuses to know whether an engine has the voice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from audiobook.casting.adjustments import combine, describe_excess
from audiobook.casting.cast_reading import read_adjustment, read_name
from audiobook.casting.speakers import AGES
from audiobook.casting.typed_toml import TomlTable, close_names, parse_toml, read_text
from audiobook.errors import CastError
from audiobook.model.cast import Adjustment, VoiceProfile
from audiobook.model.script import Gender

_KEYS = (
    "inherits", "engine", "voice", "pitch", "rate", "volume", "gender", "age", "accent", "description",
    "loudness_lufs", "f0_hz", "spectrum",
)  # fmt: skip
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A profile as written, before it inherits anything."""

    name: str
    table: TomlTable

    @property
    def parent(self) -> str | None:
        return read_name(self.table, "inherits")

    @property
    def place(self) -> str:
        return f"{self.table.file}:{self.table.line}"


def load_profiles(folder: Path) -> Mapping[str, VoiceProfile]:
    """Read the built-in library and a person's own profiles; theirs win over built-in ones of the same name.

    Args:
        folder: where a person's `*.toml` files are; it may be missing.

    Raises:
        CastError: a profile is wrong, inherits from nobody or from itself, or stands there twice.
    """
    built_in = _built_in()
    entries = _index(_read_folder(folder))
    resolved = _resolve_all(entries, built_in)
    own = {name: replace(profile, place=entries[name].place) for name, profile in resolved.items()}
    return dict(sorted({**built_in, **own}.items()))


@cache
def _built_in() -> Mapping[str, VoiceProfile]:
    """Read the library once in the life of a process: it is part of the package."""
    return MappingProxyType(_resolve_all(_index(_read_library()), {}))


def _read_library() -> tuple[TomlTable, ...]:
    folder = resources.files("audiobook.casting") / "library"
    if not folder.is_dir():
        return ()
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return tuple(parse_toml(file.read_text(encoding="utf-8"), file=file.name) for file in files)


def _read_folder(folder: Path) -> tuple[TomlTable, ...]:
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix == ".toml" and not file.name.startswith("."))
    except FileNotFoundError:
        return ()
    except OSError as error:
        message = f"{folder}: this folder of voice profiles cannot be read: {error.strerror or error}"
        raise CastError(message, hint="check that it is a folder and its permissions") from error
    return tuple(parse_toml(read_text(file) or "", file=str(file)) for file in files)


def _index(roots: tuple[TomlTable, ...]) -> Mapping[str, _Entry]:
    """Collect the profiles of several files by name; a name may stand there once."""
    entries: dict[str, _Entry] = {}
    for root in roots:
        root.check_keys(("profiles",), what="a file of voice profiles")
        profiles = root.table("profiles")
        for name, table in () if profiles is None else profiles.tables():
            table.check_keys(_KEYS, what="a voice profile")
            entry = _Entry(name=name, table=table)
            other = entries.setdefault(name, entry)
            if other is not entry:
                message = f'{entry.place}: the voice profile "{name}" is also in {other.place}'
                raise CastError(message, hint="rename one of them")
    return entries


def _resolve_all(entries: Mapping[str, _Entry], below: Mapping[str, VoiceProfile]) -> dict[str, VoiceProfile]:
    resolved: dict[str, VoiceProfile] = {}
    for entry in entries.values():
        for ancestor in reversed(_lineage(entry, entries, below)):
            if ancestor.name not in resolved:
                resolved[ancestor.name] = _resolve(ancestor, _parent_of(ancestor, resolved, below))
    return resolved


def _lineage(entry: _Entry, entries: Mapping[str, _Entry], below: Mapping[str, VoiceProfile]) -> list[_Entry]:
    """The profile, what it inherits from, and so on, up to one that stands on its own or on a built-in one.

    A profile that inherits from its own name means the built-in one it replaces.
    """
    lineage = [entry]
    while (parent := lineage[-1].parent) is not None:
        heir = lineage[-1]
        if parent in below and (parent == heir.name or parent not in entries):
            return lineage
        if parent not in entries:
            close = close_names(parent, (*entries, *below))
            hint = f'did you mean "{close[0]}"?' if close else "audiobook voices"
            raise heir.table.fail("inherits", f'there is no voice profile "{parent}" to inherit from', hint=hint)
        if parent in [one.name for one in lineage]:
            circle = " -> ".join([*(one.name for one in lineage), parent])
            hint = "let one of them stand on its own, with engine and voice"
            raise heir.table.fail("inherits", f"these voice profiles inherit in a circle: {circle}", hint=hint)
        lineage.append(entries[parent])
    return lineage


def _parent_of(
    entry: _Entry, resolved: Mapping[str, VoiceProfile], below: Mapping[str, VoiceProfile]
) -> VoiceProfile | None:
    parent = entry.parent
    if parent is None:
        return None
    return below[parent] if parent == entry.name or parent not in resolved else resolved[parent]


def _resolve(entry: _Entry, parent: VoiceProfile | None) -> VoiceProfile:
    base = parent or _blank(entry)
    table = entry.table
    engine, voice = read_name(table, "engine") or base.engine, read_name(table, "voice") or base.voice
    measured = (engine, voice) == (base.engine, base.voice)
    own = read_adjustment(table)
    profile = replace(
        base,
        name=entry.name,
        engine=engine,
        voice=voice,
        adjustment=combine(base.adjustment, own),
        gender=table.choice("gender", Gender) or base.gender,
        age=_age(table) or base.age,
        accent=_given(table.text("accent"), base.accent),
        description=_given(table.text("description"), base.description),
        loudness_lufs=_given(
            table.number("loudness_lufs", least=-70, greatest=0), base.loudness_lufs if measured else None
        ),
        f0_hz=table.number("f0_hz", least=20, greatest=1000)
        or (_shifted(base, own.pitch_percent) if measured else None),
        spectrum=table.numbers("spectrum") or (base.spectrum if measured else ()),
    )
    excess = describe_excess(profile.adjustment)
    if excess is not None:
        raise table.fail(None, f'"{entry.name}": {excess}', hint="use smaller values than the profile it inherits from")
    return profile


def _blank(entry: _Entry) -> VoiceProfile:
    """What a profile that inherits nothing starts from; it must name its engine and voice itself."""
    for key in ("engine", "voice"):
        if entry.table.text(key) is None:
            message = f'the voice profile "{entry.name}" names no {key}'
            raise entry.table.fail(None, message, hint=f'write {key} = "...", or inherits = "..."')
    return VoiceProfile(
        name=entry.name, engine="", voice="", adjustment=Adjustment(), gender=Gender.UNKNOWN, age="adult",
        accent="en", description="", loudness_lufs=None,
    )  # fmt: skip


def _age(table: TomlTable) -> str | None:
    age = table.text("age")
    if age is not None and age not in AGES:
        raise table.fail(
            "age", f'age = "{age}" is not one of {", ".join(AGES)}', hint=f"write one of: {', '.join(AGES)}"
        )
    return age


def _shifted(base: VoiceProfile, pitch_percent: float) -> float | None:
    return None if base.f0_hz is None else round(base.f0_hz * (1 + pitch_percent / 100), 2)


def _given(value: _Value | None, otherwise: _Value) -> _Value:
    return otherwise if value is None else value
