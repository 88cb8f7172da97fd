"""Words compared as they are heard: letters and digits alone, whatever stands between them."""

import unicodedata


def fold_words(text: str) -> str:
    """Keep letters, their marks and digits, case folded."""
    decomposed = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in decomposed if unicodedata.category(char)[0] in "LMN")
