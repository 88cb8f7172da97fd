"""Replies to reviewers at a chapter's end: "Penname: Thanks for the review. ...".

They look like script-form dialogue. What tells them apart: they run to the end of the chapter, at least one speaks of
reviews or thanks a reader, and those addressed are nobody in the story.
"""

import re
from collections import Counter
from collections.abc import Sequence

from audiobook.model.manuscript import BlockKind
from audiobook.reading.note_words import announces_replies, talks_about_the_text
from audiobook.reading.pieces import Piece, as_note

_REPLY = re.compile(
    r"[\W_]*(?:to |@)?(?P<name>[^\s:\"“”.!?;,()][^:\"“”!?;\r\n]{0,48}?)[*_ ]*"
    r"(?::|\s[-–—]+\s|\s?[-–—]{2,})[*_]*\s*(?=\S)"
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
_LONGEST_REPLY = 4000
_MOST_REPLIES = 300


def mark_review_replies(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Turn the replies that end a chapter into notes."""
    marked = list(pieces)
    start = 0
    for index in range(1, len(marked) + 1):
        if index == len(marked) or marked[index].kind is BlockKind.HEADING:
            _mark_tail(marked, start, index)
            start = index
    return tuple(marked)


def _mark_tail(marked: list[Piece], start: int, end: int) -> None:
    """Mark the replies at the end of one chapter, `marked[start:end]`, in place."""
    replies = _tail(marked, start, end)
    if not replies or not any(piece.is_prose for piece in marked[start : replies[0]]):
        return  # without a story before them they are something else: a header, a play
    announced = announces_replies(marked[replies[0] - 1].text)
    if not (announced or _has_evidence([marked[index].text for index in replies])):
        return
    story = "\n".join(piece.text for piece in marked[: replies[0]] if piece.is_prose).lower()
    labels = Counter(_name(marked[index]).lower() for index in replies)
    strangers = [index for index in replies if not _is_known(_name(marked[index]), story=story, labels=labels)]
    if announced or _has_evidence([marked[index].text for index in strangers]):
        for index in strangers:
            name = _name(marked[index])
            marked[index] = as_note(marked[index], f'a reply to a reviewer ("{name}" is nobody in the story)')


def _tail(marked: Sequence[Piece], start: int, end: int) -> list[int]:
    """Give the indexes of the replies that end a chapter; notes and remarks to readers may stand between."""
    tail: list[int] = []
    for index in range(end - 1, max(start, end - _MOST_REPLIES) - 1, -1):
        piece = marked[index]
        if piece.kind is BlockKind.HEADING:
            break
        if piece.is_prose and _name(piece):
            tail.append(index)
        elif piece.is_prose and not talks_about_the_text(piece.text):
            break
    return tail[::-1]


def _name(piece: Piece) -> str:
    """Read who a reply is addressed to; empty if the piece has not the shape of one."""
    match = _REPLY.match(piece.text[:120]) if len(piece.text) <= _LONGEST_REPLY else None
    name = match["name"].strip() if match else ""
    return name if len(name.split()) <= _LONGEST_NAME_WORDS else ""


def _is_known(name: str, *, story: str, labels: Counter[str]) -> bool:
    """Say whether the story speaks of somebody by this name, or the label comes again, as speakers' labels do."""
    if labels[name.lower()] > 1:
        return True
    named = name.lower() in story  # cheap and nearly always decisive; the pattern then asks for whole words
    return named and re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", story) is not None


def _has_evidence(texts: Sequence[str]) -> bool:
    """Require one that thanks for a review or speaks of the text, or several of which half give thanks for reading."""
    thanks = [text for text in texts if _GRATITUDE.search(text)]
    if any(_OF_REVIEWS.search(text) for text in thanks) or any(map(talks_about_the_text, texts)):
        return True
    readers = [text for text in thanks if _READING.search(text)]
    return (len(texts) > 1 and len(readers) * 2 >= len(texts)) or (len(texts) > 2 and len(thanks) * 2 >= len(texts))
