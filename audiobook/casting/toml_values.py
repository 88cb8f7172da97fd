"""Keys, values and comments written in TOML, the way a person would write them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

TomlValue = str | bool | int | float | Sequence[str] | Mapping[str, "TomlValue"]

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def render_key(name: str) -> str:
    """Write a key, quoted only if TOML asks for it."""
    import tomlkit

    return tomlkit.key(name).as_string()


def render_value(value: TomlValue) -> str:
    """Write a value the way a person would: 'single' quotes around text with "double" ones, -10 rather than -10.0."""
    import tomlkit

    if isinstance(value, str):
        literal = '"' in value and "'" not in value and not _UNPRINTABLE.search(value)
        return f"'{value}'" if literal else tomlkit.item(value).as_string()
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{render_key(key)} = {render_value(item)}' for key, item in value.items())}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(render_value(item) for item in value)}]"
    return str(tomlkit.item(plain_value(value)).as_string())


def one_line(text: str) -> str:
    """Fold a text so that it fits into a comment."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def plain_value(value: TomlValue) -> Any:
    """The value in Python's own types, a whole number as one, as tomlkit takes it."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {key: plain_value(item) for key, item in value.items()}
    return list(value)


def comment_lines(comment: str) -> list[str]:
    """Break a comment into lines of a comfortable length, without the "#"; each line of it starts a new one."""
    import textwrap

    parts = (one_line(part) for part in comment.splitlines())
    return [line for part in parts for line in textwrap.wrap(part, width=110, break_long_words=False)]
