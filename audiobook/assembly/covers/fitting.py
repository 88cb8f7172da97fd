"""A person's own picture made into a cover: any kind and size in, a square RGB JPEG out, nothing cut off.

Knows what pictures may be like; refuses to know where they lie.
"""

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiobook.assembly.covers.jpeg import LEAST_PIXELS, MOST_PIXELS, as_jpeg
from audiobook.errors import ManuscriptError
from audiobook.workspace.files import describe

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_MEGAPIXELS = 150
"""A larger picture is refused before it is unpacked: it may be made to fill the memory (a "decompression bomb")."""

_WHITES = (1, 255, 65535)
"""What may stand for white in a picture that has more than 8 bits: fractions, and whole numbers of either length."""

_PLAIN_MODES = ("RGB", "RGBA", "CMYK", "L", "LA")
"""In these the mean of some pixels is one that fits between them."""

_DRAWINGS = (b"<svg", b"<?xml", b"%PDF", b"%!PS")
_HINT = "use a JPEG or PNG picture, or take the cover out to have one drawn"


def fit_cover(path: Path) -> bytes:
    """Make a picture square by padding, never by cropping, and 1400 to 3000 pixels wide.

    Raises:
        ManuscriptError: the file is missing, is no picture, is broken, or is too large.
    """
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow's, about sizes and odd metadata: what matters is an error
            with Image.open(path) as opened:
                _check_size(path, opened)
                opened.draft("RGB", (MOST_PIXELS, MOST_PIXELS))  # a JPEG can be unpacked at a part of its size
                ImageOps.exif_transpose(opened, in_place=True)
                picture = _without_transparency(_in_srgb(_in_eight_bits(_reduced(opened))))
    except Image.DecompressionBombError as error:
        raise _too_large(path) from error
    except OSError as error:
        raise ManuscriptError(f"{path}: this cover cannot be read: {_reason(error, path)}", hint=_HINT) from error
    except (ValueError, SyntaxError) as error:
        raise ManuscriptError(f"{path}: this cover cannot be read: {error}", hint=_HINT) from error
    return as_jpeg(_squared(picture))


def _check_size(path: Path, picture: "Image") -> None:
    if picture.width * picture.height > MOST_MEGAPIXELS * 1_000_000:
        raise _too_large(path)


def _reduced(picture: "Image") -> "Image":
    """Make a very large picture smaller at once: every step after this holds it in memory twice."""
    factor = max(picture.size) // MOST_PIXELS
    return picture.reduce(factor) if factor > 1 and picture.mode in _PLAIN_MODES else picture


def _too_large(path: Path) -> ManuscriptError:
    return ManuscriptError(
        f"{path}: this cover has more than {MOST_MEGAPIXELS} megapixels",
        hint=f"make it smaller: more than {MOST_PIXELS} pixels a side are never used",
    )


def _reason(error: OSError, path: Path) -> str:
    from PIL import UnidentifiedImageError

    if not isinstance(error, UnidentifiedImageError):
        return describe(error) if error.strerror else str(error)
    with path.open("rb") as file:
        start = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(_DRAWINGS):
        return "it is a drawing (SVG, PDF or the like), not a picture made of pixels"
    return "it is not a picture that Pillow knows"


def _in_eight_bits(picture: "Image") -> "Image":
    """Bring grey of 16 or 32 bits, or of fractions, down to 8 bits; Pillow would cut off all but the darkest."""
    if picture.mode[0] not in "IF":
        return picture
    extremes: Any = picture.getextrema()  # of one band, though Pillow's types say that it may be of several
    brightest = float(extremes[1])
    white = next((white for white in _WHITES if brightest <= white), brightest)
    return picture.point(lambda value: value * (255.0 / white)).convert("L")


def _in_srgb(picture: "Image") -> "Image":
    """Turn colours that the picture itself describes into those of every screen; a broken description is ignored."""
    from PIL import ImageCms

    described = picture.info.get("icc_profile")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    if not described or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(described))
        converted = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return converted or picture


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
