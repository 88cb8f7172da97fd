"""The part of docs/voices.md that is worked out from the voice library: the voices and how far apart they are."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from audiobook.casting.voice_distance import CLEARLY_DISTINCT, distance_between
from audiobook.model.cast import VoiceProfile

BEGIN = "<!-- worked out by benchmarks/measure_voices.py --docs -->"
END = "<!-- end -->"

Pair = tuple[float, VoiceProfile, VoiceProfile]


def renew_document(path: Path, voices: Sequence[VoiceProfile]) -> None:
    """Write the tables anew between the two marks; the rest of the document stays."""
    path.write_text(renewed(path.read_text(encoding="utf-8"), voices), encoding="utf-8", newline="\n")


def renewed(text: str, voices: Sequence[VoiceProfile]) -> str:
    """Put the tables between the two marks of a document."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return "\n".join([f"{head}{BEGIN}", "", *_list_voices(voices), "", *_matrix(voices), "", f"{END}{tail}"])


def closest_pairs(voices: Sequence[VoiceProfile]) -> list[Pair]:
    """List all pairs of one engine's voices, those hardest to tell apart first."""
    pairs = ((one, other) for one, other in combinations(voices, 2) if one.engine == other.engine)
    return sorted(
        ((distance_between(one, other), one, other) for one, other in pairs),
        key=lambda pair: (pair[0], pair[1].name, pair[2].name),
    )


def _list_voices(voices: Sequence[VoiceProfile]) -> Iterator[str]:
    yield "| voice | who | accent | pitch Hz | suits | nearest |"
    yield "|---|---|---|---|---|---|"
    for voice in voices:
        others = [(distance_between(voice, other), other.name) for other in voices if other is not voice]
        apart, nearest = min(others)
        who = f"{voice.gender}, {voice.age}"
        row = (voice.name, who, voice.accent, f"{voice.f0_hz or 0:.0f}", voice.description, f"{nearest} {apart:.2f}")
        yield f"| {' | '.join(row)} |"


def _matrix(voices: Sequence[VoiceProfile]) -> Iterator[str]:
    """The lower half of all distances, and a sentence on the smallest."""
    pairs = closest_pairs(voices)
    apart, one, other = pairs[0]
    count = sum(distance < CLEARLY_DISTINCT for distance, *_ in pairs)
    yield f"Of {len(pairs)} pairs {count} are nearer than {CLEARLY_DISTINCT:g}; the nearest are {one.name} and"
    yield f"{other.name}, {apart:.2f} apart."
    yield ""
    yield f"| | {' | '.join(voice.name for voice in voices[:-1])} |"
    yield f"|---|{'---|' * (len(voices) - 1)}"
    for index, voice in enumerate(voices[1:], start=1):
        cells = [f"{distance_between(voice, earlier):.1f}" for earlier in voices[:index]]
        yield f"| {voice.name} | {' | '.join([*cells, *[''] * (len(voices) - 1 - index)])} |"
