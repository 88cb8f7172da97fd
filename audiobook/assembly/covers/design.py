"""Colours and ornaments of drawn covers.

Knows shapes; refuses to know words. Everything is a fraction of the picture's side, so that any size gives the
same design.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours that go together, as #rrggbb.

    Attributes:
        ground: behind everything.
        shades: of the ornament, from the one next to the ground to the boldest.
        ink: of the words.
    """

    ground: str
    shades: tuple[str, str, str]
    ink: str


PALETTES = (
    Palette(ground="#14213d", shades=("#22335c", "#33508a", "#fca311"), ink="#f5efe0"),  # night and lamp
    Palette(ground="#f2e8cf", shades=("#a7c957", "#6a994e", "#bc4749"), ink="#2b3a24"),  # orchard
    Palette(ground="#2d1e2f", shades=("#4a2c4d", "#8c3b5b", "#f08a5d"), ink="#fbeee6"),  # dusk
    Palette(ground="#e9e4dc", shades=("#c8b8a6", "#8d6e57", "#b23a2e"), ink="#2a211c"),  # leather
    Palette(ground="#0f3d3e", shades=("#1b5a58", "#2f8581", "#e2b35a"), ink="#f1ede2"),  # harbour
    Palette(ground="#f7ede2", shades=("#f6d2bd", "#f28482", "#2f6f73"), ink="#28403f"),  # shell
    Palette(ground="#1f2a1f", shades=("#31452f", "#5b7b4f", "#e6c65b"), ink="#f3f1e4"),  # forest
    Palette(ground="#dfe7ee", shades=("#b4c8d8", "#6d93b0", "#d1603d"), ink="#1d3140"),  # sea mist
    Palette(ground="#3b1518", shades=("#5b2125", "#8f3134", "#e8b04a"), ink="#f8ebdd"),  # velvet
    Palette(ground="#f4f1ea", shades=("#dcd5c6", "#9aa58f", "#30475e"), ink="#22303d"),  # linen
)


def draw_ornament(picture: "Image", palette: Palette, seed: bytes) -> None:
    """Draw one of the ornaments into the lower half of a square picture; the seed decides which and how."""
    from PIL import ImageDraw

    ornaments = (_draw_voices, _draw_hills, _draw_rings, _draw_leaves)
    ornaments[seed[0] % len(ornaments)](ImageDraw.Draw(picture), palette, seed[1:], picture.width)


def _draw_voices(draw: "ImageDraw", palette: Palette, seed: bytes, side: int) -> None:
    """A wave of sound: rounded bars, of which a few are in the bold colour."""
    count = 41
    step = side / count
    for index in range(count):
        swell = math.sin(math.pi * (index + 0.5) / count) ** 1.4
        ripple = 0.35 + 0.65 * seed[index % len(seed)] / 255
        half = side * (0.012 + 0.155 * swell * ripple)
        middle, left = side * 0.775, index * step + step * 0.22
        shade = palette.shades[2] if seed[(index * 3) % len(seed)] % 5 == 0 else palette.shades[index % 2]
        draw.rounded_rectangle((left, middle - half, left + step * 0.56, middle + half), radius=step * 0.28, fill=shade)


def _draw_hills(draw: "ImageDraw", palette: Palette, seed: bytes, side: int) -> None:
    """Three ridges below a sun."""
    sun_x, sun_y, radius = side * (0.28 + 0.44 * seed[0] / 255), side * 0.715, side * 0.1
    draw.ellipse((sun_x - radius, sun_y - radius, sun_x + radius, sun_y + radius), fill=palette.shades[2])
    for ridge, shade in enumerate((palette.shades[0], palette.shades[1], palette.ink)):
        phase, height = seed[ridge + 1] / 40.0, side * (0.755 + 0.075 * ridge)
        points = [(side * x / 240, height + _ridge(x / 240, phase, ridge) * side) for x in range(241)]
        draw.polygon([*points, (side, side), (0, side)], fill=shade)


def _ridge(x: float, phase: float, ridge: int) -> float:
    slow, quick = 4.0 + ridge * 1.3, 11.0 + ridge * 2.0
    return 0.040 * math.sin(slow * x + phase) + 0.013 * math.sin(quick * x + 2.0 * phase)


def _draw_rings(draw: "ImageDraw", palette: Palette, seed: bytes, side: int) -> None:
    """Rings around a point below the edge, as from a stone in water."""
    x, y = side * (0.15 + 0.7 * seed[0] / 255), side * 1.02
    for ring in range(9, 0, -1):
        radius = side * (0.0465 * ring)
        shade = palette.shades[2] if ring == 1 + seed[1] % 4 else palette.shades[ring % 2]
        fill = shade if ring % 2 or shade == palette.shades[2] else palette.ground
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


def _draw_leaves(draw: "ImageDraw", palette: Palette, seed: bytes, side: int) -> None:
    """A pattern of quarter circles, turned by the seed."""
    columns, rows = 8, 3
    cell = side / columns
    for place in range(columns * rows):
        turn = seed[place % len(seed)] % 4
        shade = (*palette.shades, palette.shades[0], palette.shades[1])[seed[(place * 7 + 3) % len(seed)] % 5]
        left, top = (place % columns) * cell, side - (place // columns + 1) * cell
        x, y = left + cell * (turn in (1, 2)), top + cell * (turn in (2, 3))
        start = (0, 90, 180, 270)[turn]
        draw.pieslice((x - cell, y - cell, x + cell, y + cell), start, start + 90, fill=shade)
