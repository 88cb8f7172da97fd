from pathlib import Path

from hearing.recogniser import Samples
from voices_understood import SENTENCES, TOGETHER, in_groups, judge

from audiobook.casting.profiles import load_profiles


class Deaf:
    """Hears all but the first word of the first sentences."""

    def __init__(self) -> None:
        self.heard_s: list[float] = []

    def transcribe(self, samples: Samples) -> str:
        self.heard_s.append(len(samples) / 16000)
        start = (len(self.heard_s) - 1) * TOGETHER
        words = " ".join(SENTENCES[start : start + TOGETHER]).split()
        return " ".join(words[1:] if start == 0 else words)


def test_every_sentence_is_heard_once() -> None:
    assert tuple(text for group in in_groups(SENTENCES) for text in group) == SENTENCES


def test_words_heard_wrong_are_counted_over_all_sentences() -> None:
    voice = load_profiles(Path("none"))["rupert"]
    ear = Deaf()
    assert judge(voice, ear, SENTENCES) == ("rupert", "en-gb+m3", "0.6", "173")
    assert len(ear.heard_s) == len(SENTENCES) / TOGETHER
    assert all(6 < heard_s < 25 for heard_s in ear.heard_s)
