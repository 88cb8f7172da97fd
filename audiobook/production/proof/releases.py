"""A finished release held against the words of its source: lines, transcripts, takes and sound files.

Reads what listeners get and what it was made from; refuses to mend or remove anything.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from audiobook.assembly.announcing import ANNOUNCED_ID, ANNOUNCED_TITLE_ID
from audiobook.assembly.chapter_job import HEAD_BYTES
from audiobook.assembly.checking.found_tags import read_tags
from audiobook.assembly.checking.transcripts import read_transcripts
from audiobook.assembly.release_plan import is_intact
from audiobook.assembly.tagging.tags import tag_length
from audiobook.assembly.transcripts import cues_of, transcript_names
from audiobook.codecs.mp3_frames import read_mp3_stream
from audiobook.codecs.resample import resampled_length
from audiobook.errors import AudioFormatError
from audiobook.language.words import iterate_words
from audiobook.model.release import Release, ReleasedChapter, ReleasedLine
from audiobook.model.release_check import FoundTranscript
from audiobook.model.script import ANNOUNCED
from audiobook.production.proof.comparing import compare_words
from audiobook.production.proof.release_proof import ChapterState, ProvedChapter, ReleaseProof
from audiobook.production.proof.source_words import ChapterWords, SourceWord, count_words, letters_of
from audiobook.synthesis.take_store import TakeStore

_MOST_LENGTH_ERROR_S = 0.2  # an MP3 is up to three frames longer than what went in
_MOST_TIME_ERROR_S = 0.01
_MOST_LISTED = 3
_MAKE_AGAIN = "run audiobook make again"


def prove_release(release: Release, chapters: Sequence[ChapterWords], store: TakeStore) -> ReleaseProof:
    """Hold a release against the words of its book.

    Args:
        chapters: the book's, or those of them that are asked about.
        store: where the release's takes are kept; those that are not there any more are counted and nothing else.
    """
    matched = _match(release, chapters)
    kept = {released.file for released in matched.values()}
    numbers = {chapter.number for chapter in chapters}
    return ReleaseProof(
        folder=str(release.folder),
        chapters=tuple(
            _prove_chapter(release, chapter, matched[chapter.number], store)
            if chapter.number in matched
            else _absent(chapter)
            for chapter in chapters
        ),
        strays=tuple(
            f"{released.file}: no chapter of the manuscript is this one any more; {_MAKE_AGAIN}"
            for released in release.chapters
            if released.file not in kept and released.number in numbers
        ),
    )


def _match(release: Release, chapters: Sequence[ChapterWords]) -> Mapping[int, ReleasedChapter]:
    """Find each chapter's file: by its words, since chapters may have come in before it, else by its number."""
    by_words: dict[str, list[ReleasedChapter]] = {}
    for released in release.chapters:
        by_words.setdefault(_letters(released), []).append(released)
    matched: dict[int, ReleasedChapter] = {}
    for chapter in chapters:
        alike = by_words.get(chapter.letters, []) if chapter.spoken else []
        if alike:
            released = next((one for one in alike if one.number == chapter.number), alike[0])
            alike.remove(released)
            matched[chapter.number] = released
    taken = {released.file for released in matched.values()}
    for chapter in chapters:
        numbered = [one for one in release.chapters if one.number == chapter.number and one.file not in taken]
        if chapter.number not in matched and numbered:
            matched[chapter.number] = numbered[0]
    return matched


def _absent(chapter: ChapterWords) -> ProvedChapter:
    return ProvedChapter(
        number=chapter.number,
        title=chapter.title,
        state=ChapterState.MISSING if chapter.spoken else ChapterState.SILENT,
        file=None,
        source_words=chapter.source_words,
        spoken_words=len(chapter.spoken),
        findings=(f"there is no file of it; {_MAKE_AGAIN}",) if chapter.spoken else (),
    )


def _prove_chapter(
    release: Release, chapter: ChapterWords, released: ReleasedChapter, store: TakeStore
) -> ProvedChapter:
    transcripts = read_transcripts(release.folder / released.file)
    damage = (
        *_transcript_damage(chapter, released, transcripts),
        *_take_damage(released, store),
        *_sound_damage(release, released),
    )
    outdated = tuple(_outdated(chapter, released))
    shown = next((transcript for transcript in reversed(transcripts) if not transcript.problem), None)
    state = ChapterState.DAMAGED if damage else ChapterState.OUTDATED if outdated else ChapterState.WHOLE
    return ProvedChapter(
        number=chapter.number,
        title=chapter.title,
        state=state,
        file=released.file,
        source_words=chapter.source_words,
        spoken_words=len(chapter.spoken),
        transcript_words=sum(count_words(cue.text) for cue in shown.cues) if shown else 0,
        cues=len(shown.cues) if shown else 0,
        takes=sum(store.figures(line.take_key) is not None for line in released.lines),
        length_s=released.length_samples / released.rate_hz,
        findings=(*damage, *outdated),
    )


def _outdated(chapter: ChapterWords, released: ReleasedChapter) -> Iterator[str]:
    """Say why a chapter whose files are as they were made is not what the manuscript asks for."""
    if released.stale:
        yield f"a line of it failed in the latest run, so this is an earlier one; {_MAKE_AGAIN}"
    if released.number != chapter.number:
        yield f"it was made as chapter {released.number}; {_MAKE_AGAIN}"
    title = chapter.unwritten_title
    if title is not None and _announced_titles(released).count(letters_of(title)) != 1:
        yield f"“{title}”, which the table of contents alone has, is not announced once; {_MAKE_AGAIN}"
    for difference in compare_words(chapter.spoken, [line.text for line in _own(released.lines)]):
        yield f"made from other words than the manuscript has now: {difference}"


