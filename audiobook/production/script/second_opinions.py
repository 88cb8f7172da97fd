"""A second opinion on a book's doubtful lines, where its cast file asks for one.

The answers are kept, so that the same book asks the same question once and every command sees the same script.
"""

from audiobook.model.cast import Cast
from audiobook.model.script import Script
from audiobook.opinions.applying import apply_opinions, describe_opinions
from audiobook.opinions.asking import DOUBTFUL_BELOW
from audiobook.opinions.gathering import estimate_opinions, gather_opinions
from audiobook.opinions.registry import open_opinion_source
from audiobook.production.books import Book
from audiobook.production.progress import Progress


def hear_second_opinion(book: Book, script: Script, cast: Cast, *, progress: Progress) -> Script:
    """Ask about the doubtful lines, saying first what that will cost, and return the script with the answers.

    A source that fails in the middle leaves its lines as they were and is reported.

    Raises:
        EngineError: there is no such source, or it is set up wrongly.
    """
    source = open_opinion_source(cast.book.second_opinion or "")
    answers = book.workspace.opinions_folder
    estimate = estimate_opinions(script, source, answers, threshold=DOUBTFUL_BELOW)
    if estimate.requests:
        cost = "" if estimate.cost is None else f", at a cost of about {estimate.cost:.2f}"
        progress.say(f"Asking {source.name}: {estimate.requests} requests, about {estimate.tokens:,} tokens{cost}.")
    progress.start("Asking for a second opinion", total=max(1, estimate.requests))
    try:
        opinions = gather_opinions(
            script, source, answers, threshold=DOUBTFUL_BELOW, on_progress=lambda _done, _total: progress.advance(1)
        )
    finally:
        progress.finish()
    if estimate.requests:
        for sentence in describe_opinions(opinions):
            progress.say(sentence)
    return apply_opinions(script, opinions)
