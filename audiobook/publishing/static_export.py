"""A site as files in a folder, for any web server: only what changed is written, only what was ours is removed.

A list of the files that are ours lies in the folder, under a name that starts with a dot. What is not on it is never
overwritten and never removed.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from audiobook.errors import OutputError
from audiobook.publishing.resource import MAKE_AGAIN, Resource
from audiobook.workspace.files import describe, open_atomically, remove_file, write_atomically

SITE_FILE = ".audiobook-site.json"

_FORMAT = "audiobook-site 1"
_PATH = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
_COPY_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export did, as paths relative to the folder."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def export_site(resources: Mapping[str, Resource], folder: Path) -> Exported:
    """Make a folder hold exactly this site, beside whatever else is in it and starts with a dot.

    Sound comes first and feeds come last, so that at no moment a feed names what is not there.

    Args:
        resources: by path.
        folder: empty, missing, or exported to before.

    Raises:
        OutputError: the folder holds something that is not ours, a file cannot be written, or one of a release was
            changed after it was made.
    """
    known = _read_site_file(folder)
    _refuse_strangers(resources, known, folder)
    _write_site_file(folder, {*known, *resources})
    changed = [resource for resource in _in_safe_order(resources) if not _is_there(resource, folder)]
    for resource in changed:
        _write(resource, folder / resource.path)
    removed = [path for path in sorted(known) if path not in resources and _remove(folder, path)]
    _write_site_file(folder, resources.keys())
    written = {resource.path for resource in changed}
    return Exported(
        written=tuple(sorted(written)),
        unchanged=tuple(sorted(resources.keys() - written)),
        removed=tuple(removed),
    )


def _read_site_file(folder: Path) -> frozenset[str]:
    """The paths that are ours; none if the folder is new. Anything odd in the list means that nothing is touched."""
    path = folder / SITE_FILE
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        files = data["files"]
        if data["format"] == _FORMAT and all(_PATH.fullmatch(file) for file in files):
            return frozenset(files)
    except FileNotFoundError:
        _require_empty(folder)
        return frozenset()
    except OSError as error:
        raise OutputError(f"{path}: cannot be read: {describe(error)}", hint="choose another folder") from error
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise OutputError(
        f"{path}: this list of our files is damaged, so nothing is touched", hint="choose an empty folder"
    )


def _require_empty(folder: Path) -> None:
    try:
        other = next((entry.name for entry in sorted(folder.iterdir()) if not entry.name.startswith(".")), None)
    except FileNotFoundError:
        return
    except OSError as error:
        raise OutputError(f"{folder}: cannot be used: {describe(error)}", hint="choose another folder") from error
    if other is not None:
        raise OutputError(
            f"{folder}: there is something in this folder that does not come from here, such as {other}",
            hint="choose a folder that is empty or does not exist yet",
        )


def _refuse_strangers(resources: Mapping[str, Resource], known: Collection[str], folder: Path) -> None:
    for path in resources:
        if _PATH.fullmatch(path) is None:
            raise ValueError(path)
        if path not in known and (folder / path).exists() and not _is_there(resources[path], folder):
            raise OutputError(
                f"{folder / path}: this file does not come from here", hint="move it away, then run this again"
            )
        _require_inside(folder, path)


def _require_inside(folder: Path, path: str) -> None:
    """Make sure that no link leads a path out of the folder."""
    if not (folder / path).parent.resolve().is_relative_to(folder.resolve()):
        raise OutputError(f"{folder / path}: a link leads out of {folder}", hint="remove the link, then run this again")


def _in_safe_order(resources: Mapping[str, Resource]) -> list[Resource]:
    return sorted(
        resources.values(),
        key=lambda resource: (not resource.is_versioned, resource.path.endswith("feed.xml"), resource.path),
    )


def _is_there(resource: Resource, folder: Path) -> bool:
    """Whether the file holds this content; where its name tells the content, its size is enough."""
    target = folder / resource.path
    try:
        if target.is_symlink() or target.stat().st_size != resource.size_bytes:
            return False
        if resource.is_versioned:
            return True
        with target.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == resource.sha256
    except OSError:
        return False  # it will be written, and then the reason shows


def _write(resource: Resource, target: Path) -> None:
    """Write a file whole, and make sure that it is what the release says."""
    digest = hashlib.sha256()
    with open_atomically(target) as file:
        for piece in _pieces(resource.content):
            file.write(piece)
            digest.update(piece)
        if digest.hexdigest() != resource.sha256:
            raise OutputError(f"{resource.content!s:.200}: this is not the file that was made", hint=MAKE_AGAIN)


def _pieces(content: bytes | Path) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    try:
        with content.open("rb") as file:
            while piece := file.read(_COPY_BYTES):
                yield piece
    except OSError as error:
        raise OutputError(f"{content}: cannot be read: {describe(error)}", hint=MAKE_AGAIN) from error


def _remove(folder: Path, path: str) -> bool:
    """Remove a file that is ours, and the folders that are empty then; say whether it was there."""
    _require_inside(folder, path)
    target = folder / path
    if not target.is_file() and not target.is_symlink():
        return False
    remove_file(target)
    for parent in list(target.relative_to(folder).parents)[:-1]:
        with suppress(OSError):  # not empty
            (folder / parent).rmdir()
    return True


def _write_site_file(folder: Path, paths: Collection[str]) -> None:
    data = {"format": _FORMAT, "files": sorted(paths)}
    write_atomically(folder / SITE_FILE, json.dumps(data, indent=0).encode() + b"\n", durable=True)
