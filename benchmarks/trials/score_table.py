"""The table of scores, novel by novel, and the list of errors.

Knows which columns people want; refuses to know how figures came about.
"""

from collections.abc import Iterator, Mapping

from trials.corpus_run import NovelResult
from trials.pooling import Summary
from trials.table import change, figure, lay_out_table

_COLUMNS = (
    "novel",
    "quotes",
    "accuracy",
    "explicit",
    "anaphoric",
    "implicit",
    "B3",
    "voice",
    "switch/100",
    "det F1",
    "CPU s",
)
_COMPARED = (
    ("accuracy", "accuracy"),
    ("explicit", "explicit"),
    ("anaphoric", "anaphoric"),
    ("implicit", "implicit"),
    ("B3", "b3_f1"),
    ("voice", "voice_accuracy"),
    ("switch/100", "switch_errors_per_100"),
    ("det F1", "det_f1"),
)
_SHOWN_WORDS = 12
_SHOWN_EVIDENCE = 150


def as_score_table(summaries: Mapping[str, Summary]) -> str:
    """Write the figures, a row for each novel."""
    return lay_out_table(_COLUMNS, [_row(name, summary) for name, summary in summaries.items()])


def _row(name: str, summary: Summary) -> tuple[str, ...]:
    figures = (
        *(summary.accuracy, summary.explicit, summary.anaphoric, summary.implicit),
        *(summary.b3_f1, summary.voice_accuracy, summary.switch_errors_per_100, summary.det_f1),
    )
    return (name, str(summary.quotations), *map(figure, figures), figure(summary.cpu_s, ".2f"))


def as_comparison(before: Mapping[str, Summary], after: Mapping[str, Summary]) -> str:
    """Write what each figure became, with the change in brackets, for what both have."""
    columns = ("novel", *(column for column, _ in _COMPARED))
    rows = [
        (name, *(_became(getattr(before[name], field), getattr(after[name], field)) for _, field in _COMPARED))
        for name in after
        if name in before
    ]
    return lay_out_table(columns, rows)


def _became(before: float | None, after: float | None) -> str:
    return f"{figure(after)} ({change(before, after)})"


def list_errors(result: NovelResult, *, number: int) -> Iterator[str]:
    """Write the first wrong quotations of a novel, with what the program said for itself."""
    rows = result.run.speech
    for wrong in result.judgement.wrong_quotations[:number]:
        row = next((one for one in rows if one.start <= wrong.start + 1 < one.end), None)
        words = " ".join(result.novel.text[wrong.start : wrong.start + 400].split()[:_SHOWN_WORDS])
        reason = "no such line" if row is None else f"{figure(row.confidence, '.2f')}: {_shorten(row.evidence)}"
        answer = wrong.answer or "nobody"
        yield f"  {wrong.id} @{wrong.start} {wrong.type}: {wrong.speaker}, not {answer} ({reason})\n      {words}"


def _shorten(evidence: str) -> str:
    return evidence if len(evidence) <= _SHOWN_EVIDENCE else f"{evidence[:_SHOWN_EVIDENCE]}…"
