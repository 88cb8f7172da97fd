"""The words of a drawn cover, as large as they fit.

Knows lines and sizes; refuses to know ornaments.
"""

from typing import TYPE_CHECKING

from audiobook.assembly.covers.design import Palette
from audiobook.assembly.covers.font import Wording, choose_wording, font

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_MARGIN = 0.095  # all lengths are fractions of the picture's side
_TOP = 0.1
_TITLE_HEIGHT = 0.335
_TITLE_SIZES = (0.19, 0.165, 0.145, 0.13, 0.12, 0.105, 0.092, 0.08, 0.07, 0.06, 0.052, 0.045, 0.038, 0.032)
_LINE_HEIGHT = 1.14
_RULE_LENGTH = 0.085
_RULE_WIDTH = 0.0075
_AUTHOR_SIZE = 0.041
_LEAST_AUTHOR_SIZE = 0.018
_LONGEST_TITLE = 400


def draw_words(picture: "Image", palette: Palette, *, title: str, author: str) -> None:
    """Write title and author into the upper part of a square picture."""
    from PIL import ImageDraw

    draw = ImageDraw.Draw(picture)
    side = picture.width
    below = _draw_title(draw, palette, choose_wording(title[:_LONGEST_TITLE]), side)
    name = choose_wording(author)
    if not name.text:
        return
    left, top = side * _MARGIN, below + side * 0.035
    draw.rectangle((left, top, left + side * _RULE_LENGTH, top + side * _RULE_WIDTH), fill=palette.shades[2])
    draw.text((left, top + side * 0.038), name.text, font=_author_font(draw, name, side), fill=palette.ink)


def _draw_title(draw: "ImageDraw", palette: Palette, title: Wording, side: int) -> float:
    """Write the title and give back where it ends."""
    chosen, lines = _fit(draw, title, side)
    line_height = chosen.size * _LINE_HEIGHT
    for index, line in enumerate(lines):
        draw.text((side * _MARGIN, side * _TOP + index * line_height), line, font=chosen, fill=palette.ink)
    return side * _TOP + len(lines) * line_height


def _fit(draw: "ImageDraw", title: Wording, side: int) -> "tuple[FreeTypeFont, list[str]]":
    """Choose the largest size at which the title fits its box without cutting a word."""
    width, height = side * (1 - 2 * _MARGIN), side * _TITLE_HEIGHT
    for share in _TITLE_SIZES:
        sized = font(title.font_name, round(side * share))
        lines = _wrap(draw, title.text, sized, width)
        is_whole = all(draw.textlength(line, font=sized) <= width for line in lines)
        if is_whole and len(lines) * sized.size * _LINE_HEIGHT <= height:
            return sized, lines
    return sized, _break_words(draw, lines, sized, width)[: int(height / (sized.size * _LINE_HEIGHT))]


def _wrap(draw: "ImageDraw", text: str, sized: "FreeTypeFont", width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and draw.textlength(f"{lines[-1]} {word}", font=sized) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def _break_words(draw: "ImageDraw", lines: list[str], sized: "FreeTypeFont", width: float) -> list[str]:
    broken: list[str] = []
    for line in lines:
        rest = line
        while draw.textlength(rest, font=sized) > width:
            fitting = next(end for end in range(len(rest), 0, -1) if draw.textlength(rest[:end], font=sized) <= width)
            broken.append(rest[:fitting])
            rest = rest[fitting:]
        broken.append(rest)
    return broken


def _author_font(draw: "ImageDraw", name: Wording, side: int) -> "FreeTypeFont":
    usual = font(name.font_name, round(side * _AUTHOR_SIZE))
    share = side * (1 - 2 * _MARGIN) / max(draw.textlength(name.text, font=usual), 1.0)
    if share >= 1.0:
        return usual
    return font(name.font_name, round(side * max(_AUTHOR_SIZE * share, _LEAST_AUTHOR_SIZE)))
