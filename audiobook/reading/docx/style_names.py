"""What a paragraph style is for, by its name: Word's own in many languages, LibreOffice's, authors'.

Word writes the English name of its own styles whatever language it speaks; other programs write what they show.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from audiobook.reading.documents.extracted import Role

_HEADING = re.compile(
    r"(?:heading|überschrift|uberschrift|berschrift|titre|título|titulo|titolo|titlu|kop|rubrik|overskrift|otsikko"
    r"|nagłówek|nadpis|naslov|címsor|başlık|заголовок|επικεφαλίδα|見出し|标题|標題|제목)[\s_-]*(?P<level>[1-9])"
)
_CHAPTER = re.compile(
    r"(?:.*\b)?(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo)[\s_-]*"
    r"(?:title|heading|head|header|name|number|no|titel|titre|überschrift|t[ií]tulo|titolo)?"
)
_VERSE = re.compile(r"(?:.*\b)?(?:verse|verses|poem|poems|poetry|stanza|lyrics?|song|gedicht|vers|po[eè]me|poema)\b.*")
_TITLES = ["title", "titel", "titre", "título", "titulo", "titolo", "tytuł", "название", "表題", "标题", "book title"]
_SUBTITLES = ["subtitle", "untertitel", "sous-titre", "subtítulo", "subtitulo", "sottotitolo", "ondertitel"]
_QUOTATION = (
    "quote|quotation|quotations|block quotation|block quote|block text|intense quote|zitat|intensives zitat|citation"
    "|citation intense|cita|cita destacada|citazione|letter|epigraph|extract|brief"
)
_PREFORMATTED = "html preformatted|preformatted text|source code|vorformatierter text|verbatim|macro"
_NOTES: Mapping[str, str] = {
    "the table of contents": "toc heading|contents heading|inhaltsverzeichnisüberschrift|table of figures|toa heading",
    "a picture's caption": "caption|beschriftung|légende|image caption|table caption|figure|captioned figure",
    "a page header or footer": "header|footer|kopfzeile|fußzeile",
    "copyright and imprint": "copyright|copyright page|imprint",
    "a footnote": "footnote text|endnote text|footnote|endnote|fußnotentext|endnotentext",
    "the index of names and subjects": "index heading",
    "title page": "author|date",
}
_CONTENTS = re.compile(r"(?:toc|contents|verzeichnis|inhaltsverzeichnis|tm)\s*\d")
_INDEX = re.compile(r"index\s*\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class StylePurpose:
    """What paragraphs of a style are.

    Attributes:
        level: of a heading, 1 for the highest; 0 for the title of the whole book.
        reason: why a note is not spoken.
    """

    role: Role
    level: int | None = None
    reason: str | None = None
    is_subtitle: bool = False


_BY_NAME: Mapping[str, StylePurpose] = MappingProxyType(
    {
        **dict.fromkeys(_TITLES, StylePurpose(role=Role.HEADING, level=0)),
        **dict.fromkeys(_SUBTITLES, StylePurpose(role=Role.HEADING, level=1, is_subtitle=True)),
        **dict.fromkeys(_QUOTATION.split("|"), StylePurpose(role=Role.QUOTATION)),
        **dict.fromkeys(_PREFORMATTED.split("|"), StylePurpose(role=Role.PREFORMATTED)),
        **{
            name: StylePurpose(role=Role.NOTE, reason=reason)
            for reason, names in _NOTES.items()
            for name in names.split("|")
        },
    }
)


def purpose_of_style(name: str) -> StylePurpose | None:
    """Tell what a style is for by its name; None if the name says nothing.

    Args:
        name: as the file has it, for example "heading 1" or "Chapter Title".
    """
    folded = " ".join(name[:100].casefold().split())
    known = _BY_NAME.get(folded)
    if known is not None:
        return known
    heading = _HEADING.fullmatch(folded)
    if heading is not None:
        return StylePurpose(role=Role.HEADING, level=int(heading["level"]))
    if _CHAPTER.fullmatch(folded):
        return StylePurpose(role=Role.HEADING, level=1)
    if _CONTENTS.fullmatch(folded):
        return StylePurpose(role=Role.NOTE, reason="the table of contents")
    if _INDEX.fullmatch(folded):
        return StylePurpose(role=Role.NOTE, reason="the index of names and subjects")
    return StylePurpose(role=Role.VERSE) if _VERSE.fullmatch(folded) else None
