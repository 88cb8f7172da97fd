"""How people and archives write which series a story belongs to: "Part 2 of Fogs", "Fogs [2]", "Fogs, Book 2"."""

import re

_PART = r"(?P<part>\d{1,4}(?:\.\d{1,2})?)"
_FORMS = (
    re.compile(rf"Part\s+{_PART}\s+of\s+(?P<series>.+?)(?:,?\s+Part\s+\d{{1,4}}\s+of\s.*)?", re.IGNORECASE),
    re.compile(rf"(?P<series>.*[^\s\[])\s*\[{_PART}\]"),
    re.compile(rf"(?P<series>.*[^\s,(#])[\s,]*\(?\s*(?:#|(?:book|part|vol\.?|volume)\s+){_PART}\)?", re.IGNORECASE),
)
_LONGEST = 300


def read_series(written: str) -> tuple[str | None, str | None]:
    """Read a series' name, and the place in it as written; None for what is not said. Of several series, the first."""
    folded = " ".join(written[:_LONGEST].split())
    for form in _FORMS:
        match = form.fullmatch(folded)
        if match:
            return match["series"], re.sub(r"\.0+$", "", match["part"])
    return folded or None, None
