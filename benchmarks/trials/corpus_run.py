"""Run and score the novels of a corpus, each by itself, in as many processes as allowed.

Knows how a novel's trial goes; refuses to know how results are shown.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from judge.gold import GoldNovel, read_novel
from judge.scoring import Judgement, judge

from trials.script_run import Bench, ScriptRun, run_script

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class NovelResult:
    """A novel's run and what the judge says about it."""

    novel: GoldNovel
    run: ScriptRun
    judgement: Judgement


def try_novel(bench: Bench, novel: GoldNovel) -> NovelResult:
    """Run the program on a novel and score it."""
    run = run_script(bench, novel.name, novel.text)
    return NovelResult(novel=novel, run=run, judgement=judge(novel, [row.answer for row in run.speech]))


def for_each_novel(
    corpus: Path, names: Sequence[str], trial: Callable[[Bench, GoldNovel], Result], *, processes: int
) -> Iterator[Result]:
    """Yield what a trial gives for each novel, in order; novels without a gold quotation are left out.

    Args:
        corpus: the folder of the corpus.
        names: of the novels.
        trial: a function of a module, so that another process can be told to run it.
        processes: how many novels are tried at once.
    """
    with tempfile.TemporaryDirectory(prefix="audiobook-attribution-") as folder:
        bench = Bench(folder=Path(folder))
        bench.warm_up()
        job = partial(_try_one, bench, corpus, trial)
        if processes == 1:
            yield from (result for result in map(job, names) if result is not None)
            return
        with ProcessPoolExecutor(processes) as pool:
            yield from (result for result in pool.map(job, names) if result is not None)


def _try_one(bench: Bench, corpus: Path, trial: Callable[[Bench, GoldNovel], Result], name: str) -> Result | None:
    novel = read_novel(corpus, name)
    return trial(bench, novel) if novel.spans else None
