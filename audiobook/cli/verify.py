"""`audiobook verify`: proof that no word is lost."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from audiobook.cli.border import command
from audiobook.cli.options import (
    BUILD_DIR,
    VOICES_DIR,
    AsJson,
    BookName,
    BuildDir,
    Quiet,
    Source,
    VoicesDir,
    workspace,
)
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import tell
from audiobook.errors import ManuscriptError

if TYPE_CHECKING:
    from audiobook.production.script.proof import Place, Proof


@command
def verify(
    source: Source,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> int:
    """Prove that every word is spoken once, and list what is not spoken and why.

    Ends with exit code 3 if a single word is lost.
    """
    from audiobook.production.script.proof import prove_book

    proof = prove_book(source, workspace(build_dir, voices_dir), name=book, progress=make_progress(quiet=quiet))
    if as_json:
        tell(json.dumps(asdict(proof), ensure_ascii=False, indent=1))
    else:
        for row in as_rows(proof):
            tell(row)
    return ManuscriptError.exit_code if proof.losses else 0


def as_rows(proof: "Proof") -> list[str]:
    """Say for a person what a proof found."""
    rows = [f"{proof.title}: {proof.total_words:,} words, {proof.spoken_words:,} spoken once"]
    if proof.quotation_marks is not None:
        rows.append(f'speech is marked as "{proof.quotation_marks}"; quotation_marks under [book] overrides that')
    rows += _rows_of_skipped(proof.skipped)
    rows += [f"LOST: {_place(place)}" for place in proof.losses]
    if proof.losses:
        rows.append(f"{len(proof.losses)} places are not spoken as they should be. Please report this as a bug.")
    elif proof.skipped:
        rows.append("Every other word is spoken exactly once.")
    else:
        rows.append("Every word is spoken exactly once.")
    return rows


def _rows_of_skipped(skipped: Sequence["Place"]) -> Iterator[str]:
    """Give each place a row; names before lines get one together, of which a script in script form has hundreds."""
    from audiobook.scripting.drafts import LABEL_REASON
    from audiobook.scripting.forms.labelled import LABELLED_MARKUP

    for place in skipped:
        if place.reason not in {LABEL_REASON, LABELLED_MARKUP}:
            yield f"not spoken: {_place(place)}"
    for reason in (LABEL_REASON, LABELLED_MARKUP):
        alike = [place for place in skipped if place.reason == reason]
        if len(alike) == 1:
            yield f"not spoken: {_place(alike[0])}"
        elif alike:
            words = sum(place.words for place in alike)
            yield f"not spoken: {len(alike)} places ({words} words), the last in {_place(alike[-1])}"


def _place(place: "Place") -> str:
    words = "1 word" if place.words == 1 else f"{place.words} words"
    return f"{place.source}, line {place.line} ({words}): {place.reason}: {place.excerpt}"
