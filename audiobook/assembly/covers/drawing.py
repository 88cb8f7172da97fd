"""A book's cover drawn from its title and author.

Knows pictures; refuses to know books. The same title and author give the same picture.
"""

import hashlib

from audiobook.assembly.covers.design import PALETTES, Palette, draw_ornament
from audiobook.assembly.covers.jpeg import as_jpeg
from audiobook.assembly.covers.lettering import draw_words

COVER_VERSION = "2"
"""Changes whenever the same title, author or picture may give another cover."""

COVER_PIXELS = 1600

_OVERSAMPLING = 2  # shapes are drawn larger and scaled down: Pillow draws them without smoothing


def draw_cover(title: str, author: str) -> bytes:
    """Draw a cover: a colour and an ornament that belong to the title, the title, the author.

    Characters that the font does not have are left out; a title without any that it has leaves the ornament alone.

    Returns:
        A square JPEG of 1600 pixels.
    """
    from PIL import Image

    seed = hashlib.sha256(title.encode("utf-8", "replace")).digest()
    palette: Palette = PALETTES[seed[0] % len(PALETTES)]
    large = Image.new("RGB", (COVER_PIXELS * _OVERSAMPLING,) * 2, palette.ground)
    draw_ornament(large, palette, seed[1:])
    picture = large.resize((COVER_PIXELS, COVER_PIXELS), Image.Resampling.BOX)
    draw_words(picture, palette, title=title, author=author)
    return as_jpeg(picture)
