"""Answers kept, so that nobody waits or pays for the same question twice.

Knows questions and accepted labels; refuses to trust what it reads: anything odd about a file counts as no file.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from audiobook.errors import OutputError
from audiobook.opinions.protocol import Label, Question
from audiobook.workspace.kept_text import keep_text, recall_text

_FORMAT = "audiobook-opinion 1"


class AnswersCache:
    """The answers of one source of opinions, a small file each.

    Args:
        folder: where the files go; made when the first answer is kept.
        fingerprint: what shapes the source's answers besides the question.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._folder = folder
        self._fingerprint = fingerprint

    def read(self, question: Question) -> tuple[Label, ...] | None:
        """Return the labels kept for a question, or None."""
        key = self._key(question)
        text = recall_text(self._path(key), key=key)
        try:
            stored = json.loads(text) if text is not None else None
        except (ValueError, RecursionError):
            return None
        match stored:
            case {"format": str(format_), "key": str(stored_key), "labels": list(rows)}:
                return _read_rows(rows) if (format_, stored_key) == (_FORMAT, key) else None
        return None

    def keep(self, question: Question, labels: tuple[Label, ...]) -> None:
        """Keep the accepted labels of a question; a disk that cannot be written costs time later and nothing else."""
        key = self._key(question)
        rows = [[label.number, label.speaker] for label in labels]
        with suppress(OutputError):
            text = json.dumps({"format": _FORMAT, "key": key, "labels": rows}, indent=1)
            keep_text(self._path(key), text, key=key)

    def _key(self, question: Question) -> str:
        asked = json.dumps([self._fingerprint, asdict(question)], sort_keys=True)
        return hashlib.blake2b(asked.encode(), digest_size=20).hexdigest()

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"


def _read_rows(rows: list[object]) -> tuple[Label, ...] | None:
    labels: list[Label] = []
    for row in rows:
        match row:
            case [int(number), str(speaker)]:
                labels.append(Label(number=number, speaker=speaker))
            case _:
                return None
    return tuple(labels)
