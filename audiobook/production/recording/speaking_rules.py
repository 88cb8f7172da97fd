"""How a book is spoken beyond its voices: pronunciations of every layer, and what is done about each cue.

Composes what the cast file says with what its engines can do; makes no sound.
"""

from collections.abc import Mapping
from dataclasses import replace

from audiobook.casting.deliveries import decide_deliveries
from audiobook.casting.shared_pronunciations import WordLayers
from audiobook.language.tongues import is_english
from audiobook.model.cast import Cast
from audiobook.model.delivery import LineDelivery
from audiobook.model.script import Script
from audiobook.production.cast.preparation import EngineFacts
from audiobook.scripting.corrections.corrections import find_lines
from audiobook.synthesis.delivering import EngineLimits
from audiobook.synthesis.planning import SpeakingRules


def speaking_rules(
    script: Script, cast: Cast, engines: Mapping[str, EngineFacts], layers: WordLayers
) -> tuple[SpeakingRules, tuple[str, ...]]:
    """Put together how a book is spoken.

    Args:
        script: the book's, with everything that is announced.
        cast: what a person decided.
        engines: those in use.
        layers: pronunciations from outside the book.

    Returns:
        The rules, and a sentence for each delivery of the cast file that found no line.
    """
    of_line, stray = _place_deliveries(script, cast)
    roles = (*cast.roles, *([] if cast.narrator is None else [cast.narrator]))
    shared = layers if is_english(script.language) else replace(layers, built_in=())
    rules = SpeakingRules(
        pronunciations=(*shared.entries, *cast.pronunciations),
        pronunciations_of={role.name: role.pronunciations for role in roles if role.pronunciations},
        deliveries=decide_deliveries(cast, of_line),
        limits={
            name: EngineLimits(
                rate_percent=facts.abilities.rate_percent,
                pitch_percent=facts.abilities.pitch_percent,
                reads_ipa=facts.abilities.reads_ipa,
                stresses_words=facts.abilities.stresses_words,
            )
            for name, facts in engines.items()
        },
    )
    return rules, stray


def _place_deliveries(script: Script, cast: Cast) -> tuple[Mapping[int, LineDelivery], tuple[str, ...]]:
    lines = find_lines(script, [delivered.line for delivered in cast.deliveries])
    found: dict[int, LineDelivery] = {}
    stray = []
    for delivered, index in zip(cast.deliveries, lines, strict=True):
        if index is None or not script.segments[index].spoken:
            stray.append(f"{delivered.place}: this delivery found no spoken line: {delivered.line.text}")
        else:
            found[index] = delivered.delivery
    return found, tuple(stray)
