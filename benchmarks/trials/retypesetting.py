"""Retypesetting: whether the figures hold when a novel's speech is set in other marks.

Knows the conventions; refuses to know how a text is set.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from judge.gold import GoldNovel
from typesetting.conventions import CONVENTIONS
from typesetting.dashes import set_bare, set_fenced, set_spaced
from typesetting.retypeset import retypeset

from trials.corpus_run import try_novel
from trials.script_run import Bench
from trials.table import change, figure, lay_out_table

ORIGINAL = "as it is"

_SET_ANEW: dict[str, Callable[[GoldNovel], GoldNovel]] = {
    ORIGINAL: lambda novel: novel,
    **{convention.name: partial(retypeset, convention=convention) for convention in CONVENTIONS},
    "dashes —x —said A—. x": set_fenced,
    "dashes — x, — said A. — x": set_spaced,
    "dashes —x, said A. x": set_bare,
}
SETTINGS = tuple(_SET_ANEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingScore:
    """A novel's figures in one convention, in percent."""

    novel: str
    setting: str
    accuracy: float | None
    det_f1: float


def measure_settings(bench: Bench, novel: GoldNovel, settings: Sequence[str] = SETTINGS) -> tuple[SettingScore, ...]:
    """Run and score a novel in every convention, or in some."""
    return tuple(_measure(bench, _SET_ANEW[name](novel), name) for name in settings)


def _measure(bench: Bench, novel: GoldNovel, setting: str) -> SettingScore:
    scores = try_novel(bench, novel).judgement.scores
    return SettingScore(
        novel=novel.name, setting=setting, accuracy=scores.naming.accuracy, det_f1=scores.detection.det_f1
    )


def as_setting_table(scores: Sequence[SettingScore]) -> str:
    """Write the mean over novels for each convention, and the novel that lost most."""
    columns = ("set in", "accuracy", "change", "det F1", "change", "worst accuracy", "worst det F1")
    tried = [name for name in SETTINGS if any(one.setting == name for one in scores)]
    by_setting = {name: [one for one in scores if one.setting == name] for name in tried}
    before = by_setting[ORIGINAL]
    return lay_out_table(columns, [_row(name, before, after) for name, after in by_setting.items()])


def _row(name: str, before: Sequence[SettingScore], after: Sequence[SettingScore]) -> tuple[str, ...]:
    accuracy = [[one.accuracy or 0.0 for one in scores] for scores in (before, after)]
    detection = [[one.det_f1 for one in scores] for scores in (before, after)]
    novels = [one.novel for one in before]
    return (
        name,
        *_changed(*accuracy),
        *_changed(*detection),
        _worst(novels, *accuracy),
        _worst(novels, *detection),
    )


def _changed(before: Sequence[float], after: Sequence[float]) -> tuple[str, str]:
    means = [sum(values) / len(values) for values in (before, after)]
    return figure(means[1]), change(*means)


def _worst(novels: Sequence[str], before: Sequence[float], after: Sequence[float]) -> str:
    loss, novel = min((new - old, name) for name, old, new in zip(novels, before, after, strict=True))
    return f"{loss:+.1f} {novel}" if loss else "-"
