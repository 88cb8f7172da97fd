"""From what a person wishes to how every cue of a book is spoken.

Knows which wish wins: a line's, then its character's, then the book's, then the table's. Refuses to find cues.
"""

from collections.abc import Mapping
from dataclasses import fields

from audiobook.casting.delivery_table import DELIVERY_TABLE, USUAL_STRENGTH
from audiobook.model.cast import Cast
from audiobook.model.delivery import Cue, CueTable, Delivery, DeliveryChange, DeliveryPlan, DeliveryWishes, LineDelivery


def decide_deliveries(cast: Cast, of_line: Mapping[int, LineDelivery]) -> DeliveryPlan:
    """Work out how every cue is spoken in a book.

    Args:
        cast: gives the wishes of the book and of each role.
        of_line: what a person says of single lines, by index of the segment.
    """
    roles = (*cast.roles, *([] if cast.narrator is None else [cast.narrator]))
    names = {name: role.delivery for role in roles for name in (role.name, *role.aliases)}
    return DeliveryPlan(
        usual=_table(cast.delivery, DeliveryWishes()),
        of_speaker={name: _table(cast.delivery, own) for name, own in names.items() if own != DeliveryWishes()},
        of_line=of_line,
    )


def _table(of_book: DeliveryWishes, own: DeliveryWishes) -> CueTable:
    strength = next(value for value in (own.strength, of_book.strength, USUAL_STRENGTH) if value is not None)
    if strength == 0:
        return {}
    return {cue: _scaled(_changed(cue, of_book, own), strength) for cue in Cue}


def _changed(cue: Cue, of_book: DeliveryWishes, own: DeliveryWishes) -> Delivery:
    layers = (of_book.cues.get(cue, DeliveryChange()), own.cues.get(cue, DeliveryChange()))
    values = {name: getattr(DELIVERY_TABLE[cue], name) for name in (field.name for field in fields(Delivery))}
    for change in layers:
        values |= {name: getattr(change, name) for name in values if getattr(change, name) is not None}
    return Delivery(**values)


def _scaled(delivery: Delivery, strength: float) -> Delivery:
    """Scale what can be more or less; an effect is there or not."""
    return Delivery(
        rate_percent=round(delivery.rate_percent * strength, 3),
        pitch_percent=round(delivery.pitch_percent * strength, 3),
        volume_db=round(delivery.volume_db * strength, 3),
        pause_ms=round(delivery.pause_ms * strength),
        effect=delivery.effect,
    )
