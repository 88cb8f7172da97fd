"""What a document says about its book: its properties, the languages of its words, a picture on its first page."""

from collections import Counter
from collections.abc import Iterator

from audiobook.model.manuscript import CoverImage
from audiobook.reading.documents.extracted import DocumentFacts
from audiobook.reading.documents.parsing import Element, local_name, text_of
from audiobook.reading.docx.names import DRAWING, R, W, children, number
from audiobook.reading.docx.package import Package

_MADE_UP_TITLES = ("microsoft word", "document", "untitled", "word document")
_MADE_UP_AUTHORS = frozenset(
    {"python-docx", "microsoft office user", "unknown", "user", "author", "apache poi", "un-named"}
)
_PICTURE_TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif"}
_LEAST_COVER_WIDTH_EMU = 2_000_000
"""5.5 cm: smaller pictures are ornaments."""
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def read_facts(package: Package, languages: Counter[str]) -> DocumentFacts:
    """Read what a document says about its book.

    Args:
        languages: how many characters of the text are marked as which language.

    Raises:
        ManuscriptError: a part that should say it cannot be read.
    """
    said = {local_name(each): text_of(each) for each in children(package.properties()) if text_of(each)}
    title, creators = said.get("title"), said.get("creator", "")
    authors = (name.strip() for name in creators.split(";"))
    return DocumentFacts(
        title=title if title and not title.lower().startswith(_MADE_UP_TITLES) else None,
        authors=tuple(name for name in authors if name and name.lower() not in _MADE_UP_AUTHORS),
        language=said.get("language") or _main_language(languages),
        identifier=said.get("identifier"),
        description=said.get("description"),
        cover=_cover(package),
    )


def _main_language(languages: Counter[str]) -> str | None:
    """Give the language that more than half of the marked words are in."""
    language, characters = (languages.most_common(1) or [("", 0)])[0]
    return language if 2 * characters > languages.total() else None


def _cover(package: Package) -> CoverImage | None:
    """Take a large upright picture that stands before the first word for the cover."""
    for element in package.document.iter(W + "t", W + "drawing"):
        if element.tag == W + "t":
            if (element.text or "").strip():
                return None
            continue
        if _is_large_and_upright(element):
            return _read_cover(package, element)
    return None


def _is_large_and_upright(drawing: Element) -> bool:
    for extent in drawing.iter(_PLACED + "extent"):
        width, height = number(extent.get("cx")) or 0, number(extent.get("cy")) or 0
        return width >= _LEAST_COVER_WIDTH_EMU and height * 10 >= width * 11
    return False


def _read_cover(package: Package, drawing: Element) -> CoverImage | None:
    for relation_id in _pictures(drawing):
        found = package.picture(relation_id)
        if found is not None:
            name, data = found
            media_type = _PICTURE_TYPES.get(name[name.rfind(".") :].lower())
            return CoverImage(data=data, media_type=media_type) if media_type else None
    return None


def _pictures(drawing: Element) -> Iterator[str]:
    for blip in drawing.iter(DRAWING + "blip"):
        yield blip.get(R + "embed") or ""
