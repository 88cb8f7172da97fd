"""Copy protection: which members of an EPUB are encrypted, and whether that keeps the text from being read.

Obfuscated fonts are no protection (EPUB 3.3, "Font obfuscation"); anything else that encrypts a text is.
"""

from collections.abc import Collection
from pathlib import Path

from audiobook.errors import ManuscriptError
from audiobook.reading.archives import Archive
from audiobook.reading.documents.parsing import local_name, parse_xml
from audiobook.reading.epub.places import resolve

_ENCRYPTION = "META-INF/encryption.xml"
_FONT_ALGORITHMS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_KNOWN_SCHEMES = {
    "META-INF/rights.xml": "Adobe ADEPT",
    "META-INF/license.lcpl": "Readium LCP",
    "META-INF/sinf.xml": "Apple FairPlay",
}


def encrypted_members(archive: Archive, *, path: Path) -> frozenset[str]:
    """List the members that only their seller's program can read; fonts that are merely obfuscated are not among them.

    Raises:
        ManuscriptError: the list cannot be read.
    """
    if _ENCRYPTION not in archive:
        return frozenset()
    root = parse_xml(archive.read(_ENCRYPTION), name=f"{path}/{_ENCRYPTION}")
    found: set[str] = set()
    for data in root.iter():
        if local_name(data) != "EncryptedData":
            continue
        methods = {each.get("Algorithm") for each in data.iter() if local_name(each) == "EncryptionMethod"}
        references = [each.get("URI") or "" for each in data.iter() if local_name(each) == "CipherReference"]
        if not methods <= _FONT_ALGORITHMS or not methods:
            found |= {place.member for place in (resolve(each, base="") for each in references) if place}
    return frozenset(found)


def refuse_protection(archive: Archive, texts: Collection[str], *, path: Path) -> None:
    """Make sure that no text of the book is encrypted.

    Args:
        archive: the book.
        texts: its package file, and the members in its reading order.
        path: for the message.

    Raises:
        ManuscriptError: one is.
    """
    locked = sorted(encrypted_members(archive, path=path) & set(texts))
    if not locked:
        return
    scheme = next((name for member, name in _KNOWN_SCHEMES.items() if member in archive), None)
    raise ManuscriptError(
        f"{path}: the book is copy-protected ({scheme or 'DRM'}): {len(locked)} of its {len(texts)} texts are "
        f"encrypted, {locked[0]} first",
        hint="only books without copy protection can be read: ask where it was bought for one",
    )
