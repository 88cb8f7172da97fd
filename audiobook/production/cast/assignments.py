"""A person's word on who says a line, written down so that it outlives everything but the line itself."""

import re
from dataclasses import dataclass
from pathlib import Path

from audiobook.casting.cast_file import add_correction, drop_correction, find_role, read_cast
from audiobook.casting.typed_toml import close_names
from audiobook.errors import UsageError
from audiobook.model.cast import Cast
from audiobook.model.script import NARRATOR, UNKNOWN, Correction, Script, SegmentKind
from audiobook.production.books import Book, open_book, require_own_cast
from audiobook.production.cast.preparation import DEFAULT_ENGINE, complete_cast
from audiobook.production.progress import Progress
from audiobook.production.script.loading import load_script
from audiobook.scripting.corrections.corrections import correction_for, find_lines
from audiobook.scripting.corrections.retyping import corrected_kind
from audiobook.workspace.paths import Workspace

_ROW_NUMBERS = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")
_NUMBERS_ONLY = re.compile(r"[0-9\s,;:.–-]+")
_JOINTS = re.compile(r"\s*[&,;]\s*(?:and\s+)?|\s+and\s+")
_SAID = frozenset({SegmentKind.DIALOGUE, SegmentKind.THOUGHT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What a person says about lines.

    Attributes:
        lines: a row number, a range of them such as "12-15", or a segment's id.
        speakers: characters, "narrator" or "unknown", also several in one such as "Tom & Ann"; none leaves the speaker
            to the program.
        kind: None leaves it to the program.
        is_new: the speaker may be somebody the book does not know yet.
    """

    lines: str
    speakers: tuple[str, ...]
    kind: SegmentKind | None
    is_new: bool


def assign_lines(
    source: Path, workspace: Workspace, assignment: Assignment, *, name: str | None, progress: Progress
) -> tuple[str, ...]:
    """Write corrections for lines into the book's cast file.

    Returns:
        A sentence for each corrected line.

    Raises:
        UsageError: there is no such line, or nobody of that name.
        ManuscriptError: the source cannot be read.
        CastError: the cast file is wrong.
        OutputError: it cannot be written.
    """
    book, cast, script = _open(source, workspace, name=name, progress=progress)
    indexes = _choose_lines(script, assignment)
    speakers = _find_speakers(book, script, cast, assignment)
    complete_cast(book, script, cast, engine=DEFAULT_ENGINE)
    corrections = [correction_for(script, index, speakers=speakers, kind=assignment.kind) for index in indexes]
    for correction in corrections:
        add_correction(book.cast_path, correction)
    return tuple(_describe(script, *corrected) for corrected in zip(indexes, corrections, strict=True))


def take_back(
    source: Path, workspace: Workspace, lines: str, *, name: str | None, progress: Progress
) -> tuple[str, ...]:
    """Take corrections of lines out of the book's cast file, so that the program decides again.

    Args:
        lines: as in `Assignment`.

    Returns:
        A sentence for each correction that was taken out.

    Raises:
        UsageError: there is no such line, or nobody corrected it.
        ManuscriptError: the source cannot be read.
        CastError: the cast file is wrong.
        OutputError: it cannot be written.
    """
    book, cast, script = _open(source, workspace, name=name, progress=progress)
    chosen = _find_lines(script, lines)
    placed = zip(cast.corrections, find_lines(script, cast.corrections), strict=True)
    found = [(correction, index) for correction, index in placed if index is not None and index in chosen]
    if not found:
        raise UsageError(f"nobody corrected line {lines}", hint=f"{book.cast_path} has the corrections")
    for correction, _ in found:
        drop_correction(book.cast_path, correction)
    return tuple(f"{index + 1}: no longer {_said_of(correction)}" for correction, index in found)


def _open(source: Path, workspace: Workspace, *, name: str | None, progress: Progress) -> tuple[Book, Cast, Script]:
    book = open_book(source, workspace, name=name)
    require_own_cast(book, named=name is not None)
    cast = read_cast(book.cast_path)
    return book, cast, load_script(book, cast, progress=progress)


def _said_of(correction: Correction) -> str:
    kind = correction.kind.value.replace("_", " ") if correction.kind is not None else None
    return " of ".join(said for said in (kind, _names_in(correction)) if said is not None)


def _names_in(correction: Correction) -> str | None:
    return " and ".join(correction.speakers) or correction.speaker


def _choose_lines(script: Script, assignment: Assignment) -> tuple[int, ...]:
    """Choose what is corrected: of a range only what is said or thought, unless the kind is given too."""
    found = _find_lines(script, assignment.lines)
    labels = [index for index in found if _is_label(script, index)]
    if labels and len(found) == 1:
        raise UsageError(
            f"line {labels[0] + 1} is the label of the line after it and is never spoken",
            hint=f"correct line {labels[0] + 2} instead",
        )
    chosen = [
        index
        for index in found
        if index not in labels
        and (len(found) == 1 or assignment.kind is not None or script.segments[index].kind in _SAID)
    ]
    if not chosen:
        raise UsageError(f"nobody speaks in lines {assignment.lines}", hint="add --kind dialogue if somebody does")
    return tuple(chosen)


def _is_label(script: Script, index: int) -> bool:
    """Whether a row is the name before a script-form line: a note whose paragraph goes on with speech."""
    segment = script.segments[index]
    if segment.kind is not SegmentKind.NOTE or segment.spoken or index + 1 == len(script.segments):
        return False
    after = script.segments[index + 1]
    return (after.chapter, after.paragraph) == (segment.chapter, segment.paragraph) and after.spoken


def _find_lines(script: Script, lines: str) -> range:
    numbers = _ROW_NUMBERS.fullmatch(lines)
    count = len(script.segments)
    if numbers is None:
        found = [index for index, segment in enumerate(script.segments) if segment.id == lines]
        if not found:
            raise _no_such_line(lines)
        return range(found[0], found[0] + 1)
    first, last = int(numbers[1]), int(numbers[2] or numbers[1])
    if last < first:
        raise UsageError(f"the lines {lines} run backwards", hint=f"write {last}-{first}")
    if not 1 <= first <= last <= count:
        raise UsageError(f"there is no line {lines}: the script has lines 1 to {count}", hint="audiobook script SOURCE")
    return range(first - 1, last)


def _no_such_line(lines: str) -> UsageError:
    """Say why no line is meant: something of several numbers, or an id that nobody has here."""
    if _NUMBERS_ONLY.fullmatch(lines):
        hint = "name one line or one range at a time, such as 12 or 12-15"
        return UsageError(f'"{lines}" is neither the number of a line nor a range', hint=hint)
    hint = "an id belongs to one book and changes with its line: audiobook script SOURCE shows the row numbers"
    return UsageError(f'no line of this book has the id "{lines}"', hint=hint)


def _find_speakers(book: Book, script: Script, cast: Cast, assignment: Assignment) -> tuple[str, ...]:
    """Give the main names of those who are meant, each once."""
    if assignment.is_new:
        return tuple(dict.fromkeys(assignment.speakers))
    wanted = [part for name in assignment.speakers for part in _single_names(name, script, cast)]
    if assignment.speakers and not wanted:
        raise UsageError(
            f'"{" ".join(assignment.speakers)}" names nobody', hint="name who speaks: Fred, or Fred George"
        )
    found = tuple(dict.fromkeys(_find_speaker(book, script, cast, name) for name in wanted))
    if UNKNOWN in found and len(found) > 1:
        raise UsageError(f"somebody unknown cannot speak along with {found[0]}", hint="name those who are known")
    return found


def _single_names(name: str, script: Script, cast: Cast) -> list[str]:
    """Take "Tom & Ann" apart, unless somebody is called so; a lone "and" between two names is none."""
    known = {other for character in script.characters for other in (character.name, *character.aliases)}
    known.update(other for role in cast.roles for other in (role.name, *role.aliases))
    if name in known:
        return [name]
    return [part.strip() for part in _JOINTS.split(f" {name} ") if part.strip()]


def _find_speaker(book: Book, script: Script, cast: Cast, name: str) -> str:
    """Give the main name of whoever is meant."""
    if name in (NARRATOR, UNKNOWN):
        return name
    names = {known: character.name for character in script.characters for known in (*character.aliases, character.name)}
    if name in names:
        return names[name]
    alike = {main for known, main in names.items() if known.casefold() == name.casefold()}
    if len(alike) == 1:
        return alike.pop()
    if any(name in (role.name, *role.aliases) for role in cast.roles):
        return find_role(cast, name, book.cast_path).name
    close = close_names(name, names)
    raise UsageError(
        f'nobody in the book is called "{name}"',
        hint=f"did you mean {' or '.join(close)}?" if close else "add --new if this is somebody new",
    )


def _describe(script: Script, index: int, correction: Correction) -> str:
    segment = script.segments[index]
    words = " ".join(segment.text.split())
    kind = corrected_kind(segment.kind, correction).replace("_", " ")
    speaker = _names_in(correction) or segment.speaker
    who = f"{kind} of {speaker}" if speaker else kind
    return f"{index + 1}: {who}: {words if len(words) <= 60 else words[:59] + '…'}"
