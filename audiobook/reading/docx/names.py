"""Names in WordprocessingML and how its properties are read (ECMA-376 part 1, section 17).

Strict documents use other namespaces for the same elements; `package` brings them to these before parsing.
"""

from collections.abc import Iterator

from audiobook.reading.documents.parsing import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFFICE_DRAWING = "{urn:schemas-microsoft-com:office:office}"

_OFF = frozenset({"0", "false", "off", "none", "nil"})


def children(element: Element | None) -> Iterator[Element]:
    """Give the children of an element that may not be there."""
    return iter(()) if element is None else iter(element)


def child(element: Element | None, name: str) -> Element | None:
    """Give the first child of a name in Word's namespace."""
    tag = W + name
    return next((each for each in children(element) if each.tag == tag), None)


def attribute(element: Element | None, name: str) -> str | None:
    """Give an attribute in Word's namespace."""
    return None if element is None else element.get(W + name)


def value(element: Element | None, name: str) -> str | None:
    """Give `w:val` of a child: what a property is set to."""
    return attribute(child(element, name), "val")


def flag(element: Element | None, name: str) -> bool | None:
    """Read a property that is on or off; None where it is not given."""
    given = child(element, name)
    return None if given is None else (attribute(given, "val") or "on").lower() not in _OFF


def number(text: str | None) -> int | None:
    """Read a small number; None for anything else."""
    stripped = (text or "").strip()
    return int(stripped) if len(stripped) <= 9 and stripped.isascii() and stripped.isdigit() else None
