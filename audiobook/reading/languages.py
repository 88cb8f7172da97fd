"""Language tags from what files say: a tag of BCP 47, or the language's English name."""

import re

_NAMES = {"english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "dutch": "nl"}
_NAMES |= {"français": "fr", "deutsch": "de", "español": "es", "italiano": "it", "nederlands": "nl"}
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]+)*", re.IGNORECASE)
_UNDETERMINED = frozenset({"und", "mul", "zxx"})


def language_tag(written: str) -> str | None:
    """Give the BCP 47 tag of a language as a file names it ("en_US", "English"); None if it is none."""
    name = written.strip().replace("_", "-")
    known = _NAMES.get(name.partition(" ")[0].lower())
    if known:
        return known
    if not _TAG.fullmatch(name) or name[:3].lower() in _UNDETERMINED:
        return None
    primary, *rest = name.split("-")
    return "-".join((primary.lower(), *(part.upper() if len(part) == 2 else part for part in rest)))
