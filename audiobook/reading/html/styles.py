"""What a style sheet says that changes what is read: italics, bold, hidden elements, large first letters.

Knows selectors of one tag, one class or both; e-book programs write little else. Refuses to know layout.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,5000})\}")
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<class>[\w-]+))?", re.IGNORECASE)
_LONGEST_SHEET = 500_000
_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What is said of an element; None where nothing is."""

    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    floats: bool | None = None

    def over(self, below: "Style") -> "Style":
        """Give this style, and where it says nothing the one below it."""
        return Style(
            italic=below.italic if self.italic is None else self.italic,
            bold=below.bold if self.bold is None else self.bold,
            hidden=below.hidden if self.hidden is None else self.hidden,
            floats=below.floats if self.floats is None else self.floats,
        )


class StyleSheet:
    """The rules of a document's style sheets, later ones winning."""

    def __init__(self, sheets: Sequence[str] = ()) -> None:
        self._rules: dict[tuple[str, str], Style] = {}
        for sheet in sheets:
            self._add(_COMMENT.sub(" ", sheet[:_LONGEST_SHEET]))

    def style(self, tag: str, attributes: Mapping[str, str]) -> Style:
        """Give the style of an element."""
        classes = (attributes.get("class") or "").split()[:20]
        found = read_declarations(attributes["style"]) if attributes.get("style") else Style()
        keys = [*((tag, each) for each in classes), *(("", each) for each in classes), (tag, "")]
        for key in keys if self._rules else ():
            rule = self._rules.get(key)
            found = found.over(rule) if rule else found
        return found

    def _add(self, sheet: str) -> None:
        for rule in _RULE.finditer(sheet):
            style = read_declarations(rule[2])
            if style == Style():
                continue
            for selector in rule[1].split(","):
                match = _SELECTOR.fullmatch(selector.strip())
                if match and match.group():
                    key = ((match["tag"] or "").lower(), match["class"] or "")
                    self._rules[key] = style.over(self._rules.get(key, Style()))


def read_declarations(declarations: str) -> Style:
    """Read the declarations between a rule's braces, or of a `style` attribute."""
    values: dict[str, str] = {}
    for declaration in declarations[:5000].split(";"):
        name, _, value = declaration.partition(":")
        values[name.strip().lower()] = value.replace("!important", "").strip().lower()
    slant, weight = values.get("font-style"), values.get("font-weight")
    display, visibility, side = values.get("display"), values.get("visibility"), values.get("float")
    return Style(
        italic=None if slant is None else slant in {"italic", "oblique"},
        bold=None if weight is None else weight in _BOLD,
        hidden=(display == "none" or visibility == "hidden") if display or visibility else None,
        floats=None if side is None else side == "left",
    )
