"""A role as its entry in the cast file has it: the opposite of reading one.

Knows keys and their values. Refuses to know where in the file they go.
"""

from collections.abc import Mapping

from audiobook.casting.toml_values import TomlValue
from audiobook.model.cast import CarriedVoice, Role
from audiobook.model.delivery import DeliveryChange, DeliveryWishes
from audiobook.model.pronunciation import Pronunciation

DELIVERY = "delivery"
PRONUNCIATIONS = "pronunciations"


def values_of(role: Role) -> Mapping[str, TomlValue | None]:
    """What an entry itself says about a role, None where it says nothing."""
    adjustment = role.adjustment
    return {
        "voice": role.profile,
        "aliases": role.aliases or None,
        "gender": None if role.gender is None else role.gender.value,
        "pitch": adjustment.pitch_percent or None,
        "rate": adjustment.rate_percent or None,
        "volume": adjustment.volume_db or None,
        "carried": None if role.carried is None else _as_carried(role.carried),
    }


def tables_of(role: Role) -> Mapping[str, Mapping[str, TomlValue]]:
    """The tables below an entry, without empty ones."""
    tables = {
        DELIVERY: _as_delivery(role.delivery),
        PRONUNCIATIONS: {entry.word: _as_pronunciation(entry) for entry in role.pronunciations},
    }
    return {name: values for name, values in tables.items() if values}


def _as_carried(carried: CarriedVoice) -> TomlValue:
    return {"voice": carried.profile, "from": carried.source, "name": carried.name}


def _as_delivery(wishes: DeliveryWishes) -> Mapping[str, TomlValue]:
    strength: dict[str, TomlValue] = {} if wishes.strength is None else {"strength": wishes.strength}
    return strength | {cue.value: _as_change(change) for cue, change in wishes.cues.items()}


def _as_change(change: DeliveryChange) -> TomlValue:
    values: dict[str, TomlValue | None] = {
        "rate": change.rate_percent,
        "pitch": change.pitch_percent,
        "volume": change.volume_db,
        "pause": None if change.pause_ms is None else change.pause_ms / 1000,
        "effect": None if change.effect is None else change.effect.value,
    }
    return {key: value for key, value in values.items() if value is not None}


def _as_pronunciation(entry: Pronunciation) -> TomlValue:
    if entry.ipa is not None and entry.respelling is not None:
        return {"ipa": entry.ipa, "respelling": entry.respelling}
    return entry.shown
