"""Edits of a TOML text that leave every other byte alone: text in, text out.

Knows how TOML is written, in whichever of its forms a person chose (headers, dotted keys, inline tables). Refuses to
know what the keys mean. Lines and headers are spliced in; inside a value, tomlkit keeps the formatting.
"""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from audiobook.casting.toml_lists import append_items, remove_items
from audiobook.casting.toml_places import Entry, Places, TomlPath, find_places
from audiobook.casting.toml_values import TomlValue, comment_lines, plain_value, render_key, render_value

_COMMENT_LINES = re.compile(r"(?:[ \t]*#[^\n]*(?:\n|\Z))*")
_HEADER_LINE = re.compile(r"[ \t]*\[")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTable:
    """A table to be written.

    Attributes:
        path: ends in an index for one of an array of tables.
        values: in the order they are written.
        comment: put under the header, empty for none.
    """

    path: TomlPath
    values: Mapping[str, TomlValue]
    comment: str = ""


def has(text: str, path: TomlPath) -> bool:
    """Whether the text says anything at this path, in whichever form."""
    try:
        _value_at(text, path)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def values_at(text: str, table: TomlPath) -> Mapping[str, TomlValue]:
    """What a table says, tables inside it included; nothing if there is none."""
    if not has(text, table):
        return {}
    values: Mapping[str, TomlValue] = _value_at(text, table)
    return values


def _value_at(text: str, path: TomlPath) -> Any:
    inside: Any = tomllib.loads(text.removeprefix("\ufeff"))
    for step in path:
        inside = inside[step]
    return inside


def set_value(text: str, table: TomlPath, key: str, value: TomlValue) -> str:
    """Give a key of an existing table a value, where it stands or as a new line at the table's end."""
    places = find_places(text)
    entry = places.entry((*table, key))
    if entry is not None:
        return _splice(text, entry.value_start, entry.value_end, render_value(value))
    holder = _inline_holder(places, table)
    if holder is not None:
        return _edit_inline(text, holder, table, lambda inside: inside.update({key: plain_value(value)}))
    if _is_implied(places, table):
        return add_tables(text, (NewTable(path=table, values={key: value}),), order=())
    end, prefix = _end_of_table(text, places, table)
    return _insert_line(text, end, f"{prefix}{render_key(key)} = {render_value(value)}")


def append_to_list(text: str, table: TomlPath, key: str, items: Sequence[str]) -> str:
    """Add texts at the end of a list; the list is made if the table has none."""
    if not items:
        return text
    places = find_places(text)
    entry = places.entry((*table, key))
    if entry is not None:
        written = [render_value(item) for item in items]
        new = append_items(text[entry.value_start : entry.value_end], written, newline=_newline(text))
        return _splice(text, entry.value_start, entry.value_end, new)
    holder = _inline_holder(places, table)
    if holder is None:
        return set_value(text, table, key, items)
    return _edit_inline(text, holder, table, lambda inside: inside.setdefault(key, []).extend(items))


def remove_from_list(text: str, table: TomlPath, key: str, item: str) -> str:
    """Take every occurrence of a text out of a list."""
    places = find_places(text)
    entry = places.entry((*table, key))
    if entry is not None:
        new = remove_items(text[entry.value_start : entry.value_end], item)
        return _splice(text, entry.value_start, entry.value_end, new)
    holder = _inline_holder(places, table)
    if holder is None:
        return text
    return _edit_inline(text, holder, table, lambda inside: _discard(inside.get(key, []), item))


def add_tables(text: str, tables: Sequence[NewTable], *, order: Sequence[str]) -> str:
    """Add tables at the end of their section, but never before an entry above the first header (`book.title = ...`).

    Args:
        text: the file.
        tables: all of one section, in the order they are written.
        order: names of the sections in their usual order, to place the first table of a section.
    """
    if not tables:
        return text
    places = find_places(text)
    if _inline_holder(places, tables[0].path[:-1]) is not None:
        for table in tables:
            text = _add_inside(text, table)
        return text
    lines = [line for table in tables for line in ("", *_lines_of(table))]
    headless = max((entry.end for entry in places.entries if not entry.header_path), default=0)
    place = max(headless, _end_of_section(text, places, str(tables[0].path[0]), order))
    return _insert_block(text, place, lines[1:])


