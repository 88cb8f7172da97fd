"""Somebody who needs a voice: what is known about them, and the age their names tell."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from audiobook.model.script import Gender

AGES = ("child", "young", "adult", "old")

_AGE_WORDS: Mapping[str, tuple[str, ...]] = {
    "child": ("boy", "girl", "child", "kid", "baby", "little", "toddler"),
    "young": ("young", "youth", "teenager", "lad", "lass", "student"),
    "old": (
        "old",
        "grandma",
        "grandpa",
        "grandmother",
        "grandfather",
        "granny",
        "gran",
        "granddad",
        "grandad",
        "nana",
        "great aunt",
        "great uncle",
        "dowager",
        "elder",
        "crone",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who needs a voice: what is known about them.

    Attributes:
        age: "child", "young", "adult" or "old"; None if neither the text nor a name tells it.
    """

    name: str
    aliases: tuple[str, ...]
    gender: Gender
    line_count: int
    age: str | None = None


def age_told_by(names: Iterable[str]) -> str | None:
    """The age that somebody's names tell: "Old Tom", "the girl"; None if they tell none."""
    words = " | ".join(" ".join(re.findall(r"\w+", name.casefold())) for name in names)
    return next(
        (age for age, telling in _AGE_WORDS.items() if any(f" {word} " in f" {words} " for word in telling)), None
    )
