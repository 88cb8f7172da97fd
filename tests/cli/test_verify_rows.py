"""What `audiobook verify` prints of a proof."""

from audiobook.cli.verify import as_rows
from audiobook.production.script.proof import Place, Proof
from audiobook.scripting.drafts import LABEL_REASON


def place(line: int, excerpt: str, *, reason: str) -> Place:
    return Place(source="story.txt", line=line, words=2, excerpt=excerpt, reason=reason)


def test_names_before_lines_share_a_row_and_all_else_has_its_own() -> None:
    labels = [place(line, "Ann Lee:", reason=LABEL_REASON) for line in (3, 4, 9)]
    notes = [place(line, "A/N: Hi", reason="an author's note") for line in (1, 12)]
    proof = Proof(title="Story", total_words=90, spoken_words=80, skipped=(*notes, *labels), losses=())
    assert as_rows(proof)[1:] == [
        "not spoken: story.txt, line 1 (2 words): an author's note: A/N: Hi",
        "not spoken: story.txt, line 12 (2 words): an author's note: A/N: Hi",
        f"not spoken: 3 places (6 words), the last in story.txt, line 9 (2 words): {LABEL_REASON}: Ann Lee:",
        "Every other word is spoken exactly once.",
    ]
