"""A script as text: one JSON object a line for programs, labelled lines for people.

Knows formats; refuses to know files and terminals.
"""

import json
from collections.abc import Collection, Iterator

from audiobook.model.labelled_script import write_first_line
from audiobook.model.script import Character, Gender, Script, Segment, SegmentKind
from audiobook.scripting.corrections.wording import fold
from audiobook.scripting.forms.labelled import LABELLED_MARKUP
from audiobook.scripting.forms.labelled_grammar import CHAPTER, escape, format_label

_HOW_TO = (
    "# One line, one voice. Change a name in [brackets], or any words after it; a blank line ends a paragraph.",
    "# [Anna, thinking] is a thought, [Anna + Piet] speak together, [note: why] is not spoken.",
)


def as_jsonl(script: Script, chapters: Collection[int] | None = None) -> Iterator[str]:
    """Yield one JSON object for each segment, without line ends. Only ASCII, so any terminal and any pipe takes it.

    Args:
        script: the book's.
        chapters: numbers of those to print; None for all.
    """
    chosen = (one for one in script.segments if chapters is None or one.chapter in chapters)
    return (json.dumps(_as_row(segment)) for segment in chosen)


def _as_row(segment: Segment) -> dict[str, object]:
    row: dict[str, object] = {
        "id": segment.id,
        "chapter": segment.chapter,
        "kind": segment.kind.value,
        "speaker": segment.speaker,
    }
    if len(segment.speakers) > 1:
        row["speakers"] = list(segment.speakers)
    return row | {
        "confidence": None if segment.confidence is None else round(segment.confidence, 4),
        "evidence": why_and_how(segment),
        "text": segment.text,
        "spoken": segment.spoken,
        "source": segment.source,
        "start": segment.start,
        "end": segment.end,
    }


def why_and_how(segment: Segment) -> str:
    """Give the evidence for a line's speaker, and the manner that its tag tells."""
    manner = ", ".join(cue.value.replace("_", " ") for cue in segment.manner)
    return f"{segment.evidence}; manner: {manner}" if manner else segment.evidence


def as_labelled_text(script: Script) -> str:
    """Print a script so that a person can edit it and `make` accept it as the book's manuscript."""
    return "\n".join([*_head(script), *_body(script)]) + "\n"


def _head(script: Script) -> Iterator[str]:
    yield write_first_line(script.book)
    yield f"title: {fold(script.title)}"
    if script.author:
        yield f"author: {fold(script.author)}"
    yield f"language: {fold(script.language)}"
    yield from (_character_line(character) for character in script.characters)
    yield from _HOW_TO


def _character_line(character: Character) -> str:
    gender = "" if character.gender is Gender.UNKNOWN else character.gender.value
    aliases = ", ".join(escape(alias) for alias in character.aliases)
    return f"character: {escape(character.name)} | {gender} | {aliases}".rstrip(" |")


def _body(script: Script) -> Iterator[str]:
    shown = [segment for segment in script.segments if segment.evidence != LABELLED_MARKUP]
    index = 0
    for chapter in script.chapters:
        yield ""
        yield f"[{CHAPTER}] {fold(chapter.title)}"
        paragraph: int | None = None
        while index < len(shown) and shown[index].chapter == chapter.number:
            segment = shown[index]
            if segment.paragraph != paragraph:
                yield ""
            paragraph = segment.paragraph
            yield _line(segment)
            index += 1


def _line(segment: Segment) -> str:
    label = format_label(segment.kind, segment.speakers, segment.evidence if segment.kind is SegmentKind.NOTE else None)
    return f"{label} {fold(segment.text)}"
