"""How each cue is spoken at full strength: the one table, which docs/delivery.md shows.

Knows numbers; refuses to know where cues come from. The numbers keep to what speech does, at a fraction of its size,
since a synthetic voice turns a full shout into noise: loud speech is higher and a little faster, soft speech lower in
level before anything else (Traunmüller & Eriksson 2000), sadness slow and low, joy and anger fast (Scherer 2003).
"""

from collections.abc import Mapping
from types import MappingProxyType

from audiobook.model.delivery import Cue, Delivery, Effect

USUAL_STRENGTH = 0.7
"""Clearly heard, and never a caricature."""

DELIVERY_TABLE: Mapping[Cue, Delivery] = MappingProxyType(
    {
        Cue.WHISPERED: Delivery(rate_percent=-8, pitch_percent=-6, volume_db=-5, effect=Effect.NEAR),
        Cue.SOFT: Delivery(rate_percent=-6, pitch_percent=-3, volume_db=-3),
        Cue.SHOUTED: Delivery(rate_percent=4, pitch_percent=14, volume_db=3),
        Cue.CRIED_OUT: Delivery(rate_percent=4, pitch_percent=10, volume_db=1.5),
        Cue.ANGRY: Delivery(rate_percent=6, pitch_percent=-7, volume_db=1.5),
        Cue.SHARP: Delivery(rate_percent=12, pitch_percent=3, volume_db=1),
        Cue.PLEADING: Delivery(rate_percent=-5, pitch_percent=8, volume_db=-1),
        Cue.SAD: Delivery(rate_percent=-12, pitch_percent=-5, volume_db=-2),
        Cue.CHEERFUL: Delivery(rate_percent=5, pitch_percent=8, volume_db=0.5),
        Cue.WEARY: Delivery(rate_percent=-12, pitch_percent=-6, volume_db=-1.5),
        Cue.BREATHLESS: Delivery(rate_percent=9, pitch_percent=5, volume_db=-1.5),
        Cue.HURRIED: Delivery(rate_percent=18, pitch_percent=2),
        Cue.SLOW: Delivery(rate_percent=-16),
        Cue.EXCLAMATION: Delivery(rate_percent=3, pitch_percent=5, volume_db=1),
        Cue.QUESTION: Delivery(pitch_percent=3),
        Cue.CAPITALS: Delivery(rate_percent=-4, pitch_percent=8, volume_db=2),
        Cue.EMPHASIS: Delivery(rate_percent=-6, pitch_percent=4, volume_db=0.5),
        Cue.ELLIPSIS: Delivery(rate_percent=-8, pause_ms=250),
        Cue.STAMMER: Delivery(rate_percent=-6, pitch_percent=3),
        Cue.INTERRUPTED: Delivery(rate_percent=6, pause_ms=-200),
        Cue.THOUGHT: Delivery(rate_percent=-4, volume_db=-1, effect=Effect.NEAR),
        Cue.TELEPHONE: Delivery(effect=Effect.TELEPHONE),
        Cue.MEMORY: Delivery(rate_percent=-5, volume_db=-2, effect=Effect.DISTANT),
        Cue.READ_ALOUD: Delivery(rate_percent=-4, effect=Effect.READ_ALOUD),
    }
)