def add_comments(text: str, table: TomlPath, comments: Sequence[str]) -> str:
    """Add comment lines, as they are, at the end of a table; nothing happens to one written inside braces."""
    places = find_places(text)
    if not comments or _inline_holder(places, table) is not None:
        return text
    end, _ = _end_of_table(text, places, table)
    for comment in reversed(comments):
        text = _insert_line(text, end, comment)
    return text


def remove_table(text: str, table: TomlPath) -> tuple[str, tuple[str, ...]]:
    """Take a table out with the note under its header; returns all other comments in it, each with its "#"."""
    places = find_places(text)
    holder = _inline_holder(places, table)
    if holder is not None and holder.path != table:
        return _edit_inline(text, holder, table[:-1], lambda inside: inside.pop(table[-1])), ()
    length = len(table)
    spans = sorted((place.start, place.end) for place in places.all if place.path[:length] == table)
    header = places.header(table)
    comments: list[str] = []
    for start, end in reversed(spans):
        below = _COMMENT_LINES.match(text, end)
        below_end = below.end() if below and not _HEADER_LINE.match(text, below.end()) else end
        is_header = header is not None and header.start == start
        below_lines = [] if is_header else _lines(text[end:below_end])
        comments = [*_comments_of(text, places, start, end), *below_lines, *comments]
        text = text[:start] + text[below_end:]
    return _close_gap(text, spans[0][0] if spans else 0), tuple(comments)


def rename_table(text: str, table: TomlPath, name: str) -> str:
    """Give a table another name, wherever its name is written."""
    places = find_places(text)
    holder = _inline_holder(places, table[:-1])
    if holder is not None:
        return _edit_inline(text, holder, table[:-1], lambda inside: _rename_inside(inside, str(table[-1]), name))
    length = len(table)
    spans = [
        (header.parts[length - 1].start, header.parts[length - 1].end)
        for header in places.headers
        if header.path[:length] == table
    ]
    for entry in places.entries:
        written_above = len(entry.header_path)
        if entry.path[:length] == table and written_above < length:
            part = entry.parts[length - 1 - written_above]
            spans.append((part.start, part.end))
    for start, end in sorted(spans, reverse=True):
        text = _splice(text, start, end, render_key(name))
    return text


def _lines_of(table: NewTable) -> list[str]:
    is_array = isinstance(table.path[-1], int)
    name = ".".join(render_key(str(part)) for part in (table.path[:-1] if is_array else table.path))
    return [
        f"[[{name}]]" if is_array else f"[{name}]",
        *(f"# {line}" for line in comment_lines(table.comment)),
        *(f"{render_key(key)} = {render_value(value)}" for key, value in table.values.items()),
    ]


def _add_inside(text: str, table: NewTable) -> str:
    """Add a table to one that is written inside brackets or braces."""
    above, key = table.path[:-1], table.path[-1]
    holder = _inline_holder(find_places(text), above)
    values = {name: plain_value(value) for name, value in table.values.items()}
    return (
        text if holder is None else _edit_inline(text, holder, above, lambda inside: _put_inside(inside, key, values))
    )


