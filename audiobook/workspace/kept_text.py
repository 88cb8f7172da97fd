"""Text that is kept to save time: damaged counts as absent, so that no cache ever changes a result.

Knows keys and digests; refuses to know what the text means.
"""

import hashlib
from pathlib import Path

from audiobook.workspace.files import write_atomically


def keep_text(path: Path, text: str, *, key: str) -> None:
    """Keep a text.

    Args:
        key: without a line break; says what the text was made from.

    Raises:
        OutputError: it cannot be written.
    """
    content = f"{key}\n{text}".encode()
    write_atomically(path, _digest(content) + b"\n" + content)


def recall_text(path: Path, *, key: str) -> str | None:
    """Give the text kept under this key; None if there is none, or if a single bit of it is not as it was written."""
    try:
        digest, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if digest != _digest(content):
        return None
    stored_key, _, text = content.decode("utf-8").partition("\n")
    return text if stored_key == key else None


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=20).hexdigest().encode("ascii")
