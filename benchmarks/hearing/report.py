"""Tables of what was heard, and the lines that are worst.

Knows which columns people want; refuses to know how figures came about.
"""

from collections.abc import Iterator, Sequence

from trials.table import lay_out_table

from hearing.hearing_errors import ErrorRates, LineResult, by_group, rates, worst_lines
from hearing.made_book import MadeLine
from hearing.proof import Proof

_COLUMNS = ("engine", "lines", "words", "bare", "chapter", "added", "95 % between", "bare -names", "chapter -names")


def as_tables(results: Sequence[LineResult], *, worst: int) -> str:
    """Write the word error rates by engine and by voice, then the worst lines."""
    engines = by_group(results, lambda result: (result.line.engine,))
    voices = by_group(results, lambda result: (result.line.engine, result.line.voice))
    rows = [_row(" ".join(group), found) for group, found in engines.items()]
    if len(engines) > 1:
        rows.append(_row("all", rates(results)))
    by_voice = [_row(" ".join(group), found) for group, found in voices.items()]
    return "\n".join(
        (
            lay_out_table(_COLUMNS, rows),
            "",
            lay_out_table(("voice", *_COLUMNS[1:]), by_voice),
            *_worst(worst_lines(results)[:worst]),
        )
    )


def as_proof(proofs: Sequence[Proof], pauses: Sequence[tuple[int, float, float]]) -> str:
    """Write what the arithmetic found."""
    faults = [f"  {_place(proof.line)} {proof.fault}: {proof.line.written}" for proof in proofs if proof.fault]
    loud = [f"  chapter {number}, {at_s:.1f} s: a pause at {dbfs:.0f} dBFS" for number, at_s, dbfs in pauses]
    least = min((proof.likeness for proof in proofs), default=1.0)
    most = max((proof.cut_db for proof in proofs), default=float("-inf"))
    count = len(proofs) - len(faults)
    head = f"{count} of {len(proofs)} lines proved whole, once and in their place"
    return "\n".join((f"{head} (least likeness {least:.2f}, most cut {most:.0f} dB)", *faults, *loud))


def _row(name: str, found: ErrorRates) -> tuple[str, ...]:
    chapter, bare = found.without_names
    least, most = found.added_between
    return (
        *(name, str(found.lines), str(found.words), f"{found.bare:.1f}", f"{found.chapter:.1f}", f"{found.added:+.1f}"),
        *(f"{least:+.1f} to {most:+.1f}", f"{bare:.1f}", f"{chapter:.1f}"),
    )


def _worst(results: Sequence[LineResult]) -> Iterator[str]:
    for result in results:
        line = result.line
        yield f"\n{_place(line)} {line.speaker} ({line.engine} {line.voice}), {result.added:+d} of {result.words} words"
        yield f"  written: {line.written}"
        if line.spoken.text != line.written:
            yield f"  spoken:  {line.spoken.text}"
        yield f"  chapter: {result.chapter.text}"
        yield f"  bare:    {result.bare.text}"


def _place(line: MadeLine) -> str:
    return f"chapter {line.chapter}, {line.start_s:.1f} s"
