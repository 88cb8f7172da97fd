"""Patterns of errors: what the program says for itself where it is wrong, with names and words left out.

Knows the sentences that the program gives as evidence; refuses to know how it came to them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from judge.naming import JudgedQuotation

from trials.corpus_run import NovelResult
from trials.script_run import Row
from trials.table import figure, lay_out_table

_NOT_FOUND = "not found as speech"
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Quotations of one type that the program decided for one reason.

    Attributes:
        reason: the first sentence of the evidence, "X" for who was chosen and "…" for quoted words.
    """

    type: str
    reason: str
    quotations: int
    wrong: int


def find_patterns(results: Sequence[NovelResult]) -> tuple[Pattern, ...]:
    """Sort all quotations by type and reason; the patterns with most errors first."""
    seen: Counter[tuple[str, str]] = Counter()
    wrong: defaultdict[tuple[str, str], int] = defaultdict(int)
    for result in results:
        for quotation, row in _with_rows(result):
            key = (quotation.type, _reason(row))
            seen[key] += 1
            wrong[key] += not quotation.is_right
    patterns = (
        Pattern(type=key[0], reason=key[1], quotations=number, wrong=wrong[key]) for key, number in seen.items()
    )
    return tuple(sorted(patterns, key=lambda pattern: (-pattern.wrong, pattern.type, pattern.reason)))


def _with_rows(result: NovelResult) -> Iterator[tuple[JudgedQuotation, Row | None]]:
    rows = result.run.speech
    index = 0
    for quotation in sorted(result.judgement.quotations, key=lambda one: one.start):
        while index < len(rows) and rows[index].end <= quotation.start + 1:
            index += 1
        is_there = index < len(rows) and rows[index].start <= quotation.start + 1
        yield quotation, rows[index] if is_there and quotation.answer else None


def _reason(row: Row | None) -> str:
    if row is None:
        return _NOT_FOUND
    first = _QUOTED.sub("…", row.evidence).split("; ")[0]
    return first.replace(row.speaker, "X") if row.speaker else first


def as_pattern_table(patterns: Sequence[Pattern], *, number: int) -> str:
    """Write the patterns with most errors, and what share of all errors each is."""
    errors = sum(pattern.wrong for pattern in patterns)
    rows = [
        (
            f"{pattern.type}: {pattern.reason}",
            str(pattern.quotations),
            str(pattern.wrong),
            figure(100 * pattern.wrong / pattern.quotations),
            figure(100 * pattern.wrong / errors if errors else None),
        )
        for pattern in patterns[:number]
    ]
    return lay_out_table(("what was believed", "quotes", "wrong", "% wrong", "% of errors"), rows)
