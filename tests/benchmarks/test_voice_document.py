from itertools import combinations
from pathlib import Path

from voice_document import closest_pairs, renewed

from audiobook.casting.profiles import load_profiles
from audiobook.casting.voice_distance import CLEARLY_DISTINCT, distance_between
from audiobook.model.cast import VoiceProfile

DOCUMENT = Path(__file__).parents[2] / "docs" / "voices.md"


def voices() -> tuple[VoiceProfile, ...]:
    return tuple(voice for voice in load_profiles(Path("none")).values() if voice.engine == "pyttsx3")


def test_the_distance_matrix_in_the_docs_is_that_of_the_library() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert renewed(text, voices()) == text, "run: python benchmarks/measure_voices.py --docs"


def test_at_least_eighteen_built_in_voices_are_clearly_distinct_from_each_other() -> None:
    distinct = list(voices())
    while (nearest := closest_pairs(distinct)[0])[0] < CLEARLY_DISTINCT:
        distinct.remove(nearest[2])
    assert len(distinct) >= 18
    assert all(distance_between(one, other) >= CLEARLY_DISTINCT for one, other in combinations(distinct, 2))
