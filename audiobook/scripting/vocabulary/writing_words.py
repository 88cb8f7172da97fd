"""Things that are written on, and how they "say" what stands there: a letter, a sign, a headline.

Knows words only; refuses to know where quotations are.
"""

import re

from audiobook.scripting.vocabulary.word_sets import word_set

WRITING_WORDS = word_set(
    """
    sign letter note notice notepad label plaque poster placard banner headline inscription card postcard message
    telegram email e-mail text screen display page caption sticker epitaph tombstone gravestone graffiti advertisement
    leaflet
    """
)
"""Things with words on them."""

ANY_WRITING = "|".join(sorted(map(re.escape, WRITING_WORDS), key=lambda word: (-len(word), word)))

_SAYS = "said|says|read|reads|ran|runs|stated|states|proclaimed|announced|declared|began"
_NO_END = r"[^.!?;:\"\u201c\u201d\u00ab\u00bb]"
_NO_QUOTATION = r"[^\"\u201c\u201d\u00ab\u00bb]"

WRITING_SPEAKS = (
    rf"\b(?:{ANY_WRITING})\b(?:{_NO_END}{{0,40}}?\b|{_NO_QUOTATION}{{0,80}}?[.;,] [Ii]t )"
    rf"(?:{_SAYS})(?:\s*[,:])?\s*"
)
"""Pattern of a clause in which a thing written on "says" what follows: `The letter on the desk read: `; the thing may
be named one sentence before: `She opened the note. It said, `."""

_INANIMATE = "|".join(word for word in ANY_WRITING.split("|") if word != "page")
"""A page may be a boy, and say things behind a comma."""

SAYS_A_WRITING = (
    rf"\s*(?:said|says|read|reads|ran|proclaimed|announced|declared|began) (?:the|a) (?:\w+ ){{0,2}}(?:{_INANIMATE})\b"
)
"""Pattern of a clause that names the writing behind its words: `said the sign on the gate`."""
