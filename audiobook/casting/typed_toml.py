"""The border between TOML files that people write and values we trust.

Knows how to read a file, check a key's type, and name file, line, value and next action when something is wrong.
Refuses to know what any key means.
"""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from audiobook.casting.toml_places import Places, TomlPath, find_places
from audiobook.errors import CastError

BYTE_ORDER_MARK = "\ufeff"
_ERROR_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)\Z")
_GREATEST_SHOWN = 10**18
"""Of greater numbers, which hexadecimal digits can write, Python may refuse to write the decimal ones."""
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class TomlTable:
    """A table of a file and where it stands.

    Attributes:
        file: the file as a person names it.
        path: keys from the file's root down to this table.
    """

    file: str
    path: TomlPath
    values: Mapping[str, object]
    places: Places

    @property
    def line(self) -> int:
        """Line of the table's header, from 1."""
        return self.places.line_of(self.path)

    def line_of(self, key: str) -> int:
        """Line of one of the table's keys, from 1."""
        return self.places.line_of((*self.path, key))

    def place_of(self, key: str) -> str:
        """File and line of one of the table's keys, as messages name them."""
        return f"{self.file}:{self.line_of(key)}"

    def fail(self, key: str | None, message: str, *, hint: str) -> CastError:
        """Make the error about a key, or about the whole table."""
        line = self.line if key is None else self.line_of(key)
        return CastError(f"{self.file}:{line}: {message}", hint=hint)

    def check_keys(self, known: Iterable[str], *, what: str) -> None:
        """Refuse keys that nobody reads: they are most often slips of the pen."""
        names = tuple(known)
        for key in self.values:
            if key not in names:
                close = close_names(key, names)
                hint = f'did you mean "{close[0]}"?' if close else f"{what} knows: {', '.join(names)}"
                raise self.fail(key, f'"{key}" means nothing in {what}', hint=hint)

    def text(self, key: str) -> str | None:
        """A text, or None if the key is absent."""
        value = self.values.get(key)
        if value is None or isinstance(value, str):
            return value
        raise self._wrong(key, value, wanted="text in quotation marks", example=f'{key} = "{_shown(value)}"')

    def text_or_number(self, key: str) -> str | None:
        """A text; a bare whole number is taken as one, as for a year."""
        value = self.values.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            if abs(value) > _GREATEST_SHOWN:
                raise self._wrong(key, value, wanted="text or a smaller number", example=f'{key} = "1994"')
            return str(value)
        return self.text(key)

    def flag(self, key: str) -> bool:
        """True or false; false if the key is absent."""
        return self.flag_or_none(key) or False

    def flag_or_none(self, key: str) -> bool | None:
        """True or false, or None if the key is absent."""
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return value
        raise self._wrong(key, value, wanted="true or false", example=f"{key} = true")

    def number(self, key: str, *, least: float, greatest: float) -> float | None:
        """A number within bounds, or None if the key is absent."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(key, value, wanted="a number without quotation marks", example=f"{key} = -10")
        if not least <= value <= greatest:
            message = f"{key} = {_shown(value)} is outside {least:g} to {greatest:g}"
            raise self.fail(key, message, hint=f"choose a number from {least:g} to {greatest:g}")
        return float(value)

    def count(self, key: str) -> int | None:
        """A whole number from 1, or None if the key is absent."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise self._wrong(key, value, wanted="a whole number from 1", example=f"{key} = 1")
        return value

    def one_of(self, key: str, numbers: Sequence[int]) -> int | None:
        """One of a few whole numbers, or None if the key is absent."""
        value = self.count(key)
        if value is None or value in numbers:
            return value
        listed = ", ".join(map(str, numbers))
        raise self.fail(key, f"{key} = {_shown(value)} is not one of {listed}", hint=f"choose one of: {listed}")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty if the key is absent."""
        value = self.values.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise self._wrong(key, value, wanted="a list of texts", example=f'{key} = ["one", "another"]')

    def texts_or_tables(self, key: str) -> "tuple[str | TomlTable, ...]":
        """A list whose items are texts or tables, in any order; empty if the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str | dict) for item in value):
            raise self._wrong(key, value, wanted="a list of texts", example=f'{key} = ["one", "another"]')
        return tuple(
            item if isinstance(item, str) else self._below((key, index), item) for index, item in enumerate(value)
        )

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of finite numbers; empty if the key is absent."""
        value = self.values.get(key, [])
        if isinstance(value, list) and all(_is_finite_number(item) for item in value):
            return tuple(float(item) for item in value)
        raise self._wrong(key, value, wanted="a list of numbers", example=f"{key} = [1.0, 2.5]")

    def choice(self, key: str, kind: type[_Choice]) -> _Choice | None:
        """One of the values of `kind`, or None if the key is absent."""
        value = self.text(key)
        if value is None:
            return None
        names = tuple(member.value for member in kind)
        if value not in names:
            close = close_names(value, names)
            hint = f'did you mean "{close[0]}"?' if close else f"choose one of: {', '.join(names)}"
            raise self.fail(key, f'{key} = "{value}" is not one of {", ".join(names)}', hint=hint)
        return kind(value)

    def table(self, key: str) -> "TomlTable | None":
        """A table below this one, or None if the key is absent."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self._wrong(key, value, wanted="a table", example=f"[{'.'.join(map(str, (*self.path, key)))}]")
        return self._below((key,), value)

    def tables(self) -> tuple[tuple[str, "TomlTable"], ...]:
        """Every key of this table with the table it holds; anything else is an error."""
        named = ((key, self.table(key)) for key in self.values)
        return tuple((key, table) for key, table in named if table is not None)

    def array_of_tables(self, key: str) -> tuple["TomlTable", ...]:
        """The tables of a `[[key]]`; empty if the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._wrong(key, value, wanted="tables of its own", example=f"[[{key}]]")
        return tuple(self._below((key, index), item) for index, item in enumerate(value))

    def _below(self, steps: TomlPath, values: Mapping[str, object]) -> "TomlTable":
        return TomlTable(file=self.file, path=(*self.path, *steps), values=values, places=self.places)

    def _wrong(self, key: str, value: object, *, wanted: str, example: str) -> CastError:
        return self.fail(key, f"{key} must be {wanted}, not {_shown(value)}", hint=f"write: {example}")


def read_text(path: Path) -> str | None:
    """Read a file as UTF-8, its newlines and byte order mark as they are; None if there is no such file.

    Raises:
        CastError: a folder, a device (which may have no end), unreadable, or not UTF-8.
    """
    try:
        if path.is_dir():
            raise CastError(f"{path}: this is a folder, not a file", hint="move the folder away; a file belongs there")
        if path.exists() and not path.is_file():
            raise CastError(f"{path}: this is a device or a pipe", hint="move it away; a file belongs there")
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = error.strerror or str(error)
        raise CastError(f"{path}: cannot be read: {reason}", hint="check the file's permissions") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{path}:{line}: not UTF-8 text (byte 0x{data[error.start]:02x})"
        raise CastError(message, hint="save the file with the encoding UTF-8") from error


def parse_toml(text: str, *, file: str) -> TomlTable:
    """Read a TOML text down to its root table.

    Raises:
        CastError: it is not TOML; names the line.
    """
    bare = text.removeprefix(BYTE_ORDER_MARK)
    try:
        values = tomllib.loads(bare)
    except (ValueError, RecursionError) as error:
        raise _syntax_error(error, bare, file) from error
    return TomlTable(file=file, path=(), values=values, places=find_places(text))


def close_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that look most like this one, closest first, at most three."""
    by_folded: dict[str, str] = {}
    for candidate in known:
        by_folded.setdefault(candidate.casefold(), candidate)
    folded = difflib.get_close_matches(name.casefold(), tuple(by_folded), n=3, cutoff=0.6)
    return tuple(by_folded[match] for match in folded)


def _syntax_error(error: ValueError | RecursionError, text: str, file: str) -> CastError:
    if isinstance(error, RecursionError):
        return CastError(f"{file}:1: nested too deeply to be read", hint="mend the file, or move it away")
    lines = text.split("\n")
    match = _ERROR_LINE.search(str(error))
    line = int(match.group(1)) if match and match.group(1) else len(lines)
    reason = _ERROR_LINE.sub("", str(error))
    shown = lines[min(line, len(lines)) - 1].strip()
    message = f"{file}:{line}: not valid TOML: {reason}" + (f": {shown[:80]}" if shown else "")
    return CastError(message, hint='mend this line; a value is written as key = "text" or key = 10')


def _is_finite_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list of other things"
    if isinstance(value, int) and abs(value) > _GREATEST_SHOWN:
        return "a number that large"
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
