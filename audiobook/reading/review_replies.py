"""Replies to reviewers at a chapter's end: "Penname: Thanks for the review. ...".

They look like script-form dialogue. What tells them apart: they run to the end of the chapter, at least one speaks of
reviews or thanks a reader, and those addressed are nobody in the story. Notes that carry an author's label ("A/N: ...")
look the same and are left to `author_notes`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from audiobook.model.manuscript import BlockKind
from audiobook.reading.lines import iterate_lines, split_into_lines
from audiobook.reading.note_words import (
    announces_replies,
    is_end_mark,
    is_labelled_note,
    is_note_title,
    is_teaser,
    talks_about_the_text,
)
from audiobook.reading.pieces import Piece, as_note, cut_piece

_REPLY = re.compile(
    r"[\W_]*(?:to |@)?(?P<name>[^\s:\"“”.!?;,()][^:\"“”!?;\r\n]{0,48}?)[*_ ]*"
    r"(?P<mark>:|\s[-–—]+\s|\s?[-–—]{2,})[*_]*\s*(?=\S)"
)
_LONGEST_NAME_WORDS = 5
_GRATITUDE = re.compile(r"\b(?:thank(?:s| you| u| ya)|thanx|thx|ty|glad you|happy you|hope you)\b", re.IGNORECASE)
_READING = re.compile(
    r"\b(?:review(?:s|ed|er|ers|ing)?|feedback|chapters?|fic|story|read(?:ing)?|updates?|comments?|support|kudos|r&r)\b",
    re.IGNORECASE,
)
_OF_REVIEWS = re.compile(
    r"\b(?:review(?:s|ed|er|ers|ing)?|(?:this|next|last) chapter|fan ?fic(?:tion)?|the fic|my (?:fic|story)"
    r"|updat(?:e|es|ing)|r&r)\b",
    re.IGNORECASE,
)
_PENNAME = re.compile(
    r"(?<=[a-z])(?=[A-Z])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLa)(?<!\bVan)|[a-z]\d|\d[a-z]|\w_\w", re.ASCII
)
_OPENING_LENGTH = 40
_LONGEST_REPLY = 4000
_MOST_REPLIES = 300


def mark_review_replies(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Turn the replies that end a chapter, and the line that announces them, into notes."""
    marked: list[Piece] = []
    start = 0
    for index in range(1, len(pieces) + 1):
        if index == len(pieces) or pieces[index].kind is BlockKind.HEADING:
            marked += _mark_chapter(pieces[start:index], before=marked)
            start = index
    return tuple(marked)


def _mark_chapter(chapter: Sequence[Piece], *, before: Sequence[Piece]) -> list[Piece]:
    """Mark the replies at the end of one chapter; a paragraph stays whole unless it holds some of them."""
    groups = [_cut_replies(piece) for piece in chapter]
    parts = list(chain.from_iterable(groups))
    replies = _find_replies(parts, before=before)
    marked: list[Piece] = []
    position = 0
    for piece, group in zip(chapter, groups, strict=True):
        places = range(position, position + len(group))
        position += len(group)
        if replies.isdisjoint(places):
            marked.append(piece)
        else:
            marked += (_as_reply(parts[place]) if place in replies else parts[place] for place in places)
    return marked


def _cut_replies(piece: Piece) -> tuple[Piece, ...]:
    """Cut a paragraph into the lines that address somebody, each with the lines that go on with it."""
    if not piece.is_prose or piece.line_count < 2:
        return (piece,)
    first = piece.text[: next(iterate_lines(piece.text)).end]
    if not announces_replies(first) and not _name(first):
        return (piece,)
    lines = split_into_lines(piece.text)
    starts = [line.start for line in lines[1:] if _name(piece.text[line.start : line.end])]
    return cut_piece(piece, *starts) if starts else (piece,)


