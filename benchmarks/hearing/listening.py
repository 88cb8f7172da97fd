"""Listening to a finished book line by line: with a recogniser, and by arithmetic.

Knows which sounds are compared; refuses to make or to add up anything.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from audiobook.engines.protocol import SpeechEngine
from audiobook.engines.registry import open_engine
from audiobook.model.speech import Pcm
from hearing.hearing_errors import LineResult, find_names, share_out
from hearing.made_book import MadeChapter, MadeLine
from hearing.normalising import words_of
from hearing.proof import Proof, loud_pauses, prove_line
from hearing.recogniser import Recogniser
from hearing.windows import Window, cut, cut_into_windows, for_the_ear, read_chapter, speak_bare


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Lines of a chapter that are listened to, one after the other."""

    chapter: MadeChapter
    lines: tuple[MadeLine, ...]


def choose_lines(chapters: Sequence[MadeChapter], *, limit: int | None) -> tuple[Excerpt, ...]:
    """Take as many lines of each chapter, from its start, as come to the limit together."""
    most = None if limit is None else max(1, limit // max(len(chapters), 1))
    return tuple(Excerpt(chapter=chapter, lines=chapter.lines[:most]) for chapter in chapters)


def listen(excerpts: Sequence[Excerpt], recogniser: Recogniser) -> list[LineResult]:
    """Have everything written down twice: as it is in the chapter, and as the bare engine says it."""
    names = find_names(line.written for excerpt in excerpts for line in excerpt.chapter.lines)
    results: list[LineResult] = []
    for excerpt in excerpts:
        sound = read_chapter(excerpt.chapter)
        for window in cut_into_windows(excerpt.chapter, excerpt.lines):
            heard = recogniser.transcribe(cut(sound, window))
            bare = recogniser.transcribe(speak_bare(window, lambda line: _engine(line.engine).speak(line.bare)))
            results.extend(_compare(window, heard, bare, names))
            print(f"\r{len(results)} lines heard", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return results


def prove(
    excerpts: Sequence[Excerpt], *, speak: Callable[[MadeLine], Pcm] | None = None
) -> tuple[list[Proof], list[tuple[int, float, float]]]:
    """Look for every line in its place, and for sound where there should be none."""
    say = speak or (lambda line: _engine(line.engine).speak(line.spoken))
    proofs: list[Proof] = []
    pauses: list[tuple[int, float, float]] = []
    for excerpt in excerpts:
        sound = read_chapter(excerpt.chapter)
        proofs.extend(prove_line(line, sound, for_the_ear(say(line))) for line in excerpt.lines)
        pauses.extend((excerpt.chapter.number, *pause) for pause in loud_pauses(excerpt.lines, sound))
    return proofs, pauses


def _compare(window: Window, heard: str, bare: str, names: frozenset[str]) -> list[LineResult]:
    in_chapter, by_engine = share_out(window.lines, heard, names), share_out(window.lines, bare, names)
    results = []
    for line, chapter, engine in zip(window.lines, in_chapter, by_engine, strict=True):
        words = words_of(line.written)
        results.append(
            LineResult(
                line=line,
                window=f"{line.chapter}:{window.start_s:.1f}",
                words=len(words),
                names=sum(word in names for word in words),
                chapter=chapter,
                bare=engine,
            )
        )
    return results


@cache
def _engine(name: str) -> SpeechEngine:
    """Open an engine for the life of this process."""
    return open_engine(name)
