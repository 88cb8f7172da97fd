"""What a person should know of the language a book is read in: which it is, and what is concluded in it.

English is what the rules for attribution are made for; of another language that is said, in one line.
"""

from collections.abc import Iterator

from audiobook.language.detection import detect_language
from audiobook.language.tongues import is_english, language_name, primary_language
from audiobook.model.manuscript import Manuscript
from audiobook.scripting.attribution.foreign_tags import has_tag_rules


def describe_language(manuscript: Manuscript, *, said: str | None) -> Iterator[str]:
    """Say in which language a book is read, if it is not English or its words look like another one.

    Args:
        said: the language a person gave; None if they gave none.
    """
    language = manuscript.language
    if not is_english(language):
        yield f"read as {language_name(language)} ({language}): {describe_support(language)}"
    looks = None if said is not None else detect_language("\n".join(source.text for source in manuscript.sources))
    if looks is not None and looks != primary_language(language):
        yield (
            f'the manuscript says its language is "{language}", its words look {language_name(looks)}: '
            f'language = "{looks}" under [book] in the cast file, if they are right'
        )


def describe_support(language: str) -> str:
    """Say what is concluded of who speaks in a language."""
    if has_tag_rules(language):
        how = "speakers are told by labels and by tags with a verb of speech and a name"
    else:
        how = "speakers are told by labels (Anna: ...) only"
    return f'{how}, all other lines are "unknown" and read by the narrator; audiobook assign says who speaks'