def _find_replies(parts: Sequence[Piece], *, before: Sequence[Piece]) -> frozenset[int]:
    """Give the indexes of the replies to strangers at a chapter's end, and of the line that announces them."""
    tail = _tail(parts)
    announced = {tail[0] - 1} if tail and _is_announcement(parts, tail[0] - 1) else set()
    if not tail or not (announced or _may_have_evidence([parts[index] for index in tail])):
        return frozenset()
    opening = parts[: min(announced, default=tail[0])]
    if not any(map(_may_be_story, before if announced == {0} else opening)):
        return frozenset()  # without a story before them they are something else: a header, a play
    story = "\n".join(piece.text for piece in (*before, *opening) if _may_be_story(piece)).lower()
    labels = Counter(_name(parts[index].text).lower() for index in tail)
    strangers = {index for index in tail if not _is_known(_name(parts[index].text), story=story, labels=labels)}
    if not strangers or not (announced or _has_evidence([parts[index] for index in sorted(strangers)])):
        return frozenset()
    return frozenset(strangers | announced)


def _tail(parts: Sequence[Piece]) -> list[int]:
    """Give the indexes of the replies that end a chapter; notes, remarks to readers and end marks may stand between."""
    tail: list[int] = []
    for index in range(len(parts) - 1, max(0, len(parts) - _MOST_REPLIES) - 1, -1):
        piece = parts[index]
        if piece.kind is BlockKind.HEADING:
            break
        if not piece.is_prose or is_labelled_note(piece.text) or is_end_mark(piece.text) or is_teaser(piece.text):
            continue
        if _name(piece.text):
            tail.append(index)
        elif not talks_about_the_text(piece.text):
            break
    return tail[::-1]


def _is_announcement(parts: Sequence[Piece], index: int) -> bool:
    """Say whether a line, or a heading that opens no section of notes, announces replies."""
    if index < 0 or not announces_replies(parts[index].text):
        return False
    return parts[index].kind is not BlockKind.HEADING or not is_note_title(parts[index].text)


def _may_be_story(piece: Piece) -> bool:
    return piece.is_prose and not is_labelled_note(piece.text)


def _as_reply(piece: Piece) -> Piece:
    name = _name(piece.text)
    if not name:
        return as_note(piece, "announces replies to reviewers")
    return as_note(piece, f'a reply to a reviewer ("{name}" is nobody in the story)')


def _name(text: str) -> str:
    """Read who a reply is addressed to; empty if the text has not the shape of one."""
    match = _REPLY.match(text[:120]) if len(text) <= _LONGEST_REPLY else None
    name = match["name"].strip() if match else ""
    return name if len(name.split()) <= _LONGEST_NAME_WORDS else ""


def _is_known(name: str, *, story: str, labels: Counter[str]) -> bool:
    """Say whether the story speaks of somebody by this name, or the label comes again, as speakers' labels do."""
    if labels[name.lower()] > 1:
        return True
    named = name.lower() in story  # cheap and nearly always decisive; the pattern then asks for whole words
    return named and re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", story) is not None


def _may_have_evidence(replies: Sequence[Piece]) -> bool:
    return any(_GRATITUDE.search(reply.text) or talks_about_the_text(reply.text) for reply in replies)


def _has_evidence(replies: Sequence[Piece]) -> bool:
    """Require one that thanks for a review or speaks of the text, or several that as a whole thank readers.

    Of several, half give thanks for reading; or all open with thanks, or one does and one is addressed to a penname.
    """
    texts = [reply.text for reply in replies]
    thanks = [text for text in texts if _GRATITUDE.search(text)]
    if any(_OF_REVIEWS.search(text) for text in thanks) or any(map(talks_about_the_text, texts)):
        return True
    if len(texts) < 2:
        return False
    readers = [text for text in thanks if _READING.search(text)]
    if len(readers) * 2 >= len(texts) or (len(texts) > 2 and len(thanks) * 2 >= len(texts)):
        return True
    opening = sum(map(_opens_with_thanks, texts))
    return opening == len(texts) or (opening > 0 and any(_PENNAME.search(_name(text)) for text in texts))


def _opens_with_thanks(text: str) -> bool:
    label = _REPLY.match(text[:120])
    return label is not None and _GRATITUDE.search(text, label.end(), label.end() + _OPENING_LENGTH) is not None
