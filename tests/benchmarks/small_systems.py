"""Answers that systems of all kinds might give to the ferry story."""

from dataclasses import replace

from judge.coverage import Answer

from tests.benchmarks.small_novel import ferry, gold_answers


def _words(words: str, speaker: str | None) -> Answer:
    start = ferry().text.index(words)
    return Answer(start=start, end=start + len(words), speaker=speaker)


def _mixed() -> list[Answer]:
    """Wrong, missing, ambiguous, nameless, joined and cut answers, and one that is no speech."""
    return [
        _words('"Is it far?"', "ANNA"),
        _words('"An hour,"', "Mr Field"),
        _words('"Two, when the wind', "Miss Field"),
        _words(" is against us.", None),
        _words("I never joke about the river.", "Miss Field"),
        _words("Ask the captain what the river did to his brother.", "Rowe"),
        _words('"Nothing," said Captain Rowe. "He fell in by himself."', "the captain"),
        _words("There.", "Miss Piet"),
        _words('"river"', "Nobody in Particular"),
        _words("Mind the rope,", "the captain"),
        _words("\"'Mind the rope,' he says!\"", "Field"),
        _words("rope,' he", "Anna"),
        _words("Good.", "Field"),
        _words("Very good indeed.", "the captain"),
    ]


_GOLD = gold_answers(ferry())

SYSTEMS: dict[str, list[Answer]] = {
    "gold": _GOLD,
    "nothing": [],
    "nobody": [replace(answer, speaker=None) for answer in _GOLD],
    "one voice": [replace(answer, speaker="Anna") for answer in _GOLD],
    "every other": _GOLD[::2],
    "one span": [Answer(start=0, end=len(ferry().text), speaker="Piet")],
    "cut in two": [
        half
        for answer in _GOLD
        for half in (replace(answer, end=answer.start + 3), replace(answer, start=answer.start + 3))
    ],
    "next speaker": [
        replace(answer, speaker=other.speaker) for answer, other in zip(_GOLD, _GOLD[1:] + _GOLD[:1], strict=True)
    ],
    "mixed": _mixed(),
}
