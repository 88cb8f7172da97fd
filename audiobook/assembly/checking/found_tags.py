"""What a finished file tells players about itself, read back from its tag.

An M4B's atoms are named like the ID3 frames they correspond to, so that both are held against the same list.
"""

import hashlib
from pathlib import Path
from typing import Any

from audiobook.model.release_check import FoundTags

_ATOMS = {
    "©nam": "TIT2", "©alb": "TALB", "©ART": "TPE1", "aART": "TPE2", "©wrt": "TCOM", "trkn": "TRCK", "disk": "TPOS",
    "©gen": "TCON", "©day": "TYER", "covr": "APIC", "©cmt": "COMM", "desc": "COMM",
}  # fmt: skip


def read_tags(path: Path) -> FoundTags:
    """Read the tag of an MP3, M4A or M4B file; of a file without one, or with a broken one, nothing is found."""
    from mutagen import MutagenError

    try:
        return _read_atoms(path) if path.suffix.lower() in (".m4b", ".m4a") else _read_frames(path)
    except MutagenError:
        return FoundTags(names=())


def _read_frames(path: Path) -> FoundTags:
    from mutagen import id3

    tag: Any = id3.ID3(path)  # type: ignore[no-untyped-call]
    pictures = tag.getall("APIC")
    return FoundTags(
        names=tuple(sorted({frame.FrameID for frame in tag.values()})),
        title=_text(tag.getall("TIT2")),
        album=_text(tag.getall("TALB")),
        author=_text(tag.getall("TPE1")),
        track=_text(tag.getall("TRCK")),
        cover_sha256=_digest(pictures[0].data) if pictures else None,
    )


def _read_atoms(path: Path) -> FoundTags:
    from mutagen.mp4 import MP4

    file: Any = MP4(path)  # type: ignore[no-untyped-call]
    atoms: dict[str, Any] = file.tags or {}
    tracks, covers = atoms.get("trkn"), atoms.get("covr")
    return FoundTags(
        names=tuple(sorted({_ATOMS[name] for name in atoms if name in _ATOMS})),
        title=_first(atoms.get("©nam")),
        album=_first(atoms.get("©alb")),
        author=_first(atoms.get("©ART")),
        track="/".join(map(str, tracks[0])) if tracks else None,
        cover_sha256=_digest(bytes(covers[0])) if covers else None,
    )


def _text(frames: list[Any]) -> str | None:
    return _first(frames[0].text) if frames else None


def _first(values: Any) -> str | None:
    return str(values[0]) if values else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
