"""Author's notes, disclaimers and fan-fiction headers: what the author says about the story, not in it.

Labelled notes count wherever they stand; everything vaguer only at the edge of a chapter, before or after its story.
A doubtful paragraph is spoken: losing story is worse than speaking a note.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from audiobook.model.manuscript import BlockKind
from audiobook.reading.fields import read_field
from audiobook.reading.lines import split_into_lines
from audiobook.reading.pieces import Piece, as_note, cut_piece

_LONGEST_NOTE = 4000
_NOTE_WORDS = (
    r"(?:a/n|a\\/n|a\.n\.|author(?:'?s|s'|’s|s’)?[ -]+notes?|authors? comments?|note from (?:the|your) author|t/n|e/n|b/n"
    r"|(?:translator|editor|beta|transcriber)(?:'?s|s'|’s)?[ -]+notes?|disclaimers?|end notes?|endnotes?)"
)
_LABELLED = re.compile(
    rf"[\W_]*(?:(?i:{_NOTE_WORDS})[\w ]{{0,20}}[*_ ]*(?:[:;—–-]|\)|\]|$|(?<=[/n])\s)|(?:AN|TN)[*_ ]*[:—–-])"
)
_NOTE_TITLE = re.compile(
    rf"[\W_]*(?:(?:{_NOTE_WORDS})|acknowledge?ments?|dedication|copyright|about the author|(?:replies|responses|answers)"
    r" to (?:the |my |your )?review(?:s|ers)?|review(?:er)? (?:replies|responses|answers)|thank yous?|shout ?outs?)[\W_]*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"\s*[\[({<]\s*(?P<what>illustrations?|footnote|blank page|frontispiece|picture|image|transcriber|map\b)",
    re.IGNORECASE,
)
_INLINE = re.compile(rf"[(\[]\s*(?:(?i:{_NOTE_WORDS})|AN:)[^()\[\]]{{0,1500}}[)\]]")
_DECORATION = " \t*_~([{<-–—=|#"

_ABOUT_THE_TEXT = re.compile(
    r"\br ?(?:&|and|n|/|\+) ?r\b|fan-?\s?fic(?:tion)?s?\b|\bffn?\.net\b|\bao3\b|\breviewers?\b|\bmy beta\b"
    r"|\bplease,? (?:do )?(?:read and )?(?:leave (?:me )?(?:a |some )?)?(?:review|comment|feedback)"
    r"|\b(?:for|all|your|the|leave|any|more|of|get|some|love|no) (?:\w+ )?(?:reviews|feedback)\b"
    r"|\bthank(?:s| you| u)\b.{0,60}\b(?:review(?:s|ed|ing)?|feedback|comments|beta(?:ing|ed)?|reading (?:this|my|the (?:story|fic)))\b"
    r"|\bread (?:and|&) review\b|\bconstructive criticism\b|\bflames (?:will|are|welcome)|\bno flames\b"
    r"|\b(?:i|we) (?:do not|don'?t|don’t|dont) own (?:any|these|the (?:characters|show|rights)|them|this|[\w ]{0,40}characters)"
    r"|\bno (?:copyright )?infringement\b|\bnot mine\b.{0,60}\b(?:characters?|belongs?|own)\b|\bcharacters? belongs? to\b"
    r"|\bhope (?:you|u)(?: all| guys)? (?:will )?(?:like|liked|enjoy|enjoyed)\b.{0,30}\b(?:chapter|story|fic|it|this)\b"
    r"|\bnext (?:chapter|update|part)\b.{0,60}\b(?:soon|up|week|post|coming|i|i'll|you)\b"
    r"|\bmy first (?:attempt|story|try|fic)|\bthis (?:story|fic|chapter) (?:is|was|takes place|contains|has been)\b.{0,60}"
    r"\b(?:written|set|after|season|episode|dedicated|au|rated|slash|based)\b|\bi'?ll update\b|\bsorry for the (?:long )?(?:wait|delay)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\W*(?:(?:please |pls |plz )?(?:r ?(?:&|and|n) ?r|review|read (?:and|&) review|comment|reviews?)(?: please)?"
    r"|reviews? (?:are|is|make|=).{0,60}|feedback .{0,60}|enjoy|on with the (?:story|show|chapter|fic))\W*",
    re.IGNORECASE,
)
_ABOUT_WRITING = re.compile(
    r"\b(?:chapters?|fic|story|stories|season|episodes?|canon|plot|characters?|writ(?:e|ing|ten)|wrote|update|post(?:ed|ing)?"
    r"|readers?|reviews?|series|scene|title|spoilers?|beta|AU|OOC|OC|POV)\b"
)
_FIRST_OR_SECOND_PERSON = re.compile(r"\b(?:I|I'm|I’m|I've|my|me|you|your|we|let me|thanks?)\b")
_END_MARK = re.compile(
    r"\W*(?:the end|end|fin|finis|tbc|to be continued|the end of .{1,30}|end (?:of )?(?:chapter|part).{0,20})\W*",
    re.IGNORECASE,
)
_QUOTED_START = ('"', "“", "«", "„")
_AUTHOR = "an author's note"


def mark_author_notes(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Turn labelled notes, headers and edge-of-chapter remarks to readers into notes."""
    marked: list[Piece] = []
    for section in _sections(_cut_fields(_cut_inline_notes(pieces))):
        marked += _mark_end(_mark_start(_mark_labelled(section)))
    return tuple(marked)


