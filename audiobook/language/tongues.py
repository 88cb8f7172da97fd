"""Languages by their tags: names for people, and what a chapter is called in them.

Knows BCP 47's first subtag; refuses to know which language a text is in.
"""

from functools import lru_cache

ENGLISH = "en"

LANGUAGE_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nb": "Norwegian",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
_CHAPTERS = {
    "ca": "Capítol", "cs": "Kapitola", "da": "Kapitel", "de": "Kapitel", "en": "Chapter", "es": "Capítulo",
    "fi": "Luku", "fr": "Chapitre", "hu": "Fejezet", "it": "Capitolo", "nb": "Kapittel", "nl": "Hoofdstuk",
    "pl": "Rozdział", "pt": "Capítulo", "ro": "Capitolul", "ru": "Глава", "sv": "Kapitel", "tr": "Bölüm",
    "uk": "Розділ",
}  # fmt: skip


@lru_cache(maxsize=256)
def primary_language(tag: str) -> str:
    """Give the language of a tag without its country: "en-GB" is "en"; Norwegian's "no" is "nb"."""
    primary = tag.replace("_", "-").partition("-")[0].strip().lower()
    return "nb" if primary == "no" else primary


def is_english(tag: str) -> bool:
    """Say whether a tag means English."""
    return primary_language(tag) == ENGLISH


def language_name(tag: str) -> str:
    """Name a language for a person; of one without a name here, the tag."""
    return LANGUAGE_NAMES.get(primary_language(tag), tag)


def name_chapter(number: int, language: str) -> str:
    """Name a chapter that has no title, in its book's language; by its number alone where the word is not known."""
    word = _CHAPTERS.get(primary_language(language))
    return f"{word} {number}" if word else str(number)
