"""Language tags from what files and people say: a tag of BCP 47, a code of three letters, or the language's name."""

import re

from audiobook.language.iso_639 import shortest_code
from audiobook.language.tongues import LANGUAGE_NAMES

_NAMES = {name.lower(): code for code, name in LANGUAGE_NAMES.items()}
_NAMES |= {"français": "fr", "deutsch": "de", "español": "es", "italiano": "it", "nederlands": "nl"}
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]+)*", re.IGNORECASE)
_UNDETERMINED = frozenset({"und", "mul", "zxx"})

TAG_HINT = "write its tag, such as en, en-GB, de or fr"
"""What to do about a language that has no tag."""


def language_tag(written: str) -> str | None:
    """Give the BCP 47 tag of a language as a file names it ("en_US", "eng", "English"); None if it is none."""
    name = written.strip().replace("_", "-")
    known = _NAMES.get(name.partition(" ")[0].lower())
    if known:
        return known
    if not _TAG.fullmatch(name) or name[:3].lower() in _UNDETERMINED:
        return None
    primary, *rest = name.split("-")
    code = shortest_code(primary.lower())
    return None if code is None else "-".join((code, *(part.upper() if len(part) == 2 else part for part in rest)))