def is_note_title(text: str) -> bool:
    """Say whether a heading announces notes rather than story."""
    return len(text) <= 80 and _NOTE_TITLE.fullmatch(text) is not None


def talks_about_the_text(text: str) -> bool:
    """Say whether somebody unmistakably speaks to readers about the text itself."""
    return len(text) <= _LONGEST_NOTE and bool(_ABOUT_THE_TEXT.search(text) or _CALL.fullmatch(text[:100]))


def _sections(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut at headings; each section starts with its heading pieces."""
    sections: list[list[Piece]] = [[]]
    for index, piece in enumerate(pieces):
        opens = piece.kind is BlockKind.HEADING and (index == 0 or pieces[index - 1].kind is not BlockKind.HEADING)
        if opens and sections[-1]:
            sections.append([])
        sections[-1].append(piece)
    return sections


def _cut_inline_notes(pieces: Sequence[Piece]) -> list[Piece]:
    """Cut a bracketed note off the start or end of a paragraph whose other words are story."""
    cut: list[Piece] = []
    for piece in pieces:
        match = (
            _INLINE.search(piece.text[:_LONGEST_NOTE]) if piece.is_prose and "/" in piece.text[:_LONGEST_NOTE] else None
        )
        if match and match.start() == 0:
            cut += cut_piece(piece, match.end())
        elif match and match.end() == len(piece.text):
            cut += cut_piece(piece, match.start())
        else:
            cut.append(piece)
    return cut


def _cut_fields(pieces: Sequence[Piece]) -> list[Piece]:
    """Cut a paragraph that is really a list of labelled lines into those lines."""
    cut: list[Piece] = []
    for piece in pieces:
        if (
            not piece.is_prose
            or piece.line_count < 2
            or not (read_field(piece.text) or _LABELLED.match(piece.text[:200]))
        ):
            cut.append(piece)
            continue
        rest = piece
        for line in reversed(split_into_lines(piece.text)[1:]):
            words = piece.text[line.start : line.end]
            if read_field(words) or _LABELLED.match(words[:200]):
                rest, lower = cut_piece(rest, line.start)
                cut_at = len(cut)
                cut.insert(cut_at, lower)
        cut.append(rest)
        count = 1 + sum(1 for other in cut if piece.start < other.start < piece.end)
        cut[-count:] = sorted(cut[-count:], key=lambda each: each.start)
    return cut


def _mark_labelled(section: list[Piece]) -> list[Piece]:
    """Mark notes that say what they are, and what follows a line that only announces notes."""
    if section and section[0].heading and is_note_title(section[0].heading.title or ""):
        return [_announced(piece) for piece in section]
    marked = list(section)
    for index, piece in enumerate(section):
        if marked[index].kind is BlockKind.PARAGRAPH and marked[index].heading is None:
            reason = _labelled_reason(piece)
            if reason:
                marked[index] = as_note(piece, reason)
                _mark_continuation(marked, index)
    return marked


def _announced(piece: Piece) -> Piece:
    return piece if piece.kind is BlockKind.SCENE_BREAK else as_note(piece, "part of an author's note")


def _labelled_reason(piece: Piece) -> str | None:
    start = piece.text[:200]
    bracketed = _BRACKETED.match(start)
    if bracketed and piece.text.rstrip("*_ ").endswith(("]", ")", "}", ">")):
        return f"a bracketed remark of the edition ({bracketed['what'].lower()})"
    match = _LABELLED.match(start) or (_NOTE_TITLE.fullmatch(start) if len(piece.text) < 80 else None)
    if not match:
        return None
    return "a disclaimer" if "disclaim" in match.group().lower() else _AUTHOR


def _mark_continuation(marked: list[Piece], start: int) -> None:
    """Mark the paragraphs after a labelled note that go on with it.

    Up to a scene break, or to the end of the chapter if the note stands apart from the story before it, talk about
    writing is enough; elsewhere only what unmistakably addresses readers goes on with a note.
    """
    announces_only = _NOTE_TITLE.fullmatch(marked[start].text) is not None and len(marked[start].text) < 80
    for index in range(start + 1, min(len(marked), start + 9)):
        piece = marked[index]
        if not piece.is_prose or piece.text.startswith(_QUOTED_START):
            return
        follows_title = announces_only and index == start + 1
        bounded = _is_bounded(marked, start, index) and _talks_about_writing(piece.text)
        if not (follows_title or bounded or talks_about_the_text(piece.text)):
            return
        marked[index] = as_note(piece, f"goes on with {_AUTHOR}")


def _is_bounded(marked: list[Piece], start: int, index: int) -> bool:
    """Say whether a border the author drew ends the note within a few paragraphs, or the chapter ends with it."""
    for other in range(index, min(len(marked), index + 6)):
        if marked[other].kind is BlockKind.SCENE_BREAK:
            return True
    return len(marked) - index <= 6 and _stands_apart(marked, start)


def _stands_apart(section: Sequence[Piece], index: int) -> bool:
    """Say whether a piece after the story is set off from it: a scene break, an end mark or extra blank lines."""
    if index == 0:
        return False
    before = section[index - 1]
    set_off = (
        before.kind in {BlockKind.SCENE_BREAK, BlockKind.NOTE} or _END_MARK.fullmatch(before.text[:60]) is not None
    )
    gaps = sorted(piece.gap_before for piece in section[1:])
    usual = gaps[len(gaps) // 2] if gaps else 1
    return set_off or section[index].gap_before > usual + 1


def _talks_about_writing(text: str) -> bool:
    return (
        len(text) <= _LONGEST_NOTE
        and _ABOUT_WRITING.search(text) is not None
        and _FIRST_OR_SECOND_PERSON.search(text) is not None
    )


def _mark_start(section: list[Piece]) -> list[Piece]:
    """Mark header fields and remarks to readers before the story of a chapter."""
    marked = list(section)
    zone = _start_zone(section)
    fields = {index: read_field(section[index].text) for index in zone if section[index].is_prose}
    has_certain = sum(1 for field in fields.values() if field) > 1 or any(f and f.is_certain for f in fields.values())
    for index in zone:
        piece, field = section[index], fields.get(index)
        if field and (field.is_certain or has_certain):
            marked[index] = as_note(piece, f'a field about the text ("{field.label}")')
        elif piece.is_prose and talks_about_the_text(piece.text) and not piece.text.startswith(_QUOTED_START):
            marked[index] = as_note(piece, "a remark to readers before the story")
    return marked


def _start_zone(section: list[Piece]) -> range:
    """Give the indexes before the story: headings, notes, fields, remarks, and lines such as "Setting: ..."."""
    end = 0
    for end, piece in enumerate(section):  # noqa: B007 - the index where the zone ends is what is looked for
        is_label_line = re.match(r"(?:setting|timeline|time|place|location)\s*:", piece.text[:40], re.IGNORECASE)
        belongs = not piece.is_prose or read_field(piece.text) or is_label_line or talks_about_the_text(piece.text)
        if not belongs:
            return range(end)
    return range(end + 1 if section else 0)


def _mark_end(section: list[Piece]) -> list[Piece]:
    """Mark remarks to readers after the story of a chapter, last paragraph first."""
    marked = list(section)
    for index in range(len(section) - 1, 0, -1):
        piece = marked[index]
        if not piece.is_prose:
            continue
        if piece.text.startswith(_QUOTED_START) or not talks_about_the_text(piece.text):
            if not _END_MARK.fullmatch(piece.text[:60]):
                break
            continue
        marked[index] = as_note(replace(piece), "a remark to readers after the story")
    return marked
