"""What a cast file says about deliveries, read and checked: `[delivery]`, a character's own, and `[[deliveries]]`.

Knows keys and bounds; refuses to know what a cue does.
"""

from audiobook.casting import adjustments
from audiobook.casting.typed_toml import TomlTable, close_names
from audiobook.model.delivery import Cue, DeliveryChange, DeliveryWishes, Effect, LineDelivery
from audiobook.model.mastering import DeliveredLine
from audiobook.model.script import Correction

_CHANGE_KEYS = ("rate", "pitch", "volume", "pause", "effect")
_HINTS = ("chapter", "occurrence", "source", "before", "after")
_MOST_PAUSE_S = 5.0
PLAIN = "plain"
"""In place of cues: speak the line as if there were none."""


def read_delivery(table: TomlTable | None) -> DeliveryWishes:
    """Read a `[delivery]` table; an absent one wishes nothing."""
    if table is None:
        return DeliveryWishes()
    table.check_keys(("strength", *Cue), what="[delivery]")
    changes = {cue: table.table(cue.value) for cue in Cue}
    return DeliveryWishes(
        strength=table.number("strength", least=0.0, greatest=1.0),
        cues={cue: _read_cue(change) for cue, change in changes.items() if change is not None},
    )


def read_delivered_line(table: TomlTable) -> DeliveredLine:
    """Read one `[[deliveries]]`."""
    table.check_keys(("text", "cues", *_CHANGE_KEYS, *_HINTS), what="[[deliveries]]")
    text = table.text("text")
    if text is None or not text.strip():
        raise table.fail(None, "a delivery needs the text of its line", hint="write: text = '\"Yes.\"'")
    if not any(key in table.values for key in ("cues", *_CHANGE_KEYS)):
        raise table.fail(None, "this delivery changes nothing", hint='write: cues = ["whispered"]')
    line = Correction(
        text=text,
        chapter=table.count("chapter"),
        occurrence=table.count("occurrence"),
        source=table.text("source"),
        before=table.text("before"),
        after=table.text("after"),
    )
    delivery = LineDelivery(cues=_read_cues(table), change=_read_change(table))
    return DeliveredLine(line=line, delivery=delivery, place=table.place_of("text"))


def _read_cue(table: TomlTable) -> DeliveryChange:
    table.check_keys(_CHANGE_KEYS, what="a cue")
    return _read_change(table)


def _read_change(table: TomlTable) -> DeliveryChange:
    percent = {"least": adjustments.LEAST_PERCENT, "greatest": adjustments.GREATEST_PERCENT}
    decibels = {"least": adjustments.LEAST_DB, "greatest": adjustments.GREATEST_DB}
    pause_s = table.number("pause", least=-_MOST_PAUSE_S, greatest=_MOST_PAUSE_S)
    return DeliveryChange(
        rate_percent=table.number("rate", **percent),
        pitch_percent=table.number("pitch", **percent),
        volume_db=table.number("volume", **decibels),
        pause_ms=None if pause_s is None else round(pause_s * 1000),
        effect=table.choice("effect", Effect),
    )


def _read_cues(table: TomlTable) -> tuple[Cue, ...] | None:
    if "cues" not in table.values:
        return None
    names = table.texts("cues")
    if names == (PLAIN,):
        return ()
    known = tuple(cue.value for cue in Cue)
    for name in names:
        if name not in known:
            close = close_names(name, known)
            hint = f'did you mean "{close[0]}"?' if close else f'choose from: {", ".join(known)}, or ["{PLAIN}"] alone'
            raise table.fail("cues", f'"{name}" is no cue', hint=hint)
    return tuple(map(Cue, names))
