"""Who says what: runs `audiobook script` over a corpus and scores it.

    python benchmarks/attribution.py CORPUS [NOVEL...] [--jobs N] [--reliability] [--patterns N] [--errors N] [--json]
    python benchmarks/attribution.py CORPUS --save now.json
    python benchmarks/attribution.py CORPUS --compare now.json
    python benchmarks/attribution.py CORPUS --correct 0.05 | --retypeset | --scaling

README.md beside this file says what is counted. Texts are copied into a temporary folder; nothing of yours is touched.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from judge.gold import find_novels
from program_cost import ProgramFailedError
from results_page import add_record_options, recorded
from trials.corpus_run import NovelResult, for_each_novel, try_novel
from trials.correcting import Gain, Plan, as_gain_table, measure_gain
from trials.patterns import as_pattern_table, find_patterns
from trials.pooling import Summary, mean_of, pool, summarise
from trials.reliability import Bin, as_reliability_table, bin_lines, marked_lines
from trials.retypesetting import SettingScore, as_setting_table, measure_settings
from trials.saved import SavedResultsError, load_summaries, save_summaries
from trials.scaling import Size, as_scaling_table, measure_scaling
from trials.score_table import as_comparison, as_score_table, list_errors

Shown = TypeVar("Shown", Gain, SettingScore, Size)


def main() -> None:
    """Try what the command line asks for and print it."""
    given = read_command_line()
    try:
        with recorded(given):
            try_novels(given)
    except (ProgramFailedError, SavedResultsError) as error:
        raise SystemExit(str(error)) from error


def try_novels(given: argparse.Namespace) -> None:
    if given.correct is not None:
        correct(given)
    elif given.retypeset:
        retypeset(given)
    elif given.scaling:
        scale(given)
    else:
        score(given)


def read_command_line() -> argparse.Namespace:
    parser = build_parser()
    add_record_options(parser, section="Who says what")
    given = parser.parse_args()
    known = find_novels(given.corpus)
    strange = [name for name in given.novels if name not in known]
    if strange or not known:
        parser.error(f"{given.corpus} has no novel {', '.join(strange)}".rstrip())
    given.novels = given.novels or known
    if given.jobs < 1 or given.rounds < 1:
        parser.error("--jobs and --rounds start from 1")
    if given.correct is not None and not 0 < given.correct <= 1:
        parser.error("--correct takes a share: 0.05 is 5 %")
    return given


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Score `audiobook script` against a corpus with gold speakers.")
    parser.add_argument("corpus", type=Path, help="folder of the corpus")
    parser.add_argument("novels", nargs="*", metavar="NOVEL", help="default: all in the folder")
    parser.add_argument("--jobs", type=int, default=1, help="novels tried at once (default 1)")
    parser.add_argument("--json", action="store_true", dest="as_json", help="print every figure as JSON")
    table = parser.add_argument_group("with the table of scores")
    table.add_argument("--errors", type=int, default=0, metavar="N", help="list the first N wrong quotations of each")
    table.add_argument("--patterns", type=int, default=0, metavar="N", help="show the N reasons with most errors")
    table.add_argument("--reliability", action="store_true", help="show how often lines of a confidence are right")
    table.add_argument("--save", type=Path, metavar="FILE", help="keep the table for --compare")
    table.add_argument("--compare", type=Path, metavar="FILE", help="show what became of a kept table")
    instead = parser.add_argument_group("instead of it").add_mutually_exclusive_group()
    instead.add_argument("--correct", type=float, metavar="SHARE", help="correct this share of the lines, say 0.05")
    instead.add_argument("--retypeset", action="store_true", help="set the novels in other quotation marks")
    instead.add_argument("--scaling", action="store_true", help="run one, two and four copies of each novel")
    parser.add_argument("--rounds", type=int, default=1, help="runs in which --correct corrects (default 1)")
    parser.add_argument("--seed", type=int, default=1, help="for the lines that --correct picks by chance (default 1)")
    return parser


def score(given: argparse.Namespace) -> None:
    before = load_summaries(given.compare) if given.compare else {}
    results = list(for_each_novel(given.corpus, given.novels, try_novel, processes=given.jobs))
    summaries = summarise_all(results)
    if given.save:
        save_summaries(given.save, summaries)
    if given.as_json:
        print(json.dumps(as_report(results), indent=1))
        return
    print(as_score_table(summaries))
    if given.compare:
        print(f"\nagainst {given.compare}\n{as_comparison(before, summaries)}")
    if given.reliability:
        print(f"\n{as_reliability_table(bins_of(results))}")
    if given.patterns:
        print(f"\n{as_pattern_table(find_patterns(results), number=given.patterns)}")
    for result in results if given.errors else ():
        print("\n".join((f"\n{result.novel.name}", *list_errors(result, number=given.errors))))


def correct(given: argparse.Namespace) -> None:
    trial = partial(measure_gain, plan=Plan(share=given.correct, rounds=given.rounds, seed=given.seed))
    show(given, list(for_each_novel(given.corpus, given.novels, trial, processes=given.jobs)), as_gain_table)


def retypeset(given: argparse.Namespace) -> None:
    by_novel = for_each_novel(given.corpus, given.novels, measure_settings, processes=given.jobs)
    show(given, [score for scores in by_novel for score in scores], as_setting_table)


def scale(given: argparse.Namespace) -> None:
    by_novel = for_each_novel(given.corpus, given.novels, measure_scaling, processes=given.jobs)
    show(given, [size for sizes in by_novel for size in sizes], as_scaling_table)


def show(given: argparse.Namespace, results: Sequence[Shown], as_table: Callable[[Sequence[Shown]], str]) -> None:
    print(json.dumps([asdict(one) for one in results], indent=1) if given.as_json else as_table(results))


def summarise_all(results: Sequence[NovelResult]) -> dict[str, Summary]:
    """Give the rows of the table: each novel, their mean, and all quotations together."""
    scores = [result.judgement.scores for result in results]
    rows = {result.novel.name: summarise(result.judgement.scores, result.run.cost.cpu_s) for result in results}
    return rows | {"mean of novels": mean_of(list(rows.values())), "pooled": pool(scores)} if rows else {}


def as_report(results: Sequence[NovelResult]) -> dict[str, Any]:
    """Gather everything for programs that compare runs."""
    return {
        "novels": {
            result.novel.name: result.judgement.scores.as_dict() | asdict(result.run.cost) for result in results
        },
        "reliability": [asdict(one) for one in bins_of(results)],
    }


def bins_of(results: Sequence[NovelResult]) -> tuple[Bin, ...]:
    return bin_lines(one for result in results for one in marked_lines(result))


if __name__ == "__main__":
    main()
