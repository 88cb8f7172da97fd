"""A cover as the JPEG that goes into every file: baseline, RGB, square, and of a size that players and feeds take.

Knows how pictures are stored; refuses to know what is on them.
"""

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST_PIXELS = 1400
MOST_PIXELS = 3000
"""Podcast directories take square covers of 1400 to 3000 pixels (Apple Podcasts)."""

MOST_BYTES = 500_000
"""Every chapter's file carries the cover, and players hold it in memory; Apple asks for less than 512 KB."""

_STEPS = (
    (MOST_PIXELS, 90, "4:4:4"),
    (MOST_PIXELS, 84, "4:2:0"),
    (2000, 84, "4:2:0"),
    (2000, 76, "4:2:0"),
    (LEAST_PIXELS, 80, "4:2:0"),
    (LEAST_PIXELS, 70, "4:2:0"),
    (LEAST_PIXELS, 55, "4:2:0"),
)
"""Side at most, quality and colour resolution: from what shows no loss to what even noise fits into."""


def as_jpeg(picture: "Image") -> bytes:
    """Store a square RGB picture; the first of a few steps down that is small enough, or else the last."""
    stored = b""
    for side, quality, subsampling in _STEPS:
        stored = _encode(_at_most(picture, side), quality=quality, subsampling=subsampling)
        if len(stored) <= MOST_BYTES:
            break
    return stored


def _at_most(picture: "Image", side: int) -> "Image":
    from PIL import Image

    if picture.width <= side:
        return picture
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def _encode(picture: "Image", *, quality: int, subsampling: str) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality, subsampling=subsampling)
    return file.getvalue()
