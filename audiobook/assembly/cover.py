"""A book's cover: drawn from title and author, or a person's own picture made fit for players.

Knows pictures; refuses to know books. The same title and author give the same picture.
"""

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

from audiobook.assembly.cover_design import PALETTES, Palette, draw_ornament
from audiobook.assembly.cover_text import draw_words
from audiobook.errors import ManuscriptError
from audiobook.workspace.files import describe

if TYPE_CHECKING:
    from PIL.Image import Image

COVER_FILE = "cover.jpg"

COVER_VERSION = "1"
"""Changes whenever the same title, author or picture may give another cover."""

COVER_PIXELS = 1600
LEAST_PIXELS = 1400
MOST_PIXELS = 3000
"""Podcast directories take square covers of 1400 to 3000 pixels."""

_OVERSAMPLING = 2  # shapes are drawn larger and scaled down: Pillow draws them without smoothing
_QUALITY = 90


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
    return _as_jpeg(picture)


def fit_cover(path: Path) -> bytes:
    """Make a person's own picture square by padding, never by cropping, and 1400 to 3000 pixels wide.

    Raises:
        ManuscriptError: the file is missing, is no picture, or is broken.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as opened:
            turned = ImageOps.exif_transpose(opened)
            picture = _without_transparency(turned)
    except OSError as error:
        raise ManuscriptError(f"{path}: this cover cannot be read: {_reason(error)}", hint=_HINT) from error
    except (ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ManuscriptError(f"{path}: this cover cannot be read: {error}", hint=_HINT) from error
    return _as_jpeg(_squared(picture))


_HINT = "use a JPEG or PNG picture, or take the cover out to have one drawn"


def _reason(error: OSError) -> str:
    from PIL import UnidentifiedImageError

    if isinstance(error, UnidentifiedImageError):
        return "it is not a picture that Pillow knows"
    return describe(error) if error.strerror else str(error)


def _without_transparency(picture: "Image") -> "Image":
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture.convert("RGBA")).convert("RGB")


def _squared(picture: "Image") -> "Image":
    from PIL import Image, ImageOps

    side = min(max(*picture.size, LEAST_PIXELS), MOST_PIXELS)
    scale = side / max(picture.size)
    size = tuple(max(1, round(length * scale)) for length in picture.size)
    scaled = picture.resize((size[0], size[1]), Image.Resampling.LANCZOS) if size != picture.size else picture
    return ImageOps.pad(scaled, (side, side), color=_edge_colour(scaled))


def _edge_colour(picture: "Image") -> tuple[int, int, int]:
    """The middle colour of the picture's border, so that the padding looks like a part of it."""
    width, height = picture.size
    edges = [(0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height)]
    pixels = [picture.crop(edge).resize((64, 1)).tobytes() for edge in edges]
    joined = b"".join(pixels)
    red, green, blue = (sorted(joined[channel::3])[len(joined) // 6] for channel in range(3))
    return red, green, blue


def _as_jpeg(picture: "Image") -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    return file.getvalue()
