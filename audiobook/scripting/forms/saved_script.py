"""A script as JSON and back, for a cache: exact and fast.

Knows its own format only; a text that is not of it is refused, so that the cache is made again.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

from audiobook.errors import ManuscriptError
from audiobook.model.delivery import Cue
from audiobook.model.manuscript import Publication
from audiobook.model.quotation_marks import QuotationMarks
from audiobook.model.script import ChapterHead, Character, Gender, Script, Segment, SegmentKind

_FORMAT = "audiobook script 6"
_SEGMENT_FIELDS = tuple(field.name for field in fields(Segment))
_CHARACTER_FIELDS = tuple(field.name for field in fields(Character))
_HEAD_FIELDS = ("book", "title", "author", "language")


def script_to_json(script: Script) -> str:
    """Write a script as JSON."""
    return json.dumps(
        {
            "format": _FORMAT,
            "head": [getattr(script, name) for name in _HEAD_FIELDS],
            "chapters": [[head.number, head.title, head.unwritten_title] for head in script.chapters],
            "characters": [[getattr(character, name) for name in _CHARACTER_FIELDS] for character in script.characters],
            "warnings": script.warnings,
            "quotation_marks": script.quotation_marks,
            "publication": asdict(script.publication),
            "narrator_gender": script.narrator_gender,
            "segment_fields": _SEGMENT_FIELDS,
            "segments": [[getattr(segment, name) for name in _SEGMENT_FIELDS] for segment in script.segments],
        },
        separators=(",", ":"),
    )


def script_from_json(text: str) -> Script:
    """Read a script that `script_to_json` wrote.

    Raises:
        ManuscriptError: the text is damaged or was written by another version; write the script again.
    """
    try:
        saved = json.loads(text)
        return _read(saved)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ManuscriptError("the saved script cannot be read", hint="delete it: it is made again") from error


def _read(saved: dict[str, Any]) -> Script:
    if saved["format"] != _FORMAT or tuple(saved["segment_fields"]) != _SEGMENT_FIELDS:
        raise ValueError("written by another version")
    head = dict(zip(_HEAD_FIELDS, saved["head"], strict=True))
    return Script(
        **head,
        chapters=tuple(
            ChapterHead(number=number, title=title, unwritten_title=unwritten)
            for number, title, unwritten in saved["chapters"]
        ),
        segments=tuple(_read_segment(row) for row in saved["segments"]),
        characters=tuple(_read_character(row) for row in saved["characters"]),
        warnings=tuple(saved["warnings"]),
        quotation_marks=None if saved["quotation_marks"] is None else QuotationMarks(saved["quotation_marks"]),
        publication=Publication(**saved["publication"]),
        narrator_gender=Gender(saved["narrator_gender"]),
    )


_TYPED: dict[str, Callable[[Any], object]] = {
    "kind": SegmentKind,
    "speakers": tuple,
    "manner": lambda names: tuple(map(Cue, names)),
}


def _read_segment(row: list[Any]) -> Segment:
    values = dict(zip(_SEGMENT_FIELDS, row, strict=True))
    for name, convert in _TYPED.items():
        values[name] = convert(values[name])
    return Segment(**values)


def _read_character(row: list[Any]) -> Character:
    values = dict(zip(_CHARACTER_FIELDS, row, strict=True))
    typed = {"gender": Gender(values["gender"]), "aliases": tuple(values["aliases"])}
    return Character(**values | typed | {"evidence": tuple(values["evidence"])})
