"""XML and HTML made into trees of elements, safely: the one module that knows lxml.

No network, no DTD, no external or nested entities, and the parser's own limits on depth and size are kept on. What they
cut off is an error, never a silent loss.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from typing import Any, Protocol, cast

from audiobook.errors import ManuscriptError
from audiobook.reading.decoding import decode

_HEAD_BYTES = 2048
_XML_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}\?>")
_DECLARED = re.compile(
    rb"<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)|<meta\b[^>]{0,300}?charset\s*=\s*[\"']?([\w.:-]+)",
    re.IGNORECASE,
)
_MARKED = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_WESTERN = frozenset({"iso8859-1", "ascii", "cp1252", "latin-1"})
"""Who declares these usually means Windows-1252, and browsers read it so (WHATWG Encoding, "windows-1252")."""
_TOO_MUCH = re.compile(r"Excessive depth|XML_PARSE_HUGE|huge|too (?:deep|long|large)", re.IGNORECASE)
_NAMED_CODE = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_CODES_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_SELF_CLOSED = re.compile(rf"<(?!(?:{_VOID})\b)([A-Za-z][\w:.-]*)((?:\s[^<>]{{0,2000}})?)\s*/>", re.IGNORECASE)


class Element(Protocol):
    """An element of a tree (comments and instructions are taken out); `tag` of XML is "{namespace}name"."""

    tag: str
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> Mapping[str, str]:
        """The attributes."""
        ...

    def __iter__(self) -> Iterator["Element"]:
        """Yield the children."""
        ...

    def __len__(self) -> int:
        """Count the children."""
        ...

    def iter(self, *tags: str) -> Iterator["Element"]:
        """Yield this element and those below it, in order, of these tags or all."""
        ...

    def get(self, key: str) -> str | None:
        """Give an attribute."""
        ...

    def getparent(self) -> "Element | None":
        """Give the element above."""
        ...


def parse_xml(data: bytes, *, name: str) -> Element:
    """Parse an XML file strictly.

    Args:
        data: the file.
        name: for messages.

    Raises:
        ManuscriptError: it is not well-formed, declares entities and uses them, or goes beyond the parser's limits.
    """
    from lxml import etree

    try:
        root = etree.fromstring(data, _xml_parser(encoding=None))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ManuscriptError(f"{name}: this is not well-formed XML: {_message(error)}", hint=_SAVE_AGAIN) from error
    return _without_entities(root, name=name)


def parse_page(data: bytes, *, name: str) -> Element:
    """Parse an HTML or XHTML file: as XML if it is well-formed XHTML, else as browsers do.

    Elements have plain names in lower case ("p") whatever their namespace, attributes too, except that "epub:type"
    becomes "epub-type".

    Raises:
        ManuscriptError: no text, in no known encoding, with entities of its own, or beyond the parser's limits.
    """
    text = _XML_DECLARATION.sub("", decode_page(data, name=name), count=1)
    head = text[:_HEAD_BYTES].lower()
    root = _parse_xhtml(text, name=name) if "<html" in head and "w3.org/1999/xhtml" in head else None
    if root is None:
        root = _parse_tolerantly(text, name=name)
    for element in root.iter():
        _plain_names(element)
    return root


def decode_page(data: bytes, *, name: str) -> str:
    """Decode an HTML file: by its byte order mark, else as it declares, else as any text.

    Raises:
        ManuscriptError: as `decode`.
    """
    declared = None if data.startswith(_MARKED) else _DECLARED.search(data[:_HEAD_BYTES])
    encoding = _codec((declared[1] or declared[2]).decode("ascii")) if declared else None
    if encoding:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            pass  # it declares something else than it is; what follows finds out or says so
    text, _ = decode(data, name=name)
    return text


def local_name(element: Element) -> str:
    """Give an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def text_of(element: Element) -> str:
    """Give all characters inside an element, white space folded."""
    return " ".join("".join(_characters(element)).split())


_SAVE_AGAIN = "open it in the program that made it and save it again"


def _characters(element: Element) -> Iterator[str]:
    for each in element.iter():
        yield each.text or ""
        if each is not element:
            yield each.tail or ""


def _xml_parser(*, encoding: str | None) -> Any:
    from lxml import etree

    return etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _parse_xhtml(text: str, *, name: str) -> Element | None:
    """Parse well-formed XHTML; None if it is not well-formed."""
    from lxml import etree

    try:
        root = etree.fromstring(_NAMED_CODE.sub(_character, text).encode(), _xml_parser(encoding="utf-8"))
    except (etree.XMLSyntaxError, ValueError) as error:
        _refuse_too_much(_message(error), name=name)
        return None
    return _without_entities(root, name=name)


def _parse_tolerantly(text: str, *, name: str) -> Element:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    opened = _SELF_CLOSED.sub(r"<\1\2></\1>", text) if "/1999/xhtml" in text[:_HEAD_BYTES] else text
    try:
        root = etree.fromstring(opened.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ManuscriptError(f"{name}: this is no readable HTML: {_message(error)}", hint=_SAVE_AGAIN) from error
    for entry in parser.error_log:
        _refuse_too_much(entry.message, name=name)
    if root is None:
        raise ManuscriptError(f"{name}: there is no HTML in it", hint=_SAVE_AGAIN)
    return cast("Element", root)


def _refuse_too_much(message: str, *, name: str) -> None:
    if _TOO_MUCH.search(message):
        raise ManuscriptError(
            f"{name}: its markup goes beyond what is read safely: {message}", hint="save it as plain text instead"
        )


def _without_entities(root: Any, *, name: str) -> Element:
    from lxml import etree

    entity = next(root.iter(etree.Entity), None)
    if entity is not None:
        raise ManuscriptError(
            f"{name}: the entity {entity.text} is not one of HTML's, and entities that a file declares are not read",
            hint=_SAVE_AGAIN,
        )
    return cast("Element", root)


def _character(match: re.Match[str]) -> str:
    code = match[1]
    if code in _CODES_OF_XML:
        return match.group()
    return html5.get(code, match.group())


def _plain_names(element: Any) -> None:
    """Take namespaces off the names, so that XHTML and HTML look the same."""
    element.tag = element.tag.rpartition("}")[2].lower()
    for key in [key for key in element.attrib if ":" in key or key.startswith("{")]:
        space, _, plain = key.removeprefix("{").replace("}", ":").rpartition(":")
        value = element.attrib.pop(key)
        if plain:
            element.set("epub-type" if plain == "type" and space.endswith(("/ops", "epub")) else plain, value)


def _codec(declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32")):
        return None  # a declaration that could be read in these is not true
    return "windows-1252" if name in _WESTERN else "gb18030" if name == "gb2312" else name


def _message(error: Exception) -> str:
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__
