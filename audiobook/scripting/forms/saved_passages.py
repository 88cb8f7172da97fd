"""Chapters' passages as JSON and back, for a cache.

Knows its own format and version only; a text that is not of it, or was damaged, is refused, so that it is made again.
"""

import json
from collections.abc import Mapping
from hashlib import blake2b

from audiobook.errors import ManuscriptError
from audiobook.scripting.quotations.splitting import KeptChapter


def passages_to_json(chapters: Mapping[str, KeptChapter], *, version: str) -> str:
    """Write chapters by their keys, under a checksum.

    Args:
        chapters: their passages.
        version: of the program that split them.
    """
    body = json.dumps({"version": version, "chapters": dict(chapters)}, separators=(",", ":"))
    return f"{_checksum(body)}\n{body}"


def passages_from_json(text: str, *, version: str) -> Mapping[str, KeptChapter]:
    """Read chapters that `passages_to_json` wrote.

    Raises:
        ManuscriptError: the text is damaged or was written by another version; split the chapters again.
    """
    checksum, _, body = text.partition("\n")
    if checksum != _checksum(body):
        raise ManuscriptError("the kept passages are damaged", hint="delete the file: it is made again")
    saved = json.loads(body)
    if saved["version"] != version:
        raise ManuscriptError("the kept passages are of another version", hint="delete the file: it is made again")
    chapters: dict[str, KeptChapter] = saved["chapters"]
    return chapters


def _checksum(body: str) -> str:
    return blake2b(body.encode("utf-8"), digest_size=16).hexdigest()
