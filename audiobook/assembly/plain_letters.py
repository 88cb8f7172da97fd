"""Letters and marks spelt with plainer ones, for file names and for a font that has few.

Knows characters; refuses to know what they are for.
"""

import unicodedata

_SPELT_OUT = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d",
        "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "ı": "i", "ŋ": "n",
    }
)  # fmt: skip


def spell_plainly(text: str) -> str:
    """Take letters apart from their accents, and spell ligatures and typographic marks in ASCII.

    What has no plain spelling stays as it is, and so do the accents, as characters of their own.
    """
    return unicodedata.normalize("NFKD", text.translate(_SPELT_OUT))
