"""Token and port of the server, kept where a deleted build folder does not take them along.

A podcast app remembers the address it subscribed to, so both must be the same after a restart. Only `serve` writes the
file; a person may edit it, and what they wrote besides stays.
"""

import re
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path

from audiobook.errors import OutputError, UsageError
from audiobook.workspace.files import describe, write_atomically

FIRST_PORT = 8019
"""Taken where nothing else is said: free on most computers, and easy to type."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another: a token may have to be typed into a phone
_TOKEN_LETTERS = 26  # 128 bits
_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,128}")

_HEAD = """\
# Written by `audiobook serve`. It keeps the addresses the same, so that podcast apps find your books after a restart.
# Keep it to yourself: while `audiobook serve --lan` runs, whoever knows the token and is in your network can listen.
# A new token: audiobook serve --lan --new-token (all apps then have to subscribe again). Another port: --port NUMBER.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateSettings:
    """What the file says; None where it says nothing."""

    token: str | None = None
    port: int | None = None


def make_token() -> str:
    """Draw a token that nobody can guess: 128 bits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_TOKEN_LETTERS))


def read_private_settings(path: Path) -> PrivateSettings:
    """Read the file, which need not be there.

    Raises:
        UsageError: it cannot be read, or a value in it is of no use.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return PrivateSettings()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {describe(error)}", hint="make it readable, or delete it") from error
    except ValueError as error:
        raise UsageError(f"{path}: {error}", hint="correct it, or delete it: a new one is written then") from error
    token, port = data.get("token"), data.get("port")
    if token is not None and not (isinstance(token, str) and _TOKEN.fullmatch(token)):
        raise UsageError(
            f"{path}: this token is of no use: 16 letters, digits, - or _ at least",
            hint="delete the line: a new token is drawn then",
        )
    if port is not None and not (type(port) is int and 1 <= port <= 65535):
        raise UsageError(f"{path}: port = {port!r} is no port", hint="1024 to 65535, or delete the line")
    return PrivateSettings(token=token, port=port)


def keep_private_settings(path: Path, settings: PrivateSettings) -> None:
    """Write both values down, each on its line; every other line stays. Nobody but the owner may read a new file.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        text = _HEAD
    except (OSError, ValueError) as error:
        raise OutputError(f"{path}: cannot be read: {error}", hint="make it readable, or delete it") from error
    new = text
    if settings.token is not None:
        new = _with_line(new, "token", f'token = "{settings.token}"')
    if settings.port is not None:
        new = _with_line(new, "port", f"port = {settings.port}")
    if new != text:
        write_atomically(path, new.encode(), durable=True, mode=0o600)


def _with_line(text: str, key: str, line: str) -> str:
    """Put a line in the place of the one with this key; a new one comes before the first table."""
    kept = re.compile(rf"^[ \t]*{key}[ \t]*=[^\r\n#]*?(?=[ \t]*(?:#|$))", re.MULTILINE)
    if kept.search(text):
        return kept.sub(line, text, count=1)
    table = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    place = table.start() if table else len(text)
    before = text[:place]
    return f"{before}{chr(10) if before and not before.endswith(chr(10)) else ''}{line}\n{text[place:]}"
