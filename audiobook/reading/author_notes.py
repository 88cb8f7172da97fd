"""Author's notes, disclaimers and fan-fiction headers: what the author says about the story, not in it.

Labelled notes count wherever they stand; everything vaguer only at the edge of a chapter, before or after its story.
A doubtful paragraph is spoken: losing story is worse than speaking a note.
"""

import re
from collections.abc import Iterator, Sequence

from audiobook.model.manuscript import BlockKind
from audiobook.reading.fields import read_field
from audiobook.reading.lines import split_into_lines
from audiobook.reading.note_words import (
    find_inline_note,
    is_end_mark,
    is_labelled_note,
    is_note_title,
    may_talk_about_writing,
    note_reason,
    talks_about_the_text,
)
from audiobook.reading.pieces import Piece, as_note, cut_piece

_CONTINUES = "goes on with an author's note"
_MOST_CONTINUED = 8
_BORDER_WITHIN = 6
_QUOTED_START = ('"', "“", "«", "„")
_STORY_LABEL = re.compile(r"(?:setting|timeline|time|place|location)\s*:", re.IGNORECASE)


def mark_author_notes(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Turn labelled notes, headers and edge-of-chapter remarks to readers into notes."""
    cut = [part for piece in pieces for inner in _cut_inline_note(piece) for part in _cut_labelled_lines(inner)]
    marked: list[Piece] = []
    for section in _sections(cut):
        _mark_labelled(section)
        _mark_start(section)
        _mark_end(section)
        marked += section
    return tuple(marked)


def _cut_inline_note(piece: Piece) -> tuple[Piece, ...]:
    """Cut a bracketed note off the start or end of a paragraph whose other words are story."""
    span = find_inline_note(piece.text) if piece.is_prose else None
    if span is None or span == (0, len(piece.text)):
        return (piece,)
    return cut_piece(piece, span[1] if span[0] == 0 else span[0])


def _cut_labelled_lines(piece: Piece) -> Iterator[Piece]:
    """Cut a paragraph that is really a list of labelled lines into those lines.

    A labelled line that stops well short of the paragraph's margin is whole: what follows is not part of it.
    """
    if not piece.is_prose or piece.line_count < 2 or not _is_labelled(piece.text[:200]):
        yield piece
        return
    lines = split_into_lines(piece.text)
    texts = [piece.text[line.start : line.end] for line in lines]
    margin = max(len(text) for text in texts)
    starts = [
        line.start
        for line, text, before in zip(lines[1:], texts[1:], texts, strict=False)
        if text and (_is_labelled(text) or (_is_labelled(before) and len(before) < margin * 0.7))
    ]
    yield from cut_piece(piece, *starts)


def _is_labelled(line: str) -> bool:
    return read_field(line) is not None or is_labelled_note(line)


def _sections(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut at headings; each section starts with its heading pieces."""
    sections: list[list[Piece]] = [[]]
    for index, piece in enumerate(pieces):
        opens = piece.kind is BlockKind.HEADING and (index == 0 or pieces[index - 1].kind is not BlockKind.HEADING)
        if opens and sections[-1]:
            sections.append([])
        sections[-1].append(piece)
    return sections


def _mark_labelled(section: list[Piece]) -> None:
    """Mark notes that say what they are, and what goes on with them."""
    heading = section[0].heading if section else None
    if heading and is_note_title(heading.title or ""):
        section[:] = [
            piece if piece.kind is BlockKind.SCENE_BREAK else as_note(piece, "part of a section of notes")
            for piece in section
        ]
    for index, piece in enumerate(section):
        reason = note_reason(piece.text) if piece.is_prose else None
        if reason:
            section[index] = as_note(piece, reason)
            _mark_continuation(section, index)


def _mark_continuation(section: list[Piece], start: int) -> None:
    """Mark the paragraphs after a labelled note that go on with it.

    Up to a scene break, or to the end of the chapter if the note stands apart from the story before it, talk about
    writing is enough; elsewhere only what unmistakably addresses readers goes on with a note.
    """
    announces = is_note_title(section[start].text)
    for index in range(start + 1, min(len(section), start + 1 + _MOST_CONTINUED)):
        piece = section[index]
        if not piece.is_prose or piece.text.startswith(_QUOTED_START) or note_reason(piece.text):
            return
        follows_title = announces and index == start + 1
        bounded = may_talk_about_writing(piece.text) and _is_bounded(section, start, index)
        if not (follows_title or bounded or talks_about_the_text(piece.text) or _is_sign_off(section, start, index)):
            return
        section[index] = as_note(piece, _CONTINUES)


def _is_sign_off(section: Sequence[Piece], start: int, index: int) -> bool:
    """Recognise "See you!" as the last words of a chapter, after a note that stands apart from its story."""
    return index == len(section) - 1 and len(section[index].text.split()) <= 8 and _stands_apart(section, start)


def _is_bounded(section: Sequence[Piece], start: int, index: int) -> bool:
    """Say whether a border the author drew ends the note within a few paragraphs, or the chapter ends with it."""
    near = section[index : index + _BORDER_WITHIN]
    if any(piece.kind is BlockKind.SCENE_BREAK for piece in near):
        return True
    return len(section) - index <= _BORDER_WITHIN and _stands_apart(section, start)


def _stands_apart(section: Sequence[Piece], index: int) -> bool:
    """Say whether a piece after the story is set off from it: a scene break, an end mark or extra blank lines."""
    if index == 0:
        return False
    before = section[index - 1]
    set_off = before.kind in {BlockKind.SCENE_BREAK, BlockKind.NOTE} or is_end_mark(before.text)
    gaps = sorted(piece.gap_before for piece in section[1:])
    return set_off or section[index].gap_before > gaps[len(gaps) // 2] + 1


def _mark_start(section: list[Piece]) -> None:
    """Mark header fields and remarks to readers before the story of a chapter."""
    zone = range(next((i for i, piece in enumerate(section) if not _may_precede_story(piece)), len(section)))
    fields = {index: field for index in zone if section[index].is_prose and (field := read_field(section[index].text))}
    is_header = len(fields) > 1 or any(field.is_certain for field in fields.values())
    for index in zone:
        piece = section[index]
        if index in fields and is_header:
            section[index] = as_note(piece, f'a field about the text ("{fields[index].label}")')
        elif _is_remark(piece):
            section[index] = as_note(piece, "a remark to readers before the story")


def _may_precede_story(piece: Piece) -> bool:
    if not piece.is_prose or _STORY_LABEL.match(piece.text):
        return True
    return read_field(piece.text) is not None or _is_remark(piece)


def _mark_end(section: list[Piece]) -> None:
    """Mark remarks to readers after the story of a chapter, last paragraph first."""
    for index in range(len(section) - 1, 0, -1):
        piece = section[index]
        if _is_remark(piece):
            section[index] = as_note(piece, "a remark to readers after the story")
        elif piece.is_prose and not is_end_mark(piece.text):
            return


def _is_remark(piece: Piece) -> bool:
    return piece.is_prose and not piece.text.startswith(_QUOTED_START) and talks_about_the_text(piece.text)
