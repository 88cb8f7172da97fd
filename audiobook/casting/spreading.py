"""Voices spread further apart once everybody has one: those who talk with each other and sound most alike come first.

The first choice is greedy, so whoever is cast late finds only what is left. Here two people exchange their voices, or
one takes another, as long as the smallest distance that either of them has to a partner grows and neither gets a
voice that fits less. Deterministic: pairs, people and voices are tried in a fixed order. Nobody who had a voice before
is touched.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from audiobook.casting.shifts import possible_shifts
from audiobook.casting.speakers import Speaker
from audiobook.casting.suitability import QUITE_DIFFERENT, Ensemble
from audiobook.model.cast import Adjustment, VoiceProfile

_LEAST_GAIN = 0.02
"""A distance has to grow by this much to be worth a change; less is not heard."""

_MOST_CHANGES = 200
"""More than any book needs; whatever the book, the search ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """New voices for one or two people."""

    names: tuple[str, ...]
    voices: tuple[tuple[VoiceProfile, Adjustment], ...]


def spread_voices(ensemble: Ensemble, speakers: Sequence[Speaker], candidates: Sequence[VoiceProfile]) -> None:
    """Change the voices of these speakers, who have one each, until no single change brings partners further apart."""
    free = {speaker.name: speaker for speaker in speakers}
    stuck: set[tuple[str, str]] = set()
    for _ in range(_MOST_CHANGES):
        pair = _nearest_pair(ensemble, free, stuck)
        if pair is None:
            return
        better = _best_change(ensemble, pair, free, candidates)
        if better is None:
            stuck.add(pair)
        else:
            _apply(ensemble, better)
            stuck = {other for other in stuck if not {*other} & {*better.names}}


def _nearest_pair(
    ensemble: Ensemble, free: Mapping[str, Speaker], stuck: set[tuple[str, str]]
) -> tuple[str, str] | None:
    """Those who most need to be told apart and are not quite different yet; None if nobody is left to try."""
    pairs = (
        (ensemble.separation(name, partner), name, partner)
        for name in free
        for partner in ensemble.heard_beside(name)
        if (name, partner) not in stuck
    )
    nearest = min(pairs, default=None)
    return None if nearest is None or nearest[0] >= QUITE_DIFFERENT else nearest[1:]


def _best_change(
    ensemble: Ensemble, pair: tuple[str, str], free: Mapping[str, Speaker], candidates: Sequence[VoiceProfile]
) -> _Change | None:
    """The change that brings the people it concerns furthest from their partners; None if none gains anything."""
    best, greatest_gain = None, _LEAST_GAIN
    standing_of = cache(partial(_standing, ensemble))
    for change in _changes(ensemble, pair, free, candidates):
        gain = _gain(ensemble, change, standing_of(change.names))
        if gain > greatest_gain:
            best, greatest_gain = change, gain
    return best


def _changes(
    ensemble: Ensemble, pair: tuple[str, str], free: Mapping[str, Speaker], candidates: Sequence[VoiceProfile]
) -> Iterator[_Change]:
    for name in pair:
        if name not in free:
            continue
        fits = _fitting(ensemble, free[name])
        for voice in candidates:
            if fits(voice) and ensemble.may_take(voice, name):
                manners = possible_shifts(voice) if set(ensemble.bearers(voice)) - {name} else (Adjustment(),)
                yield from (_Change(names=(name,), voices=((voice, manner),)) for manner in manners)
        for other in free:
            theirs, ours = ensemble.voice_of(other), ensemble.voice_of(name)
            if other != name and fits(theirs[0]) and _fitting(ensemble, free[other])(ours[0]):
                yield _Change(names=(name, other), voices=(theirs, ours))


def _fitting(ensemble: Ensemble, speaker: Speaker) -> Callable[[VoiceProfile], bool]:
    """Whether a voice fits a speaker as well as their own does."""
    own = ensemble.misfit(ensemble.voice_of(speaker.name)[0], speaker)
    return lambda voice: ensemble.misfit(voice, speaker) <= own


def _gain(ensemble: Ensemble, change: _Change, standing: tuple[int, float]) -> float:
    """How much the smallest distance to a partner grows, of all the people a change concerns together.

    Nothing is gained by sharing a voice with one more partner, however it is shifted.
    """
    before = tuple(ensemble.voice_of(name) for name in change.names)
    shared, smallest = standing
    _apply(ensemble, change)
    now_shared, now_smallest = _standing(ensemble, change.names)
    _apply(ensemble, _Change(names=change.names, voices=before))
    return now_smallest - smallest if now_shared <= shared else 0.0


def _standing(ensemble: Ensemble, names: tuple[str, ...]) -> tuple[int, float]:
    """With how many partners some people share a voice, and their smallest distance to one."""
    return _count_shared(ensemble, names), _smallest(ensemble, names)


def _count_shared(ensemble: Ensemble, names: tuple[str, ...]) -> int:
    pairs = ((name, partner) for name in names for partner in ensemble.heard_beside(name))
    return sum(ensemble.voice_of(name)[0].name == ensemble.voice_of(partner)[0].name for name, partner in pairs)


def _smallest(ensemble: Ensemble, names: tuple[str, ...]) -> float:
    separations = (ensemble.separation(name, partner) for name in names for partner in ensemble.heard_beside(name))
    return min((min(separation, QUITE_DIFFERENT) for separation in separations), default=QUITE_DIFFERENT)


def _apply(ensemble: Ensemble, change: _Change) -> None:
    for name, (voice, manner) in zip(change.names, change.voices, strict=True):
        ensemble.give(name, voice, manner)
