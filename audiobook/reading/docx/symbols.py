"""Characters of symbol fonts: what they look like is in the font, not in their code.

Sources: Unicode's mapping of Adobe's Symbol encoding (SYMBOL.TXT); of Wingdings, what Word types by itself.
"""

_PRIVATE_START, _PRIVATE_END = 0xF000, 0xF0FF
_GREEK_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_GREEK_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{ord("A") + index: letter for index, letter in enumerate(_GREEK_CAPITALS)},
    **{ord("a") + index: letter for index, letter in enumerate(_GREEK_SMALL)},
    0xA2: "′",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB4: "×",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xD4: "™",
    0xD3: "©",
    0xD2: "®",
}
_WINGDINGS = {0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0xDF: "←", 0xE0: "→", 0xF3: "↔"}
"""Word types these for ":)", ":|", ":(", "<--", "-->", "<->"."""
_ORNAMENTAL = ("wingdings", "webdings", "zapf dingbats", "bodoni ornaments", "marlett", "mt extra")


def is_symbol_font(font: str | None) -> bool:
    """Say whether a font (its name in small letters) shows other characters than those written."""
    return font is not None and (font == "symbol" or font.startswith(_ORNAMENTAL))


def read_symbol(code: int, font: str | None) -> str | None:
    """Give the character that a symbol font shows; None if it is an ornament or unknown.

    Args:
        code: a code point, in the font's own range or in U+F000 to U+F0FF, where Word moves it.
        font: its name in small letters.
    """
    own = code - _PRIVATE_START if _PRIVATE_START <= code <= _PRIVATE_END else code
    if font == "symbol":
        return _SYMBOL.get(own) or (chr(own) if 0x20 <= own <= 0x40 or 0x5B <= own <= 0x60 else None)
    if font == "wingdings":
        return _WINGDINGS.get(own)
    if is_symbol_font(font) or own != code or not 0x20 <= code < 0x110000 or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code)