def _own(lines: Sequence[ReleasedLine]) -> list[ReleasedLine]:
    return [line for line in lines if not line.segment_id.startswith(ANNOUNCED_ID)]


def _announced_titles(released: ReleasedChapter) -> str:
    return "".join(letters_of(line.text) for line in released.lines if line.segment_id.startswith(ANNOUNCED_TITLE_ID))


def _letters(released: ReleasedChapter) -> str:
    return "".join(letters_of(line.text) for line in _own(released.lines))


def _transcript_damage(
    chapter: ChapterWords, released: ReleasedChapter, transcripts: Sequence[FoundTranscript]
) -> Iterator[str]:
    """Say how the transcripts fail to have each spoken word in one cue, in order, at its time."""
    there = {transcript.file for transcript in transcripts}
    for name in transcript_names(released.file):
        if name not in there:
            yield f"{name} is missing; {_MAKE_AGAIN}"
    wanted = _with_announcements(chapter, released)
    for transcript in transcripts:
        if transcript.problem:
            yield f"{transcript.file} {transcript.problem}; {_MAKE_AGAIN}"
            continue
        for difference in compare_words(wanted, [cue.text for cue in transcript.cues]):
            yield f"{transcript.file}: {difference}"
        yield from _time_damage(transcript, released)


def _with_announcements(chapter: ChapterWords, released: ReleasedChapter) -> tuple[SourceWord, ...]:
    """The words a transcript must have: the source's, with what is announced around them.

    If the chapter was made from other words, which is another finding, those are what its transcript must have.
    """
    own = [word.text for word in chapter.spoken]
    is_current = "".join(map(letters_of, own)) == _letters(released)
    before: list[SourceWord] = []
    behind: list[SourceWord] = []
    made: list[SourceWord] = []
    for line in released.lines:
        is_announced = line.segment_id.startswith(ANNOUNCED_ID)
        words = [SourceWord(text=match.group(), source=ANNOUNCED, line=1) for match in iterate_words(line.text)]
        (made if not is_announced else behind if made else before).extend(words)
    return (*before, *(chapter.spoken if is_current else made), *behind)


def _time_damage(transcript: FoundTranscript, released: ReleasedChapter) -> Iterator[str]:
    timed = list(cues_of(released))
    if len(timed) != len(transcript.cues):
        yield f"{transcript.file}: {len(transcript.cues)} cues where {len(timed)} lines are spoken; {_MAKE_AGAIN}"
        return
    for cue, wanted in zip(transcript.cues, timed, strict=True):
        if abs(cue.start_s - wanted.start_ms / 1000) > _MOST_TIME_ERROR_S:
            yield f"{transcript.file}: a cue at {cue.start_s:.2f} s that is spoken at {wanted.start_ms / 1000:.2f} s"
            return


def _take_damage(released: ReleasedChapter, store: TakeStore) -> list[str]:
    """Say which takes are other sound than was made for their line; one that is gone was swept, and is no damage."""
    found = []
    for line in released.lines:
        if not store.path(line.take_key).exists():
            continue
        figures = store.figures(line.take_key)
        if figures is None or not store.is_whole(line.take_key):
            path = store.path(line.take_key)
            found.append(f"the take of “{line.text}” is damaged, or another one's; delete {path}: it is spoken again")
        elif _length(figures.length_samples, figures.rate_hz, released.rate_hz) != line.length_samples:
            found.append(f"the take of “{line.text}” has another length than it has in the chapter; {_MAKE_AGAIN}")
    more = len(found) - _MOST_LISTED
    return [*found[:_MOST_LISTED], *([f"and {more} more takes"] if more > 0 else [])]


def _length(samples: int, from_hz: int, to_hz: int) -> int:
    return resampled_length(samples, from_hz=from_hz, to_hz=to_hz)


def _sound_damage(release: Release, released: ReleasedChapter) -> Iterator[str]:
    """Say how a sound file is not the one that was made, or not as long as its lines say."""
    path = release.folder / released.file
    if not path.is_file():
        yield f"{released.file} is gone; {_MAKE_AGAIN}"
        return
    if not is_intact(release.folder, released):
        yield f"{released.file} is not the file that was made; {_MAKE_AGAIN}"
    tags = read_tags(path)
    number = (tags.track or "").partition("/")[0]
    if number.isdigit() and int(number) != released.number:
        yield f"{released.file} says that it is chapter {int(number)}; {_MAKE_AGAIN}"
    try:
        with path.open("rb") as file:
            start = tag_length(file.read(HEAD_BYTES))
        stream = read_mp3_stream(path, start=start)
    except (AudioFormatError, OSError) as error:
        yield f"{released.file} cannot be read: {error}"
        return
    length_s = stream.length_samples / stream.rates_hz[0]
    wanted_s = released.length_samples / released.rate_hz
    if abs(length_s - wanted_s) > _MOST_LENGTH_ERROR_S:
        yield f"{released.file} lasts {length_s:.1f} s where its lines need {wanted_s:.1f} s; {_MAKE_AGAIN}"
    yield from _line_damage(released)


def _line_damage(released: ReleasedChapter) -> Iterator[str]:
    for before, after in pairwise(released.lines):
        if after.start_sample < before.start_sample + before.length_samples:
            yield f"two lines sound at once: “{before.text}” and “{after.text}”; {_MAKE_AGAIN}"
            return
    last = released.lines[-1] if released.lines else None
    if last is not None and last.start_sample + last.length_samples > released.length_samples:
        yield f"its last line goes on after its end; {_MAKE_AGAIN}"
