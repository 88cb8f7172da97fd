"""How one sentence is spoken: its cues added up, within what ears and the engine can bear.

Knows cues and numbers; refuses to know where the numbers come from.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace

from audiobook.model.cast import Adjustment
from audiobook.model.delivery import Cue, CueTable, Delivery, DeliveryChange, DeliveryPlan, Effect
from audiobook.model.script import Segment
from audiobook.model.speech import WordStress
from audiobook.synthesis.shouting import lower_shouting
from audiobook.synthesis.stammers import speak_stammers
from audiobook.synthesis.stressed_words import StressedWord, find_again, find_stressed_words
from audiobook.synthesis.text_cues import find_text_cues

_MOST_RATE_PERCENT = 30.0
_MOST_PITCH_PERCENT = 25.0
_VOLUME_DB = (-8.0, 4.0)
"""However many cues come together, a voice stays itself and is heard."""

_ON_A_WORD = 4
"""An emphasis is so much stronger on a word alone than on its whole sentence, which it would else drag along."""

_WORDINGS: Mapping[Cue, Callable[[str], str]] = {Cue.CAPITALS: lower_shouting, Cue.STAMMER: speak_stammers}

Limits = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineLimits:
    """What an engine can do.

    Attributes:
        rate_percent: least and greatest; (0, 0) where it can change nothing.
        pitch_percent: the same.
        reads_ipa: it takes words in IPA; for others they are respelled.
        stresses_words: it can stress single words; for others the whole sentence follows the emphasis a little.
    """

    rate_percent: Limits = (-50.0, 100.0)
    pitch_percent: Limits = (-50.0, 100.0)
    reads_ipa: bool = False
    stresses_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEmphasis:
    """An emphasis that some words carry alone, where the engine can.

    Attributes:
        words: that are set off.
        stress: what is done about them, on top of the sentence's delivery.
        rest: the sentence's delivery without it.
    """

    words: tuple[StressedWord, ...]
    stress: Delivery
    rest: Delivery

    def stresses_in(self, said: str, reword: Callable[[str], str]) -> tuple[WordStress, ...]:
        """Stress the words in what is about to be spoken; none at all if one cannot be found again.

        Args:
            said: the sentence as an engine gets it.
            reword: what became of the sentence's words on the way.
        """
        found = [find_again(word, said, reword) for word in self.words]
        return tuple(
            WordStress(
                word=place[0],
                occurrence=place[1],
                pitch_percent=float(self.stress.pitch_percent),
                rate_percent=float(self.stress.rate_percent),
                volume_db=float(self.stress.volume_db),
            )
            for place in found
            if place is not None and None not in found
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenManner:
    """What becomes of a sentence's cues.

    Attributes:
        delivery: all of them together.
        wordings: change the words as they are about to be spoken.
        emphasis: None where no single words are set off.
    """

    delivery: Delivery = field(default_factory=Delivery)
    wordings: tuple[Callable[[str], str], ...] = ()
    emphasis: WordEmphasis | None = None

    def word(self, said: str) -> str:
        """Write a sentence as this manner wants it."""
        for wording in self.wordings:
            said = wording(said)
        return said


_PLAIN = SpokenManner()
_NO_CHANGE = DeliveryChange()


def manner_of(written: str, segment: Segment, index: int, plan: DeliveryPlan) -> SpokenManner:
    """Work out how a sentence is spoken.

    Args:
        written: the sentence as it stands in the source.
        segment: it belongs to.
        index: of the segment in its script.
        plan: says what is done about each cue.
    """
    by_hand = plan.of_line.get(index)
    table = plan.table_of(segment.speaker or "")
    marks = find_text_cues(written, segment.kind) if table else ()
    if by_hand is None and not marks and not segment.manner:
        return _PLAIN
    cues = tuple(dict.fromkeys((*segment.manner, *marks)))
    if by_hand is not None and by_hand.cues is not None:
        cues = by_hand.cues
    change = _NO_CHANGE if by_hand is None else by_hand.change
    words = find_stressed_words(written) if Cue.EMPHASIS in cues and Cue.EMPHASIS in table else ()
    return SpokenManner(
        delivery=_changed(_sum(cues, table), change),
        wordings=tuple(wording for cue, wording in _WORDINGS.items() if cue in marks),
        emphasis=_emphasis_on(words, cues, table, change) if words else None,
    )


def _emphasis_on(
    words: tuple[StressedWord, ...], cues: tuple[Cue, ...], table: CueTable, change: DeliveryChange
) -> WordEmphasis:
    rest = _changed(_sum(tuple(cue for cue in cues if cue is not Cue.EMPHASIS), table), change)
    return WordEmphasis(words=words, stress=_on_words(table[Cue.EMPHASIS]), rest=rest)


def adjust(adjustment: Adjustment, delivery: Delivery, limits: EngineLimits) -> Adjustment:
    """Put a delivery on top of a voice's own manner, as far as its engine can go; the volume stays apart."""
    if not delivery.rate_percent and not delivery.pitch_percent:
        return adjustment
    return replace(
        adjustment,
        rate_percent=_within(adjustment.rate_percent, delivery.rate_percent, limits.rate_percent),
        pitch_percent=_within(adjustment.pitch_percent, delivery.pitch_percent, limits.pitch_percent),
    )


def _sum(cues: tuple[Cue, ...], table: CueTable) -> Delivery:
    known = [table[cue] for cue in cues if cue in table]
    effects = [delivery.effect for delivery in known if delivery.effect is not None]
    return Delivery(
        rate_percent=_clipped(sum(one.rate_percent for one in known), -_MOST_RATE_PERCENT, _MOST_RATE_PERCENT),
        pitch_percent=_clipped(sum(one.pitch_percent for one in known), -_MOST_PITCH_PERCENT, _MOST_PITCH_PERCENT),
        volume_db=_clipped(sum(one.volume_db for one in known), *_VOLUME_DB),
        pause_ms=sum(one.pause_ms for one in known),
        effect=_strongest(effects),
    )


def _on_words(emphasis: Delivery) -> Delivery:
    """Put on single words what a whole sentence would have had a little of."""
    return Delivery(
        rate_percent=_clipped(_ON_A_WORD * emphasis.rate_percent, -_MOST_RATE_PERCENT, _MOST_RATE_PERCENT),
        pitch_percent=_clipped(_ON_A_WORD * emphasis.pitch_percent, -_MOST_PITCH_PERCENT, _MOST_PITCH_PERCENT),
        volume_db=_clipped(_ON_A_WORD * emphasis.volume_db, *_VOLUME_DB),
    )


def _strongest(effects: list[Effect]) -> Effect | None:
    """A line has one effect: whatever it comes through counts more than how near it is."""
    return next((effect for effect in effects if effect is not Effect.NEAR), effects[0] if effects else None)


def _changed(delivery: Delivery, change: DeliveryChange) -> Delivery:
    if change == _NO_CHANGE:
        return delivery
    names = [field.name for field in fields(DeliveryChange)]
    return replace(delivery, **{name: getattr(change, name) for name in names if getattr(change, name) is not None})


def _within(own_percent: float, percent: float, limits: Limits) -> float:
    together = round(((1 + own_percent / 100) * (1 + percent / 100) - 1) * 100, 3)
    return _clipped(together, *limits)


def _clipped(value: float, least: float, greatest: float) -> float:
    return round(min(max(value, least), greatest), 3)