def _newline(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _splice(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _insert_line(text: str, position: int, line: str) -> str:
    newline = _newline(text)
    before = text[:position]
    if before and not before.endswith("\n"):
        before += newline
    return before + line + newline + text[position:]


def _insert_block(text: str, position: int, lines: Sequence[str]) -> str:
    """Insert whole lines with an empty line on either side."""
    newline = _newline(text)
    before, after = text[:position], text[position:]
    if before.strip("\ufeff"):
        before += "" if before.endswith("\n") else newline
        before += "" if before.endswith(newline * 2) else newline
    if after and not after.startswith(("\n", "\r")):
        after = newline + after
    return before + newline.join(lines) + newline + after


def _inline_holder(places: Places, table: TomlPath) -> Entry | None:
    """The entry whose value contains this table, if it is written inside brackets or braces."""
    return next((entry for entry in places.entries if entry.path == table[: len(entry.path)]), None)


def _edit_inline(text: str, holder: Entry, path: TomlPath, change: Callable[[Any], object]) -> str:
    """Change something inside one value; `change` gets the table or list at `path`."""
    import tomlkit

    document = tomlkit.parse(f"value = {text[holder.value_start : holder.value_end]}\n")
    inside: Any = document["value"]
    for step in path[len(holder.path) :]:
        inside = inside[step]
    change(inside)
    new = document.as_string().removeprefix("value = ").removesuffix("\n")
    if _newline(text) == "\r\n":
        new = re.sub(r"(?<!\r)\n", "\r\n", new)
    return _splice(text, holder.value_start, holder.value_end, new)


def _put_inside(inside: Any, key: str | int, values: Mapping[str, Any]) -> None:
    import tomlkit

    table = tomlkit.inline_table()
    table.update(values)
    if isinstance(key, int):
        inside.append(table)
    else:
        inside[key] = table


def _rename_inside(inside: Any, old: str, new: str) -> None:
    items = [(new if key == old else key, value) for key, value in inside.items()]
    for key in list(inside):
        inside.pop(key)
    for key, value in items:
        inside[key] = value


def _discard(inside: Any, item: str) -> None:
    while item in inside:
        inside.remove(item)


def _is_implied(places: Places, table: TomlPath) -> bool:
    """Whether a table is there only because headers name tables below it."""
    if places.header(table) is not None:
        return False
    length = len(table)
    return all(len(entry.header_path) > length for entry in places.entries if entry.path[:length] == table)


def _end_of_table(text: str, places: Places, table: TomlPath) -> tuple[int, str]:
    """Where a new line of this table goes, and what stands before its key there (indentation, dotted names)."""
    header = places.header(table)
    if header is not None:
        own = [entry for entry in places.entries if entry.header_path == table]
        if not own:
            return _after_comments(text, header.end), ""
        return own[-1].end, text[own[-1].start : own[-1].parts[0].start]
    dotted = [entry for entry in places.entries if entry.path[: len(table)] == table]
    last = dotted[-1]
    last_name = last.parts[len(table) - len(last.header_path) - 1]
    return last.end, text[last.start : last_name.end] + "."


def _end_of_section(text: str, places: Places, section: str, order: Sequence[str]) -> int:
    """Where a new table of a section goes: after its last one, else after the sections that come before it."""
    before = order[: order.index(section)] if section in order else order
    for name in (section, *reversed(before)):
        inside = [place for place in places.all if place.path[0] == name]
        if inside:
            return _after_comments(text, max(place.end for place in inside))
    if not places.headers:
        return len(text)
    return _before_comments(text, places.headers[0].start)


def _after_comments(text: str, position: int) -> int:
    """Step over comment lines that belong to what stands above them, not to a header below."""
    match = _COMMENT_LINES.match(text, position)
    end = match.end() if match else position
    return position if _HEADER_LINE.match(text, end) else end


def _before_comments(text: str, position: int) -> int:
    """Step back over comment lines that stand right above."""
    while position > 0:
        line_start = text.rfind("\n", 0, position - 1) + 1
        if not text[line_start:position].lstrip("\ufeff \t").startswith("#"):
            break
        position = line_start
    return position


def _comments_of(text: str, places: Places, start: int, end: int) -> list[str]:
    """The comment at the end of a header or entry, if it has one."""
    entry = next((entry for entry in places.entries if entry.start == start), None)
    header = next((header for header in places.headers if header.start == start), None)
    after = entry.value_end if entry else header.parts[-1].end if header else end
    _, mark, comment = text[after:end].partition("#")
    return [f"#{comment.rstrip()}"] if mark else []


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _close_gap(text: str, position: int) -> str:
    """Leave one empty line, not two, where something was taken out."""
    before, after = text[:position], text[position:]
    newline = _newline(text)
    if after.startswith(newline) and (not before or before.endswith(newline * 2)):
        return before + after.removeprefix(newline)
    if not after and before.endswith(newline * 2):
        return before.removesuffix(newline)
    return text
