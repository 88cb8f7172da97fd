"""Where in a TOML text each key stands, so that an error can name a line and an edit can leave the rest alone.

Knows lines and offsets of headers, keys and values. Refuses to judge: the text must already have been read by
`tomllib`, and what the keys mean is somebody else's.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

TomlPath = tuple[str | int, ...]
"""Keys from the root down, with the index (from 0) of a table inside an array of tables."""

_BLANK = re.compile(r"[ \t]*")
_REST_OF_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_KEY_PART = re.compile(r'[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?!")'
    r"|'''.*?'''(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_NESTED_TOKEN = re.compile(rf"{_STRING.pattern}|#[^\n]*|[\[\]{{}},]|\s+|[^\"'#\[\]{{}},\s]+", re.DOTALL)
_SCALAR = re.compile(r"[^#\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPart:
    """One name of a dotted key as it is written: `text[start:end]`, quotes included."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A `[table]` or `[[table]]` line.

    Attributes:
        start: offset of its line.
        end: offset of the next line.
        line: counted from 1.
    """

    path: TomlPath
    parts: tuple[KeyPart, ...]
    start: int
    end: int
    line: int
    is_array: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A `key = value`, which may go over several lines.

    Attributes:
        path: of the value: the header's path and the key's parts.
        header_path: of the header above it, empty before the first one.
        start: offset of its first line.
        end: offset of the line after its last.
        line: of the key, counted from 1.
    """

    path: TomlPath
    header_path: TomlPath
    parts: tuple[KeyPart, ...]
    start: int
    value_start: int
    value_end: int
    end: int
    line: int


class Places:
    """Every header and entry of a valid TOML text; they are looked for when somebody first asks for one.

    Args:
        text: a byte order mark may stand before it.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def all(self) -> tuple[Header | Entry, ...]:
        """Headers and entries in the text's order."""
        scanner = _Scanner(self._text)
        scanner.scan()
        return tuple(scanner.places)

    @cached_property
    def headers(self) -> tuple[Header, ...]:
        """The headers alone."""
        return tuple(place for place in self.all if isinstance(place, Header))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries alone."""
        return tuple(place for place in self.all if isinstance(place, Entry))

    @cached_property
    def lines(self) -> Mapping[TomlPath, int]:
        """The line that writes a path itself."""
        lines: dict[TomlPath, int] = {}
        for place in self.all:
            lines.setdefault(place.path, place.line)
        return lines

    @cached_property
    def first_lines(self) -> Mapping[TomlPath, int]:
        """The first line that writes anything at or below a path."""
        first_lines: dict[TomlPath, int] = {}
        for place in self.all:
            for length in range(1, len(place.path) + 1):
                first_lines.setdefault(place.path[:length], place.line)
        return first_lines

    def line_of(self, path: TomlPath) -> int:
        """Line of a key or table; of the closest one around it if it has no line of its own; 1 for the root."""
        for length in range(len(path), 0, -1):
            line = self.lines.get(path[:length]) or self.first_lines.get(path[:length])
            if line is not None:
                return line
        return 1

    def entry(self, path: TomlPath) -> Entry | None:
        """The entry that writes exactly this value."""
        return next((entry for entry in self.entries if entry.path == path), None)

    def header(self, path: TomlPath) -> Header | None:
        """The header that opens exactly this table."""
        return next((header for header in self.headers if header.path == path), None)


def find_places(text: str) -> Places:
    """Find every header and entry of a valid TOML text; a byte order mark may stand before it."""
    return Places(text)


def nested_tokens(text: str, start: int = 0) -> Iterator[tuple[str, int]]:
    """Cut a list or inline table into strings, comments, brackets, commas, white space and all else, with offsets."""
    return ((match.group(), match.start()) for match in _NESTED_TOKEN.finditer(text, start))


class _Scanner:
    """Walks over a valid TOML text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 1 if text.startswith("\ufeff") else 0
        self._line = 1
        self._counted_to = 0
        self._header_path: TomlPath = ()
        self._array_lengths: dict[TomlPath, int] = {}
        self.places: list[Header | Entry] = []

    def scan(self) -> None:
        while self._position < len(self._text):
            start = self._position
            self._skip_blanks()
            here = self._text[self._position : self._position + 1]
            if here == "[":
                self._read_header(start)
            elif here not in ("", "#", "\n", "\r"):
                self._read_entry(start)
            else:
                self._skip_line()

    def _read_header(self, start: int) -> None:
        line = self._line_at(start)
        is_array = self._text.startswith("[[", self._position)
        self._position += 2 if is_array else 1
        parts = self._read_key()
        self._skip_line()
        self._header_path = self._resolve(parts, is_array=is_array)
        header = Header(
            path=self._header_path, parts=parts, start=start, end=self._position, line=line, is_array=is_array
        )
        self.places.append(header)

    def _read_entry(self, start: int) -> None:
        line = self._line_at(start)
        parts = self._read_key()
        self._position += 1  # the equals sign
        self._skip_blanks()
        value_start = self._position
        self._position = value_end = self._end_of_value()
        self._skip_line()
        entry = Entry(
            path=(*self._header_path, *(part.name for part in parts)),
            header_path=self._header_path,
            parts=parts,
            start=start,
            value_start=value_start,
            value_end=value_end,
            end=self._position,
            line=line,
        )
        self.places.append(entry)

    def _read_key(self) -> tuple[KeyPart, ...]:
        """Read a dotted key and stop at the equals sign or bracket behind it."""
        parts: list[KeyPart] = []
        while True:
            self._skip_blanks()
            match = _KEY_PART.match(self._text, self._position)
            if match is None:
                return tuple(parts)
            parts.append(KeyPart(name=_unquote(match.group()), start=match.start(), end=match.end()))
            self._position = match.end()
            self._skip_blanks()
            if not self._text.startswith(".", self._position):
                return tuple(parts)
            self._position += 1

    def _end_of_value(self) -> int:
        text, start = self._text, self._position
        string = _STRING.match(text, start)
        if string:
            return string.end()
        if text[start] not in "[{":
            scalar = _SCALAR.match(text, start)
            return start + len(scalar.group().rstrip()) if scalar else start
        depth = 0
        for token, offset in nested_tokens(text, start):
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token, 0)
            if depth == 0:
                return offset + len(token)
        return len(text)

    def _resolve(self, parts: tuple[KeyPart, ...], *, is_array: bool) -> TomlPath:
        path: TomlPath = ()
        for index, part in enumerate(parts):
            path = (*path, part.name)
            if is_array and index == len(parts) - 1:
                self._array_lengths[path] = self._array_lengths.get(path, 0) + 1
            if path in self._array_lengths:
                path = (*path, self._array_lengths[path] - 1)
        return path

    def _skip_blanks(self) -> None:
        match = _BLANK.match(self._text, self._position)
        self._position = match.end() if match else self._position

    def _skip_line(self) -> None:
        match = _REST_OF_LINE.match(self._text, self._position)
        self._position = match.end() if match else len(self._text)

    def _line_at(self, offset: int) -> int:
        self._line += self._text.count("\n", self._counted_to, offset)
        self._counted_to = offset
        return self._line


def _unquote(part: str) -> str:
    return next(iter(tomllib.loads(f"{part} = 0"))) if part[0] in "\"'" else part
