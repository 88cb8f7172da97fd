"""Which font can write a text on a cover, and what of the text it can write.

Pillow's own font is the same everywhere but has ASCII only. For other scripts a font of this computer serves, if one
of the usual ones is there; what no font has is spelt plainly or left out, never drawn as a box.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from audiobook.assembly.plain_letters import spell_plainly

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_PILLOWS_OWN = ""
_OF_THE_SYSTEM = (
    "NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "segoeui.ttf", "Arial.ttf",
    "NotoSansCJK-Regular.ttc", "wqy-microhei.ttc", "msyh.ttc", "YuGothM.ttc", "malgun.ttf", "PingFang.ttc",
    "Hiragino Sans GB.ttc", "Arial Unicode.ttf", "NotoSansThai-Regular.ttf", "NotoSansDevanagari-Regular.ttf",
)  # fmt: skip
_NEVER_DRAWN = "\U0010ffff"
_PROBE_SIZE = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text as it can be drawn.

    Attributes:
        font_name: for `font`; empty for Pillow's own.
    """

    text: str
    font_name: str


def choose_wording(text: str) -> Wording:
    """Choose the font that has most of a text's letters, Pillow's own if none is better, and fit the text to it."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    letters = {char for char in folded if char.isalpha()}
    best, most = _PILLOWS_OWN, _count_drawable(letters, _PILLOWS_OWN)
    if most < len(letters):
        for name in _OF_THE_SYSTEM:
            count = _count_drawable(letters, name)
            if count > most:
                best, most = name, count
            if most == len(letters):
                break
    return Wording(text=_drawable(folded, best), font_name=best)


@lru_cache(maxsize=64)
def font(name: str, size: int) -> "FreeTypeFont":
    """Open a font at a size in pixels.

    Raises:
        OSError: this computer does not have it.
    """
    from PIL import ImageFont

    if name:
        return ImageFont.truetype(name, size)
    own = ImageFont.load_default(size)
    if not isinstance(own, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType")  # its wheels never are
    return own


def _count_drawable(letters: set[str], name: str) -> int:
    try:
        font(name, _PROBE_SIZE)
    except OSError:
        return -1
    return sum(_has_glyph(letter, name) for letter in letters)


def _drawable(text: str, name: str) -> str:
    kept = []
    for char in text:
        spelt = char if _has_glyph(char, name) else spell_plainly(char)
        kept.append("".join(plain for plain in spelt if plain == " " or _has_glyph(plain, name)))
    return " ".join("".join(kept).split())


@lru_cache(maxsize=4096)
def _has_glyph(char: str, name: str) -> bool:
    if unicodedata.category(char)[0] in "CM":  # controls, surrogates; marks that would stand alone
        return False
    opened = font(name, _PROBE_SIZE)
    return bytes(opened.getmask(char)) != bytes(opened.getmask(_NEVER_DRAWN))
