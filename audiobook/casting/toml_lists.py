"""Edits of one TOML list, `[...]`, that keep its layout and comments: text in, text out."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from audiobook.casting.toml_places import nested_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A value of the list.

    Attributes:
        start: offset in the list's text.
        end: one past its last letter.
        comma: offset of the comma behind it, or None.
    """

    start: int
    end: int
    comma: int | None


def append_items(text: str, items: Sequence[str], *, newline: str) -> str:
    """Add values, written as TOML already, at the end of a list; one a line if the list stands that way."""
    present = _find_items(text)
    inside_end = len(text) - 1
    last_line = text.rfind("\n", 0, inside_end) + 1
    is_open = last_line > 0 and not text[last_line:inside_end].strip()
    if not present and not is_open:
        return f"[{', '.join(items)}]"
    if not is_open:
        end = present[-1].end
        return text[:end] + "".join(f", {item}" for item in items) + text[end:]
    indent = _indent_of(text, present)
    ends_in_comma = not present or present[-1].comma is not None
    lines = f",{newline}".join(indent + item for item in items) + ("," if ends_in_comma else "") + newline
    text = text[:last_line] + lines + text[last_line:]
    return text if ends_in_comma else text[: present[-1].end] + "," + text[present[-1].end :]


def remove_items(text: str, item: str) -> str:
    """Take every text equal to `item` out of a list; comments stay."""
    while True:
        present = _find_items(text)
        values = [tomllib.loads(f"x = {text[each.start : each.end]}")["x"] for each in present]
        if item not in values:
            return text
        index = values.index(item)
        text = _remove(text, present, index)


def _remove(text: str, present: list[_Item], index: int) -> str:
    gone = present[index]
    if gone.comma is not None:
        text = text[: gone.comma] + text[gone.comma + 1 :]
        return _cut(text, gone.start, gone.end)
    comma = present[index - 1].comma if index > 0 else None
    if comma is None or "\n" in text:
        return _cut(text, gone.start, gone.end)  # a comma may end a list: the line before stays as it is
    return text[:comma] + text[gone.end :]


def _cut(text: str, start: int, end: int) -> str:
    """Cut a piece and the blanks it leaves: its line if nothing else stands there, else those behind it."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end) + 1
    if line_start > 0 and line_end > 0 and not (text[line_start:start] + text[end:line_end]).strip():
        return text[:line_start] + text[line_end:]
    rest = text[end:]
    return text[:start] + (rest.lstrip(" \t") if text[:start].endswith((" ", "\t", "[")) else rest)


def _indent_of(text: str, present: list[_Item]) -> str:
    for item in reversed(present):
        before = text[text.rfind("\n", 0, item.start) + 1 : item.start]
        if not before.strip():
            return before
    return "  "


def _find_items(text: str) -> list[_Item]:
    items: list[_Item] = []
    depth = 0
    start: int | None = None
    end = 0
    for piece, offset in nested_tokens(text):
        depth -= piece in ("]", "}")
        if depth == 1 and piece == "," and start is not None:
            items.append(_Item(start=start, end=end, comma=offset))
            start = None
        elif depth >= 1 and piece.strip() and piece != "," and not piece.startswith("#"):
            start = offset if start is None else start
            end = offset + len(piece)
        depth += piece in ("[", "{")
    return items if start is None else [*items, _Item(start=start, end=end, comma=None)]
