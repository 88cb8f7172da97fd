"""Corrections: what is gained when a person puts right the lines the program is least sure of.

Knows how a person would use the program's list of doubtful lines; refuses to know how a correction is honoured.
A person looks at a share of the spoken lines, leaves what is right, and says of what is wrong who speaks, by the name
the program uses for that character if it has one. They say nothing of lines that gold does not know as speech.
"""

import json
import math
import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from judge.gold import GoldNovel
from judge.names import NameBook

from audiobook.model.script import Correction, Script
from audiobook.scripting.corrections.corrections import correction_for
from trials.corpus_run import NovelResult, try_novel
from trials.script_run import Bench, Row, cast_path, read_whole_script
from trials.table import figure, lay_out_table

_NOBODY_KNOWS = "_unknowable"
"""The speaker of quotations that the annotators could give to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of looking at some lines.

    Attributes:
        corrected: lines that were wrong and put right by hand.
        held: of these, how many the program then gives as it was told.
        errors_after: wrong quotations in the next run.
        mended_directly: quotations that were wrong, had a line corrected, and are right now.
    """

    corrected: int
    held: int
    errors_after: int
    mended_directly: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """A novel corrected in two ways, each from the same start.

    Attributes:
        lines: spoken lines.
        looked_at: of these, how many the person looked at.
    """

    novel: str
    lines: int
    looked_at: int
    errors_before: int
    doubtful: Outcome
    by_chance: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much a person does.

    Attributes:
        share: of the spoken lines that they look at, 0 to 1.
        rounds: after so many equal parts of them the program runs again and tells which lines are doubtful now.
        seed: for the lines looked at by chance.
    """

    share: float
    rounds: int = 1
    seed: int = 1


def measure_gain(bench: Bench, novel: GoldNovel, *, plan: Plan) -> Gain:
    """Correct the lines of a novel that are worth most and, from the same start, as many by chance."""
    first = try_novel(bench, novel)
    script = read_whole_script(bench, novel.name)
    lines = len(first.run.speech)
    number = math.ceil(plan.share * lines)
    parts = [number * (part + 1) // plan.rounds - number * part // plan.rounds for part in range(plan.rounds)]
    chance = random.Random(f"{plan.seed} {novel.name}")
    return Gain(
        novel=novel.name,
        lines=lines,
        looked_at=number,
        errors_before=len(first.judgement.wrong_quotations),
        doubtful=_correct(bench, first, script, parts, worth_most),
        by_chance=_correct(bench, first, script, parts, lambda rows, _, number: chance.sample(rows, number)),
    )


def worth_most(rows: Sequence[Row], script: Script, number: int) -> Sequence[Row]:
    """Pick the first lines of the program's list of doubtful lines."""
    return sorted(rows, key=lambda row: -script.segments[row.index].worth)[:number]


_Place = tuple[int, int]
"""Start and end of a line."""


def _correct(
    bench: Bench,
    first: NovelResult,
    script: Script,
    parts: Sequence[int],
    pick: Callable[[Sequence[Row], Script, int], Sequence[Row]],
) -> Outcome:
    """Look at lines part by part, correct what is wrong, and run the program again after each part."""
    latest, seen = first, set[_Place]()
    told: dict[_Place, Correction] = {}
    for number in parts:
        fresh = [row for row in latest.run.speech if (row.start, row.end) not in seen]
        looked_at = {row.index for row in pick(fresh, script, min(number, len(fresh)))}
        seen |= {(row.start, row.end) for row in fresh if row.index in looked_at}
        for row, speaker in _tell(latest, script, looked_at):
            told[row.start, row.end] = correction_for(script, row.index, speakers=(speaker,))
        _write_cast(cast_path(bench, first.novel.name), list(told.values()))
        latest = try_novel(bench, first.novel)
        script = read_whole_script(bench, first.novel.name)
    return _compare(first, latest, told)


def _compare(first: NovelResult, latest: NovelResult, told: Mapping[_Place, Correction]) -> Outcome:
    given = {(row.start, row.end): row.speaker for row in latest.run.speech}
    still_wrong = {quotation.id for quotation in latest.judgement.wrong_quotations}
    touched = {
        span.quotation
        for span in first.novel.spans
        if any(span.start < end and start < span.end for start, end in told)
    }
    return Outcome(
        corrected=len(told),
        held=sum(given.get(place) == correction.speaker for place, correction in told.items()),
        errors_after=len(still_wrong),
        mended_directly=len(touched & {one.id for one in first.judgement.wrong_quotations} - still_wrong),
    )


def _tell(latest: NovelResult, script: Script, looked_at: Collection[int]) -> Iterator[tuple[Row, str]]:
    """Yield the lines that a person corrects, and the name they give."""
    names = NameBook(latest.novel.characters, {span.speaker for span in latest.novel.spans})
    for row, line in zip(latest.run.speech, latest.judgement.lines, strict=True):
        is_known = line.speaker not in (None, _NOBODY_KNOWS)
        if row.index in looked_at and line.speaker is not None and is_known and not line.is_right:
            yield row, _name_in(script, names, line.speaker)


def _name_in(script: Script, names: NameBook, speaker: str) -> str:
    """Give the name under which the program knows a gold character; the gold name if it does not."""
    known = (character.name for character in script.characters)
    return next((name for name in known if names.meant_by(name) == {speaker}), speaker)


def _write_cast(path: Path, corrections: Sequence[Correction]) -> None:
    """Write a cast file of nothing but corrections, as the program writes them."""
    tables = ["\n".join(["[[corrections]]", *_entries(one)]) for one in corrections]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(tables) + "\n", encoding="utf-8")


def _entries(correction: Correction) -> Iterator[str]:
    """Yield TOML; its basic strings and its numbers are written like JSON's."""
    for key, value in asdict(correction).items():
        if value is not None:
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"


def as_gain_table(gains: Sequence[Gain]) -> str:
    """Write the novels and all of them together."""
    columns = (
        *("novel", "lines", "looked at", "errors"),
        *("doubtful: wrong", "errors left", "gone %", "neighbours"),
        *("by chance: wrong", "errors left", "gone %", "neighbours"),
    )
    return lay_out_table(columns, [_row(gain) for gain in (*gains, _total(gains))])


def _row(gain: Gain) -> tuple[str, ...]:
    head = (gain.novel, str(gain.lines), str(gain.looked_at), str(gain.errors_before))
    cells = [cell for outcome in (gain.doubtful, gain.by_chance) for cell in _cells(outcome, gain.errors_before)]
    return (*head, *cells)


def _cells(outcome: Outcome, errors_before: int) -> tuple[str, ...]:
    gone = errors_before - outcome.errors_after
    share = 100 * gone / errors_before if errors_before else None
    by_neighbours = gone - outcome.mended_directly
    return (str(outcome.corrected), str(outcome.errors_after), figure(share), f"{by_neighbours:+d}")


def _total(gains: Sequence[Gain]) -> Gain:
    return Gain(
        novel="together",
        lines=sum(gain.lines for gain in gains),
        looked_at=sum(gain.looked_at for gain in gains),
        errors_before=sum(gain.errors_before for gain in gains),
        doubtful=_add([gain.doubtful for gain in gains]),
        by_chance=_add([gain.by_chance for gain in gains]),
    )


def _add(outcomes: Sequence[Outcome]) -> Outcome:
    return Outcome(
        corrected=sum(one.corrected for one in outcomes),
        held=sum(one.held for one in outcomes),
        errors_after=sum(one.errors_after for one in outcomes),
        mended_directly=sum(one.mended_directly for one in outcomes),
    )
