"""Sketches of chapters' words, kept so that a chapter that did not change is not sketched again.

Knows where they are kept; what a sketch is, `publishing.word_sketch` knows.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from audiobook.errors import OutputError
from audiobook.publishing.word_sketch import sketch_words
from audiobook.workspace.kept_text import keep_text, recall_text
from audiobook.workspace.program_digest import program_digest

Sketch = tuple[int, ...]


class KeptSketches:
    """Sketches texts, or remembers how.

    Args:
        path: where they are kept.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _recall(path)
        self._used: dict[str, Sketch] = {}

    def sketch(self, text: str) -> Sketch:
        """Sketch a text."""
        key = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        self._used[key] = self._known[key] if key in self._known else sketch_words(text)
        return self._used[key]

    def keep(self) -> None:
        """Keep what was sketched since, and nothing else; a disk that cannot be written costs time only."""
        if self._used != self._known:
            with suppress(OutputError):
                keep_text(self._path, json.dumps(self._used), key=program_digest("audiobook"))


def _recall(path: Path) -> Mapping[str, Sketch]:
    text = recall_text(path, key=program_digest("audiobook"))
    try:
        known: Any = {} if text is None else json.loads(text)
        return {key: tuple(words) for key, words in known.items()}
    except (ValueError, TypeError, AttributeError):
        return {}
