"""Results on disk, to compare a later run with.

Knows its own JSON; refuses to know where figures come from.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path

from trials.pooling import Summary

_FORMAT = "audiobook attribution 1"


class SavedResultsError(Exception):
    """A file of saved results cannot be used."""


def save_summaries(path: Path, summaries: Mapping[str, Summary]) -> None:
    """Keep the rows of a table."""
    saved = {"format": _FORMAT, "rows": {name: asdict(summary) for name, summary in summaries.items()}}
    path.write_text(json.dumps(saved, indent=1) + "\n", encoding="utf-8")


def load_summaries(path: Path) -> dict[str, Summary]:
    """Read the rows of a table that was kept.

    Raises:
        SavedResultsError: the file is missing or is none of ours.
    """
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SavedResultsError(f"{path}: cannot be read: {error}") from error
    if not isinstance(saved, dict) or saved.get("format") != _FORMAT:
        raise SavedResultsError(f"{path}: was not written by --save of this version")
    known = {field.name for field in fields(Summary)}
    return {
        name: Summary(**{key: value for key, value in row.items() if key in known})
        for name, row in saved["rows"].items()
    }
