"""`release.json`: what a release was made from.

    {"format": "audiobook-release 1", "book": slug, "profile": name, "tags": {...}, "roles": [[speaker, voice], ...],
     "extras": [extra, ...], "chapters": [chapter, ...]}

A chapter is an object with the fields of `ReleasedChapter`; in it, `scenes` are rows of title, start and end, and
`lines` are rows of segment id, speaker, start, length, take key and words. Starts, ends and lengths are samples at the
chapter's `rate_hz`. An extra is an object with the fields of `ReleasedExtra`; an older file has no `extras`. One row a
line, so that two releases can be compared by eye.

Knows this file; refuses to look at the others.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from audiobook.errors import OutputError, ReleaseLostError
from audiobook.model.release import (
    BookTags,
    ExtraKind,
    Release,
    ReleasedChapter,
    ReleasedExtra,
    ReleasedLine,
    ReleasedRole,
)
from audiobook.model.timeline import SceneMark
from audiobook.workspace.files import describe, write_atomically

RELEASE_FILE = "release.json"

_FORMAT = "audiobook-release 1"
_MAKE_AGAIN = "make the book again with this version: audiobook make"
_PLAIN_FIELDS = tuple(field.name for field in fields(ReleasedChapter) if field.name not in ("scenes", "lines"))
_TYPES: dict[str, type] = {
    "number": int, "title": str, "file": str, "length_samples": int, "rate_hz": int, "size_bytes": int,
    "sha256": str, "audio_key": str, "tags_key": str, "stale": bool, "id": str,
}  # fmt: skip
_EXTRA_TYPES: dict[str, type] = {
    "kind": str, "file": str, "size_bytes": int, "sha256": str, "key": str, "length_samples": int, "rate_hz": int,
    "tags_key": str,
}  # fmt: skip
_DEFAULTS: dict[str, Any] = {"id": ""}
"""What a release of an earlier version does not say, and need not be made again for."""


def read_release(folder: Path) -> Release | None:
    """Read what was made before.

    Returns:
        None if nothing was, or if the file is damaged or of another version: everything is made again then.

    Raises:
        OutputError: the file is there but may not be read.
    """
    try:
        return load_release(folder)
    except ReleaseLostError:
        return None


def load_release(folder: Path) -> Release:
    """Read what was made, where there is no going on without it.

    Raises:
        ReleaseLostError: the file is missing, damaged or of another version.
        OutputError: the file is there but may not be read.
    """
    path = folder / RELEASE_FILE
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReleaseLostError(f"{folder}: there is no {RELEASE_FILE} in it", hint=_MAKE_AGAIN) from error
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be read: {describe(error)}", hint="make it readable, or delete it"
        ) from error
    except (ValueError, RecursionError) as error:
        raise ReleaseLostError(f"{path}: this file is broken: {error}", hint=_MAKE_AGAIN) from error
    found = data.get("format") if isinstance(data, dict) else None
    if found != _FORMAT:
        message = f"{path}: another version of audiobook wrote this file: its format is {found!r}, not {_FORMAT!r}"
        raise ReleaseLostError(message, hint=_MAKE_AGAIN)
    try:
        return _release(data, folder)
    except (KeyError, TypeError, ValueError) as error:
        message = f"{path}: this file is broken: {type(error).__name__}: {error}"
        raise ReleaseLostError(message, hint=_MAKE_AGAIN) from error


def write_release(release: Release) -> str:
    """Write what was made; nothing is written if the file says so already.

    Returns:
        A digest of the file, as `digest_release` gives it.

    Raises:
        OutputError: it cannot be written.
    """
    path = release.folder / RELEASE_FILE
    data = _as_json(release).encode()
    if _content_of(path) != data:
        write_atomically(path, data, durable=True)
    return _digest(data)


def digest_release(folder: Path) -> str | None:
    """Digest the file as it is, byte for byte; None if there is none, or it cannot be read."""
    data = _content_of(folder / RELEASE_FILE)
    return None if data is None else _digest(data)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20).hexdigest()


def _content_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None  # not there; if it cannot be written either, writing says why


def _as_json(release: Release) -> str:
    chapters = ",\n".join(_chapter_as_json(chapter) for chapter in release.chapters)
    head = {
        "format": _FORMAT,
        "book": release.book,
        "profile": release.profile,
        "tags": asdict(release.tags),
        "roles": [(role.speaker, role.voice) for role in release.roles],
    }
    extras = _rows([asdict(extra) for extra in release.extras])
    return f'{_dump(head)[:-1]},\n"extras": {extras},\n"chapters": [\n{chapters}\n]}}\n'


def _chapter_as_json(chapter: ReleasedChapter) -> str:
    plain = {name: getattr(chapter, name) for name in _PLAIN_FIELDS}
    scenes = [(scene.title, scene.start_sample, scene.end_sample) for scene in chapter.scenes]
    lines = [
        (line.segment_id, line.speaker, line.start_sample, line.length_samples, line.take_key, line.text)
        for line in chapter.lines
    ]
    return f'{_dump(plain)[:-1]},\n"scenes": {_rows(scenes)},\n"lines": {_rows(lines)}}}'


def _rows(rows: Sequence[object]) -> str:
    return "[\n" + ",\n".join(_dump(row) for row in rows) + "\n]"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)


def _release(data: Any, folder: Path) -> Release:
    return Release(
        book=_checked(data["book"], str),
        folder=folder,
        tags=_book_tags(data["tags"]),
        profile=_checked(data["profile"], str),
        chapters=tuple(_chapter(chapter) for chapter in data["chapters"]),
        extras=tuple(_extra(extra) for extra in data.get("extras", [])),
        roles=tuple(
            ReleasedRole(speaker=_checked(speaker, str), voice=_checked(voice, str))
            for speaker, voice in data.get("roles", [])
        ),
    )


def _book_tags(data: Any) -> BookTags:
    voices = tuple(_checked(voice, str) for voice in data["voices"])
    texts = {name: value for name, value in data.items() if name != "voices"}
    for value in texts.values():
        _checked(value, (str, type(None)))
    return BookTags(**texts, voices=voices)


def _chapter(data: Any) -> ReleasedChapter:
    given = {**_DEFAULTS, **data}
    plain = {name: _checked(given[name], _TYPES[name]) for name in _PLAIN_FIELDS}
    _check_file_name(plain["file"], endings=(".mp3",))
    _check_rate(plain["rate_hz"])
    return ReleasedChapter(
        **plain,
        scenes=tuple(
            SceneMark(title=_checked(title, str), start_sample=_checked(start, int), end_sample=_checked(end, int))
            for title, start, end in data["scenes"]
        ),
        lines=tuple(_line(row) for row in data["lines"]),
    )


def _extra(data: Any) -> ReleasedExtra:
    plain = {name: _checked(data[name], _EXTRA_TYPES[name]) for name in _EXTRA_TYPES}
    _check_file_name(plain["file"], endings=(".mp3", ".m4b"))
    _check_rate(plain["rate_hz"])
    return ReleasedExtra(**plain | {"kind": ExtraKind(plain["kind"])})


def _check_file_name(file: str, *, endings: tuple[str, ...]) -> None:
    """A listed file might be removed one day, so it must be a sound file in this very folder."""
    if not file.isprintable() or Path(file).name != file or "\\" in file or not file.endswith(endings):
        raise ValueError(file)


def _line(row: Any) -> ReleasedLine:
    segment_id, speaker, start, length, take_key, text = row
    return ReleasedLine(
        segment_id=_checked(segment_id, str),
        speaker=_checked(speaker, str),
        text=_checked(text, str),
        take_key=_checked(take_key, str),
        start_sample=_checked(start, int),
        length_samples=_checked(length, int),
    )


def _checked(value: Any, kind: type | tuple[type, ...]) -> Any:
    """Every number in the file counts something, so none is negative; JSON's true and false are no numbers."""
    if kind is int and (isinstance(value, bool) or value < 0):
        raise ValueError(value)
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def _check_rate(rate_hz: int) -> None:
    """Lengths are divided by it."""
    if rate_hz == 0:
        raise ValueError(rate_hz)
