"""Doubts about speakers as JSON and back, for a cache: exact and fast.

Knows its own format only; a text that is not of it is refused, so that the cache is made again.
"""

import json
from typing import Any

from audiobook.errors import ManuscriptError
from audiobook.scripting.attribution.decoding import ChainLink
from audiobook.scripting.attribution.doubts import Doubts
from audiobook.scripting.attribution.features import TurnTaking

_FORMAT = "audiobook doubts 1"


def doubts_to_json(doubts: Doubts) -> str:
    """Write doubts as JSON."""
    links = [
        [list(link.scores), list(link.scores.values()), link.turn_taking.same, link.turn_taking.alternate]
        for link in doubts.links
    ]
    saved = {"format": _FORMAT, "links": links, "shares": doubts.shares, "places": doubts.places}
    return json.dumps(saved, separators=(",", ":"))


def doubts_from_json(text: str) -> Doubts:
    """Read doubts that `doubts_to_json` wrote.

    Raises:
        ManuscriptError: the text is damaged or was written by another version; write the script again.
    """
    try:
        return _read(json.loads(text))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise ManuscriptError("the saved doubts cannot be read", hint="delete them: they are made again") from error


def _read(saved: dict[str, Any]) -> Doubts:
    if saved["format"] != _FORMAT:
        raise ValueError("written by another version")
    return Doubts(
        links=tuple(
            ChainLink(
                scores=dict(zip(people, scores, strict=True)), turn_taking=TurnTaking(same=same, alternate=alternate)
            )
            for people, scores, same, alternate in saved["links"]
        ),
        shares=tuple(saved["shares"]),
        places=tuple(None if place is None else (place[0], place[1]) for place in saved["places"]),
    )
