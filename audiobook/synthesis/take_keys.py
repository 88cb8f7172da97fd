"""The name of a take: a digest over everything that shapes its sound, and nothing else.

Knows what shapes sound; refuses to know where takes are kept. How a text is split shows in the lines themselves, and
an engine's own splitting stands in its fingerprint.
"""

import json
from dataclasses import asdict
from hashlib import blake2b
from operator import attrgetter

from audiobook.model.speech import Line, WordSound, WordStress
from audiobook.synthesis.trimming import TRIMMING_VERSION

_FORMAT_VERSION = 1
_CANONICAL_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"))
_NAMES = tuple(Line.__slots__)
_VALUES = attrgetter(*_NAMES)  # `asdict` copies deeply, which takes longer than all else here


def join_fingerprints(engine: str, voice: str | None) -> str:
    """Say what shapes the sound of an engine's voice: the engine, and the voice too where it is a thing of its own."""
    return engine if voice is None else f"{engine}, voice {voice}"


def take_key(line: Line, *, engine_fingerprint: str) -> str:
    """Name the take of a line: equal names mean equal sound.

    Volume and loudness are no part of a line, for they are applied when the chapter is mixed. Sounds and stresses are
    named only where some are given.
    """
    shaped_by = {
        "format": _FORMAT_VERSION,
        "trimming": TRIMMING_VERSION,
        "engine": engine_fingerprint,
        "line": {name: _canonical(value) for name, value in zip(_NAMES, _VALUES(line), strict=True) if value != ()},
    }
    return blake2b(_CANONICAL_JSON.encode(shaped_by).encode("ascii"), digest_size=20).hexdigest()


def _canonical(value: str | float | tuple[WordSound | WordStress, ...]) -> object:
    """Write equal numbers alike: 3 as 3.0, and -0.0 as 0.0."""
    if isinstance(value, tuple):
        return [asdict(word) for word in value]
    return float(value) + 0.0 if isinstance(value, int | float) else value
