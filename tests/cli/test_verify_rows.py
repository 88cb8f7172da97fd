"""What `audiobook verify` prints of a proof."""

from pathlib import Path

from audiobook.cli.verify_table import as_rows
from audiobook.production.proof.places import Place
from audiobook.production.proof.verifying import ChapterCount, Verified
from audiobook.production.proof.words import Proof
from audiobook.scripting.drafts import LABEL_REASON


def place(line: int, excerpt: str, *, reason: str) -> Place:
    return Place(source="story.txt", line=line, words=2, excerpt=excerpt, reason=reason, chapter=1)


def test_names_before_lines_share_a_row_and_other_markup_has_its_own() -> None:
    labels = [place(line, "Ann Lee:", reason=LABEL_REASON) for line in (3, 4, 9)]
    tags = [place(line, "<i>", reason="HTML tag") for line in (1, 12)]
    proof = Proof(title="Story", total_words=90, spoken_words=80, skipped=(*tags, *labels), losses=())
    count = ChapterCount(number=1, title="Gate", source_words=90, spoken_words=80, skipped_words=10)
    rows = list(
        as_rows(Verified(words=proof, counts=(count,), parts=(), kinds=(), release=None, cast_path=Path("a.toml")))
    )
    assert rows[1:4] == [
        "not spoken: story.txt, line 1 (2 words): HTML tag: <i>",
        "not spoken: story.txt, line 12 (2 words): HTML tag: <i>",
        f"not spoken: 3 places (6 words), the last in story.txt, line 9 (2 words): {LABEL_REASON}: Ann Lee:",
    ]
    assert rows[-1] == "Every other word is spoken exactly once."
